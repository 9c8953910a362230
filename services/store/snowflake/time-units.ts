/** Units of time by all their names in Snowflake. */

/** As Postgres spells it; `DAYS`, `dd`, `mon` and so on mean the same. */
export function canonicalUnit(word: string): string {
  const lower = word.toLowerCase();
  const singular = lower.replace(/s$/, '');
  return UNITS.get(lower) ?? UNITS.get(singular) ?? singular;
}

const UNITS: ReadonlyMap<string, string> = new Map(
  [
    'year y yy yyy yyyy yr',
    'quarter q qtr',
    'month mm mon mons',
    'week w wk weekofyear woy',
    'day d dd dayofmonth',
    'hour h hh hr hours hrs',
    'minute m mi min',
    'second s sec',
    'dow dayofweek dw weekday',
    'doy dayofyear yearday dy',
    'isodow dayofweekiso dayofweek_iso',
    'epoch epoch_second epoch_seconds',
  ].flatMap((line) => {
    const [unit = '', ...others] = line.split(' ');
    return [unit, ...others].map((word) => [word, unit] as const);
  }),
);
