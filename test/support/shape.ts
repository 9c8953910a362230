/** Compares the shapes of two JSON values: members, JSON types, and the forms of dates and ids. */
import type { JsonObject, JsonValue } from '../../services/core/json.ts';

export interface ShapeOptions {
  /** Members that the answer may have beyond the sample's: `data`, `list[].*`. */
  readonly extra?: readonly string[];
  /** Objects used as maps: members may be called anything, each like one of the sample's. */
  readonly maps?: readonly string[];
}

/** What differs; empty when the answer is shaped like the sample. A sample's null tells nothing. */
export function shapeProblems(
  sample: JsonValue,
  answer: JsonValue | undefined,
  options: ShapeOptions = {},
): string[] {
  return problemsAt('', [sample], answer, options);
}

function problemsAt(
  path: string,
  samples: readonly JsonValue[],
  answer: JsonValue | undefined,
  options: ShapeOptions,
): string[] {
  if (answer === undefined) return [`${path} is missing`];
  const telling = samples.filter((one) => one !== null);
  if (telling.length === 0) return [];
  const wanted = new Set(samples.map((one) => formOf(path, one)));
  const form = formOf(path, answer);
  // An empty text says that there is a text, not of which form.
  if (typeof answer === 'string' && samples.includes('')) return [];
  if (!wanted.has(form)) return [`${path} is ${form}, not ${[...wanted].join(' or ')}`];
  if (Array.isArray(answer)) {
    const items = telling.flatMap((one) => (Array.isArray(one) ? (one as JsonValue[]) : []));
    if (items.length > 0 && answer.length === 0) return [`${path} is empty`];
    return items.length === 0
      ? []
      : (answer as JsonValue[]).flatMap((one) => problemsAt(`${path}[]`, items, one, options));
  }
  if (typeof answer !== 'object' || answer === null) return [];
  const objects = telling.filter((one) => typeof one === 'object') as JsonObject[];
  return membersAt(path, objects, answer as JsonObject, options);
}

function membersAt(
  path: string,
  samples: readonly JsonObject[],
  answer: JsonObject,
  options: ShapeOptions,
): string[] {
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const valuesOf = (name: string): JsonValue[] =>
    samples.flatMap((one) => (one[name] === undefined ? [] : [one[name]]));
  if (options.maps?.includes(path) === true) {
    const any = samples.flatMap((one) => Object.values(one));
    if (any.length === 0) return [];
    return Object.values(answer).flatMap((one) => problemsAt(at('*'), any, one, options));
  }
  // Rows of one list may leave members out: what any sample lacks is optional.
  const names = new Set(samples.flatMap((one) => Object.keys(one)));
  const found = [...names].flatMap((name) => {
    const optional = samples.some((one) => one[name] === undefined);
    if (optional && answer[name] === undefined) return [];
    return problemsAt(at(name), valuesOf(name), answer[name], options);
  });
  const beyond = Object.keys(answer).filter(
    (name) => !names.has(name) && !isAllowed(at(name), options.extra ?? []),
  );
  return [...found, ...beyond.map((name) => `${at(name)} is not in the sample`)];
}

/** `newState.*` allows the members of newState. */
function isAllowed(path: string, extra: readonly string[]): boolean {
  return extra.some((one) => one === path || one === path.replace(/[^.]+$/, '*'));
}

const FORMS: readonly (readonly [string, RegExp])[] = [
  ['REST date', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d:\d{3}[+-]\d{4}$/],
  ['event date', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/],
  ['zoneless stamp', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/],
  ['Workfront ID', /^[0-9a-f]{32}$/],
  ['Planning ID', /^(?:Rc|Rt|F|V|Ws)[0-9a-f]{24}$/],
];

function formOf(path: string, value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value !== 'string') return typeof value;
  const form = FORMS.find(([, pattern]) => pattern.test(value))?.[0] ?? 'string';
  // Only what is called an ID promises to be one.
  return / ID$/.test(form) && !/(?:^|\.)(?:id|\w*ID)$/.test(path) ? 'string' : form;
}
