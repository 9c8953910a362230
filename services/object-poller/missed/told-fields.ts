/** What a told state says: its clocks, and in what two of one object differ. Pure. */
import { isJson, valueIn } from '../../core/field-value.ts';
import type { FieldValue, Fields } from '../../core/field-value.ts';
import type { Micros, ObjCode } from '../../core/units.ts';
import { nowDependentFields } from '../../workfront/catalogue/now-dependent.ts';
import { parseClock } from '../../workfront/dates.ts';
import { CLOCK } from './left-state.ts';

interface ToldState {
  readonly after: Fields;
  /** Prefixes of containers that it tells whole. */
  readonly clears: readonly string[];
}

export function clockIn(fields: Fields | null): Micros | null {
  return instantIn(fields, CLOCK);
}

/** When the object was made: it has no save of before. */
export function madeIn(fields: Fields | null): Micros | null {
  return instantIn(fields, 'entryDate');
}

function instantIn(fields: Fields | null, name: string): Micros | null {
  const value = fields === null ? undefined : valueIn(fields, name);
  return typeof value === 'string' ? parseClock(value) : null;
}

/** Fields that both tell of, and members of what both read whole, with another value. */
export function differingFields(objCode: ObjCode, last: ToldState, before: Fields): string[] {
  const moving = nowDependentFields(objCode);
  const isWhole = (name: string): boolean => last.clears.some((prefix) => name.startsWith(prefix));
  const names = new Set([...Object.keys(last.after), ...Object.keys(before)]);
  return [...names]
    .filter((name) => {
      if (moving.has(name) || name === CLOCK) return false;
      const [known, found] = [valueIn(last.after, name), valueIn(before, name)];
      if ((known === undefined || found === undefined) && !isWhole(name)) return false;
      return !isSameValue(known ?? null, found ?? null);
    })
    .sort();
}

function isSameValue(a: FieldValue, b: FieldValue): boolean {
  return isJson(a) && isJson(b) ? a.json === b.json : Object.is(a, b);
}
