/**
 * The columns of a kind of row, once: DDL, COPY's list and count, and how each is written. Pure.
 */
import type { CopyRows } from '../../platform/bytes/copy-rows.ts';

export interface RowColumn<Row> {
  /** As SQL has it: quoted where it must be. */
  readonly name: string;
  /** Type and constraints. */
  readonly type: string;
  readonly comment: string;
  /** Writes one cell. */
  readonly write: (to: CopyRows, row: Row) => void;
}

export function namesOf(columns: readonly { readonly name: string }[], prefix = ''): string {
  return columns.map(({ name }) => prefix + name).join(', ');
}

/** A row of these columns alone. */
export function writeRow<Row>(to: CopyRows, columns: readonly RowColumn<Row>[], row: Row): void {
  to.begin(columns.length);
  for (const column of columns) column.write(to, row);
}
