/**
 * Records of many fields that the engine keeps compact. An object that grows key by key turns into
 * a hash table after a dozen keys; one that is a copy of another with the same keys does not, and
 * to copy it and to go through it costs a third. Pure; promises the same object.
 */

/** Remembers which keys come together; bounded (Law 7). */
export class RecordShapes<Value> {
  #root: Shape<Value> = newShape();
  #size = 0;

  /** An object with `keys` in this order, each once and none of them `__proto__`. */
  make(keys: readonly string[], values: readonly Value[]): Record<string, Value> {
    const record = this.#blank(keys, values[0]);
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at];
      const value = values[at];
      if (key !== undefined && value !== undefined) record[key] = value;
    }
    return record;
  }

  #blank(keys: readonly string[], any: Value | undefined): Record<string, Value> {
    if (any === undefined || keys.length < COMPACT_MIN || keys.length > COMPACT_MAX) return {};
    if (this.#size >= SHAPES_MAX) {
      this.#root = newShape();
      this.#size = 0;
    }
    let shape = this.#root;
    for (const key of keys) {
      let next = shape.next.get(key);
      if (next === undefined) {
        next = newShape();
        shape.next.set(key, next);
        this.#size += 1;
      }
      shape = next;
    }
    // Small, whatever it is: one value stands for all.
    shape.example ??= Object.fromEntries(keys.map((key) => [key, any]));
    return { ...shape.example };
  }
}

/** A path of keys from the root; `example` where a record ends. */
interface Shape<Value> {
  readonly next: Map<string, Shape<Value>>;
  example: Record<string, Value> | null;
}

function newShape<Value>(): Shape<Value> {
  return { next: new Map(), example: null };
}

// Fewer stay compact by themselves, and more are hash tables in any case.
const COMPACT_MIN = 12;
const COMPACT_MAX = 128;
/** At most a few megabytes. */
const SHAPES_MAX = 10_000;
