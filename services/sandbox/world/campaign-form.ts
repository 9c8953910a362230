/** The company's custom form: which fields it has, and which work bears it (reference D). */
import { asMicros, minus } from '../../core/units.ts';
import { fieldText, idOf } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import type { Tenant } from '../tenant/tenant.ts';

export const FORM = 'Campaign form';
export const FORM_TYPES = ['PROJ', 'TASK', 'OPTASK'];

/** Name, data type and display type. */
export const PARAMETERS = [
  ['Region', 'TEXT', 'SLCT'],
  ['Channels', 'TEXT', 'MULT'],
  ['Go-live', 'DATE', 'TEXT'],
  ['Revenue', 'CURC', 'TEXT'],
  ['Effort', 'NMBR', 'TEXT'],
  ['Notes', 'TEXT', 'TXTA'],
  ['Approved', 'TEXT', 'RDIO'],
  ['Margin', 'NMBR', 'CALC'],
] as const;

/** Every field on the form, in its order; nothing is drawn, so that no seed gives another world. */
export function placeFields(tenant: Tenant, userID: string): void {
  const form = formFor(tenant, 'PROJ');
  if (form === null) return;
  const placed = minus(tenant.now(), asMicros(360 * 86_400_000_000));
  let displayOrder = 0;
  for (const parameter of [...tenant.store.rows('PARAM')]) {
    displayOrder += 1;
    const link = {
      categoryID: form,
      parameterID: idOf(parameter),
      displayOrder,
      isRequired: false,
    };
    tenant.seed('CTGYPA', tenant.seedNew('CTGYPA', link, placed, userID));
  }
}

/** What a new object of the type bears of its forms; nothing where the type has none. */
export function formForNew(tenant: Tenant, objCode: string): ObjectRow {
  const categoryID = formFor(tenant, objCode);
  return categoryID === null ? {} : { categoryID };
}

function formFor(tenant: Tenant, objCode: string): string | null {
  if (!FORM_TYPES.includes(objCode)) return null;
  for (const row of tenant.store.rows('CTGY')) {
    if (fieldText(row, 'name') === FORM) return idOf(row);
  }
  return null;
}
