/** The record type Campaigns of a sandbox, as the administrator's Planning calls meet it. */
import { requiredText } from './local-sandbox.ts';
import type { Answer, LocalSandbox } from './local-sandbox.ts';

/** Headers of a call that signs in with the administrator's token. */
export const IMS = {
  authorization: 'Bearer key',
  'x-gw-ims-org-id': 'SANDBOX@AdobeOrg',
  'x-api-key': 'app',
};

export interface Campaigns {
  readonly typeID: string;
  /** Field IDs by alias. */
  readonly fields: Readonly<Record<string, string>>;
}

export function campaignsOf(local: LocalSandbox): Campaigns {
  const { store } = local.sandbox.tenant;
  const campaigns = [...store.rows('RECORD_TYPE')].find(
    (one) => one['displayName'] === 'Campaigns',
  );
  const typeID = requiredText(campaigns?.['id']);
  const ofType = [...store.rows('FIELD')].filter((field) => field['recordTypeId'] === typeID);
  const named = ofType.map((one) => [requiredText(one['alias']), requiredText(one['id'])]);
  return { typeID, fields: Object.fromEntries(named) as Record<string, string> };
}

/** Makes a record of the type; anything but 201 throws. */
export function createCampaign(local: LocalSandbox, typeID: string, data: object): string {
  const url = `/maestro/api/v2/record-types/${typeID}/records`;
  const created: Answer = local.ask('POST', url, { data }, IMS);
  if (created.status === 201) return created.text('id');
  throw new Error(`the record was not made: ${created.status} ${JSON.stringify(created.body)}`);
}
