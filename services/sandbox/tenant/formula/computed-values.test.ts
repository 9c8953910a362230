import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../core/json.ts';
import { deliveriesOf } from '../../../../test/support/deliveries-of.ts';
import { localSandbox, requiredText } from '../../../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../../../test/support/local-sandbox.ts';
import { planningCaller, recordTypeNamed } from '../../../../test/support/planning-caller.ts';
import type { PlanningCaller } from '../../../../test/support/planning-caller.ts';
import { FormulaError, parseFormula } from './formula.ts';

const VALUES: Record<string, JsonValue> = {
  Budget: 120,
  Name: 'Spring',
  Empty: null,
  Tags: ['a', 'b', 'a'],
  Start: '2026-01-15T12:00:00.000Z',
};

function calculate(text: string): JsonValue {
  return parseFormula(text)({ id: 'Rc1', valueOf: ([name = '']) => VALUES[name] ?? null });
}

describe('formulas', () => {
  it.each<[string, JsonValue]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * -3', -9],
    ['{Budget} / 0', null],
    ['{Budget} + {Empty}', null],
    ['SUM({Budget}, {Empty}, 1)', 121],
    ['AVERAGE(1, 2, 6)', 3],
    ['ROUND(10 / 3, 2)', 3.33],
    ['IF({Budget} >= 100, "big", "small")', 'big'],
    ['IF(ISBLANK({Empty}), "none", {Empty})', 'none'],
    ["CONCAT({Name}, ' ', {Budget})", 'Spring 120'],
    ['UPPER(LEFT({Name}, 3))', 'SPR'],
    ['ARRAYJOIN(", ", {Tags})', 'a, b, a'],
    ['ARRAYUNIQUE({Tags})', ['a', 'b']],
    ['ADDDAYS({Start}, 2)', '2026-01-17T12:00:00.000Z'],
    ['DATEDIFF({Start}, ADDDAYS({Start}, 9))', 9],
    ['ID()', 'Rc1'],
  ])('%s', (text, value) => {
    expect(calculate(text)).toEqual(value);
  });

  it.each(['', '1 +', 'NOPE(1)', '{Budget', 'constructor(1)', '1 2', '('.repeat(90), '"open'])(
    'refuses %s',
    (text) => {
      expect(() => calculate(text)).toThrow(FormulaError);
    },
  );
});

describe('computed values of records (reference E.4, E.5)', () => {
  let local: LocalSandbox;
  let call: PlanningCaller;
  let campaigns: string;
  let products: string;

  beforeEach(() => {
    local = localSandbox();
    call = planningCaller(local);
    campaigns = requiredText(recordTypeNamed(local, 'Campaigns')['id']);
    products = requiredText(recordTypeNamed(local, 'Products')['id']);
  });

  const create = (type: string, data: object) =>
    call('POST', `/v2/record-types/${type}/records`, { data });
  const valueOf = (id: string, field: string) => {
    const page = call('GET', `/v2/record-types/${campaigns}/records/search?aliased=true`);
    const rows = page.at('records.content') as { id: string; data: Record<string, JsonValue> }[];
    return rows.find((row) => row.id === id)?.data[field];
  };
  const addField = (type: string, field: object) =>
    call('POST', `/v2/record-types/${type}/fields`, field);

  it('come with the save, and cannot be set', () => {
    const id = create(campaigns, { name: 'x', budget: 100 }).text('id');
    expect(valueOf(id, 'budget_with_reserve')).toBe(110);
    call('PATCH', `/v2/records/${id}`, { data: { budget: 200 } });
    expect(valueOf(id, 'budget_with_reserve')).toBe(220);
    expect(create(campaigns, { budget_with_reserve: 1 }).status).toBe(400);
  });

  it('follow the linked record without an event, a clock or a line of history', async () => {
    const product = create(products, { name: 'Old' }).text('id');
    const id = create(campaigns, { name: 'x', product: [{ id: product }] }).text('id');
    expect(valueOf(id, 'product_names')).toEqual(['Old']);
    const before = call('GET', `/v2/records/${id}`);
    const hook = { objCode: 'RECORD', eventType: 'UPDATE', url: 'http://x/', authToken: 't' };
    local.ask('POST', '/attask/eventsubscription/api/v1/subscriptions', hook);
    await local.clock.advance(1000);
    const bodies = await deliveriesOf(local, () => {
      call('PATCH', `/v2/records/${product}`, { data: { name: 'New' } });
    });
    expect(bodies).toMatchObject([{ newState: { id: product } }]);
    expect(valueOf(id, 'product_names')).toEqual(['New']);
    expect(valueOf(id, 'product')).toMatchObject([{ id: product, value: 'New' }]);
    expect(call('GET', `/v2/records/${id}`).at('updatedAt')).toBe(before.at('updatedAt'));
    const history = call('GET', `/v2/records/${id}/history`).at('content') as object[];
    expect(JSON.stringify(history)).not.toContain('New');
  });

  it('roll up the fields that a connection asks for as lookups', () => {
    addField(products, { displayName: 'Price', alias: 'price', type: 'NUMBER' });
    const price = [...local.sandbox.tenant.store.rows('FIELD')].find(
      (field) => field['alias'] === 'price',
    );
    const lookupFields = [{ fieldId: requiredText(price?.['id']), rollup: 'sum' }];
    const referenceOptions = { multiple: true, recordTypeId: products, lookupFields };
    const field = { displayName: 'Parts', alias: 'parts', type: 'REFERENCE', referenceOptions };
    expect(addField(campaigns, field).status).toBe(201);
    const [a, b] = [1, 2].map((one) => create(products, { price: one }).text('id'));
    const id = create(campaigns, { parts: [{ id: a }, { id: b }] }).text('id');
    const lookup = [...local.sandbox.tenant.store.rows('FIELD')].find(
      (one) => one['displayName'] === 'Price from Parts',
    );
    expect(valueOf(id, requiredText(lookup?.['id']))).toBe(3);
    call('DELETE', `/v2/records/${a}`);
    expect(valueOf(id, requiredText(lookup?.['id']))).toBe(2);
  });

  it('are recalculated when the formula changes, and say so when it cannot be calculated', () => {
    const id = create(campaigns, { name: 'x', budget: 100 }).text('id');
    const formula = (text: string) => ({ formulaOptions: { formula: text, returnType: 'NUMBER' } });
    const field = {
      displayName: 'Half',
      alias: 'half',
      type: 'FORMULA',
      ...formula('{Budget} / 2'),
    };
    const made = addField(campaigns, field);
    expect(made.at('hasError')).toBe(false);
    expect(valueOf(id, 'half')).toBe(50);
    const url = `/v2/fields/${made.text('id')}`;
    call('PATCH', url, formula('{Budget} / 4'));
    expect(valueOf(id, 'half')).toBe(25);
    expect(call('PATCH', url, formula('{Half} + 1')).at('hasError')).toBe(true);
    expect(call('PATCH', url, formula('{No such field}')).at('hasError')).toBe(true);
    expect(valueOf(id, 'half')).toBeUndefined();
  });
});
