/** Writes claims: what is surely new by COPY into the table, the rest by one merge. */
import type { Client } from '../../../platform/postgres/postgres.ts';
import { CopyRows } from '../../../platform/bytes/copy-rows.ts';
import type { ChunkPool } from '../../../platform/bytes/copy-rows.ts';
import { CLAIM_COLUMNS } from '../../../store/tables/claim-rows.ts';
import type { StoredClaim } from '../../../store/tables/claim-rows.ts';
import { namesOf, writeRow } from '../../../store/tables/row-columns.ts';
import { copyRows } from './copy-rows-in.ts';

const NAMES = namesOf(CLAIM_COLUMNS);

export const CLAIM_SESSION_SQL =
  'create temp table if not exists batch_changes (like changes) on commit delete rows';

/** Between two `write`s of one transaction. */
export const EMPTY_CLAIMS_SQL = 'delete from batch_changes';

export class ClaimTable {
  readonly #added: CopyRows;
  readonly #merged: CopyRows;

  constructor(pool: ChunkPool) {
    this.#added = new CopyRows(pool);
    this.#merged = new CopyRows(pool);
  }

  add(claims: readonly StoredClaim[], merged: readonly StoredClaim[]): void {
    for (const claim of claims) writeRow(this.#added, CLAIM_COLUMNS, claim);
    for (const claim of merged) writeRow(this.#merged, CLAIM_COLUMNS, claim);
  }

  async write(client: Client): Promise<void> {
    await copyRows(client, `changes (${NAMES})`, this.#added);
    if (await copyRows(client, `batch_changes (${NAMES})`, this.#merged)) {
      await client.prepared('merge changes', MERGE_SQL);
    }
  }
}

// What says something comes merged with what is stored (`mergeChangeRows`). What says nothing may
// come without a look: it leaves stored content as it is, and of two the earlier instants stand.
const saysNothing = (row: string): string =>
  `(${row}.operation = 'UPDATE' and ${row}.fields = '{}' and ${row}.clears is null) is true`;
const SAYS_NOTHING = saysNothing('excluded');
const BOTH_SAY_NOTHING = `${SAYS_NOTHING} and ${saysNothing('known')}`;
const CONTENT = 'operation clocked clears untold fields before absent beforewhole'.split(' ');
const INSTANTS = ['entrydate', 'asof'];
const CONTENT_SQL = [
  ...CONTENT.map(
    (name) => `${name} = case when ${SAYS_NOTHING} then known.${name} else excluded.${name} end`,
  ),
  ...INSTANTS.map(
    (name) => `${name} = case when ${BOTH_SAY_NOTHING} then least(known.${name}, excluded.${name})
    when ${SAYS_NOTHING} then known.${name} else excluded.${name} end`,
  ),
].join(',\n  ');

// In the order of the keys, so that two sessions cannot lock crosswise.
const MERGE_SQL = `
insert into changes as known (${NAMES})
select ${NAMES} from batch_changes order by objid, objcode, eventid
on conflict (objid, objcode, eventid) do update set
  observedat = least(known.observedat, excluded.observedat),
  apiversion = greatest(known.apiversion, excluded.apiversion),
  actorid = least(known.actorid, excluded.actorid),
  ${CONTENT_SQL},
  (topic, partition, "offset") = (
    select place.topic, place.partition, place."offset"
    from (values (known.topic, known.partition, known."offset"),
      (excluded.topic, excluded.partition, excluded."offset")) as place (topic, partition, "offset")
    order by place.topic collate "C", place.partition, place."offset"
    limit 1)
where known.observedat > excluded.observedat
  or known.apiversion < excluded.apiversion
  or known.actorid is null and excluded.actorid is not null
  or known.actorid > excluded.actorid
  or not ${SAYS_NOTHING}
  or ${BOTH_SAY_NOTHING} and (known.entrydate > excluded.entrydate or known.asof > excluded.asof)
  or (known.topic, known.partition, known."offset")
    > (excluded.topic, excluded.partition, excluded."offset")`;
