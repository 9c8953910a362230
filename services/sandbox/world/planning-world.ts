/** A seeded Planning workspace: campaigns and products, a field of every type, linked records. */
import type { JsonObject } from '../../core/json.ts';
import { formatIsoDate } from '../../workfront/dates.ts';
import type { PlanningFieldType } from '../../workfront/planning/field-type.ts';
import type { Random } from '../../core/random.ts';
import { asMicros, plus } from '../../core/units.ts';
import { planningId } from '../tenant/ids.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { CAMPAIGNS, PLACES } from './names.ts';
import { withComputed } from '../tenant/formula/computed-values.ts';
import { PlanningModel } from '../tenant/planning/planning-model.ts';

const DAY = 86_400_000_000;
const STATES = ['planning', 'active', 'done'];

/** Tells nobody, like the rest of the first world. */
export function buildPlanningWorld(
  tenant: Tenant,
  random: Random,
  userID: string,
  records: number,
): void {
  const maker = new Maker(tenant, random, userID);
  const workspaceId = maker.put('WORKSPACE', 'Ws', { name: 'Marketing plan', alias: 'marketing' });
  const products = maker.addType(workspaceId, 'Products');
  const linked = PLACES.map((place) => {
    const value = `Product ${place}`;
    const data = { [products.name]: value };
    const id = maker.put('RECORD', 'Rc', { recordTypeId: products.id, data });
    return { id, externalId: null, value };
  });
  const campaigns = maker.addType(workspaceId, 'Campaigns');
  const fields = addCampaignFields(maker, campaigns.id, products.id);
  for (let n = 1; n <= records; n += 1) {
    const data: JsonObject = {
      [campaigns.name]: `${random.pick(CAMPAIGNS)} ${n}`,
      [fields.status]: random.pick(STATES),
      [fields.regions]: [random.pick(PLACES)],
      [fields.budget]: random.int(1, 500) * 100,
      [fields.launch]: formatIsoDate(plus(tenant.now(), asMicros(random.int(-90, 90) * DAY))),
      [fields.approved]: random.chance(0.5),
      [fields.owner]: [{ id: userID, idType: 'WF' }],
      [fields.product]: [random.pick(linked)],
      ...(random.chance(0.5) ? { [fields.description]: 'Reach <new> customers & keep ours.' } : {}),
    };
    maker.put('RECORD', 'Rc', { recordTypeId: campaigns.id, data });
  }
  addComputed(maker, campaigns.id, fields.product, products.name);
  maker.compute(campaigns.id);
}

/** Values that nobody enters (reference E.4). */
function addComputed(maker: Maker, typeID: string, reference: string, source: string): void {
  maker.addField(typeID, 'Budget with reserve', 'formula', {
    formulaOptions: { formula: 'ROUND({Budget} * 1.1, 2)', returnType: 'CURRENCY' },
  });
  maker.addField(typeID, 'Product names', 'lookup', {
    lookupOptions: { referenceFieldId: reference, sourceField: { id: source } },
  });
}

function addCampaignFields(maker: Maker, typeID: string, productType: string) {
  const options = (names: readonly string[]): ObjectRow => ({
    options: names.map((name) => ({ name, displayName: name, color: '#1c68ff' })),
  });
  const add = (name: string, type: PlanningFieldType, more: ObjectRow = {}): string =>
    maker.addField(typeID, name, type, more);
  const fields = {
    description: add('Description', 'long-text'),
    status: add('Status', 'single-select', options(STATES)),
    regions: add('Regions', 'multi-select', options(PLACES)),
    budget: add('Budget', 'currency', {
      numberOptions: { precision: 2, allowNegatives: false, currency: 'USD' },
    }),
    launch: add('Launch date', 'date', { dateOptions: { dateFormat: 'iso' } }),
    approved: add('Approved', 'boolean'),
    owner: add('Owner', 'user', { userOptions: { multipleUsersAllowed: true } }),
    product: add('Product', 'reference', {
      referenceOptions: { multiple: true, recordTypeId: productType, isExternal: false },
    }),
  };
  add('Created at', 'created-at');
  add('Created by', 'created-by');
  add('Updated at', 'updated-at');
  add('Updated by', 'updated-by');
  return fields;
}

class Maker {
  readonly #tenant: Tenant;
  readonly #random: Random;
  readonly #userID: string;

  constructor(tenant: Tenant, random: Random, userID: string) {
    this.#tenant = tenant;
    this.#random = random;
    this.#userID = userID;
  }

  put(objCode: string, prefix: 'Ws' | 'Rt' | 'F' | 'Rc', fields: ObjectRow): string {
    const tenant = this.#tenant;
    const made = tenant.now() - this.#random.int(10, 100) * DAY;
    const id = planningId(prefix, this.#random);
    const audit = { createdAt: made, createdBy: this.#userID, updatedAt: made };
    const customerId = tenant.customerID;
    tenant.seed(objCode, { id, ...fields, objCode, customerId, ...audit, updatedBy: this.#userID });
    return id;
  }

  /** Fills in the computed values of all records of a type. */
  compute(recordTypeId: string): void {
    const model = new PlanningModel(this.#tenant, this.#random);
    for (const record of model.storedRecordsOf(recordTypeId)) {
      this.#tenant.seed('RECORD', { ...record, data: withComputed(model, recordTypeId, record) });
    }
  }

  /** A record type with the text field that names its records. */
  addType(workspaceId: string, displayName: string): { id: string; name: string } {
    const alias = displayName.toLowerCase();
    const id = this.put('RECORD_TYPE', 'Rt', { workspaceId, displayName, alias });
    const primaryFieldId = this.addField(id, 'Name', 'text', {});
    const type = this.#tenant.store.get('RECORD_TYPE', id);
    if (type !== null) this.#tenant.seed('RECORD_TYPE', { ...type, primaryFieldId });
    return { id, name: primaryFieldId };
  }

  addField(
    recordTypeId: string,
    displayName: string,
    type: PlanningFieldType,
    more: ObjectRow,
  ): string {
    const alias = displayName.toLowerCase().replaceAll(' ', '_');
    return this.put('FIELD', 'F', { recordTypeId, displayName, alias, type, ...more });
  }
}
