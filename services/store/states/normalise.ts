/**
 * An event's fields as the store holds them: instants in UTC, numbers as numbers, sets sorted,
 * everything in a form that jsonb gives back unchanged (docs/architecture.md, "Normal form"). Pure;
 * part of the projection's version.
 */
import { VALUE_KIND } from '../../platform/avro/brief-event.ts';
import type { EncodedFields } from '../../platform/avro/brief-event.ts';
import { stateOf } from '../../core/fold/state.ts';
import type { State } from '../../core/fold/state.ts';
import type { FieldValue } from '../../core/field-value.ts';
import { KnownFields } from './known-fields.ts';
import { MISFIT, canonicalField } from './field-rules.ts';
import type { Form, ParseJson, Rule } from './field-rules.ts';
import { writeInstant } from './instant-bytes.ts';
import { JsonBytes } from './json-bytes.ts';
import { TextState } from './text-state.ts';

export interface Normalised {
  readonly state: State;
  /** Values that are not of the type that the catalogue names. */
  readonly misfits: number;
}

export interface Normaliser {
  /** Throws UNSTORABLE or SyntaxError for a value that cannot be brought into form. */
  (objCode: string, fields: EncodedFields): Normalised;
}

export function createNormaliser(parseJson: ParseJson): Normaliser {
  const known = new KnownFields(parseJson);
  const json = new JsonBytes();
  let misfits = 0;

  const valueOf = (fields: EncodedFields, rule: Rule): FieldValue => {
    const value = fields.value();
    if (value === null) return null;
    const normal = rule.convert(value);
    if (normal !== MISFIT) return normal;
    misfits += 1;
    return canonicalField(value, parseJson);
  };

  const asText = (objCode: string, fields: EncodedFields): State | null => {
    known.begin(objCode);
    const clocks: [boolean | null, boolean | null] = [null, null];
    json.clear();
    for (fields.rewind(); fields.next();) {
      const { rule, clock, nameJson } = known.next(fields);
      if (rule === null) continue;
      json.name(nameJson);
      const from = json.length;
      if (!copyValue(json, fields, rule.form)) json.value(valueOf(fields, rule));
      if (clock !== null) clocks[clock] = json.truthFrom(from);
    }
    json.close();
    if (known.isOdd) return null;
    return new TextState(json.asText(), known.names, clocks[0] ?? clocks[1] ?? false);
  };

  /** Of names that come twice once stored, the last counts. */
  const byName = (objCode: string, fields: EncodedFields): State => {
    const values = new Map<string, FieldValue>();
    known.begin(objCode);
    for (fields.rewind(); fields.next();) {
      const { name, rule } = known.next(fields);
      if (rule !== null) values.set(name, valueOf(fields, rule));
    }
    return stateOf(Object.fromEntries(values));
  };

  return (objCode, fields) => {
    misfits = 0;
    let state = asText(objCode, fields);
    if (state === null) {
      misfits = 0;
      state = byName(objCode, fields);
    }
    return { state, misfits };
  };
}

/** What a rule would leave as it is, straight from its bytes. False: it is not, or may not be. */
function copyValue(to: JsonBytes, fields: EncodedFields, form: Form): boolean {
  const { bytes, kind, valueFrom } = fields;
  if (kind === VALUE_KIND.NULL) {
    to.null();
    return true;
  }
  if (kind === VALUE_KIND.STRING) return copyText(to, fields, form);
  if (kind === VALUE_KIND.BOOLEAN && (form === 'boolean' || form === 'untyped')) {
    to.boolean(bytes[valueFrom] !== 0);
    return true;
  }
  if (kind === VALUE_KIND.DOUBLE && (form === 'number' || form === 'untyped')) {
    const number = bytes.readDoubleLE(valueFrom);
    if (!Number.isFinite(number)) return false;
    to.number(number);
    return true;
  }
  return false;
}

function copyText(to: JsonBytes, fields: EncodedFields, form: Form): boolean {
  const { bytes, valueFrom, valueUntil } = fields;
  const isUntyped = form === 'untyped';
  if (form === 'instant' || (isUntyped && mayBeInstant(bytes, valueFrom, valueUntil))) {
    return writeInstant(to, bytes, valueFrom, valueUntil);
  }
  return (isUntyped || form === 'text') && to.plainString(bytes, valueFrom, valueUntil);
}

/** As `instantText` looks at text before anything else. */
function mayBeInstant(bytes: Buffer, from: number, until: number): boolean {
  return until - from >= 20 && bytes[from + 10] === LETTER_T;
}

const LETTER_T = 0x54;
