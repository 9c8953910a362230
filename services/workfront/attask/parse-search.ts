/**
 * The search grammar of `/attask/api`: URL parameters to one filter, sorts, paging and fields
 * (reference C.2 to C.4). Pure; knows neither the objects nor SQL.
 */
import { unreachable } from '../../core/unreachable.ts';
import type { FieldType } from '../catalogue/field-types.generated.ts';
import { and, or } from '../filter/filter.ts';
import type { Filter, Sort, ValueType } from '../filter/filter.ts';
import { badRequest } from './attask-error.ts';
import { filterOfTerm } from './modifiers.ts';
import type { AskContext } from './wildcards.ts';

export interface SearchContext extends AskContext {
  /**
   * The type of a field or dotted path; throws `AttaskError` when there is no such field
   * (reference C.5).
   */
  readonly typeOf: (path: string, use: 'filter' | 'sort') => FieldType;
}

export interface Search {
  readonly filter: Filter;
  readonly sorts: readonly Sort[];
  readonly first: number;
  /** As asked, null when not. */
  readonly limit: number | null;
  /** As asked: `name`, `owner:name`, `tasks:*`, `*`; empty when not. */
  readonly fields: readonly string[];
  readonly map: boolean;
}

export const LIMIT_DEFAULT = 100;
export const LIMIT_MAX = 2000;

const GROUP = /^OR:(\d+):(.+)$/;
const SORT = /^(.+?)(?:_(\d+))?_Sort$/;
/** Parameters that are about the request and filter nothing. */
const OPTIONS = new Set(['apiKey', 'sessionID', 'method', 'jsonp', 'pretty', 'updates', 'atomic']);

interface RawTerm {
  values: string[];
  modifier: string | null;
  range: string | null;
}

type Group = Map<string, RawTerm>;

export function parseSearch(
  parameters: Iterable<readonly [string, string]>,
  context: SearchContext,
): Search {
  const groups = new Map<string, Group>();
  const sorts: { precedence: number; sort: Sort }[] = [];
  const fields: string[] = [];
  let first = 0;
  let limit: number | null = null;
  let map = false;
  for (const [name, value] of expand(parameters)) {
    const sorted = SORT.exec(name);
    if (name === 'fields') for (const field of parseFields(value)) fields.push(field);
    else if (name === '$$FIRST') first = count(name, value);
    else if (name === '$$LIMIT') limit = count(name, value);
    else if (name === 'map') map = value === 'true';
    else if (OPTIONS.has(name)) continue;
    else if (name.startsWith('$$')) throw badRequest(`Unknown option ${name}`);
    else if (sorted?.[1] !== undefined) {
      const sort = parseSort(sorted[1], value, context);
      sorts.push({ precedence: Number(sorted[2] ?? Number.MAX_SAFE_INTEGER), sort });
    } else addTerm(groups, name, value);
  }
  sorts.sort((a, b) => a.precedence - b.precedence); // stable: equal ones in the order given
  const filter = combine(groups, context);
  return { filter, sorts: sorts.map(({ sort }) => sort), first, limit, fields, map };
}

/** `fields=a,b:c,*`, or the JSON array that v19 documents (reference C.4). */
export function parseFields(text: string): string[] {
  const body = text.trim();
  const list = body.startsWith('[') && body.endsWith(']') ? body.slice(1, -1) : body;
  const names = list.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  return names.filter((name) => name !== '');
}

export function searchValueType(type: FieldType): ValueType {
  switch (type) {
    case 'int':
    case 'double':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'dateTime':
      return 'instant';
    case 'date':
      return 'day';
    case 'string[]':
      return 'texts';
    case 'string':
    case 'map':
    case 'unknown':
      return 'text';
    default:
      return unreachable(type);
  }
}

/** `filters={json}` carries the same names and values as a JSON object (reference C.3). */
function* expand(
  parameters: Iterable<readonly [string, string]>,
): Iterable<readonly [string, string]> {
  for (const [name, value] of parameters) {
    if (name !== 'filters') {
      yield [name, value];
      continue;
    }
    for (const [key, member] of Object.entries(parseFilters(value))) {
      const items: readonly unknown[] = Array.isArray(member) ? member : [member];
      for (const item of items) {
        yield [key, textOfMember(key, item)];
      }
    }
  }
}

function textOfMember(key: string, item: unknown): string {
  if (item === null) return '';
  if (typeof item === 'string') return item;
  if (typeof item === 'number' || typeof item === 'boolean') return String(item);
  throw badRequest(`Invalid filter ${key}`);
}

function parseFilters(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // answered below, like any other text that is no object
  }
  throw badRequest('filters must be a JSON object');
}

function addTerm(groups: Map<string, Group>, name: string, value: string): void {
  const grouped = GROUP.exec(name);
  const group = grouped?.[1] ?? '';
  const key = grouped?.[2] ?? name;
  let terms = groups.get(group);
  if (terms === undefined) groups.set(group, (terms = new Map<string, RawTerm>()));
  const path = key.replace(/_(Mod|Range)$/, '');
  let term = terms.get(path);
  if (term === undefined) terms.set(path, (term = { values: [], modifier: null, range: null }));
  if (key.endsWith('_Mod')) term.modifier = value;
  else if (key.endsWith('_Range')) term.range = value;
  else term.values.push(value);
}

/**
 * Fields inside a group are ANDed, groups ORed with each other and the unprefixed set
 * (reference C.3).
 */
function combine(groups: Map<string, Group>, context: SearchContext): Filter {
  const alternatives: Filter[] = [];
  for (const group of groups.values()) {
    const terms = [...group].map(([path, term]) => {
      const type = searchValueType(context.typeOf(path, 'filter'));
      const { range } = term;
      const modifier = term.modifier ?? defaultModifier(term);
      if (term.values.length === 0 && !/^(is|not)(null|blank)$/.test(modifier)) {
        throw badRequest(`No value given for field ${path}`);
      }
      const values = modifier === 'in' || modifier === 'notin' ? splitIDs(path, term) : term.values;
      return filterOfTerm({ path, type, modifier, values, range }, context);
    });
    alternatives.push(and(terms));
  }
  return alternatives.length === 0 ? and([]) : or(alternatives);
}

/** eq for one value, in for a repeated parameter, between with a range (reference C.3). */
function defaultModifier(term: RawTerm): string {
  if (term.range !== null) return 'between';
  return term.values.length > 1 ? 'in' : 'eq';
}

// An ID never holds a comma, so `ID=a,b&ID_Mod=in` names two; text may hold one and is left whole.
function splitIDs(path: string, term: RawTerm): readonly string[] {
  return path.endsWith('ID') ? term.values.flatMap((value) => value.split(',')) : term.values;
}

function parseSort(path: string, direction: string, context: SearchContext): Sort {
  const type = searchValueType(context.typeOf(path, 'sort'));
  const match = /^(ci)?(asc|desc)$/.exec(direction);
  if (match === null) throw badRequest(`Invalid sort "${direction}" for field ${path}`);
  return { path, type, descending: match[2] === 'desc', anyCase: match[1] !== undefined };
}

function count(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw badRequest(`Invalid value "${value}" for ${name}`);
  return Number(value);
}
