/** Where an event stands in the log. */
import type { Offset } from '../core/units.ts';

export interface LogPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: Offset;
}
