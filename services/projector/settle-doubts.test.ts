import { expect, it } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { eventually } from '../../test/support/eventually.ts';
import { createLogger } from '../platform/process/logger.ts';
import type { Queryable } from '../platform/postgres/postgres.ts';
import { settleDoubts } from './settle-doubts.ts';

const DOUBT = { objcode: 'TASK', objid: 'one', state: '1 name' };

function answering(answer: (sql: string) => readonly object[]): Queryable {
  const query = async (sql: string) => {
    const rows = answer(sql);
    return { rows, rowCount: rows.length };
  };
  return { query } as unknown as Queryable;
}

it('control away: what is in doubt is asked for when it is back', async () => {
  const stop = new AbortController();
  let away = 3;
  const asked: string[] = [];
  const control = answering((sql) => {
    away -= 1;
    if (away > 0) throw new Error('control is away');
    if (sql.includes('wanted_reads')) asked.push(sql);
    return [];
  });
  const logger = createLogger('test', { level: 'silent' });
  const options = { store: answering(() => [DOUBT]), control, quietMs: 1, isNearEnd: () => true };
  const running = settleDoubts({ ...options, clock: systemClock, logger }, stop.signal);
  await eventually(() => asked.length > 0, { what: 'it asks' });
  stop.abort();
  await running;
});

it('far from the end of the log: nothing is asked for, the log may settle it', async () => {
  const stop = new AbortController();
  const logger = createLogger('test', { level: 'silent' });
  let looks = 0;
  const isNearEnd = (): boolean => (looks += 1) < 0;
  const nothing = answering(() => {
    throw new Error('it must not look');
  });
  let said = 0;
  const counting = { ...logger, warn: () => void (said += 1) };
  const options = { store: nothing, control: nothing, quietMs: 1, isNearEnd };
  const running = settleDoubts({ ...options, clock: systemClock, logger: counting }, stop.signal);
  await eventually(() => looks > 3, { what: 'it has looked' });
  stop.abort();
  await running;
  expect(said).toBe(0);
});
