/** Instants as text, exact to the microsecond. Pure. */
import { millisOf } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';

/** `YYYY-MM-DDTHH:MM:SS.sssZ`, with three digits more where there are microseconds. */
export function microsText(micros: Micros): string {
  const whole = new Date(Math.floor(millisOf(micros))).toISOString();
  const rest = ((micros % 1000) + 1000) % 1000;
  return rest === 0 ? whole : `${whole.slice(0, -1)}${String(rest).padStart(3, '0')}Z`;
}
