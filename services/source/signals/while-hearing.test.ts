import { expect, it } from 'vitest';
import { PipelineError } from '../../core/errors.ts';
import { offsetOf } from '../../core/units.ts';
import { ManualClock } from '../../../test/support/manual-clock.ts';
import { HeardSignals } from './heard-signals.ts';
import { whileHearing } from './while-hearing.ts';
import type { HearingParts } from './while-hearing.ts';

/** Of a log that keeps the group's places, but where no consumer comes to run. */
function hearingWithoutKafka(signal: AbortSignal): HearingParts {
  const never = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('the term is over')));
  });
  const offsets = [{ topic: 't', partition: 0, offset: offsetOf(1n) }];
  const admin = { fetchGroupOffsets: () => Promise.resolve(offsets) };
  return {
    kafka: {
      admin: () => admin,
      openConsumer: () => ({ run: () => never, stop: () => Promise.resolve() }),
    } as unknown as HearingParts['kafka'],
    term: { signal, again: (act) => act() },
    clock: new ManualClock(0),
    group: { groupId: 'g', beginsAt: ({ high }) => high },
    topics: ['t'],
    memoryMs: 0,
    heard: new HeardSignals(),
    take: () => Promise.resolve(),
  };
}

it('what ends the work is said at once, while Kafka lets nothing be heard', async () => {
  const term = new AbortController();
  const refused = new PipelineError('WORKFRONT_REFUSED', 'the key was refused');
  const hearing = whileHearing(hearingWithoutKafka(term.signal), () => Promise.reject(refused));
  await expect(hearing).rejects.toBe(refused);
  term.abort();
});
