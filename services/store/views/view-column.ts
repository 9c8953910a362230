/** A column of a view, as data. */
export interface Column {
  readonly name: string;
  /** SQL over `version`, a row of the type's table. */
  readonly expression: string;
  readonly comment: string;
}
