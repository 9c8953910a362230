/** What to try, with an answer that proves it: printed once, when the first rows are there. */
import { systemClock } from '../../core/clock.ts';
import { millisOf } from '../../core/units.ts';
import type { Pool } from '../../platform/postgres/postgres.ts';
import type { AdminContext } from '../admin-context.ts';
import { analystCommand } from '../analyst-access.ts';
import { withPool } from '../connections.ts';
import type { StackFile } from '../stack-file.ts';
import { textTable } from '../terminal.ts';
import { SANDBOX_API_KEY } from '../workfront-access.ts';

const EXAMPLE = `select name, status, percentcomplete, lastupdatedate
from workfront.tasks_current
where deleted = '0'
order by lastupdatedate desc nulls last
limit 5`;
const EXAMPLE_ROWS = 5;

const NEWS_DEADLINE_MS = 15_000;
const POLL_MS = 200;

export async function firstLook(
  context: AdminContext,
  stack: StackFile,
  analystUrl: string | null,
): Promise<string> {
  const answer = await withPool(context, 'store', (pool) => answerOf(pool, context.signal));
  const api = `${stack.sandboxUrl ?? ''}/attask/api/v21.0`;
  const workfront =
    stack.sandboxUrl === null
      ? []
      : [
          'Workfront (the sandbox) over its API, and a change of your own:',
          `  curl '${api}/task/search?apiKey=${SANDBOX_API_KEY}&fields=name,status&$$LIMIT=3'`,
          `  curl -X POST '${api}/proj?apiKey=${SANDBOX_API_KEY}&name=My+first+project'`,
          '',
        ];
  return [
    '',
    ...workfront,
    'The tables:',
    `  ${analystCommand(context.dataDir, { databaseUrl: stack.databaseUrl, analystUrl })}`,
    '',
    'The same without psql: npx workfront-cdc sql, for example',
    indent(EXAMPLE),
    '',
    indent(answer),
    '',
  ].join('\n');
}

/** The example's answer once it shows a change of this run, or what there is after a while. */
async function answerOf(pool: Pool, signal: AbortSignal): Promise<string> {
  const startedMs = millisOf(systemClock.nowMicros());
  const deadlineMs = systemClock.monotonicMs() + NEWS_DEADLINE_MS;
  for (;;) {
    const { rows } = await pool.query(EXAMPLE);
    const newestMs = Date.parse(shownText(rows[0]?.['lastupdatedate']));
    const isNews = rows.length === EXAMPLE_ROWS && newestMs > startedMs;
    if (isNews || systemClock.monotonicMs() > deadlineMs) {
      const head = ['name', 'status', 'percentcomplete', 'lastupdatedate'];
      const cells = rows.map((row) => head.map((name) => shownText(row[name])));
      return textTable(head, cells);
    }
    await systemClock.sleep(POLL_MS, signal);
  }
}

function shownText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
