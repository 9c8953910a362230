/** The answers of a script without what nobody asked for: hidden columns, rows beyond a limit. */
import { unreachable } from '../core/unreachable.ts';
import type { ScriptEvent } from '../platform/postgres/script.ts';
import { HIDDEN } from '../store/snowflake/selects.ts';

/** @param limit rows of each statement; 0 for all. More are not asked of the server. */
export async function* shownRows(
  events: AsyncIterable<ScriptEvent>,
  limit: number,
): AsyncGenerator<ScriptEvent> {
  let shown: readonly boolean[] = [];
  let rows = 0;
  for await (const event of events) {
    switch (event.kind) {
      case 'columns':
        shown = event.columns.map(({ name }) => !name.startsWith(HIDDEN));
        rows = 0;
        yield { ...event, columns: event.columns.filter((_, at) => shown[at]) };
        break;
      case 'row':
        rows += 1;
        yield { ...event, values: event.values.filter((_, at) => shown[at]) };
        if (rows !== limit) break;
        yield { kind: 'done', tag: `SELECT ${rows}` };
        return;
      case 'copied':
      case 'done':
        yield event;
        break;
      default:
        unreachable(event);
    }
  }
}
