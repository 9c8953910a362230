/** A state as the JSON text that Postgres takes for jsonb, and back. Pure. */
import type { FieldValue, Fields } from '../../../core/field-value.ts';
import { isJson } from '../../../core/field-value.ts';
import { isJsonObject } from '../../../core/json.ts';
import { canonicalValue } from './canonical-value.ts';
import type { ParseJson } from './field-rules.ts';

export function fieldsToText(fields: Fields): string {
  let text = '';
  for (const name in fields) {
    const value = fields[name];
    if (value === undefined) continue;
    text += (text === '' ? '{' : ',') + nameText(name) + valueText(value);
  }
  return text === '' ? '{}' : `${text}}`;
}

/** The state that `fieldsToText` wrote, from what jsonb made of it. */
export function fieldsFromText(text: string, parseJson: ParseJson): Fields {
  const parsed = parseJson(text);
  const fields: Record<string, FieldValue> = {};
  if (!isJsonObject(parsed)) return fields;
  for (const name in parsed) {
    const value = parsed[name];
    if (value !== undefined) fields[name] = canonicalValue(value);
  }
  return fields;
}

function valueText(value: FieldValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return isJson(value) ? value.json : String(value);
}

// Field names are few and come in every state: quoting each once is enough.
const NAMES_MAX = 20_000;
const names = new Map<string, string>();

function nameText(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size >= NAMES_MAX) names.clear();
  const text = `${JSON.stringify(name)}:`;
  names.set(name, text);
  return text;
}
