/** Functions of texts whose signature, or whose words, Postgres takes in another sense. */
import { jsonText } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import * as tree from './tree.ts';

/** `to_char(instant, 'MON')` is `Jan` there, and `JAN` in Postgres. Numbers have other words. */
export function written(value: JsonValue, format: JsonValue): JsonValue {
  const words = tree.isLiteral(format, 'string') ? tree.wordOf(format) : null;
  return tree.call('to_char', value, words === null ? format : tree.string(formatOf(words)));
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^mmmm/i, 'FMMonth'],
  [/^mon/i, 'Mon'],
  [/^dy/i, 'Dy'],
  [/^ff3/i, 'MS'],
  [/^ff9/i, 'US000'],
  [/^ff6?/i, 'US'],
  [/^tzh:?tzm/i, 'OF'],
];

function formatOf(words: string): string {
  let format = '';
  for (let rest = words; rest !== '';) {
    const quoted = /^"[^"]*"/.exec(rest)?.[0];
    const known = WORDS.find(([pattern]) => pattern.test(rest));
    const taken = quoted ?? known?.[0].exec(rest)?.[0] ?? rest.slice(0, 1);
    format += quoted ?? known?.[1] ?? taken;
    rest = rest.slice(taken.length);
  }
  return format;
}

/** A start below 1 counts from the end, where Postgres counts from before the text. */
export function part(
  text: JsonValue,
  start: JsonValue,
  length: JsonValue,
  node: JsonValue,
): JsonValue {
  const from = tree.isLiteral(start, 'number')
    ? Number(jsonText(tree.nodeBody(start, 'literal')?.['value']))
    : 0;
  if (from >= 1) return node;
  return tree.call('part_of', text, start, ...(length === null ? [] : [length]));
}

/** `position('a', name, 2)` begins to look at the second letter. */
export function place(body: JsonObject, node: JsonValue): JsonValue {
  const { this: text = null, substr = null, position = null } = body;
  return position === null ? node : tree.call('charindex', substr, text, position);
}
