/** What every step of a rebuild is handed. */
import type { Clock } from '../../core/clock.ts';
import type { Pool } from '../../platform/postgres/postgres.ts';
import type { ProjectorParts, ReadableLog } from '../open-projector.ts';
import type { RebuildOrder, Teller } from './rebuild-order.ts';

export interface RebuildOptions {
  readonly parts: ProjectorParts;
  readonly log: ReadableLog;
  /** For long statements. */
  readonly pool: Pool;
  readonly order: RebuildOrder;
  readonly teller: Teller;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export interface BuildOptions extends RebuildOptions {
  /** The store that readers see. */
  readonly live: string;
}
