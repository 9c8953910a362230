/** Which records link to a record: kept up with every change, built when it is first asked. */
import { isJsonObject, isList } from '../../../core/json.ts';
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import type { Store } from '../store.ts';

/** Of records, not of people, who stand in lists with their ids too (reference E.1, E.4). */
const RECORD_PREFIX = 'Rc';

export class LinkIndex {
  readonly #store: Store;
  #linkers: Map<string, Set<string>> | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  linkersOf(recordId: string): readonly string[] {
    this.#linkers ??= this.#built();
    return [...(this.#linkers.get(recordId) ?? [])];
  }

  follow(recordId: string, before: ObjectRow | null, after: ObjectRow | null): void {
    if (this.#linkers === null) return;
    const now = new Set(targetsIn(after));
    for (const target of targetsIn(before)) {
      if (!now.has(target)) this.#linkers.get(target)?.delete(recordId);
    }
    for (const target of now) add(this.#linkers, target, recordId);
  }

  /** What a record links to that is not there. */
  missingFrom(recordId: string): readonly string[] {
    const targets = new Set(targetsIn(this.#store.get('RECORD', recordId)));
    return [...targets].filter((target) => this.#store.get('RECORD', target) === null);
  }

  #built(): Map<string, Set<string>> {
    const linkers = new Map<string, Set<string>>();
    for (const row of this.#store.rows('RECORD')) {
      for (const target of targetsIn(row)) add(linkers, target, fieldText(row, 'id') ?? '');
    }
    return linkers;
  }
}

/** The links of a field's value; none when it is no connection. */
export function linksIn(value: JsonValue | undefined): readonly JsonObject[] {
  if (value === undefined || !isList(value)) return [];
  return value.filter(isJsonObject).filter((one) => targetOf(one) !== null);
}

export function targetOf(link: JsonObject): string | null {
  const id = fieldText(link, 'id');
  return id?.startsWith(RECORD_PREFIX) === true ? id : null;
}

function targetsIn(record: ObjectRow | null): string[] {
  const data = record?.['data'];
  if (!isJsonObject(data)) return [];
  return Object.values(data).flatMap((value) => linksIn(value).map((link) => targetOf(link) ?? ''));
}

function add(linkers: Map<string, Set<string>>, target: string, recordId: string): void {
  const known = linkers.get(target);
  if (known === undefined) linkers.set(target, new Set([recordId]));
  else known.add(recordId);
}
