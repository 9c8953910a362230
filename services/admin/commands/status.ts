/** `status [--json]`: what runs, whether it can do its job, and how fresh the tables are. */
import { folderOwner } from '../../local-stack/data-folder.ts';
import { identify } from '../../local-stack/process-identity.ts';
import { systemClock } from '../../core/clock.ts';
import type { AdminContext } from '../admin-context.ts';
import { completenessLines, readCompleteness } from '../completeness.ts';
import { othersRunning } from '../local-folders.ts';
import { withoutPassword } from '../printed-url.ts';
import { readStackFile } from '../stack-file.ts';
import type { StackFile, StackProcess } from '../stack-file.ts';
import { textTable } from '../terminal.ts';
import { summarise, summaryBlock } from '../up/live-summary.ts';
import type { Summary } from '../up/live-summary.ts';
import { MetricTotals } from '../up/metric-totals.ts';
import { askReady } from '../up/run-pipeline.ts';

type Reported = StackProcess & { readonly state: string };

/** 0 when everything runs and is ready, else 1: for whoever watches by a script. */
export async function statusCommand(
  context: AdminContext,
  { json }: { readonly json: boolean },
): Promise<0 | 1> {
  const { dataDir, terminal } = context;
  const owner = folderOwner(dataDir);
  // A file without its process is what a kill -9 left behind.
  const stack = owner === null ? null : readStackFile(dataDir);
  const processes = await Promise.all((stack?.processes ?? []).map(report));
  const numbers = stack === null ? null : await numbersOf(stack);
  const complete = stack === null ? null : await readCompleteness(context);
  if (json) {
    const state = owner === null ? 'stopped' : stack === null ? 'starting' : 'running';
    const known = { state, pid: owner?.pid ?? null, ...shown(stack) };
    terminal.print(JSON.stringify({ ...known, numbers, complete, processes }, null, 2));
  } else if (owner === null) {
    terminal.print('Nothing runs. Start it with npx workfront-cdc up.');
    for (const other of othersRunning(context)) terminal.note(other);
  } else if (stack === null || numbers === null) {
    terminal.print(`Process ${owner.pid} is starting everything.`);
  } else {
    terminal.print(pageOf(stack, processes, numbers, owner.pid));
    const nowMs = systemClock.nowMicros() / 1000;
    if (complete !== null) terminal.print(completenessLines(complete, nowMs).join('\n'));
  }
  return processes.length > 0 && processes.every(({ state }) => state === 'ready') ? 0 : 1;
}

async function report(one: StackProcess): Promise<Reported> {
  if (identify(one.pid) === null) return { ...one, state: 'ended' };
  const reason = await askReady(one.opsUrl);
  return { ...one, state: reason === null ? 'ready' : `not ready: ${reason}` };
}

async function numbersOf(stack: StackFile): Promise<Summary> {
  const totals = new MetricTotals();
  await totals.read(stack.processes);
  return summarise(totals, systemClock.nowMicros());
}

type Servers = Omit<StackFile, 'processes'>;

/** What `--json` has of the stack file: everything but passwords. */
function shown(stack: StackFile | null): {
  readonly [Name in keyof Servers]: Servers[Name] | null;
} {
  return {
    sandboxUrl: stack?.sandboxUrl ?? null,
    ingressUrl: stack?.ingressUrl ?? null,
    queryApiUrl: stack?.queryApiUrl ?? null,
    consoleUrl: stack?.consoleUrl ?? null,
    kafkaBrokers: stack?.kafkaBrokers ?? null,
    registryUrl: stack?.registryUrl ?? null,
    databaseUrl: stack === null ? null : withoutPassword(stack.databaseUrl),
  };
}

function pageOf(
  stack: StackFile,
  processes: readonly Reported[],
  numbers: Summary,
  pid: number,
): string {
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
    textTable(['process', 'pid', 'ops', 'state'], rows),
    '',
    ...summaryBlock(numbers, null),
  ].join('\n');
}
