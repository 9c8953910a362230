/**
 * One server of the local stack: starts, stops, is killed and started again at the same address.
 */
import { systemClock } from '../core/clock.ts';
import { PipelineError } from '../core/errors.ts';
import type { Millis } from '../core/units.ts';
import { logTail } from './kept-process.ts';
import type { KeptProcess } from './kept-process.ts';

export interface Part {
  readonly name: string;
  readonly logFile: string;
  /** Null while it does not run. */
  pid(): number | null;
  /** Resolves when it serves; safe to call when it runs already. */
  start(): Promise<void>;
  /** In order; safe to call at any time, also twice. */
  stop(): Promise<void>;
  /** kill -9, as a crash would. */
  kill(): Promise<void>;
}

export interface PartOptions {
  readonly name: string;
  readonly logFile: string;
  readonly launch: () => Promise<KeptProcess>;
  /** True when the server with this pid answers. */
  readonly ready: (pid: number) => Promise<boolean>;
  readonly readyDeadlineMs: Millis;
  /** Hears when it ended without being asked to. */
  readonly onCrash: (name: string, exitCode: number) => void;
  readonly signal?: AbortSignal | undefined;
}

const POLL_MS = 50;
// After a kill -9 the children of Postgres need a moment to notice; until then a start is refused.
const PASSING_REFUSAL = /pre-existing shared memory block|is still in use/;

export function createPart(options: PartOptions): Part {
  let running: KeptProcess | null = null;

  const start = async (): Promise<void> => {
    if (running !== null) return;
    const started = await launchUntilReady(options);
    running = started;
    void started.exited.then((exitCode) => {
      if (running !== started) return;
      running = null;
      options.onCrash(options.name, exitCode);
    });
  };
  const end = async (how: 'stop' | 'kill'): Promise<void> => {
    const ending = running;
    running = null;
    await ending?.[how]();
  };
  return {
    name: options.name,
    logFile: options.logFile,
    pid: () => running?.pid ?? null,
    start,
    stop: () => end('stop'),
    kill: () => end('kill'),
  };
}

async function launchUntilReady(options: PartOptions): Promise<KeptProcess> {
  const deadlineMs = systemClock.monotonicMs() + options.readyDeadlineMs;
  for (;;) {
    const started = await options.launch();
    const outcome = await whenReady(started, options, deadlineMs).catch(async (error: unknown) => {
      await started.stop();
      throw error;
    });
    if (outcome === 'ready') return started;
    await started.stop();
    const log = logTail(options.logFile);
    const again = PASSING_REFUSAL.test(log) && systemClock.monotonicMs() < deadlineMs;
    if (!again) throw notReady(options, outcome, log);
    await systemClock.sleep(POLL_MS * 4, options.signal);
  }
}

async function whenReady(
  started: KeptProcess,
  { ready, signal }: PartOptions,
  deadlineMs: Millis,
): Promise<'ready' | 'ended' | 'late'> {
  let ended = false;
  void started.exited.then(() => (ended = true));
  while (systemClock.monotonicMs() < deadlineMs) {
    if (await ready(started.pid)) return 'ready';
    if (ended) return 'ended';
    await systemClock.sleep(POLL_MS, signal);
  }
  return 'late';
}

function notReady({ name, logFile }: PartOptions, outcome: 'ended' | 'late', log: string) {
  const fix = /address (already )?in use/i.test(log)
    ? 'Another program has just taken its port; run it again, another port will be chosen.'
    : `See ${logFile}; what is damaged beyond repair goes with npx workfront-cdc reset.`;
  const fact = outcome === 'ended' ? 'ended while starting' : 'did not become ready in time';
  return new PipelineError(
    'START_FAILED',
    `The local ${name} ${fact}. ${fix}\nThe end of its log:\n${log}`,
    { part: name },
  );
}
