import { expect, test } from 'vitest';
import { asMicros, NO_EPOCH } from '../core/units.ts';
import { PipelineError } from '../core/errors.ts';
import { HistoryMark } from './history-mark.ts';

const ASKED = asMicros(1_700_000_000_000_000);

/** What is written of `history`, by a database that takes it and a Kafka that is there or not. */
function scene() {
  const marks: unknown[] = [];
  let isAway = false;
  const fetchOffsets = async () => {
    if (isAway) throw new PipelineError('KAFKA_UNAVAILABLE', 'away');
    return [];
  };
  const query = async (_sql: string, values?: readonly unknown[]) => {
    if (values === undefined) return { rows: [{ now: 'now' }] };
    marks.push(values[4]);
    return { rows: [{ held: true }] };
  };
  const term = {
    again: (act: () => Promise<unknown>) => act(),
    lease: { name: 'journal-poller', epoch: NO_EPOCH },
  };
  const parts = { pool: { query }, kafka: { admin: () => ({ fetchOffsets }) }, topicPrefix: 'wf' };
  type Given = ConstructorParameters<typeof HistoryMark>;
  const mark = new HistoryMark(term as unknown as Given[0], parts as unknown as Given[1]);
  return { mark, marks, set: (away: boolean) => (isAway = away) };
}

test('history is promised up to the question of the poll less the whole overlap, no further', async () => {
  const { mark, marks } = scene();
  await mark.move(ASKED, 300_000);
  expect(marks).toEqual([ASKED - 300_000_000]);
});

test('nothing is promised where the server tells no time, or the ends of the log are not known', async () => {
  const { mark, marks, set } = scene();
  await mark.move(null, 300_000);
  set(true);
  await mark.move(ASKED, 300_000);
  expect(marks).toEqual([]);
  set(false);
  await mark.move(ASKED, 300_000);
  expect(marks).toHaveLength(1);
});
