/**
 * Walks rows in order of their ID in pages, without missing one (reference C.2, C.4). Pure but for
 * the search that it is given. Each page begins with the last row of the one before: where it does
 * not, rows before it have vanished and the rest moved up, so it steps back until it meets a row
 * that it has passed. Rows that come in before it only repeat some. A page that is not full is not
 * the end, since a server may cap its pages lower than asked: the walk ends when a page brings
 * nothing new.
 */
import { PipelineError } from '../../core/errors.ts';

export interface ListedRow {
  readonly ID: string | null;
}

const STEPS_BACK_MAX = 50;

/** Yields each page's rows that were not yielded before. */
export async function* walkByID<Row extends ListedRow>(
  search: (first: number) => Promise<readonly Row[]>,
  { pageRows, stream }: { readonly pageRows: number; readonly stream: string },
): AsyncGenerator<readonly Row[], void, void> {
  let first = 0;
  let back = 0;
  let lastID = '';
  let beganAt: string | null = '';
  let steps = 0;
  let same = 0;
  for (;;) {
    const rows = await search(first);
    refuseDisorder(rows, stream);
    const beginsAt = rows[0]?.ID ?? null;
    const isBehind = back > 0 && first > 0 && (beginsAt === null || beginsAt > lastID);
    if (isBehind) {
      steps += 1;
      if (steps > STEPS_BACK_MAX) throw unstable(stream);
      first = Math.max(0, first - Math.ceil(pageRows / 2));
      continue;
    }
    steps = 0;
    const fresh = rows.filter(({ ID }) => ID === null || ID > lastID);
    if (fresh.length > 0) yield fresh;
    const endsAt = rows.at(-1)?.ID ?? '';
    // Behind a step back a longer page, too, may hold nothing but what was met.
    if (endsAt <= lastID && rows.length <= 1) return;
    // A server that takes no notice of $$FIRST would answer the same page for ever.
    if (rows.length > 1 && first > 0 && beginsAt === beganAt) same += 1;
    if (same > STEPS_BACK_MAX) throw unstable(stream);
    beganAt = beginsAt;
    if (endsAt > lastID) lastID = endsAt;
    back = rows.length > 1 ? 1 : 0; // of pages of one row none would bring another
    first += rows.length - back;
  }
}

/** Rows that are not in order would be passed over, and nobody would know. */
function refuseDisorder(rows: readonly ListedRow[], stream: string): void {
  let before = '';
  for (const { ID } of rows) {
    if (ID === null) continue;
    if (ID < before) {
      throw new PipelineError(
        'WORKFRONT_REFUSED',
        `The search of ${stream} did not answer in order of ID, so rows could be missed. Look at ` +
          'what stands between us and Workfront: the sort that we ask for does not reach it.',
      );
    }
    before = ID;
  }
}

function unstable(stream: string): PipelineError {
  return new PipelineError(
    'WORKFRONT_UNAVAILABLE',
    `The rows keep moving while they are read (${stream}); they are read again.`,
    { stream },
  );
}
