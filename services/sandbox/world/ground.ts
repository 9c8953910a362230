/** What the rest of a company is built on: its people, its work so far, and how a row is put. */
import type { Random } from '../../core/random.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';

export interface Ground {
  readonly random: Random;
  readonly users: readonly string[];
  readonly companyID: string;
  readonly groupID: string;
  readonly customerID: string;
  /** As if made so many days ago; returns the ID. */
  readonly put: (objCode: string, fields: ObjectRow, ageDays: number) => string;
  readonly rows: (objCode: string) => readonly ObjectRow[];
  readonly daysAgo: (days: number) => number;
}
