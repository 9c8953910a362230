/** Regular expressions: parameters, groups and word boundaries as Postgres spells them. */
import { jsonText } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import * as tree from './tree.ts';

const FIRST = tree.number(1);

/** A call of a `regexp_` function, or null for another. */
export function patternCall(name: string, args: readonly JsonValue[]): JsonValue | null {
  const [subject = null, pattern = null, third, fourth, fifth, sixth, seventh] = args;
  const sought = [subject, patternOf(pattern)];
  switch (name) {
    case 'regexp_like':
    case 'rlike':
      return tree.call('rlike', ...sought, ...args.slice(2));
    case 'regexp_replace':
      return tree.call(name, ...sought, ...replacing(third ?? tree.string(''), args.slice(3)));
    case 'regexp_count':
      return tree.call(name, ...sought, third ?? FIRST, flagsOf(fourth));
    case 'regexp_substr': {
      const group = groupOf(fifth, sixth);
      return tree.call(name, ...sought, third ?? FIRST, fourth ?? FIRST, flagsOf(fifth), group);
    }
    case 'regexp_instr': {
      const end = fifth ?? tree.number(0);
      const rest = [end, flagsOf(sixth), groupOf(sixth, seventh)];
      return tree.call(name, ...sought, third ?? FIRST, fourth ?? FIRST, ...rest);
    }
    case 'regexp_substr_all':
      return tree.call(name, ...sought, ...args.slice(2));
    default:
      return null;
  }
}

/** Every match where no other is asked for; Postgres replaces the first. */
function replacing(replacement: JsonValue, rest: readonly JsonValue[]): readonly JsonValue[] {
  const [place, occurrence, parameters] = rest;
  if (place === undefined) return [replacement, tree.string('g')];
  return [replacement, place, occurrence ?? tree.number(0), flagsOf(parameters)];
}

/** A word boundary is `\b` there and `\y` in Postgres, where `\b` is a backspace. */
function patternOf(pattern: JsonValue): JsonValue {
  const text = tree.isLiteral(pattern, 'string') ? tree.wordOf(pattern) : null;
  if (text === null) return pattern;
  const spelt = text.replaceAll(/\\([^])/g, (escape, letter: string) => {
    if (letter === 'b') return '\\y';
    return letter === 'B' ? '\\Y' : escape;
  });
  return tree.string(spelt);
}

/** `e` asks for a group there; among the rest, a dot takes a line's end with `s` alone. */
function flagsOf(parameters: JsonValue | undefined): JsonValue {
  const text = tree.wordOf(parameters);
  if (text === null) return parameters ?? tree.string('c');
  const isBlind = text.lastIndexOf('i') > text.lastIndexOf('c');
  const lines = text.includes('m') ? (text.includes('s') ? 'w' : 'n') : '';
  return tree.string(`${isBlind ? 'i' : 'c'}${lines}`);
}

/** Group 0 is the whole match. */
function groupOf(parameters: JsonValue | undefined, group: JsonValue | undefined): JsonObject {
  const given = jsonText(tree.nodeBody(group, 'literal')?.['value']);
  if (given !== null) return tree.number(Number(given));
  return tree.number(tree.wordOf(parameters)?.includes('e') === true ? 1 : 0);
}
