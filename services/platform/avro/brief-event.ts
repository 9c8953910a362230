/** A change event as far as the fold needs it. */
import type { ChangeEvent, Origin } from '../../core/change-event.generated.ts';
import type { FieldValue, Fields } from '../../core/field-value.ts';

/** Without the source's own text: that rebuilds the fact (Law 9). */
export type BriefEvent = Omit<ChangeEvent, 'fields' | 'previous' | 'origin'> & {
  readonly fields: EncodedFields;
  readonly previous: EncodedFields | null;
  readonly origin: Omit<Origin, 'raw'>;
};

/**
 * The fields as Avro has them. Most of a thousand events' values are only copied from the log into
 * the tables: going through their bytes costs a fraction of making values of them. One goes through
 * with `rewind` and then `next`, which shows the fields one by one.
 */
export interface EncodedFields {
  readonly bytes: Buffer;
  rewind(): void;
  /** Moves to the next field; false at the end. Everything below is about that field. */
  next(): boolean;
  /** Its name is the UTF-8 text in `bytes` from here until there. */
  readonly nameFrom: number;
  readonly nameUntil: number;
  readonly kind: ValueKind;
  /** STRING: its text; other kinds: their encoding. */
  readonly valueFrom: number;
  readonly valueUntil: number;
  name(): string;
  value(): FieldValue;
  /** All of them; moves to the end. */
  read(): Fields;
}

/** What a value is, in the order of the schema's union. */
export const VALUE_KIND = { NULL: 0, BOOLEAN: 1, DOUBLE: 2, STRING: 3, JSON: 4 } as const;
export type ValueKind = (typeof VALUE_KIND)[keyof typeof VALUE_KIND];
