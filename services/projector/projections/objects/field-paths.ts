/**
 * The names that events of one type bring, in the order in which they bring them, as a tree: events
 * of one type and API version come along one path, so that each step finds what is to be done with
 * a field, and the end of the path stands for the names themselves. Pure but for memory.
 */
import type { EncodedFields } from '../../../core/brief-event.ts';
import { CHANGE_CLOCKS } from '../../../core/fold/state.ts';
import { storableText } from './canonical-value.ts';
import { ruleOf } from './field-rules.ts';
import type { ParseJson, Rule } from './field-rules.ts';
import { nameJson } from './json-bytes.ts';

export interface FieldStep {
  readonly name: string;
  /** Null: the field is not claimed. */
  readonly rule: Rule | null;
  /** What the store writes before its value. */
  readonly nameJson: Buffer;
  /** Which of `CHANGE_CLOCKS` it is; null: none. */
  readonly clock: 0 | 1 | null;
  /** Whether a name comes twice on the way here, or cannot be stored as it is. */
  readonly isOdd: boolean;
  /** The step to the field that `fields` stands at. */
  follow(fields: EncodedFields): FieldStep;
}

export class FieldPaths {
  readonly #parseJson: ParseJson;
  readonly #roots = new Map<string, Step>();
  readonly #rules = new Map<string, Rule | null>();
  #steps = 0;

  constructor(parseJson: ParseJson) {
    this.#parseJson = parseJson;
  }

  /** Where events of a type begin. */
  begin(objCode: string): FieldStep {
    // Names come from outside, so what is remembered of them has an end (Law 7).
    if (this.#steps > STEPS_MAX || this.#roots.size > TYPES_MAX) this.#forget();
    const known = this.#roots.get(objCode);
    if (known !== undefined) return known;
    const root = new Step(null, '', null, (name) => this.#ruleOf(objCode, name));
    this.#roots.set(objCode, root);
    return root;
  }

  #ruleOf(objCode: string, name: string): Rule | null {
    this.#steps += 1;
    // One rule for a field, on whichever path: it remembers what it converted.
    const key = `${objCode}\0${name}`;
    const known = this.#rules.get(key);
    if (known !== undefined) return known;
    const rule = ruleOf(objCode, name, this.#parseJson);
    this.#rules.set(key, rule);
    return rule;
  }

  #forget(): void {
    this.#roots.clear();
    this.#rules.clear();
    this.#steps = 0;
  }
}

class Step implements FieldStep {
  readonly name: string;
  readonly rule: Rule | null;
  readonly nameJson: Buffer;
  readonly clock: 0 | 1 | null;
  readonly #before: Step | null;
  readonly #findRule: (name: string) => Rule | null;
  readonly #next = new Map<string, Step>();
  /** Where the last event went from here. */
  #likely: Step | null = null;
  readonly #nameBytes: Buffer;
  #isOdd: boolean | null = null;

  constructor(
    before: Step | null,
    name: string,
    rule: Rule | null,
    findRule: (name: string) => Rule | null,
  ) {
    this.name = name;
    this.rule = rule;
    this.nameJson = nameJson(name);
    this.clock = clockOf(name);
    this.#before = before;
    this.#findRule = findRule;
    this.#nameBytes = Buffer.from(name);
  }

  /** Asked where events end, and found once: a path can be long. */
  get isOdd(): boolean {
    this.#isOdd ??= this.#findOdd();
    return this.#isOdd;
  }

  follow(fields: EncodedFields): Step {
    const likely = this.#likely;
    if (likely !== null && likely.#isAt(fields)) return likely;
    const name = fields.name();
    let next = this.#next.get(name);
    if (next === undefined) {
      next = new Step(this, name, this.#findRule(name), this.#findRule);
      this.#next.set(name, next);
    }
    this.#likely = next;
    return next;
  }

  #isAt({ bytes, nameFrom, nameUntil }: EncodedFields): boolean {
    const mine = this.#nameBytes;
    const { length } = mine;
    if (nameUntil - nameFrom !== length) return false;
    for (let index = 0; index < length; index += 1) {
      if (mine[index] !== bytes[nameFrom + index]) return false;
    }
    return true;
  }

  #findOdd(): boolean {
    const names = new Set([this.name]);
    let step = this.#before;
    let isOdd = storableText(this.name) !== this.name;
    while (step !== null && step.#before !== null) {
      isOdd ||= names.has(step.name) || storableText(step.name) !== step.name;
      names.add(step.name);
      step = step.#before;
    }
    return isOdd;
  }
}

function clockOf(name: string): 0 | 1 | null {
  if (name === CHANGE_CLOCKS[0]) return 0;
  return name === CHANGE_CLOCKS[1] ? 1 : null;
}

/** At most some tens of megabytes; a tenant's types take a few thousand. */
const STEPS_MAX = 20_000;
const TYPES_MAX = 500;
