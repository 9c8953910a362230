import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../core/json.ts';
import { asMicros } from '../../core/units.ts';
import type { FieldType } from '../catalogue/field-types.generated.ts';
import { compileFilter, compileSorts } from '../filter/evaluate.ts';
import { AttaskError, unknownField } from './attask-error.ts';
import { MODIFIERS } from './modifiers.ts';
import { parseFields, parseSearch } from './parse-search.ts';

const NOW = asMicros(Date.UTC(2026, 4, 14, 18, 30) * 1000); // Thursday, 12:30 in Denver
const TYPES: Readonly<Record<string, FieldType>> = {
  ID: 'string',
  name: 'string',
  priority: 'int',
  isActive: 'boolean',
  dueDate: 'dateTime',
  day: 'date',
  tags: 'string[]',
  'owner:name': 'string',
  'DE:Cost centre': 'string',
};

function search(query: string) {
  return parseSearch(new URLSearchParams(query), {
    nowMicros: NOW,
    zone: 'America/Denver',
    customerID: 'customer',
    userField: (name) => ({ ID: 'me', homeGroupID: 'group' })[name] ?? null,
    typeOf: (path) => {
      const type = TYPES[path];
      if (type === undefined) throw unknownField(21, path, 'Task');
      return type;
    },
  });
}

type Row = Readonly<Record<string, JsonValue>>;

function at(iso: string): number {
  return Date.parse(iso) * 1000;
}

const ROWS: readonly Row[] = [
  {
    ID: 'a',
    name: 'Alpha',
    priority: 1,
    isActive: true,
    dueDate: at('2026-05-14T06:00:00Z'),
    tags: ['x', 'y'],
    'owner:name': 'Smith',
  },
  {
    ID: 'b',
    name: 'beta%',
    priority: 2,
    isActive: false,
    dueDate: at('2026-05-15T05:59:59.999Z'),
    tags: ['y'],
    'owner:name': 'Smyth',
  },
  {
    ID: 'c',
    name: '',
    priority: 7,
    dueDate: at('2026-05-15T06:00:00Z'),
    day: '2026-05-15',
    'DE:Cost centre': 'EU 7',
  },
  { ID: 'd', name: null, dueDate: null },
];

function ids(query: string): string {
  const parsed = search(query);
  const accessor = (path: string) => (row: Row) => row[path];
  const found = ROWS.filter(compileFilter(parsed.filter, accessor));
  found.sort(compileSorts(parsed.sorts, accessor));
  return found.map(({ ID }) => String(ID as string)).join('');
}

describe('modifiers (reference C.3)', () => {
  it.each([
    ['name=Alpha', 'a'],
    ['name=alpha&name_Mod=cieq', 'a'],
    ['name=Alpha&name_Mod=ne', 'bcd'],
    ['name=Alpha&name_Mod=nee', 'bc'],
    ['name=alpha&name_Mod=cine', 'bcd'],
    ['name=Alpha&name=beta%25', 'ab'],
    ['name=Alpha&name_Mod=notin', 'bcd'],
    ['name=alpha&name=BETA%25&name_Mod=ciin', 'ab'],
    ['name=alpha&name_Mod=cinotin', 'bcd'],
    ['ID=a,c&ID_Mod=in', 'ac'],
    ['priority=1&priority_Range=2', 'ab'],
    ['priority=1&priority_Range=2&priority_Mod=notbetween', 'cd'],
    ['name=a&name_Range=b&name_Mod=cibetween', 'a'],
    ['name=a&name_Range=b&name_Mod=cinotbetween', 'bcd'],
    ['priority=2&priority_Mod=lt', 'a'],
    ['priority=2&priority_Mod=lte', 'ab'],
    ['priority=2&priority_Mod=gt', 'c'],
    ['priority=2&priority_Mod=gte', 'bc'],
    ['name=lph&name_Mod=contains', 'a'],
    ['name=lph&name_Mod=notcontains', 'bcd'],
    ['name=ALP&name_Mod=cicontains', 'a'],
    ['name=ALP&name_Mod=cinotcontains', 'bcd'],
    ['name=ALP&name=ETA&name_Mod=cicontainsany', 'ab'],
    ['name=ALP&name=ETA&name_Mod=cinotcontainsany', 'cd'],
    ['name=AL&name=PHA&name_Mod=cicontainsall', 'a'],
    ['name=AL&name=PHA&name_Mod=cinotcontainsall', 'bcd'],
    ['name=Al&name_Mod=startswith', 'a'],
    ['name=%25a&name_Mod=like', 'a'],
    ['name=_LPH_&name_Mod=cilike', 'a'],
    ['owner:name=Smith&owner:name_Mod=soundex', 'ab'],
    ['name=5&name_Mod=length_lt', 'c'],
    ['name=5&name_Mod=length_eq', 'ab'],
    ['name=4&name_Mod=length_gt', 'ab'],
    ['name=&name_Mod=isnull', 'd'],
    ['name_Mod=notnull', 'abc'],
    ['name_Mod=isblank', 'cd'],
    ['name_Mod=notblank', 'ab'],
    ['tags=x', 'a'],
    ['tags=x&tags=y&tags_Mod=allof', 'a'],
    ['tags=x&tags=y', 'ab'],
    ['priority=6&priority_Mod=bitwiseor', 'bc'],
    ['priority=6&priority_Mod=bitwiseand', 'c'],
    ['priority=6&priority_Mod=bitwisenand', 'abd'],
    ['isActive=true', 'a'],
    ['isActive=false', 'b'],
    ['day=2026-05-15', 'c'],
    ['DE:Cost centre=EU 7', 'c'],
    ['filters={"name":["Alpha","beta%25"],"priority":1}', 'a'],
  ])('%s finds %s', (query, expected) => {
    expect(ids(query)).toBe(expected);
  });

  it('knows all 41 published ones', () => {
    expect(MODIFIERS).toHaveLength(40 + 1);
  });
});

