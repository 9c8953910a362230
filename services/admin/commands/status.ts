/** `status [--json]`: what runs, and whether it can do its job. */
import { folderOwner } from '../../local-stack/data-folder.ts';
import { identify } from '../../local-stack/process-identity.ts';
import type { AdminContext } from '../admin-context.ts';
import { readStackFile } from '../stack-file.ts';
import type { StackFile, StackProcess } from '../stack-file.ts';
import { table } from '../terminal.ts';
import { askReady } from '../up/run-pipeline.ts';

type Reported = StackProcess & { readonly state: string };

export async function statusCommand(
  { dataDir, terminal }: AdminContext,
  { json }: { readonly json: boolean },
): Promise<void> {
  const owner = folderOwner(dataDir);
  // A file without its process is what a kill -9 left behind.
  const stack = owner === null ? null : readStackFile(dataDir);
  const processes = await Promise.all((stack?.processes ?? []).map(report));
  if (json) {
    const state = owner === null ? 'stopped' : stack === null ? 'starting' : 'running';
    const report = { state, pid: owner?.pid ?? null, ...(stack ?? NOTHING), processes };
    terminal.print(JSON.stringify(report, null, 2));
    return;
  }
  if (owner === null) terminal.print('Nothing runs. Start it with npx workfront-cdc up.');
  else if (stack === null) terminal.print(`Process ${owner.pid} is starting everything.`);
  else terminal.print(pageOf(stack, processes, owner.pid));
}

const NOTHING: { readonly [Name in Exclude<keyof StackFile, 'processes'>]: null } = {
  sandboxUrl: null,
  ingressUrl: null,
  queryApiUrl: null,
  consoleUrl: null,
  kafkaBrokers: null,
  registryUrl: null,
  databaseUrl: null,
};

async function report(one: StackProcess): Promise<Reported> {
  if (identify(one.pid) === null) return { ...one, state: 'ended' };
  const reason = await askReady(one.opsUrl);
  return { ...one, state: reason === null ? 'ready' : `not ready: ${reason}` };
}

function pageOf(stack: StackFile, processes: readonly Reported[], pid: number): string {
  const servers = [
    ['Kafka', stack.kafkaBrokers.join(',')],
    ['schema registry', stack.registryUrl],
    ['Postgres', withoutPassword(stack.databaseUrl)],
    ['ingress', stack.ingressUrl],
    ...(stack.sandboxUrl === null ? [] : [['sandbox', stack.sandboxUrl]]),
  ];
  const rows = processes.map(({ name, pid: own, opsUrl, state }) => [
    name,
    String(own),
    opsUrl,
    state,
  ]);
  return [
    `Running, watched by process ${pid}.`,
    '',
    ...servers.map(([name = '', url = '']) => `${name.padEnd(16)} ${url}`),
    '',
    table(['process', 'pid', 'ops', 'state'], rows),
  ].join('\n');
}

function withoutPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  if (url.password !== '') url.password = '***';
  return url.href;
}
