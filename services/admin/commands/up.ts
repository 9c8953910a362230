/** `up`: the whole pipeline on one machine, watched and restarted until it is told to stop. */
import { cacheDir } from '../../local-stack/cache-dir.ts';
import { refuseSecond } from '../../local-stack/data-folder.ts';
import { takeAskedPort } from '../../local-stack/ports.ts';
import { startStack } from '../../local-stack/start-stack.ts';
import type { Stack } from '../../local-stack/start-stack.ts';
import { systemClock } from '../../core/clock.ts';
import type { PipelineError } from '../../core/errors.ts';
import { Secret } from '../../platform/process/secret.ts';
import type { AdminContext } from '../admin-context.ts';
import { runningStack } from '../connections.ts';
import { downloadBars } from '../download-bars.ts';
import { removeStackFile } from '../stack-file.ts';
import { restartCrashed } from '../up/crashed-part.ts';
import { firstLook } from '../up/first-look.ts';
import { planPipeline } from '../up/pipeline-processes.ts';
import type { PipelinePlan } from '../up/pipeline-processes.ts';
import { prepareStores } from '../up/prepare-stores.ts';
import { runPipeline } from '../up/run-pipeline.ts';
import { startChanges } from '../up/sandbox-life.ts';
import { watchLive } from '../up/watch-live.ts';
import { webhookTokenOf } from '../up/stack-token.ts';
import { sandboxAccess, workfrontOf } from '../workfront-access.ts';
import type { WorkfrontAccess } from '../workfront-access.ts';
import { applySubscriptions } from './subscriptions.ts';

export interface UpOptions {
  /** False for one that nobody watches: no summary is drawn. */
  readonly live: boolean;
  /** Everything runs, and stack.json says where. */
  readonly onReady: () => void;
}

/** Ends when the context's signal aborts, after everything has stopped in order. */
export async function upCommand(given: AdminContext, options: UpOptions): Promise<void> {
  refuseSecond(given.dataDir);
  await refuseTakenPorts(given);
  const broken = new AbortController();
  const context = { ...given, signal: AbortSignal.any([given.signal, broken.signal]) };
  const closers: (() => Promise<void>)[] = [];
  try {
    await bringUp(context, options, closers, (error) => broken.abort(error));
    // Only an abort ends the watching.
    context.signal.throwIfAborted();
  } catch (error) {
    // Told to stop is no failure, wherever it was in its work.
    if (!given.signal.aborted) throw error;
  } finally {
    given.terminal.note('Stopping.');
    for (const close of closers.reverse()) await close();
    given.terminal.note('Everything has stopped. The data stay in ' + given.dataDir + '.');
  }
}

async function bringUp(
  given: AdminContext,
  { live, onReady }: UpOptions,
  closers: (() => Promise<void>)[],
  onHopeless: (error: PipelineError) => void,
): Promise<void> {
  const { terminal, signal } = given;
  const stack = await startServers(given, closers);
  const context = onStack(given, stack);
  const webhookToken = webhookTokenOf(context);
  const plan = await planPipeline(context, stack, webhookToken);
  await prepareStores(context, plan.workfrontUrl);
  const access = accessOf(context, plan, webhookToken);
  const breathe = (): Promise<void> => giveLife(context, plan, access);
  terminal.note('Starting the processes.');
  const pipeline = await runPipeline({
    context,
    stack,
    plan,
    onHopeless,
    onSandboxRestarted: () => {
      breathe().catch((error: unknown) => terminal.note(String(error)));
    },
  });
  closers.push(() => pipeline.stop());
  await breathe();
  closers.push(async () => removeStackFile(context));
  pipeline.publish();
  const running = runningStack(context);
  if (running === null) return;
  terminal.print(await firstLook(context, running, stack.analystUrl));
  onReady();
  if (live) await watchLive(context, running.processes, signal);
  else await new Promise((resolve) => signal.addEventListener('abort', resolve));
}

/** Before anything is started: what was asked for by name must be free. */
async function refuseTakenPorts({ settings }: AdminContext): Promise<void> {
  for (const name of ['WEBHOOK_PORT', 'SANDBOX_PORT'] as const) {
    const port = settings[name];
    if (port !== undefined) await takeAskedPort(name, port);
  }
}

async function startServers(
  { settings, env, dataDir, terminal, signal }: AdminContext,
  closers: (() => Promise<void>)[],
): Promise<Stack> {
  terminal.note(`Starting Kafka, the schema registry and Postgres (data in ${dataDir}).`);
  const restart = { clock: systemClock, announce: terminal.note, signal };
  const stack: Stack = await startStack({
    dataDir,
    cacheDir: cacheDir(env),
    env,
    signal,
    given: {
      kafkaBrokers: settings.KAFKA_BROKERS,
      registryUrl: settings.SCHEMA_REGISTRY_URL,
      databaseUrl: settings.DATABASE_URL?.reveal(),
    },
    prefer: settings.WORKFRONT_CDC_PORTS,
    progress: downloadBars(terminal),
    say: terminal.note,
    onCrash: (name, exitCode) => {
      const part = Object.values(stack.parts).find((one) => one?.name === name);
      if (part) void restartCrashed(part, exitCode, restart);
    },
  });
  closers.push(() => stack.stop());
  return stack;
}

/** The context as the commands know it, with the servers that now run. */
function onStack(context: AdminContext, stack: Stack): AdminContext {
  const settings = {
    ...context.settings,
    KAFKA_BROKERS: [...stack.kafkaBrokers],
    SCHEMA_REGISTRY_URL: stack.registryUrl,
    DATABASE_URL: new Secret(stack.databaseUrl),
  };
  return { ...context, settings };
}

/** Null where a tenant cannot reach the ingress: then the journal alone brings its changes. */
function accessOf(
  context: AdminContext,
  { sandboxUrl, ingressUrl }: PipelinePlan,
  webhookToken: Secret,
): WorkfrontAccess | null {
  if (sandboxUrl !== null) return sandboxAccess(sandboxUrl, ingressUrl, webhookToken);
  const { WEBHOOK_PUBLIC_URL, WEBHOOK_TOKEN } = context.settings;
  if (WEBHOOK_PUBLIC_URL !== undefined && WEBHOOK_TOKEN !== undefined) return workfrontOf(context);
  context.terminal.note(
    'No event subscriptions: set WEBHOOK_PUBLIC_URL and WEBHOOK_TOKEN to have them. Until then changes ' +
      'come from the journal alone.',
  );
  return null;
}

/** Subscriptions, then changes to deliver. */
async function giveLife(
  { settings, terminal, signal }: AdminContext,
  { sandboxUrl }: PipelinePlan,
  access: WorkfrontAccess | null,
): Promise<void> {
  if (access !== null) {
    const { plan, done, refused } = await applySubscriptions(access, signal);
    terminal.note(`Event subscriptions: ${done.create} created, ${plan.present} were there.`);
    for (const refusal of refused) terminal.note(refusal);
  }
  if (sandboxUrl !== null) await startChanges(sandboxUrl, settings.SANDBOX_RATE);
}
