/** Planning has a sign-in and a version of its own (reference E.1). */
import { readConfig, z } from '../../platform/process/config.ts';
import type { Env } from '../../platform/process/config.ts';
import { planningCredentials, planningSignIn } from '../../source/planning-sign-in.ts';
import { isWanted, SERVICES } from '../../processes.ts';
import { openPlanning } from '../../workfront/planning/planning-client.ts';
import type { AdminContext } from '../admin-context.ts';
import { exchangeTo } from '../exchange-to.ts';
import { finding, note, well } from './finding.ts';
import type { Finding } from './finding.ts';
import type { AskedTenant } from './tenant-answers.ts';

const settings = z.object(planningSignIn);

const POLLER = SERVICES.find(({ name }) => name === 'planning-poller');

export async function lookAtPlanning(
  context: AdminContext,
  tenant: AskedTenant,
): Promise<readonly Finding[]> {
  const isSandbox = context.settings.WORKFRONT_URL === undefined;
  const env: Env = isSandbox ? { ...POLLER?.besideSandbox } : context.env;
  if (POLLER === undefined || !isWanted(POLLER, env)) {
    const fix =
      'if the tenant has it: PLANNING_CLIENT_SECRET, PLANNING_IMS_ORG_ID, PLANNING_CLIENT_ID';
    return [note('planning', 'not read, since no sign-in to it is set', fix)];
  }
  const config = readConfig(settings, env);
  const version = context.env['PLANNING_API_VERSION'] === '1' ? 1 : 2;
  const imsUrl = isSandbox ? tenant.url : config.PLANNING_IMS_URL;
  const credentials = planningCredentials(config);
  const exchange = exchangeTo({ ...tenant, imsUrl, credentials }, 'planning');
  const { rows } = await openPlanning(exchange, version).workspaces(context.signal);
  const said = `version ${version} lets us in, and shows ${rows.length} workspaces`;
  if (rows.length > 0) return [well('planning', said)];
  const fix = 'share the workspaces with the user or the client that we sign in as';
  return [finding('planning', said, fix)];
}
