/** Writes batches of claims about hours: the claims, what each hour gives, and the sums. */
import { hasReaction } from '../../../core/errors.ts';
import { mergeRepeat, sameContent } from '../../../core/fold/repeats.ts';
import type { Claim } from '../../../core/fold/claim.ts';
import { asMicros, FIRST_OFFSET, greatest } from '../../../core/units.ts';
import type { Micros } from '../../../core/units.ts';
import type { Client } from '../../../platform/postgres/postgres.ts';
import type { ChangeRow } from '../../../store/claims/change-row.ts';
import { groupByObject } from '../../../store/claims/group-by-object.ts';
import type { BatchOutcome, BulkWriter, RefusedRow, Writer } from '../projection.ts';
import { hourPart } from './hour-part.ts';
import type { HourPart } from './hour-part.ts';
import { claimIn, claimText } from './claim-json.ts';

/** It remembers nothing of the tables, so it trusts nothing either. */
export function openHoursWriter(): Writer<ChangeRow> {
  let rows: ChangeRow[] = [];
  const forget = (): void => void (rows = []);
  return {
    prepare: () => Promise.resolve(),
    add: (_client, some) => {
      for (const row of some) rows.push(row);
      return Promise.resolve();
    },
    flush: async (client) => {
      const hours = hoursOf(rows);
      const known = await readClaims(client, [...hours.keys()]);
      const told: ToldClaim[] = [];
      const touched: string[] = [];
      const parts: HourPart[] = [];
      let appended = 0;
      for (const [objID, claims] of hours) {
        const all = known.get(objID) ?? new Map<string, Claim>();
        const news = mergeInto(all, claims);
        if (news.length === 0) continue;
        appended += news.filter(({ isNew }) => isNew).length;
        for (const { claim } of news) told.push({ objID, claim });
        touched.push(objID);
        const part = hourPart(objID, [...all.values()]);
        if (part !== null) parts.push(part);
      }
      await writeClaims(client, told);
      await moveParts(client, touched, parts);
      const repeated = rows.length - appended;
      return { appended, refolded: 0, repeated, newest: newestOf(rows) } satisfies BatchOutcome;
    },
    committed: forget,
    forget,
  };
}

/** Of whole hours; the sums come at the end, since they go over all of them. */
export function openHoursBulkWriter(): BulkWriter<ChangeRow> {
  let told: ToldClaim[] = [];
  let parts: HourPart[] = [];
  return {
    prepare: () => Promise.resolve(),
    keyOf: ({ objID }) => objID,
    add: (rows) => {
      const refused: RefusedRow[] = [];
      for (const { objID, rows: some } of groupByObject(rows)) {
        const claims = some.map(({ claim }) => claim);
        try {
          const part = hourPart(objID, claims);
          if (part !== null) parts.push(part);
          for (const claim of claims) told.push({ objID, claim });
        } catch (error) {
          if (!hasReaction(error, 'park')) throw error;
          for (const row of some) refused.push({ row, error });
        }
      }
      return refused;
    },
    write: async (client) => {
      const [newTold, newParts] = [told, parts];
      told = [];
      parts = [];
      await client.query(ADD_CLAIMS_SQL, claimCells(newTold));
      await client.query(ADD_PARTS_SQL, partCells(newParts));
    },
    finish: async (client) => void (await client.query(SUM_ALL_SQL)),
  };
}

/** As they were told, but for where they stood in the log, which no table here holds. */
export async function readHoursBetween(
  client: Client,
  above: string,
  upTo: string | null,
): Promise<ChangeRow[]> {
  const { rows } = await client.query<{ objid: string; claim: string }>(BETWEEN_SQL, [above, upTo]);
  const place = { topic: '', partition: 0, offset: FIRST_OFFSET };
  return rows.map(({ objid, claim }) => {
    return { objID: objid, objCode: 'HOUR', claim: claimIn(claim), actorID: null, ...place };
  });
}

interface ToldClaim {
  readonly objID: string;
  readonly claim: Claim;
}

/** By ID, each event once. */
function hoursOf(rows: readonly ChangeRow[]): Map<string, Claim[]> {
  const claimsOf = (group: { readonly rows: readonly ChangeRow[] }): Claim[] =>
    group.rows.map(({ claim }) => claim);
  return new Map(groupByObject(rows).map((group) => [group.objID, claimsOf(group)]));
}

/** Puts claims among those that are known, and says which are not as they were. */
function mergeInto(
  known: Map<string, Claim>,
  claims: readonly Claim[],
): { readonly claim: Claim; readonly isNew: boolean }[] {
  return claims.flatMap((claim) => {
    const before = known.get(claim.eventID);
    const merged = before === undefined ? claim : mergeRepeat(before, claim);
    if (before !== undefined && isSame(before, merged)) return [];
    known.set(claim.eventID, merged);
    return [{ claim: merged, isNew: before === undefined }];
  });
}

