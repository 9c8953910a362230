/**
 * Formulas of Planning fields: `IF({Budget} > 100, "big", CONCAT({Name}, " ", {Product}.{Name}))`.
 * The expressions that Adobe's page on formula fields shares with calculated fields; pure.
 */
import type { JsonValue } from '../../../core/json.ts';
import { FORMULA_FUNCTIONS } from './formula-functions.ts';

/** Says why a formula cannot be calculated; its field then "has an error" (FieldDto.hasError). */
export class FormulaError extends Error {}

export interface FormulaScope {
  readonly id: string;
  /** The value of a field, by the names in braces; throws FormulaError when there is none. */
  readonly valueOf: (path: readonly string[]) => JsonValue;
}

export type Formula = (scope: FormulaScope) => JsonValue;

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|"([^"]*)"|'([^']*)'|\{([^{}]+)\}|([A-Za-z]+)|(<=|>=|!=|==|[-+*/(),.<>=]))/y;
const DEPTH_MAX = 40;

interface Token {
  readonly kind: 'number' | 'text' | 'field' | 'name' | 'sign';
  readonly text: string;
}

export function parseFormula(text: string): Formula {
  const reader = new Reader(tokensOf(text));
  const formula = comparison(reader, 0);
  if (!reader.isDone()) throw new FormulaError(`${text} does not end where it should`);
  return formula;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const body = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(body);
    if (match === null) throw new FormulaError(`Unexpected ${body.slice(at, at + 10)}`);
    const [, number, double, single, field, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (field !== undefined) tokens.push({ kind: 'field', text: field.trim() });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name.toUpperCase() });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else tokens.push({ kind: 'text', text: double ?? single ?? '' });
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  isDone(): boolean {
    return this.#at >= this.#tokens.length;
  }

  next(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new FormulaError('The formula ends too early');
    this.#at += 1;
    return token;
  }

  /** The sign that comes next when it is one of these; taken. */
  take(...signs: readonly string[]): string | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null;
    this.#at += 1;
    return token.text;
  }

  expect(sign: string): void {
    if (this.take(sign) === null) throw new FormulaError(`${sign} is missing`);
  }
}

function comparison(reader: Reader, depth: number): Formula {
  if (depth > DEPTH_MAX) throw new FormulaError('The formula is nested too deep');
  const left = sum(reader, depth);
  const sign = reader.take('<=', '>=', '!=', '==', '<', '>', '=');
  if (sign === null) return left;
  const right = sum(reader, depth);
  return (scope) => compare(sign, left(scope), right(scope));
}

function sum(reader: Reader, depth: number): Formula {
  let left = product(reader, depth);
  for (let sign = reader.take('+', '-'); sign !== null; sign = reader.take('+', '-')) {
    left = arithmetic(sign, left, product(reader, depth));
  }
  return left;
}

function product(reader: Reader, depth: number): Formula {
  let left = primary(reader, depth);
  for (let sign = reader.take('*', '/'); sign !== null; sign = reader.take('*', '/')) {
    left = arithmetic(sign, left, primary(reader, depth));
  }
  return left;
}

function primary(reader: Reader, depth: number): Formula {
  if (reader.take('-') !== null) return arithmetic('-', () => 0, primary(reader, depth + 1));
  if (reader.take('(') !== null) {
    const inner = comparison(reader, depth + 1);
    reader.expect(')');
    return inner;
  }
  const { kind, text } = reader.next();
  if (kind === 'number') return () => Number(text);
  if (kind === 'text') return () => text;
  if (kind === 'name') return call(reader, text, depth);
  if (kind !== 'field') throw new FormulaError(`Unexpected ${text}`);
  const path = [text];
  while (reader.take('.') !== null) {
    const further = reader.next();
    if (further.kind !== 'field') throw new FormulaError(`Unexpected ${further.text}`);
    path.push(further.text);
  }
  return (scope) => scope.valueOf(path);
}

function call(reader: Reader, name: string, depth: number): Formula {
  const known = Object.hasOwn(FORMULA_FUNCTIONS, name) ? FORMULA_FUNCTIONS[name] : undefined;
  if (known === undefined && name !== 'ID') throw new FormulaError(`There is no function ${name}`);
  reader.expect('(');
  const parameters: Formula[] = [];
  if (reader.take(')') === null) {
    do parameters.push(comparison(reader, depth + 1));
    while (reader.take(',') !== null);
    reader.expect(')');
  }
  if (known === undefined) return ({ id }) => id;
  return (scope) => known(parameters.map((parameter) => parameter(scope)));
}

function arithmetic(sign: string, left: Formula, right: Formula): Formula {
  return (scope) => {
    const [a, b] = [left(scope), right(scope)];
    if (typeof a !== 'number' || typeof b !== 'number') return null;
    if (sign === '+') return a + b;
    if (sign === '-') return a - b;
    if (sign === '*') return a * b;
    return b === 0 ? null : a / b;
  };
}

function compare(sign: string, a: JsonValue, b: JsonValue): boolean {
  if (sign === '=' || sign === '==') return a === b;
  if (sign === '!=') return a !== b;
  const ordered =
    (typeof a === 'number' && typeof b === 'number') ||
    (typeof a === 'string' && typeof b === 'string');
  if (!ordered) return false;
  if (sign === '<') return a < b;
  if (sign === '>') return a > b;
  return sign === '<=' ? a <= b : a >= b;
}
