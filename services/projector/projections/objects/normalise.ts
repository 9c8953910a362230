/**
 * An event's fields as the store holds them: instants in UTC, numbers as numbers, sets sorted,
 * everything in a form that jsonb gives back unchanged (design section 5). Pure; part of the
 * projection's version.
 */
import type { FieldValue, Fields } from '../../../core/field-value.ts';
import { RecordShapes } from '../../../core/record-shapes.ts';
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
  const shapes = new RecordShapes<FieldValue>();
  const fieldsOfType = (objCode: string): Map<string, KnownField> => {
    const found = known.get(objCode);
    if (found !== undefined) return found;
    if (known.size >= TYPES_MAX) known.clear();
    const made = new Map<string, KnownField>();
    known.set(objCode, made);
    return made;
  };
  const fieldOf = (objCode: string, name: string, ofType: Map<string, KnownField>): KnownField => {
    if (ofType.size >= NAMES_MAX) ofType.clear();
    const field = { name: storableText(name), rule: ruleOf(objCode, name, parseJson) };
    ofType.set(name, field);
    return field;
  };
  return (objCode, fields) => {
    const ofType = fieldsOfType(objCode);
    const names: string[] = [];
    const values: FieldValue[] = [];
    let isChanged = false;
    let misfits = 0;
    for (const name in fields) {
      const value = fields[name];
      if (value === undefined) continue;
      const field = ofType.get(name) ?? fieldOf(objCode, name, ofType);
      isChanged ||= field.rule === null || field.name !== name;
      if (field.rule === null) continue;
      let result: FieldValue = value;
      if (value !== null) {
        const normal = field.rule(value);
        if (normal === MISFIT) misfits += 1;
        result = normal === MISFIT ? canonicalField(value, parseJson) : normal;
      }
      isChanged ||= result !== value;
      names.push(field.name);
      values.push(result);
    }
    return { fields: isChanged ? shapes.make(names, values) : fields, misfits };
  };
}

interface KnownField {
  readonly name: string;
  readonly rule: Rule | null;
}

// Names come from outside, so what is remembered of them has an end (Law 7).
const TYPES_MAX = 500;
const NAMES_MAX = 5_000;