function isSame(a: Claim, b: Claim): boolean {
  return a.observedAt === b.observedAt && a.apiVersion === b.apiVersion && sameContent(a, b);
}

function newestOf(rows: readonly ChangeRow[]): Map<string, Micros> {
  const newest = new Map<string, Micros>();
  for (const { topic, claim } of rows) {
    newest.set(topic, greatest(claim.entryDate, newest.get(topic) ?? asMicros(0)));
  }
  return newest;
}

async function readClaims(
  client: Client,
  objIDs: readonly string[],
): Promise<Map<string, Map<string, Claim>>> {
  const { rows } = await client.prepared<{ objid: string; claim: string }>(
    'hour claims',
    READ_SQL,
    [objIDs],
  );
  const hours = new Map<string, Map<string, Claim>>();
  for (const { objid, claim: text } of rows) {
    const claims = hours.get(objid) ?? new Map<string, Claim>();
    hours.set(objid, claims);
    const claim = claimIn(text);
    claims.set(claim.eventID, claim);
  }
  return hours;
}

async function writeClaims(client: Client, told: readonly ToldClaim[]): Promise<void> {
  if (told.length === 0) return;
  await client.query(
    `${ADD_CLAIMS_SQL} on conflict (objid, eventid) do update set claim = excluded.claim`,
    claimCells(told),
  );
}

/** First the sums, from what each hour gave until now, then what it gives. */
async function moveParts(
  client: Client,
  objIDs: readonly string[],
  parts: readonly HourPart[],
): Promise<void> {
  if (objIDs.length === 0) return;
  const cells = partCells(parts);
  const { rows } = await client.query<{ projectid: string; day: string }>(MOVE_SUMS_SQL, [
    objIDs,
    ...cells,
  ]);
  await client.query('delete from hour_parts where objid = any($1)', [objIDs]);
  await client.query(ADD_PARTS_SQL, cells);
  await client.query(DROP_EMPTY_SQL, [
    rows.map(({ projectid }) => projectid),
    rows.map(({ day }) => day),
  ]);
}

function claimCells(told: readonly ToldClaim[]): string[][] {
  return [
    told.map(({ objID }) => objID),
    told.map(({ claim }) => claim.eventID),
    told.map(({ claim }) => claimText(claim)),
  ];
}

function partCells(parts: readonly HourPart[]): string[][] {
  return [
    parts.map(({ objID }) => objID),
    parts.map(({ projectID }) => projectID),
    parts.map(({ day }) => day),
    parts.map(({ hours }) => hours),
  ];
}

const READ_SQL = 'select objid, claim from hour_claims where objid = any($1::text[])';

const BETWEEN_SQL = `
select objid, claim from hour_claims where objid > $1 and (objid <= $2 or $2 is null)`;

const ADD_CLAIMS_SQL = `
insert into hour_claims (objid, eventid, claim)
select objid, decode(eventid, 'hex'), claim
from unnest($1::text[], $2::text[], $3::jsonb[]) as told (objid, eventid, claim)`;

const ADD_PARTS_SQL = `
insert into hour_parts (objid, projectid, day, hours)
select * from unnest($1::text[], $2::text[], $3::date[], $4::numeric[])`;

// In the order of the keys, so that two sessions cannot lock crosswise. One text for one number.
const MOVE_SUMS_SQL = `
insert into hours_by_day as known (projectid, day, hours, entries)
select projectid, day, trim_scale(sum(hours)), sum(entry)
from (
  select projectid, day, -hours, -1 from hour_parts where objid = any($1::text[])
  union all
  select projectid, day, hours, 1
  from unnest($2::text[], $3::text[], $4::date[], $5::numeric[])
    as given (objid, projectid, day, hours)
) as moved (projectid, day, hours, entry)
group by projectid, day
having sum(hours) <> 0 or sum(entry) <> 0
order by projectid, day
on conflict (projectid, day) do update set
  hours = trim_scale(known.hours + excluded.hours), entries = known.entries + excluded.entries
returning projectid, day`;

const DROP_EMPTY_SQL = `
delete from hours_by_day using unnest($1::text[], $2::date[]) as moved (projectid, day)
where hours_by_day.projectid = moved.projectid and hours_by_day.day = moved.day and entries = 0`;

const SUM_ALL_SQL = `
delete from hours_by_day;
insert into hours_by_day (projectid, day, hours, entries)
select projectid, day, trim_scale(sum(hours)), count(*) from hour_parts group by projectid, day`;
