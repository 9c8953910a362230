/** A column of a view, as data. */
import type { FieldClass } from '../../workfront/catalogue/field-classes.ts';

export interface Column {
  readonly name: string;
  /** SQL over `version`, a row of the type's table. */
  readonly expression: string;
  readonly comment: string;
  /** Null or left out: whoever may read the view may read it. */
  readonly fieldClass?: FieldClass | null;
}
