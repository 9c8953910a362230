/** What a rebuild is asked to do, as the command line hands it over. */
import { z } from '../../platform/process/config.ts';

export const rebuildOrder = z.object({
  /**
   * `build`: builds, compares, and switches readers where both stores are the same. `switch`: also
   * where they are not. `back`: to the store before. `drop`: deletes the store before.
   */
  act: z.enum(['build', 'switch', 'back', 'drop']),
  /** Begins anew where a rebuild was begun. */
  restart: z.boolean(),
  /** Leaves readers where they are, however the stores compare. */
  stay: z.boolean(),
  /** By its name; null: the first, of the objects. */
  projection: z.string().nullable(),
  /** Of these types alone; all others are copied as they stand. Null: of all. */
  types: z.array(z.string()).nullable(),
  /** Milliseconds since 1970: the log up to then, as Kafka dates its records. Null: to its end. */
  untilMs: z.number().nullable(),
  /** From what the store keeps of the log, where the log's beginning is gone. */
  fromChanges: z.boolean(),
  /** Where the log is sorted on disk. */
  folder: z.string(),
});

export type RebuildOrder = z.infer<typeof rebuildOrder>;

/** What a store is built from, in the words of the command line; empty: all of the log. */
export function sourceOf({
  types,
  fromChanges,
}: Pick<RebuildOrder, 'types' | 'fromChanges'>): string {
  if (fromChanges) return '--from-changes';
  return types === null ? '' : `--types ${[...types].sort().join(',')}`;
}

/** What a rebuild says while it runs, to whoever started it. */
export interface Teller {
  /** A result. */
  print(text: string): void;
  /** What happens meanwhile. */
  note(text: string): void;
  /** In place of the last such line. */
  progress(line: string): void;
}