describe('dates', () => {
  it.each([
    ['dueDate=2026-05-14', 'ab'], // eq is the whole day, in the session's zone
    ['dueDate=2026-05-14T20:00:00.000Z', 'ab'],
    ['dueDate=2026-05-14T06:00:00.000Z&dueDate_Mod=exacttime', 'a'],
    ['dueDate=2026-05-15T06:00:00:000%2B0000&dueDate_Mod=gte', 'c'],
    ['dueDate=2026-05-14&dueDate_Mod=ne', 'cd'],
    ['dueDate=2026-05-14&dueDate_Range=2026-05-15', 'abc'],
    ['dueDate=$$TODAY', 'ab'],
    ['dueDate=$$TODAYb&dueDate_Mod=gte', 'abc'],
    ['dueDate=$$TODAYe&dueDate_Mod=gt', 'c'],
    ['dueDate=$$TODAY%2B1d&dueDate_Mod=gte', 'c'],
    ['dueDate=$$TODAYbm&dueDate_Range=$$TODAYem', 'abc'],
    ['dueDate=$$TODAYb%2B1w&dueDate_Mod=lt', 'abc'],
    ['dueDate=$$TODAYb-1q&dueDate_Mod=lt', ''],
    ['dueDate=$$NOW&dueDate_Mod=lt', 'a'],
    ['dueDate=$$NOW%2B12h&dueDate_Mod=gt', ''],
  ])('%s finds %s', (query, expected) => {
    expect(ids(query)).toBe(expected);
  });

  it('ends a month on its last day', () => {
    const filter = search('dueDate=$$TODAYem&dueDate_Mod=exacttime').filter;
    expect(filter).toMatchObject({ values: [at('2026-06-01T05:59:59.999Z')] });
  });
});

describe('the rest of the grammar (reference C.2 to C.4)', () => {
  it('ORs groups with each other and with what has no prefix', () => {
    expect(ids('OR:1:name=Alpha&OR:1:priority=1&OR:2:priority=7')).toBe('ac');
    expect(ids('name=beta%25&OR:1:priority=7')).toBe('bc');
  });

  it('sorts by precedence, in any case, both ways', () => {
    expect(ids('name_2_Sort=ciasc&priority_1_Sort=desc')).toBe('dcba');
    expect(ids('ID_Sort=desc')).toBe('dcba');
  });

  it('stands for the user and the tenant', () => {
    expect(search('ID=$$USER.ID').filter).toMatchObject({ values: ['me'] });
    expect(search('ID=$$CUSTOMER').filter).toMatchObject({ values: ['customer'] });
  });

  it('reads paging, map and fields, as a list or as JSON', () => {
    const parsed = search('$$FIRST=10&$$LIMIT=50&map=true&fields=a,owner:name&fields=["b","DE:x"]');
    expect(parsed).toMatchObject({ first: 10, limit: 50, map: true });
    expect(parsed.fields).toEqual(['a', 'owner:name', 'b', 'DE:x']);
    expect(parseFields('')).toEqual([]);
  });

  it.each([
    'name=a&name_Mod=near',
    'name_Mod=eq',
    'priority=x',
    'isActive=perhaps',
    'dueDate=',
    'dueDate=2026-02-30',
    'priority=1&priority_Mod=like',
    'nope=1',
    '$$NOPE=1',
    '$$LIMIT=-1',
    'name_Sort=sideways',
    'filters=[]',
    'name=a&name_Mod=between',
  ])('refuses %s', (query) => {
    expect(() => search(query)).toThrow(AttaskError);
  });
});
