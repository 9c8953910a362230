/**
 * How a room is kept in the data file: every kind of line that it writes, and how each comes back.
 * The kinds are one type, so that no room writes a line that nobody reads.
 */
import { PipelineError } from '../../core/errors.ts';
import type { JsonObject } from '../../core/json.ts';

/** One line of the data file. */
export type MemoryLine<Kind extends string = string> = JsonObject & { readonly what: Kind };

export interface RoomMemory<Kind extends string = string> {
  /** Has the room write down what happens to it from now on. */
  remember(append: (line: MemoryLine<Kind>) => void): void;
  /** What a line of an earlier run said, done again and told to nobody. */
  readonly recall: Readonly<Record<Kind, (line: JsonObject) => void>>;
  /** After the last line. */
  resume?(): void;
}

/** Hands each line to the room that wrote it; throws on a kind that no room knows. */
export function recallerOf(rooms: readonly RoomMemory[]): (line: JsonObject) => void {
  const byKind = new Map<string, (line: JsonObject) => void>();
  for (const { recall } of rooms) {
    for (const [kind, read] of Object.entries(recall)) {
      if (byKind.has(kind)) throw new TypeError(`two rooms write lines of kind ${kind}`);
      byKind.set(kind, read);
    }
  }
  return (line) => {
    const { what } = line;
    const read = typeof what === 'string' ? byKind.get(what) : undefined;
    if (read === undefined) throw unknownKind(what);
    read(line);
  };
}

function unknownKind(what: JsonObject[string] | undefined): PipelineError {
  const fix = 'start the version that wrote it, or choose another SANDBOX_DATA';
  const kind = typeof what === 'string' ? what : 'none';
  return new PipelineError('DATA_FILE_FOREIGN', `SANDBOX_DATA has a line of kind ${kind}: ${fix}`);
}
