import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../core/json.ts';
import { localSandbox, requiredText } from '../../../../test/support/local-sandbox.ts';
import { planningCaller, recordTypeNamed } from '../../../../test/support/planning-caller.ts';
import type { PlanningCaller } from '../../../../test/support/planning-caller.ts';

const DATES = ['2024-05-12T20:00:00.000Z', '2024-05-20T20:00:00.000Z'] as const;
const TEXT = ['$contains', '$isNotContain', '$is', '$isNot', '$isEmpty', '$isNotEmpty'];
const NUMBER = (
  '$is $isNot $GreaterThan $GreaterThanOrEqual $lessThan $lessThanOrEqual $isEmpty ' + '$isNotEmpty'
).split(' ');
const INSTANT = ['$is', '$isNot', '$isAfter', '$isBefore', '$isBetween', '$isNotBetween'];
const EMPTY = ['$isEmpty', '$isNotEmpty'];
const SET = ['$hasAnyOf', '$hasAllOf', '$isExactly', '$hasNoneOf', ...EMPTY];
const CHOICE = ['$is', '$isNot', '$isAnyOf', '$isNoneOf'];

/** The table of the Planning page: modifiers by type, and a value to try them with. */
const TABLE: readonly [string, readonly string[], JsonValue][] = [
  ['text', TEXT, 'x'],
  ['long-text', TEXT, 'x'],
  ['number', NUMBER, 1],
  ['percentage', NUMBER, 1],
  ['currency', NUMBER, 1],
  ['date', [...INSTANT, ...EMPTY], DATES[0]],
  ['single-select', [...CHOICE, ...EMPTY], 'a'],
  ['multi-select', SET, ['a']],
  ['boolean', ['$is'], true],
  ['user', SET, ['u']],
  ['formula', TEXT, 'x'],
  ['url', TEXT, 'x'],
  ['created-by', CHOICE, 'u'],
  ['created-at', INSTANT, DATES[0]],
  ['updated-by', [...CHOICE, ...EMPTY], 'u'],
  ['updated-at', [...INSTANT, ...EMPTY], DATES[0]],
  ['reference', SET, ['Rc1']],
];
const ALL = [...new Set(TABLE.flatMap(([, modifiers]) => modifiers))];

let call: PlanningCaller;
let campaigns: string;
let products: string;

beforeEach(() => {
  const local = localSandbox();
  call = planningCaller(local);
  local.ask('PUT', '/sandbox/settings', { planningRequestsPerMinute: 10_000 });
  campaigns = requiredText(recordTypeNamed(local, 'Campaigns')['id']);
  products = requiredText(recordTypeNamed(local, 'Products')['id']);
});

const addField = (type: string, field: object): string =>
  call('POST', `/v2/record-types/${type}/fields`, field).text('id');
const search = (filters: JsonValue, more: object = {}) =>
  call('POST', '/v1/records/search', { recordTypeId: campaigns, filters, ...more });

describe('modifiers by field type (the table of the Planning page)', () => {
  it.each(TABLE)('%s takes its own and refuses the others', (type, modifiers, value) => {
    const options = type.endsWith('select') ? { options: [{ name: 'a', displayName: 'A' }] } : {};
    const id = addField(campaigns, { displayName: 'Tried', type, ...options });
    for (const modifier of ALL) {
      const operand = /etween$/.test(modifier) ? [...DATES] : value;
      const { status, body } = search([{ [id]: { [modifier]: operand } }]);
      expect([modifier, status]).toEqual([modifier, modifiers.includes(modifier) ? 200 : 400]);
      if (status === 400) expect(body).toMatchObject({ type: 40001 });
    }
    for (const modifier of EMPTY) {
      expect(search({ [id]: modifier }).status).toBe(modifiers.includes(modifier) ? 200 : 400);
    }
  });

  it('system columns are compared as the record has them, and sort it', () => {
    const at = addField(campaigns, { displayName: 'Changed', type: 'updated-at' });
    const all = search([]).at('totalCount');
    const since = (modifier: string) =>
      search([{ [at]: { [modifier]: '2030-01-01T00:00:00.000Z' } }]).at('totalCount');
    expect([since('$isBefore'), since('$isAfter')]).toEqual([all, 0]);
    expect(search([], { sorting: [{ fieldId: at, direction: 'desc' }] }).status).toBe(200);
  });
});

describe('lookups compare like the field that they show', () => {
  const lookup = (type: string, source: object, rollup: string | null = null) => {
    const fieldId = addField(products, { displayName: 'Source', alias: 'source', type });
    const parts = addField(campaigns, {
      displayName: 'Parts',
      alias: 'parts',
      type: 'REFERENCE',
      referenceOptions: {
        multiple: true,
        recordTypeId: products,
        lookupFields: [{ fieldId, rollup }],
      },
    });
    const made = call('POST', `/v2/record-types/${products}/records`, { data: source });
    const linked = { [parts]: [{ id: made.text('id') }], name: 'With' };
    const id = call('POST', `/v2/record-types/${campaigns}/records`, { data: linked }).text('id');
    const fields = call('GET', `/v1/record-types/${campaigns}`).at('fields') as {
      id: string;
      displayName: string;
    }[];
    const shown = fields.find(({ displayName }) => displayName === 'Source from Parts');
    return { id, field: shown?.id ?? '' };
  };
  const found = (filters: JsonValue): string[] =>
    (search(filters).at('records') as { id: string }[]).map((one) => one.id);

  it('numbers, dates and rolled up numbers', () => {
    const price = lookup('NUMBER', { source: 12 });
    expect(found({ [price.field]: { $greaterThan: 9 } })).toEqual([price.id]);
    expect(found({ [price.field]: { $greaterThan: 100 } })).toEqual([]);
    expect(search({ [price.field]: { $contains: '1' } }).status).toBe(400);
  });

  it('dates', () => {
    const date = lookup('DATE', { source: DATES[0] });
    expect(found({ [date.field]: { $isBetween: [...DATES] } })).toEqual([date.id]);
    expect(found({ [date.field]: { $isAfter: DATES[1] } })).toEqual([]);
  });

  it('counts, whatever is counted', () => {
    const count = lookup('TEXT', { source: 'x' }, 'count');
    expect(found({ [count.field]: { $GreaterThanOrEqual: 1 } })).toContain(count.id);
    const v2 = { operator: 'AND', conditions: [cond(count.field, 'LESS_THAN', 1)] };
    const answer = call('POST', `/v2/record-types/${campaigns}/records/search`, { filter: v2 });
    expect(JSON.stringify(answer.at('records.content'))).not.toContain(count.id);
  });
});

function cond(fieldId: string, condition: string, value: JsonValue): object {
  return { fieldId, condition, value };
}
