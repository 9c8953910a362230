/**
 * The subscriptions that exist, and the rules of making, switching and removing them
 * (reference B.1).
 */
import type { Random } from '../../core/random.ts';
import { asMicros, plus } from '../../core/units.ts';
import type { Micros, ObjCode, ObjID } from '../../core/units.ts';
import type { EventType } from '../../workfront/event-bodies.ts';
import type { Settings } from '../settings.ts';
import { uuid } from '../tenant/ids.ts';
import type { BodyVersion, Subscription } from './subscription.ts';

export type Requested = Omit<
  Subscription,
  | 'id'
  | 'createdMicros'
  | 'modifiedMicros'
  | 'version'
  | 'versionMicros'
  | 'bothVersionsUntilMicros'
>;

const BOTH_VERSIONS_MS = 300_000;

export class Subscriptions {
  readonly #byId = new Map<string, Subscription>();
  readonly #random: Random;
  readonly #settings: Settings;
  #tell: (id: string, subscription: Subscription | null) => void = () => undefined;

  constructor(random: Random, settings: Settings) {
    this.#random = random;
    this.#settings = settings;
  }

  /** Null when an identical one exists (409). */
  create(requested: Requested, nowMicros: Micros): Subscription | null {
    const identity = identityOf(requested);
    for (const known of this.#byId.values()) if (identityOf(known) === identity) return null;
    const subscription: Subscription = {
      id: uuid(this.#random),
      ...requested,
      createdMicros: nowMicros,
      modifiedMicros: nowMicros,
      version: 'v2', // new ones are v2 since 2025-04-10 (reference B.4)
      versionMicros: nowMicros,
      bothVersionsUntilMicros: asMicros(0),
    };
    this.put(subscription);
    return subscription;
  }

  put(subscription: Subscription): void {
    this.#byId.set(subscription.id, subscription);
    this.#tell(subscription.id, subscription);
  }

  onChange(listener: (id: string, subscription: Subscription | null) => void): void {
    this.#tell = listener;
  }

  get(id: string): Subscription | null {
    return this.#byId.get(id) ?? null;
  }

  list(): readonly Subscription[] {
    return [...this.#byId.values()];
  }

  remove(id: string): boolean {
    this.#tell(id, null);
    return this.#byId.delete(id);
  }

  switchVersion(id: string, version: BodyVersion, nowMicros: Micros): Subscription | null {
    const known = this.#byId.get(id);
    if (known === undefined) return null;
    if (known.version === version) return known;
    const windowMicros = asMicros((BOTH_VERSIONS_MS * 1000) / this.#settings.timeScale);
    const switched: Subscription = {
      ...known,
      version,
      versionMicros: nowMicros,
      modifiedMicros: nowMicros,
      bothVersionsUntilMicros: plus(nowMicros, windowMicros),
    };
    this.put(switched);
    return switched;
  }

  matching(objCode: ObjCode, eventType: EventType, objID: ObjID): readonly Subscription[] {
    return this.list().filter(
      (one) =>
        one.objCode === objCode &&
        one.eventType === eventType &&
        (one.objId === null || one.objId === objID),
    );
  }
}

function identityOf(one: Requested): string {
  const { objCode, objId, eventType, url, authToken, base64, filtersSent, connector } = one;
  return JSON.stringify([
    objCode,
    objId,
    eventType,
    url,
    authToken,
    base64,
    filtersSent,
    connector,
  ]);
}
