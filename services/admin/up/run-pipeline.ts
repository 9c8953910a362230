/**
 * Starts the processes under supervision, waits until each can do its job, and keeps stack.json
 * true.
 */
import { logTail } from '../../local-stack/kept-process.ts';
import type { Stack } from '../../local-stack/start-stack.ts';
import { systemClock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import type { AdminContext } from '../admin-context.ts';
import { sayError } from '../say-error.ts';
import { writeStackFile } from '../stack-file.ts';
import type { PipelinePlan, PipelineProcess } from './pipeline-processes.ts';
import { superviseProcess } from './supervised-process.ts';
import type { SupervisedProcess } from './supervised-process.ts';

export interface PipelineOptions {
  readonly context: AdminContext;
  readonly stack: Stack;
  readonly plan: PipelinePlan;
  /** The sandbox keeps its subscriptions in memory; called when it has been started again. */
  readonly onSandboxRestarted: () => void;
  readonly onHopeless: (error: PipelineError) => void;
}

export interface RunningPipeline {
  /** Writes stack.json; from then on it follows every restart. */
  publish(): void;
  /** The sources first, so that nothing new comes while the projector finishes. */
  stop(): Promise<void>;
}

const READY_DEADLINE_MS = 120_000;
const POLL_MS = 100;
const FAILURES_MAX = 3;

export async function runPipeline(options: PipelineOptions): Promise<RunningPipeline> {
  const { context, plan } = options;
  const running: SupervisedProcess[] = [];
  const publisher = new StackPublisher(options, running);
  const stop = async (): Promise<void> => {
    await Promise.allSettled(running.map((one) => one.stop()));
  };
  try {
    if (plan.sandbox !== null) {
      const sandbox = await supervise(plan.sandbox, options, publisher);
      running.push(sandbox);
      await whenReady(plan.sandbox, sandbox, context.signal);
    }
    for (const one of plan.others) running.push(await supervise(one, options, publisher));
    const others = plan.others.map((one) => {
      const supervised = running.find(({ name }) => name === one.name) ?? null;
      return whenReady(one, supervised, context.signal);
    });
    await Promise.all(others);
    return { publish: () => publisher.open(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function supervise(
  one: PipelineProcess,
  { context, onSandboxRestarted, onHopeless }: PipelineOptions,
  publisher: StackPublisher,
): Promise<SupervisedProcess> {
  return superviseProcess({
    random: Math.random,
    name: one.name,
    logFile: one.logFile,
    launch: one.launch,
    clock: systemClock,
    announce: context.terminal.note,
    onHopeless,
    onRestarted: () => {
      publisher.rewrite();
      if (one.name !== 'sandbox') return;
      whenReady(one, null, context.signal).then(onSandboxRestarted, () => undefined);
    },
  });
}

class StackPublisher {
  readonly #options: PipelineOptions;
  readonly #running: readonly SupervisedProcess[];
  #open = false;

  constructor(options: PipelineOptions, running: readonly SupervisedProcess[]) {
    this.#options = options;
    this.#running = running;
  }

  open(): void {
    this.#open = true;
    this.write();
  }

  /** While it runs, a file that cannot be written is no reason to end what is well. */
  rewrite(): void {
    try {
      this.write();
    } catch (error) {
      this.#options.context.terminal.note(`stack.json is out of date: ${sayError(error)}`);
    }
  }

  write(): void {
    if (!this.#open) return;
    const { context, stack, plan } = this.#options;
    const all = [...(plan.sandbox === null ? [] : [plan.sandbox]), ...plan.others];
    writeStackFile(context, {
      sandboxUrl: plan.sandboxUrl,
      ingressUrl: plan.ingressUrl,
      queryApiUrl: null,
      consoleUrl: null,
      kafkaBrokers: [...stack.kafkaBrokers],
      registryUrl: stack.registryUrl,
      databaseUrl: stack.databaseUrl,
      processes: all.flatMap(({ name, opsUrl }) => {
        const pid = this.#running.find((one) => one.name === name)?.pid();
        return pid === undefined || pid === null ? [] : [{ name, pid, opsUrl }];
      }),
    });
  }
}

/** While it is being watched for the first time, one that keeps ending will not become ready. */
async function whenReady(
  one: PipelineProcess,
  supervised: Pick<SupervisedProcess, 'failures'> | null,
  signal: AbortSignal,
): Promise<void> {
  const deadlineMs = systemClock.monotonicMs() + READY_DEADLINE_MS;
  let reason = 'it does not answer';
  while (systemClock.monotonicMs() < deadlineMs) {
    const answer = await askReady(one.opsUrl);
    if (answer === null) return;
    reason = answer;
    if ((supervised?.failures() ?? 0) >= FAILURES_MAX) {
      reason = `it ended ${FAILURES_MAX} times`;
      break;
    }
    await systemClock.sleep(POLL_MS, signal);
  }
  throw new PipelineError(
    'START_FAILED',
    `${one.name} did not become ready: ${reason}. The end of ${one.logFile}:\n` +
      logTail(one.logFile, 6),
    { process: one.name },
  );
}

/** Null when it is ready, else why not. */
export async function askReady(opsUrl: string): Promise<string | null> {
  try {
    const response = await fetch(`${opsUrl}/readyz`, { signal: AbortSignal.timeout(2_000) });
    const text = await response.text();
    return response.ok ? null : text;
  } catch {
    return 'it does not answer';
  }
}
