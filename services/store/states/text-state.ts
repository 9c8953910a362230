/**
 * A state as the JSON that is written: a third of the memory of its fields, one object to the
 * collector, and compared in one step with the next state of the same object. Pure.
 */
import { stateOf } from '../../core/fold/state.ts';
import type { Relation, State } from '../../core/fold/state.ts';
import type { FieldValue, Fields } from '../../core/field-value.ts';
import { isJsonObject } from '../../core/json.ts';
import { RecordShapes } from '../../platform/avro/record-shapes.ts';
import { parseJson } from '../../platform/json.ts';
import { canonicalValue } from './canonical-value.ts';

export class TextState implements State {
  /** A JSON object. */
  readonly text: string;
  readonly #names: string | null;
  readonly #showsClock: boolean | null;

  /**
   * @param names stands for the names of its fields and their order: states of one `names` are
   * spelt alike, so that equal text is equal values. Null where nothing is known of the spelling.
   * @param showsClock null where it must be looked for
   */
  constructor(text: string, names: string | null, showsClock: boolean | null) {
    this.text = text;
    this.#names = names;
    this.#showsClock = showsClock;
  }

  get showsClock(): boolean {
    return this.#showsClock ?? stateOf(this.fields()).showsClock;
  }

  get isEmpty(): boolean {
    return this.text === EMPTY;
  }

  fields(): Fields {
    const parsed = parseJson(this.text);
    if (!isJsonObject(parsed)) return {};
    const names = Object.keys(parsed);
    return SHAPES.make(
      names,
      names.map((name) => canonicalValue(parsed[name] ?? null)),
    );
  }

  relationTo(other: State): Relation {
    if (!(other instanceof TextState)) return 'unread';
    if (this.text === other.text) return 'same';
    return this.#names !== null && this.#names === other.#names ? 'moved' : 'unread';
  }
}

/** A state as jsonb gave it back: in jsonb's own spelling. */
export function storedState(text: string): State {
  return new TextState(text, null, null);
}

const SHAPES = new RecordShapes<FieldValue>();
const EMPTY = '{}';
