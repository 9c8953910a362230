/**
 * An event's fields as the store holds them: instants in UTC, numbers as numbers, sets sorted,
 * everything in a form that jsonb gives back unchanged (design section 5). Pure; part of the
 * projection's version.
 */
import type { FieldValue, Fields } from '../../../core/field-value.ts';
import { storableText } from './canonical-value.ts';
import { MISFIT, canonicalField, ruleOf } from './field-rules.ts';
import type { ParseJson, Rule } from './field-rules.ts';

export interface Normalised {
  readonly fields: Fields;
  /** Values that are not of the type that the catalogue names. */
  readonly misfits: number;
}

export interface Normaliser {
  /** Throws UNSTORABLE or SyntaxError for a value that cannot be brought into form. */
  (objCode: string, fields: Fields): Normalised;
}

export function createNormaliser(parseJson: ParseJson): Normaliser {
  const known = new Map<string, Map<string, KnownField>>();
  const fieldsOfType = (objCode: string): Map<string, KnownField> => {
    const found = known.get(objCode);
    if (found !== undefined) return found;
    if (known.size >= TYPES_MAX) known.clear();
    const made = new Map<string, KnownField>();
    known.set(objCode, made);
    return made;
  };
  return (objCode, fields) => {
    const ofType = fieldsOfType(objCode);
    const normalised: Record<string, FieldValue> = {};
    let misfits = 0;
    for (const name in fields) {
      const value = fields[name];
      if (value === undefined) continue;
      let field = ofType.get(name);
      if (field === undefined) {
        if (ofType.size >= NAMES_MAX) ofType.clear();
        field = { name: storableText(name), rule: ruleOf(objCode, name, parseJson) };
        ofType.set(name, field);
      }
      if (field.rule === null) continue;
      const result = value === null ? null : field.rule(value);
      if (result === MISFIT) misfits += 1;
      normalised[field.name] = result === MISFIT ? canonicalField(value, parseJson) : result;
    }
    return { fields: normalised, misfits };
  };
}

interface KnownField {
  readonly name: string;
  readonly rule: Rule | null;
}

// Names come from outside, so what is remembered of them has an end (Law 7).
const TYPES_MAX = 500;
const NAMES_MAX = 5_000;
