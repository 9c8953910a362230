/**
 * Reads the values of search parameters by the type of their field (reference C.4, C.6). Pure.
 */
import { justBefore } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { unreachable } from '../../core/unreachable.ts';
import { parseWorkfrontDate } from '../dates.ts';
import type { FilterValue, ValueType } from '../filter/filter.ts';
import { dayOf, fromWallClock, startOfDay } from '../time-zone.ts';
import { badRequest } from './attask-error.ts';
import { dateWildcard, textWildcard } from './wildcards.ts';
import type { AskContext } from './wildcards.ts';

export interface DateOperand {
  readonly instant: Micros;
  /** First and last microsecond of its day in the session's zone. */
  readonly dayStart: Micros;
  readonly dayEnd: Micros;
  /** As an upper bound: the end of the day when only a day was given, else the instant. */
  readonly last: Micros;
}

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

export function dateOperand(text: string, path: string, ask: AskContext): DateOperand {
  const instant = dateWildcard(text, ask) ?? dayInZone(text, ask) ?? parseWorkfrontDate(text);
  if (instant === null) throw badRequest(`Invalid date "${text}" for field ${path}`);
  const dayStart = startOfDay(ask.zone, instant);
  const dayEnd = justBefore(startOfDay(ask.zone, instant, 1));
  const wholeDay = DAY_ONLY.test(text) || text === '$$TODAY';
  return { instant, dayStart, dayEnd, last: wholeDay ? dayEnd : instant };
}

/** `ask` null: wildcards are not understood here. */
export function operandOf(
  text: string,
  type: ValueType,
  path: string,
  ask: AskContext | null,
): FilterValue {
  switch (type) {
    case 'number': {
      if (!NUMBER.test(text.trim())) throw badRequest(`Invalid number "${text}" for field ${path}`);
      return Number(text);
    }
    case 'boolean': {
      const word = text.trim().toLowerCase();
      if (word === 'true' || word === 't' || word === '1') return true;
      if (word === 'false' || word === 'f' || word === '0') return false;
      throw badRequest(`Invalid boolean "${text}" for field ${path}`);
    }
    case 'day': {
      if (ask !== null && !DAY_ONLY.test(text)) {
        return dayOf(ask.zone, dateOperand(text, path, ask).instant);
      }
      return text;
    }
    case 'text':
    case 'texts':
    case 'instant':
      return (ask === null ? undefined : (textWildcard(text, ask) ?? undefined)) ?? text;
    default:
      return unreachable(type);
  }
}

function dayInZone(text: string, ask: AskContext): Micros | null {
  if (!DAY_ONLY.test(text)) return null;
  const midnight = parseWorkfrontDate(text);
  return midnight === null ? null : fromWallClock(ask.zone, midnight);
}
