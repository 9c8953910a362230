/** `cursors list|set`: how far each poller has read, and putting one somewhere else. */
import { PipelineError } from '../../core/errors.ts';
import { stringifyJson } from '../../core/json.ts';
import type { JsonValue } from '../../core/json.ts';
import { packCursor } from '../../source/walks/cursor.ts';
import { listCursors, setCursor } from '../../source/walks/cursor-store.ts';
import { knownCursor, readGivenCursor } from '../../source/walks/known-cursors.ts';
import { parseJson } from '../../platform/json.ts';
import type { AdminContext } from '../admin-context.ts';
import { withPool } from '../connections.ts';
import { serverTime } from '../server-time.ts';
import { textTable } from '../terminal.ts';

export async function listCursorsCommand(
  context: AdminContext,
  { json }: { readonly json: boolean },
): Promise<void> {
  const cursors = await withPool(context, 'control', listCursors);
  const { terminal } = context;
  if (json) {
    for (const cursor of cursors) terminal.print(stringifyJson({ ...cursor }));
    return;
  }
  if (cursors.length === 0) {
    terminal.print('No poller has moved a cursor yet.');
    return;
  }
  const rows = cursors.map(({ name, lease, movedAt, value }) => [
    name,
    lease,
    movedAt,
    stringifyJson(value),
  ]);
  terminal.print(textTable(['cursor', 'lease', 'moved at', 'value'], rows));
}

/**
 * The poller that works on it loses its lease and goes on from the new value, which must be one of
 * its source's own, and not later than Workfront's clock.
 */
export async function setCursorCommand(
  context: AdminContext,
  name: string,
  text: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<void> {
  await withPool(context, 'control', async (pool) => {
    const known = await listCursors(pool);
    const cursor = known.find((one) => one.name === name);
    const form = knownCursor(name);
    if (cursor === undefined || form === null)
      throw unknownCursor(
        name,
        known.map((one) => one.name),
      );
    const given = readGivenCursor(form, parsed(text), await serverTime(context));
    const value = packCursor(given, form.clockField);
    const to = stringifyJson(value);
    if (dryRun) {
      const from = stringifyJson(cursor.value);
      context.terminal.print(`Cursor ${name} would go from ${from} to ${to}; nothing was moved.`);
      return;
    }
    await setCursor(pool, cursor.lease, name, value);
    context.terminal.print(`Cursor ${name} is now at ${to}.`);
  });
}

function parsed(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch {
    throw new PipelineError(
      'USAGE',
      `${text} is not JSON. Give the value as \`cursors list\` prints it, in single quotes.`,
    );
  }
}

function unknownCursor(name: string, known: readonly string[]): PipelineError {
  const there = known.length === 0 ? 'there is none yet' : `there are ${known.join(', ')}`;
  return new PipelineError('USAGE', `There is no cursor ${name}; ${there}.`);
}
