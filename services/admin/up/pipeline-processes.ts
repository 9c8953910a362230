/** The processes of the pipeline as `up` runs them: each one's port, and what it is told. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { pidsFolder } from '../../local-stack/data-folder.ts';
import { keepProcess } from '../../local-stack/kept-process.ts';
import type { KeptProcess } from '../../local-stack/kept-process.ts';
import { choosePort, takeAskedPort } from '../../local-stack/ports.ts';
import type { PortName } from '../../local-stack/ports.ts';
import { GUARDED_READER_ROLE, READER_ROLE } from '../../local-stack/local-postgres.ts';
import type { Stack } from '../../local-stack/start-stack.ts';
import { PipelineError } from '../../core/errors.ts';
import { assetPath } from '../../platform/process/assets.ts';
import type { Env } from '../../platform/process/config.ts';
import type { Secret } from '../../platform/process/secret.ts';
import type { AdminContext } from '../admin-context.ts';
import { isWanted, nodeOptionsOf, SERVICES } from '../../processes.ts';
import type { ServiceName } from '../../processes.ts';
import { SANDBOX_API_KEY } from '../workfront-access.ts';

/** A process to be started: what it is called, where it answers, what it is told. */
export interface PipelineProcess {
  readonly name: ServiceName;
  readonly opsUrl: string;
  readonly logFile: string;
  readonly launch: () => Promise<KeptProcess>;
}

export interface PipelinePlan {
  /** Null when a real tenant is named. */
  readonly sandbox: PipelineProcess | null;
  readonly others: readonly PipelineProcess[];
  readonly sandboxUrl: string | null;
  readonly ingressUrl: string;
  /** Of the tenant, or of the sandbox in its place. */
  readonly workfrontUrl: string;
}

export async function planPipeline(
  context: AdminContext,
  stack: Stack,
  webhookToken: Secret,
): Promise<PipelinePlan> {
  const { settings } = context;
  const tenant = settings.WORKFRONT_URL;
  const sandboxPort =
    tenant === undefined ? await portOf(context, 'sandbox', settings.SANDBOX_PORT) : 0;
  const ingressPort = await portOf(context, 'webhook-ingress', settings.WEBHOOK_PORT);
  const sandboxUrl = tenant === undefined ? `http://127.0.0.1:${sandboxPort}` : null;
  const env: Env = {
    ...context.env,
    KAFKA_BROKERS: stack.kafkaBrokers.join(','),
    SCHEMA_REGISTRY_URL: stack.registryUrl,
    DATABASE_URL: stack.databaseUrl,
    ...(stack.analystUrl === null
      ? {}
      : {
          STORE_READER_ROLE: READER_ROLE,
          STORE_GUARDED_READER_ROLE: GUARDED_READER_ROLE,
        }),
    WEBHOOK_HOST: context.env['WEBHOOK_HOST'] ?? '127.0.0.1',
    WEBHOOK_PORT: String(ingressPort),
    WEBHOOK_TOKEN: webhookToken.reveal(),
    WEBHOOK_SPOOL_DIR: context.env['WEBHOOK_SPOOL_DIR'] ?? join(context.dataDir, 'spool'),
    SANDBOX_PORT: String(sandboxPort),
    // It remembers its objects as the tables do: after a restart they still agree.
    SANDBOX_DATA: context.env['SANDBOX_DATA'] ?? join(context.dataDir, 'sandbox.jsonl'),
    // Asked for when everything is there to see it, not from the start.
    SANDBOX_RATE: '0',
    ...(sandboxUrl === null
      ? {}
      : { ...sandboxAsTenant(sandboxUrl), WEBHOOK_PUBLIC_URL: `http://127.0.0.1:${ingressPort}` }),
  };
  const make = (name: ServiceName): Promise<PipelineProcess> => pipelineProcess(context, name, env);
  const others: PipelineProcess[] = [];
  for (const service of SERVICES) {
    const isOne = service.kind !== 'tenant' && isWanted(service, env);
    if (isOne) others.push(await make(service.name));
  }
  return {
    sandbox: sandboxUrl === null ? null : await make('sandbox'),
    others,
    sandboxUrl,
    ingressUrl: `http://127.0.0.1:${ingressPort}`,
    workfrontUrl: tenant ?? `http://127.0.0.1:${sandboxPort}`,
  };
}

function sandboxAsTenant(sandboxUrl: string): Env {
  return {
    WORKFRONT_URL: sandboxUrl,
    WORKFRONT_API_KEY: SANDBOX_API_KEY,
    SANDBOX_API_KEY,
    ...Object.fromEntries(SERVICES.flatMap((one) => Object.entries(one.besideSandbox))),
  };
}

async function pipelineProcess(
  context: AdminContext,
  name: ServiceName,
  env: Env,
): Promise<PipelineProcess> {
  const main = assetPath('dist', 'services', name, 'main.js');
  if (!existsSync(main)) {
    throw new PipelineError('PROGRAM_MISSING', `${main} is missing: run npm run build.`);
  }
  const opsPort = await portOf(context, `${name}.ops`, undefined);
  const logFile = join(context.dataDir, 'logs', `${name}.log`);
  return {
    name,
    opsUrl: `http://127.0.0.1:${opsPort}`,
    logFile,
    launch: () =>
      keepProcess({
        name,
        command: process.execPath,
        args: [...nodeOptionsOf(name), '--enable-source-maps', main],
        env: { ...env, OPS_PORT: String(opsPort) },
        logFile,
        pidFile: join(pidsFolder(context.dataDir), name),
        stopSignal: 'SIGTERM',
        // Above SHUTDOWN_TIMEOUT_MS, or the drain is cut short.
        graceMs: 20_000,
      }),
  };
}

function portOf(
  { dataDir, terminal, settings }: AdminContext,
  name: PortName,
  asked: number | undefined,
): Promise<number> {
  if (asked !== undefined) {
    const served = SERVICES.find((one) => one.name === name);
    return takeAskedPort(served?.port?.variable ?? name, asked);
  }
  const prefer = settings.WORKFRONT_CDC_PORTS;
  return choosePort(name, { file: join(dataDir, 'ports.json'), prefer, say: terminal.note });
}
