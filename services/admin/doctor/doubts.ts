/** What the tables hold in doubt for long, and whether anybody answers for it. */
import type { Millis } from '../../core/units.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { readDoubtful } from '../../store/doubtful-objects.ts';
import { TYPE_TABLES } from '../../store/tables/type-tables.ts';
import { OBJECT_TYPES } from '../../workfront/catalogue/object-types.generated.ts';
import { note, well } from './finding.ts';
import type { Finding } from './finding.ts';

/** The projector asks again after an hour: what is marked for longer was asked for in vain. */
const LONG_MS: Millis = 3_600_000;
/** More are not counted one by one. */
const OBJECTS_MAX = 1_000;

const ASKED: ReadonlySet<string> = new Set(
  OBJECT_TYPES.filter(({ inRest, planning }) => inRest && !planning).map(({ objCode }) => objCode),
);

export async function doubtNotes(store: Queryable): Promise<readonly Finding[]> {
  const all = new Set(TYPE_TABLES.flatMap(({ objCode }) => (objCode === null ? [] : [objCode])));
  const doubtful = await readDoubtful(store, all, { quietMs: LONG_MS, limit: OBJECTS_MAX });
  if (doubtful.length === 0) return [well('in doubt', 'nothing for longer than an hour')];
  const counts = new Map<string, number>();
  for (const { objCode } of doubtful) counts.set(objCode, (counts.get(objCode) ?? 0) + 1);
  const said = (isAsked: boolean): string =>
    [...counts]
      .filter(([objCode]) => ASKED.has(objCode) === isAsked)
      .map(([objCode, count]) => `${count} of ${objCode}`)
      .join(', ');
  const [asked, unasked] = [said(true), said(false)];
  const explained = 'npx workfront-cdc explain says of an object what is in doubt';
  return [
    ...(asked === '' ? [] : [note('in doubt', `for over an hour, asked for: ${asked}`, explained)]),
    ...(unasked === ''
      ? []
      : [note('in doubt', `until told of again, nobody can be asked: ${unasked}`, explained)]),
  ];
}
