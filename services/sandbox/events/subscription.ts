/** An event subscription as the management API keeps it (reference B.1, B.5). */
import type { JsonObject, JsonValue } from '../../core/json.ts';
import type { Micros } from '../../core/units.ts';
import type { EventType } from '../../workfront/event-bodies.ts';

export type BodyVersion = 'v1' | 'v2';

export const COMPARISONS = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'contains',
  'notContains',
  'containsOnly',
  'changed',
  'exists',
  'notExists',
] as const;

export type FilterComparison = (typeof COMPARISONS)[number];

export interface EventFilter {
  readonly kind: 'filter';
  readonly fieldName: string;
  readonly fieldValue: JsonValue;
  readonly comparison: FilterComparison;
  readonly state: 'newState' | 'oldState';
}

export interface FilterGroup {
  readonly kind: 'group';
  readonly connector: 'AND' | 'OR';
  readonly filters: readonly EventFilter[];
}

export interface Subscription {
  readonly id: string;
  readonly objCode: string;
  /** Null: every object of the type. */
  readonly objId: string | null;
  readonly eventType: EventType;
  readonly url: string;
  readonly authToken: string;
  readonly base64: boolean;
  readonly filters: readonly (EventFilter | FilterGroup)[];
  /** As sent, for the listing. */
  readonly filtersSent: readonly JsonObject[];
  readonly connector: 'AND' | 'OR';
  readonly createdMicros: Micros;
  readonly modifiedMicros: Micros;
  readonly version: BodyVersion;
  readonly versionMicros: Micros;
  /** Until then both versions are delivered (reference B.4: five minutes after a switch). */
  readonly bothVersionsUntilMicros: Micros;
}
