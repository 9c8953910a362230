/** What is known of an object that is not as it should be: for whoever has to find the cause. */
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { flatTruth } from './compare-with-truth.ts';
import { sandbox } from './pipeline.ts';
import type { TestPipeline } from './pipeline.ts';
import type { TrueChange } from './oracle.ts';

const OBJECTS_MAX = 3;

/** Of the first objects that the faults name, as `objCode objID` at the beginning of a text. */
export async function faultEvidenceOf(
  pipeline: TestPipeline,
  pool: Pool,
  faults: readonly string[],
): Promise<string> {
  const named = faults.flatMap((one) => {
    const [, objCode, objID] = /^(\w+) (?:.*?: \w+: )?([0-9A-Za-z]{20,})/.exec(one) ?? [];
    return objCode === undefined || objID === undefined ? [] : [`${objCode} ${objID}`];
  });
  const fields = [...new Set(faults.flatMap((one) => / ([\w:. ]+) is /.exec(one)?.[1] ?? []))];
  const told: string[] = [];
  for (const name of [...new Set(named)].slice(0, OBJECTS_MAX)) {
    const [objCode = '', objID = ''] = name.split(' ');
    told.push(`${name}, in truth:`, ...(await truth(pipeline, { objCode, objID, fields })));
    told.push('claims:', ...(await linesOf(pool, CLAIMS, [objID, fields])));
    told.push('known:', ...(await linesOf(pool, KNOWN, [objID])));
    told.push('gaps:', ...(await linesOf(pool, GAPS, [objID])));
    told.push('watched:', ...(await linesOf(pool, WATCHED, [objCode])));
  }
  return told.join('\n  ');
}

/** Each change, with the values of the fields that are in question. */
async function truth(
  pipeline: TestPipeline,
  { objCode, objID, fields }: { objCode: string; objID: string; fields: readonly string[] },
): Promise<string[]> {
  const path = `/oracle/${objCode}/${objID}/history`;
  const history = await sandbox<readonly (TrueChange & { eventTime: string })[]>(
    pipeline,
    'GET',
    path,
  );
  return history.map(({ at, eventTime, kind, sentEvent, changes }) => {
    const names = Object.keys(changes).slice(0, 8).join(' ');
    const flat = flatTruth(changes);
    const values = fields.flatMap((one) =>
      Object.hasOwn(flat, one) ? [`${one}=${JSON.stringify(flat[one])}`] : [],
    );
    const how = sentEvent ? 'told' : 'silent';
    return [at, kind, 'eventTime', eventTime, how, names, ...values].join(' ');
  });
}

async function linesOf(pool: Pool, sql: string, values: readonly unknown[]): Promise<string[]> {
  const { rows } = await pool.query(sql, [...values]);
  return rows.map((row) =>
    JSON.stringify(row, (_name, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    ).slice(0, 4_000),
  );
}

const AT = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'HH24:MI:SS.MS') as ${column}`;

const CLAIMS = `
  select path, operation, ${AT('entrydate')}, ${AT('asof')}, ${AT('observedat')}, apiversion,
    (select string_agg(key, ' ') from (select jsonb_object_keys(fields) as key limit 8) as few)
      as fields, (select jsonb_object_agg(key, value) from jsonb_each(fields) where key = any($2))
      as values
  from live.changes where objid = $1 order by asof
`;

const KNOWN = `
  select objcode, hash is not null as hashed, to_timestamp(clock / 1e6) as clock,
    to_timestamp(asof / 1e6) as asof, gone
  from control.known_objects where objid = $1
`;

const WATCHED = `
  select ${AT('since')}, told, (
    select count(*) from live.changes where objcode = $1 and path = 'WEBHOOK'
  ) as webhooks
  from control.watched_types where objcode = $1
`;

const GAPS = `
  select reason, fields, ${AT('began')}, ${AT('ended')}, state, readers
  from control.gaps where objid = $1
`;
