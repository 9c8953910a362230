import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { deliveriesOf } from '../../../../test/support/deliveries-of.ts';
import { localSandbox, requiredText } from '../../../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../../../test/support/local-sandbox.ts';
import { planningCaller, recordTypeNamed } from '../../../../test/support/planning-caller.ts';
import type { PlanningCaller } from '../../../../test/support/planning-caller.ts';
import { DataFile } from '../../memory/data-file.ts';

let local: LocalSandbox;
let call: PlanningCaller;
let campaigns: string;
let products: string;

beforeEach(() => use(localSandbox()));

function use(next: LocalSandbox): void {
  local = next;
  call = planningCaller(local);
  campaigns = requiredText(recordTypeNamed(local, 'Campaigns')['id']);
  products = requiredText(recordTypeNamed(local, 'Products')['id']);
}

const create = (type: string, data: object): string =>
  call('POST', `/v2/record-types/${type}/records`, { data }).text('id');
const data = (id: string) => call('GET', `/v2/records/${id}?aliased=true`).at('data');
const act = (name: string, objID: string) =>
  local.ask('POST', '/sandbox/acts', { act: name, objCode: 'RECORD', objID });
const titles = (id: string) =>
  ((data(id) as { product?: { value: string }[] }).product ?? []).map(({ value }) => value);

describe('links to a record in the bin (reference C.9)', () => {
  it('go with it and come back with it, in their place, lookups too', () => {
    const [a, b, c] = ['A', 'B', 'C'].map((name) => create(products, { name }));
    const id = create(campaigns, { name: 'x', product: [{ id: a }, { id: b }, { id: c }] });
    const before = data(id);
    expect(call('DELETE', `/v2/records/${b}`).status).toBe(204);
    expect(data(id)).toMatchObject({ product_names: ['A', 'C'] });
    expect(titles(id)).toEqual(['A', 'C']);
    act('restore', requiredText(b));
    expect(data(id)).toEqual(before);
  });

  it('tell nobody: no event, no clock, no line of history', async () => {
    const product = create(products, { name: 'A' });
    const id = create(campaigns, { name: 'x', product: [{ id: product }] });
    const hook = { objCode: 'RECORD', eventType: 'UPDATE', url: 'http://x/', authToken: 't' };
    local.ask('POST', '/attask/eventsubscription/api/v1/subscriptions', hook);
    const before = call('GET', `/v2/records/${id}`);
    const history = call('GET', `/v2/records/${id}/history`).body;
    await local.clock.advance(1000);
    const told = await deliveriesOf(local, () => void call('DELETE', `/v2/records/${product}`));
    expect(told).toEqual([]);
    expect(titles(id)).toEqual([]);
    expect(call('GET', `/v2/records/${id}`).at('updatedAt')).toBe(before.at('updatedAt'));
    expect(call('GET', `/v2/records/${id}/history`).body).toEqual(history);
  });

  it('do not come back to a field that was edited since', () => {
    const [a, b] = ['A', 'B'].map((name) => create(products, { name }));
    const id = create(campaigns, { name: 'x', product: [{ id: a }] });
    call('DELETE', `/v2/records/${a}`);
    call('PATCH', `/v2/records/${id}`, { data: { name: 'y' } });
    act('restore', requiredText(a));
    expect(titles(id)).toEqual(['A']);
    call('DELETE', `/v2/records/${a}`);
    call('PATCH', `/v2/records/${id}`, { data: { product: [{ id: b }] } });
    act('restore', requiredText(a));
    expect(titles(id)).toEqual(['B']);
  });

  it.each([
    ['the linked one first', [0, 1], [0, 1]],
    ['the linked one first, back last', [0, 1], [1, 0]],
    ['the linking one first', [1, 0], [0, 1]],
    ['the linking one first, back first', [1, 0], [1, 0]],
  ] as const)('are there again when both were deleted, %s', (_, deleted, restored) => {
    const product = create(products, { name: 'A' });
    const id = create(campaigns, { name: 'x', product: [{ id: product }] });
    const before = data(id);
    const both = [product, id];
    for (const one of deleted) call('DELETE', `/v2/records/${both[one]}`);
    for (const one of restored) act('restore', requiredText(both[one]));
    expect(data(id)).toEqual(before);
  });

  it('stay without a title when told so', () => {
    local.ask('PUT', '/sandbox/settings', { planningDeletedLinks: 'valueless' });
    const product = create(products, { name: 'A' });
    const id = create(campaigns, { name: 'x', product: [{ id: product }] });
    const before = data(id);
    call('DELETE', `/v2/records/${product}`);
    expect(data(id)).toMatchObject({ product: [{ id: product, value: null }] });
    act('restore', product);
    expect(data(id)).toEqual(before);
    const bad = { planningDeletedLinks: 'kept' };
    expect(local.ask('PUT', '/sandbox/settings', bad).status).toBe(400);
  });

  it('are for good where a whole type goes', () => {
    const product = create(products, { name: 'A' });
    const id = create(campaigns, { name: 'x', product: [{ id: product }] });
    expect(call('DELETE', `/v2/record-types/${products}`).status).toBe(204);
    expect(titles(id)).toEqual([]);
    expect(act('restore', product).at('restored')).toBe(false);
  });

  it('come back after a restart too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const path = join(folder, 'data.jsonl');
    use(localSandbox(1, new DataFile(path)));
    const product = create(products, { name: 'A' });
    const id = create(campaigns, { name: 'x', product: [{ id: product }] });
    const before = data(id);
    call('DELETE', `/v2/records/${product}`);
    use(localSandbox(1, new DataFile(path)));
    expect(titles(id)).toEqual([]);
    act('restore', product);
    expect(data(id)).toEqual(before);
    rmSync(folder, { recursive: true });
  });
});
