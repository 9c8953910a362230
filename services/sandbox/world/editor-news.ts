/** What an editor of a later run has to know of the acts of this one. */
import { isJsonObject, isList } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { fieldText } from '../../workfront/object-row.ts';

export interface Named {
  readonly [name: string]: string;
  readonly objCode: string;
  readonly id: string;
}

export class EditorNews {
  #created: Named[] = [];
  #binned: Named[] = [];
  #restored = 0;

  created(objCode: string, id: string): void {
    this.#created.push({ objCode, id });
  }

  binned(one: Named): void {
    this.#binned.push(one);
  }

  restored(): void {
    this.#restored += 1;
  }

  /** All since it was last asked. */
  take(): JsonObject {
    const news = { created: this.#created, binned: this.#binned, restored: this.#restored };
    this.#created = [];
    this.#binned = [];
    this.#restored = 0;
    return news;
  }
}

export function namedIn(list: JsonValue | undefined): Named[] {
  return (list !== undefined && isList(list) ? list : []).flatMap((one) => {
    const [objCode, id] = isJsonObject(one)
      ? [fieldText(one, 'objCode'), fieldText(one, 'id')]
      : [];
    return typeof objCode === 'string' && typeof id === 'string' ? [{ objCode, id }] : [];
  });
}
