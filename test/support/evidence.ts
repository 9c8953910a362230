/** What is known of an object that is not as it should be: for whoever has to find the cause. */
import type { Pool } from '../../services/platform/postgres/postgres.ts';
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
  const told: string[] = [];
  for (const name of [...new Set(named)].slice(0, OBJECTS_MAX)) {
    const [objCode = '', objID = ''] = name.split(' ');
    told.push(`${name}, in truth:`, ...(await truth(pipeline, objCode, objID)));
    told.push('claims:', ...(await linesOf(pool, CLAIMS, [objID])));
    told.push('known:', ...(await linesOf(pool, KNOWN, [objID])));
    told.push('gaps:', ...(await linesOf(pool, GAPS, [objID])));
  }
  return told.join('\n  ');
}

async function truth(pipeline: TestPipeline, objCode: string, objID: string): Promise<string[]> {
  const path = `/oracle/${objCode}/${objID}/history`;
  const history = await sandbox<readonly (TrueChange & { eventTime: string })[]>(
    pipeline,
    'GET',
    path,
  );
  return history.map(({ at, eventTime, kind, sentEvent, changes }) => {
    const names = Object.keys(changes).slice(0, 8).join(' ');
    return `${at} ${kind} eventTime ${eventTime} ${sentEvent ? 'told' : 'silent'} ${names}`;
  });
}

async function linesOf(pool: Pool, sql: string, values: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query(sql, [...values]);
  return rows.map((row) =>
    JSON.stringify(row, (_name, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    ).slice(0, 400),
  );
}

const AT = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'HH24:MI:SS.MS') as ${column}`;

const CLAIMS = `
  select path, operation, ${AT('entrydate')}, ${AT('asof')}, ${AT('observedat')}, apiversion,
    (select string_agg(key, ' ') from (select jsonb_object_keys(fields) as key limit 8) as few)
      as fields
  from live.changes where objid = $1 order by asof
`;

const KNOWN = `
  select objcode, hash is not null as hashed, to_timestamp(clock / 1e6) as clock,
    to_timestamp(asof / 1e6) as asof, gone
  from control.known_objects where objid = $1
`;

const GAPS = `
  select reason, fields, ${AT('began')}, ${AT('ended')}, state, readers
  from control.gaps where objid = $1
`;
