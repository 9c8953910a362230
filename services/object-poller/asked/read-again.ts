/**
 * Beside the polls, until the term ends: what is to be read again. Single objects and gaps go
 * before backfills, which may take hours, so those have a turn of their own.
 */
import { answerWanted } from './answer-wanted.ts';
import { fillGaps } from './fill-gaps.ts';
import type { Polling } from '../polling.ts';
import type { PolledType } from '../polled-types.ts';
import { recordMissedChanges } from '../missed/record-missed.ts';
import { runBackfill } from './run-backfill.ts';

const LOOK_EVERY_MS = 1_000;

type Work = (polling: Polling, types: ReadonlyMap<string, PolledType>) => Promise<boolean>;

export async function readAgain(polling: Polling, polled: readonly PolledType[]): Promise<void> {
  const types = new Map(polled.map((type) => [type.objCode, type]));
  const { term, clock } = polling;
  const keepAt = async (work: Work): Promise<void> => {
    while (!term.signal.aborted) {
      const wasBusy = await work(polling, types);
      await clock.sleep(wasBusy ? LOOK_EVERY_MS / 10 : LOOK_EVERY_MS, term.signal);
    }
  };
  await Promise.all([recordMissedChanges, answerWanted, fillGaps, runBackfill].map(keepAt));
}
