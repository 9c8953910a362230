import { describe, expect, it } from 'vitest';
import { clockAt, event, read, values } from '../../../test/support/crowd-events.ts';

/** No clock moves; what tells of it has an eventTime, behind it by up to the spread. */
describe('a recalculation told of, and a read just before its eventTime', () => {
  const told = (condition: number) => ({ condition, lastUpdateDate: clockAt(0) });
  const before = read(0, 2_000, { condition: 1 });

  it('the read found what the next one left: it is believed, though the event seems later', () => {
    const events = [
      before,
      event('UPDATE', 0, 10_363, told(2), told(1)),
      read(0, 10_306, { condition: 3 }),
    ];
    expect(values(events, 'condition').at(-1)?.[1]).toBe(3);
  });

  it('the event found what the read shows: the event is believed', () => {
    const events = [
      before,
      read(0, 10_306, { condition: 2 }),
      event('UPDATE', 0, 10_363, told(3), told(2)),
    ];
    expect(values(events, 'condition').at(-1)?.[1]).toBe(3);
  });
});
