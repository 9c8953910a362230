import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asMicros, justAfter } from '../../services/core/units.ts';
import type { Micros } from '../../services/core/units.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import type { RawRecord } from '../../services/platform/kafka/outgoing-record.ts';
import { inputOfRow, publishInputs } from '../../services/source/log/publish-inputs.ts';
import type { PublishParts, TranslatedInput } from '../../services/source/log/publish-inputs.ts';
import { databaseNow } from '../../services/source/promises/database-now.ts';
import { forgetUnmet, markSetAside } from '../../services/source/promises/set-aside.ts';
import { park } from '../../services/source/log/translation.ts';
import { readObject } from '../../services/object-poller/object-read.ts';
import { translate } from '../../services/object-poller/translate.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';

const CLOCK = asMicros(1_764_500_000_000_000);
const SOURCE = 'object-poller';

let database: FreshDatabase;
let pool: Pool;
let sent: RawRecord[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool({ url: database.url, max: 2, applicationName: 'set-aside-test' });
});

afterAll(async () => {
  await pool.close();
  await database.drop();
});

beforeEach(async () => {
  sent = [];
  await pool.query('truncate control.set_aside, control.watermarks');
});

function parts(service = SOURCE): PublishParts {
  const counter = { add: () => undefined };
  return {
    service,
    topicPrefix: 'workfront',
    codec: { encode: () => Buffer.from('event') },
    control: pool,
    publisher: { publish: async (records) => void sent.push(...records) },
    metrics: { received: counter, published: counter, parked: counter },
  };
}

function bad(id: string | null, clock: Micros | null = CLOCK): TranslatedInput {
  const row = { ID: id, name: `bad ${clock}` };
  return {
    translated: park('UNDECODABLE', 'two names of a state would become one field'),
    input: inputOfRow(row, 'TASK/search', CLOCK),
    subject: { objCode: 'TASK', id, clock },
  };
}

function good(id: string): TranslatedInput {
  const read = readObject({ ID: id, lastUpdateDate: '2026-01-31T00:00:00Z' }, null, CLOCK);
  const options = { objCode: 'TASK', observedAt: CLOCK, searchLagMs: 0, customerID: null };
  const subject = { objCode: 'TASK', id, clock: CLOCK };
  return { translated: translate(read, options), input: inputOfRow({}, '', CLOCK), subject };
}

interface Row {
  readonly subject: string;
  readonly state: string;
  readonly since: bigint | null;
  readonly swept: bigint | null;
}

async function rows(): Promise<readonly Row[]> {
  const micros = (column: string): string => `(extract(epoch from ${column}) * 1000000)::bigint`;
  const found = await pool.query<Row>(
    `select subject, state, ${micros('since')} as since, ${micros('swept_since')} as swept
     from control.set_aside order by subject`,
  );
  return found.rows;
}

async function promiseUpTo(objCode: string, kind: string, micros: number): Promise<void> {
  await pool.query(
    `insert into control.watermarks (objcode, kind, up_to, ends, moved_at)
     values ($1, $2, 'epoch'::timestamptz + $3::bigint * interval '1 microsecond', '{}', now())`,
    [objCode, kind, micros],
  );
}

describe('what a poller sets aside', () => {
  test('has one letter however often it is met, and a second when its content changes', async () => {
    const first = bad('a');
    expect(await publishInputs([first], parts())).toEqual(new Set([first]));
    await publishInputs([bad('a')], parts());
    expect(sent).toHaveLength(1);
    await publishInputs([bad('a', justAfter(CLOCK))], parts());
    expect(sent).toHaveLength(2);
    expect(await rows()).toHaveLength(1);
  });

  test('holds changes back to just before it, and deletes to what was swept before', async () => {
    await promiseUpTo('TASK', 'swept', CLOCK - 5_000_000);
    await publishInputs([bad('a'), bad(null, null)], parts());
    const [withoutID, withID] = await rows();
    const swept = BigInt(CLOCK - 5_000_000);
    expect(withID).toMatchObject({ subject: 'a', since: BigInt(CLOCK - 1), swept });
    expect(withoutID).toMatchObject({ since: swept, swept });
  });

  test('of a type that was never whole leaves nothing promised', async () => {
    await publishInputs([bad('a', null)], parts());
    expect(await rows()).toMatchObject([{ since: null, swept: null, state: 'waiting' }]);
  });

  test('of the journal holds history back to just before the row', async () => {
    await promiseUpTo('JRNLE', 'history', CLOCK - 9);
    await publishInputs([bad('a'), bad('b', null)], parts('journal-poller'));
    const [a, b] = await rows();
    expect(a?.since).toBe(BigInt(CLOCK - 1));
    expect(b?.since).toBe(BigInt(CLOCK - 9));
  });

  test('is forgotten once the same object is read as an event, and no other', async () => {
    await publishInputs([bad('a'), bad('b')], parts());
    await publishInputs([good('a')], parts());
    expect(await rows()).toMatchObject([{ subject: 'b' }]);
  });

  test('is forgotten when a listing of the type meets it no more', async () => {
    await publishInputs([bad('gone'), bad('still')], parts());
    const begun = await databaseNow(pool);
    await publishInputs([bad('still')], parts());
    await forgetUnmet(pool, SOURCE, 'TASK', begun);
    expect(await rows()).toMatchObject([{ subject: 'still' }]);
  });

  test('and dismissed holds nothing back, and stays dismissed until it changes', async () => {
    const input = bad('a');
    await publishInputs([input], parts());
    expect(await markSetAside(pool, SOURCE, input.input.bytes(), 'dismissed')).toBe(true);
    await publishInputs([bad('a')], parts());
    expect(await rows()).toMatchObject([{ state: 'dismissed' }]);
    expect(sent).toHaveLength(1);
    await publishInputs([bad('a', justAfter(CLOCK))], parts());
    expect(await rows()).toMatchObject([{ state: 'waiting' }]);
  });

  test('and asked for again has a new letter where it is still no event', async () => {
    const input = bad('a');
    await publishInputs([input], parts());
    await markSetAside(pool, SOURCE, input.input.bytes(), 'asked');
    await publishInputs([bad('a')], parts());
    expect(sent).toHaveLength(2);
    expect(await rows()).toMatchObject([{ state: 'waiting' }]);
  });

  test('for being of another customer holds nothing back', async () => {
    const foreign = { ...bad('a'), translated: park('FOREIGN_CUSTOMER', 'not ours') };
    await publishInputs([foreign], parts());
    expect(await rows()).toMatchObject([{ state: 'dismissed' }]);
    expect(sent).toHaveLength(1);
  });
});
