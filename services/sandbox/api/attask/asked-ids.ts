/** The IDs that a call names, in its path or by `id=`, wildcards among them (reference C.4). */
import { badRequest } from '../../../workfront/attask/attask-error.ts';
import { textWildcard } from '../../../workfront/attask/wildcards.ts';
import { fieldText } from '../../../workfront/object-row.ts';
import type { AttaskCall } from './attask-call.ts';

/** `?id=a,b`, repeated or not; throws when there is none. */
export function askedIDs(call: AttaskCall): readonly string[] {
  const ids = call.request.parameters
    .filter(([name]) => name === 'id' || name === 'ID')
    .flatMap(([, value]) => value.split(','));
  if (ids.length === 0) throw badRequest('No id given');
  return ids.map((id) => namedID(call, id));
}

/** `$$USER.ID` is who calls; an ID is itself. */
export function namedID({ caller, tenant, zone }: AttaskCall, text: string): string {
  if (!text.startsWith('$$')) return text;
  const id = textWildcard(text, {
    nowMicros: tenant.now(),
    zone,
    customerID: tenant.customerID,
    userField: (name) => fieldText(caller.user, name),
  });
  if (typeof id === 'string') return id;
  throw badRequest(`${text} stands for no ID`);
}
