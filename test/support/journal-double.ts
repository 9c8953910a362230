/**
 * A server of JRNLE/search alone, for faults that a test must place exactly. The sandbox is the
 * real partner; this one keeps its grammar: sorted by (entryDate, ID), $$FIRST, $$LIMIT, colon
 * dates (reference A.6, C.4, C.6).
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asMicros } from '../../services/core/units.ts';
import { formatRestDate, parseWorkfrontDate } from '../../services/workfront/dates.ts';

export interface ServedRow {
  readonly ID: string;
  readonly entryMs: number;
  readonly [column: string]: unknown;
}

/** Answers instead of the journal; true when it did. */
export type JournalFault = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface JournalDouble {
  readonly url: string;
  readonly rows: ServedRow[];
  /** Each takes one request. */
  readonly faults: JournalFault[];
  /** Rows on a page at most, whatever is asked for. */
  capPages(rows: number): void;
  /** How many requests came. */
  requests(): number;
  /** Whether an answer had the row. */
  served(id: string): boolean;
  close(): Promise<void>;
}

export async function openJournalDouble(): Promise<JournalDouble> {
  const rows: ServedRow[] = [];
  const faults: JournalFault[] = [];
  const served = new Set<string>();
  let requests = 0;
  let capped = Infinity;
  const server = createServer((request, response) => {
    requests += 1;
    const fault = faults.shift();
    if (fault?.(request, response)) return;
    const query = new URL(request.url ?? '', 'http://x').searchParams;
    const refused = [...query.keys()].find((name) => /^(sub|top)/.test(name));
    if (refused !== undefined) {
      respond(response, 400, { error: { class: 'x', message: `${refused} cannot filter` } });
      return;
    }
    const data = search(rows, query).slice(0, capped);
    for (const { ID } of data) served.add(ID);
    respond(response, 200, { data });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rows,
    faults,
    capPages: (rows) => (capped = rows),
    requests: () => requests,
    served: (id) => served.has(id),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function search(rows: readonly ServedRow[], query: URLSearchParams): { readonly ID: string }[] {
  const since = (parseWorkfrontDate(query.get('entryDate') ?? '') ?? NaN) / 1000;
  const first = Number(query.get('$$FIRST') ?? 0);
  return rows
    .filter(({ entryMs }) => entryMs >= since)
    .sort((a, b) => a.entryMs - b.entryMs || (a.ID < b.ID ? -1 : 1))
    .slice(first, first + Number(query.get('$$LIMIT') ?? 100))
    .map(({ entryMs, ...row }) => ({
      ...row,
      entryDate: formatRestDate(asMicros(entryMs * 1000), -360),
    }));
}
