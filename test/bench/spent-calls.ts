/**
 * What the sandbox can serve: the questions of the object poller's first reading, recorded as it
 * walks and then asked again over two connections, so that the sandbox is never without one.
 */
import { Agent, request } from 'node:http';
import { systemClock } from '../../services/core/clock.ts';
import { asMicros } from '../../services/core/units.ts';
import { AskedFields } from '../../services/object-poller/asked-fields.ts';
import { searchByClock } from '../../services/object-poller/fetch.ts';
import { parseJson } from '../../services/platform/json.ts';
import { walk } from '../../services/source/walks/ordered-walk.ts';
import { LocalBudget } from '../../services/workfront/call-budget.ts';
import { openClient } from '../../services/workfront/client.ts';
import { openExchange } from '../../services/workfront/exchange.ts';
import type { ExchangeCall } from '../../services/workfront/exchange.ts';
import { closedLoop } from './pace.ts';

const CONNECTIONS = 2;
const PAGES_MAX = 50;
const PAGE_ROWS = 2_000;

export interface SpentCalls {
  readonly perSecond: number;
  /** Of the same, with each answer parsed as the poller parses it, and nothing else done. */
  readonly parsedPerSecond: number;
  readonly rows: number;
  readonly rowBytes: number;
}

export async function spentCalls(url: string, apiKey: string): Promise<SpentCalls> {
  const { calls, rows } = await recordedCalls(url, apiKey);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let bytes = 0;
  const secondsOf = (take: (chunks: readonly Buffer[]) => void): Promise<number> =>
    closedLoop({ workers: CONNECTIONS, count: calls.length }, async (index) => {
      const call = calls[index];
      if (call !== undefined) take(await answerOf(agent, url, apiKey, call));
    });
  const seconds = await secondsOf((chunks) => {
    for (const { length } of chunks) bytes += length;
  });
  const parsedSeconds = await secondsOf((chunks) => parseJson(Buffer.concat(chunks).toString()));
  agent.destroy();
  const parsedPerSecond = rows / parsedSeconds;
  return { perSecond: rows / seconds, parsedPerSecond, rows, rowBytes: bytes / rows };
}

interface RecordedCalls {
  readonly calls: readonly ExchangeCall[];
  readonly rows: number;
}

async function recordedCalls(url: string, apiKey: string): Promise<RecordedCalls> {
  const clock = systemClock;
  const budget = new LocalBudget({ callsMax: 1, clock });
  const signIn = { headers: async () => ({ apikey: apiKey }), renew: async () => false };
  const exchange = openExchange({ url, parseJson, clock, fetch, budget, signIn });
  const calls: ExchangeCall[] = [];
  const recording = {
    ask: (call: ExchangeCall) => {
      calls.push(call);
      return exchange.ask(call);
    },
  };
  const client = openClient({ exchange: recording, apiVersion: 21 });
  const fields = new AskedFields({ client, onUncatalogued: () => undefined });
  const { signal } = new AbortController();
  const type = { objCode: 'TASK', clockField: 'lastUpdateDate' } as const;
  const parts = { client, fields, pageRows: PAGE_ROWS, signal };
  const search = searchByClock(parts, { type, priority: 'live' });
  let rows = 0;
  let pages = 0;
  for await (const page of walk(search, asMicros(0), 'TASK by lastUpdateDate')) {
    rows += page.rows.length;
    pages += 1;
    if (pages === PAGES_MAX) break;
  }
  return { calls: calls.filter(({ name }) => name.endsWith('/search')), rows };
}

function answerOf(
  agent: Agent,
  url: string,
  apiKey: string,
  call: ExchangeCall,
): Promise<readonly Buffer[]> {
  const { method, path, body } = call;
  const headers = { apikey: apiKey, ...(body && { 'content-type': body.mediaType }) };
  return new Promise((resolve, reject) => {
    const asking = request(`${url}${path}`, { method, agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(chunks);
        else reject(new Error(`${path} was answered with ${answer.statusCode}`));
      });
    });
    asking.on('error', reject);
    asking.end(body?.text);
  });
}
