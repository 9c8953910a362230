/**
 * Which fields are asked for: those that the tenant itself describes (`/metadata`), so that what it
 * has and the catalogue lacks is carried all the same. What is not asked for is left out of events,
 * never read as empty.
 */
import { isJsonObject } from '../core/json.ts';
import type { WorkfrontClient } from '../workfront/client.ts';
import { fieldsOf } from '../workfront/catalogue/catalogue.ts';

export interface AskedFieldsOptions {
  readonly client: Pick<WorkfrontClient, 'read'>;
  /** Told once for each type that has fields which the catalogue does not know. */
  readonly onUncatalogued: (objCode: string, names: readonly string[]) => void;
}

/** Custom fields are one map, and described nowhere per object (reference D). */
const CUSTOM = 'parameterValues';

export class AskedFields {
  readonly #options: AskedFieldsOptions;
  readonly #names = new Map<string, Promise<readonly string[]>>();

  constructor(options: AskedFieldsOptions) {
    this.#options = options;
  }

  of(objCode: string, signal: AbortSignal): Promise<readonly string[]> {
    const known = this.#names.get(objCode);
    if (known !== undefined) return known;
    const asking = this.#describe(objCode, signal);
    this.#names.set(objCode, asking);
    asking.catch(() => this.#names.delete(objCode)); // asked again the next time
    return asking;
  }

  /** From now on; false where it was not asked for, or nothing can be read without it. */
  leaveOut(objCode: string, name: string): boolean {
    const known = this.#names.get(objCode);
    if (known === undefined || ESSENTIAL.has(name)) return false;
    if (this.#leftOut.has(`${objCode} ${name}`)) return false;
    this.#leftOut.add(`${objCode} ${name}`);
    this.#names.set(
      objCode,
      known.then((names) => names.filter((one) => one !== name)),
    );
    return true;
  }

  readonly #leftOut = new Set<string>();

  async #describe(objCode: string, signal: AbortSignal): Promise<readonly string[]> {
    const { data } = await this.#options.client.read(`${objCode}/metadata`, [], signal);
    const described = isJsonObject(data) && isJsonObject(data['fields']) ? data['fields'] : {};
    const catalogued = fieldsOf(objCode);
    const names = Object.keys(described).filter((name) => !name.includes(':'));
    const unknown = names.filter((name) => !catalogued.has(name) && !ESSENTIAL.has(name));
    if (unknown.length > 0) this.#options.onUncatalogued(objCode, unknown);
    const custom = catalogued.has('categoryID') || catalogued.has(CUSTOM) ? [CUSTOM] : [];
    return [...new Set(['ID', ...names, ...custom])];
  }
}

const ESSENTIAL: ReadonlySet<string> = new Set(['ID', 'objCode', 'lastUpdateDate']);
