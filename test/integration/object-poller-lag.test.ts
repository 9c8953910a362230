/**
 * A save that search shows late, while the cursor goes on: against a server of TASK alone, whose
 * clock goes ten seconds at each question, so that nobody waits.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { asMicros, microsOf } from '../../services/core/units.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import { formatRestDate, parseWorkfrontDate } from '../../services/workfront/dates.ts';
import { eventually } from '../support/eventually.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { respond } from '../support/journal-double.ts';
import { openLog } from '../support/read-log.ts';
import { freshPrefix } from '../support/shared-stack.ts';
import { spawnService } from '../support/spawn-service.ts';
import type { Service } from '../support/spawn-service.ts';

const STEP_MS = 10_000;
const SEARCH_LAG_MS = 3_000;
const PAGES = 6;

interface Saved {
  readonly ID: string;
  readonly clockMs: number;
  readonly shownMs: number;
}

/** While a walk goes, each question is followed by a save that its next page shows. */
class BusyTenant {
  readonly rows: Saved[] = [];
  #nowMs = Date.UTC(2026, 0, 1);
  #savesLeft = 0;
  #hides = false;

  /** From the next question on: one save is hidden nearly as long as may be, others are not. */
  beginSaves(): void {
    this.#savesLeft = PAGES;
    this.#hides = true;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  search(query: URLSearchParams): object[] {
    this.#nowMs += STEP_MS;
    if (this.#hides) this.save('hidden', 500, SEARCH_LAG_MS - 100);
    this.#hides = false;
    if (this.#savesLeft > 0) this.save(`seen-${this.#savesLeft}`, 200, 0);
    this.#savesLeft = Math.max(0, this.#savesLeft - 1);
    const since = (parseWorkfrontDate(query.get('lastUpdateDate') ?? '') ?? Infinity) / 1000;
    const first = Number(query.get('$$FIRST') ?? 0);
    return this.rows
      .filter(({ clockMs, shownMs }) => clockMs >= since && shownMs <= this.#nowMs)
      .sort((a, b) => a.clockMs - b.clockMs || (a.ID < b.ID ? -1 : 1))
      .slice(first, first + Number(query.get('$$LIMIT') ?? 100))
      .map(({ ID, clockMs }) => ({
        ID,
        objCode: 'TASK',
        lastUpdateDate: formatRestDate(asMicros(microsOf(clockMs)), -360),
      }));
  }

  save(ID: string, agoMs: number, hiddenMs: number): void {
    const clockMs = this.#nowMs - agoMs;
    this.rows.push({ ID, clockMs, shownMs: clockMs + hiddenMs });
  }
}

const prefix = freshPrefix();
const tenant = new BusyTenant();
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
  response.sendDate = false;
  if (pathname.endsWith('/metadata')) {
    respond(response, 200, { data: { fields: { lastUpdateDate: {}, objCode: {} } } });
  } else if (pathname.endsWith('/count')) {
    respond(response, 200, { data: { count: tenant.rows.length } });
  } else {
    const data = tenant.search(searchParams);
    response.setHeader('date', new Date(tenant.nowMs).toUTCString());
    respond(response, 200, { data });
  }
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('a save that shows late is read, however far the walk went meanwhile', async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const database = await freshDatabase();
  const pool = openPool({ url: database.url, max: 2, applicationName: 'object-poller-lag-test' });
  const log = await openLog(prefix);
  let service: Service | null = null;
  try {
    tenant.save('old', 86_400_000, 0);
    service = await spawnService('object-poller', {
      TOPIC_PREFIX: prefix,
      CONTROL_DATABASE_URL: database.url,
      WORKFRONT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      WORKFRONT_API_KEY: 'key',
      OBJECT_TYPES: 'TASK',
      OBJECT_POLL_INTERVAL_MS: '100',
      OBJECT_SWEEP_INTERVAL_MS: '86400000',
      OBJECT_SEARCH_LAG_MS: String(SEARCH_LAG_MS),
      OBJECT_OVERLAP_MS: '5000',
      OBJECT_PAGE_ROWS: '2',
    });
    const current = async (): Promise<number> => {
      const { rows } = await pool.query<{ ms: number }>(
        `select extract(epoch from up_to)::float8 * 1000 as ms
         from control.watermarks where objcode = 'TASK' and kind = 'current'`,
      );
      return rows[0]?.ms ?? 0;
    };
    await eventually(async () => (await current()) > 0, { what: 'the type is read once' });
    tenant.beginSaves();
    const hidden = (): Saved | undefined => tenant.rows.find(({ ID }) => ID === 'hidden');
    const isPromised = async (): Promise<boolean> =>
      (await current()) > (hidden()?.clockMs ?? Infinity);
    await eventually(isPromised, { what: 'its instant is promised' });
    const events = await log.events(`${prefix}.task.changes`);
    expect(events.map(({ objID }) => String(objID))).toContain('hidden');
  } finally {
    service?.signal('SIGKILL');
    await service?.exited;
    await log.close();
    await pool.close();
    await database.drop();
  }
});
