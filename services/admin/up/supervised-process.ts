/** A process of the pipeline that is started again when it ends without being asked to. */
import type { Clock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import { pauseAfter } from '../../core/retry.ts';
import type { Backoff } from '../../core/retry.ts';
import { logTail } from '../../local-stack/kept-process.ts';
import type { KeptProcess } from '../../local-stack/kept-process.ts';
import { sayError } from '../say-error.ts';

export interface SupervisedOptions {
  readonly name: string;
  readonly logFile: string;
  readonly launch: () => Promise<KeptProcess>;
  readonly clock: Clock;
  /** In [0, 1): of how long a pause is. */
  readonly random: () => number;
  readonly announce: (message: string) => void;
  /** It runs again, under a new pid. */
  readonly onRestarted: () => void;
  /** It will not be started again: its configuration or environment is at fault. */
  readonly onHopeless: (error: PipelineError) => void;
}

export interface SupervisedProcess {
  readonly name: string;
  pid(): number | null;
  /** How often in a row it ended without being asked to. */
  failures(): number;
  stop(): Promise<void>;
}

const BACKOFF: Backoff = { firstMs: 500, maxMs: 30_000 };
/** One that ran this long was well: the next failure is the first again. */
const WELL_AFTER_MS = 60_000;

export async function superviseProcess(options: SupervisedOptions): Promise<SupervisedProcess> {
  const stopping = new AbortController();
  let running: KeptProcess | null = await options.launch();
  let failures = 0;
  const turning = keepRunning(running, options, stopping.signal, (next, failed) => {
    running = next;
    failures = failed;
  });
  let stopped: Promise<void> | null = null;
  return {
    name: options.name,
    pid: () => running?.pid ?? null,
    failures: () => failures,
    stop: () => {
      stopped ??= (async () => {
        stopping.abort();
        await running?.stop();
        await turning;
      })();
      return stopped;
    },
  };
}

async function keepRunning(
  first: KeptProcess,
  options: SupervisedOptions,
  stopping: AbortSignal,
  onChange: (running: KeptProcess | null, failures: number) => void,
): Promise<void> {
  const { clock } = options;
  let running = first;
  let startedMs = clock.monotonicMs();
  let failures = 0;
  while (!stopping.aborted) {
    const exitCode = await running.exited;
    if (stopping.aborted) return;
    if (exitCode === 2 || exitCode === 3) {
      options.onHopeless(hopeless(options, exitCode));
      return;
    }
    failures = clock.monotonicMs() - startedMs > WELL_AFTER_MS ? 1 : failures + 1;
    onChange(null, failures);
    const next = await launchAgain(`ended with exit code ${exitCode}`, failures, options, stopping);
    if (next === null) return;
    running = next;
    startedMs = clock.monotonicMs();
    onChange(running, failures);
    options.onRestarted();
    // `stop` may have come while it was being started.
    if (stopping.aborted) await running.stop();
  }
}

/** Null when it is no longer wanted. A disk that is full now may have room in a minute. */
async function launchAgain(
  why: string,
  failures: number,
  { name, clock, random, announce, launch }: SupervisedOptions,
  stopping: AbortSignal,
): Promise<KeptProcess | null> {
  for (let times = failures; ; times += 1) {
    const pauseMs = pauseAfter(times - 1, random, BACKOFF);
    announce(`${name} ${why}; it starts again in ${(pauseMs / 1000).toFixed(1)} s.`);
    await clock.sleep(pauseMs, stopping).catch(() => undefined);
    if (stopping.aborted) return null;
    try {
      return await launch();
    } catch (error) {
      why = `could not be started: ${sayError(error)}`;
    }
  }
}

function hopeless({ name, logFile }: SupervisedOptions, exitCode: 2 | 3): PipelineError {
  const fault = exitCode === 2 ? 'configuration' : 'environment';
  return new PipelineError(
    exitCode === 2 ? 'CONFIG_INVALID' : 'START_FAILED',
    `${name} cannot run with this ${fault}. The end of ${logFile}:\n${logTail(logFile, 4)}`,
    { process: name },
  );
}
