/** Planning, with the sign-in and the version of its own that it has (reference E.1). */
import { isWanted, SERVICES } from '../processes.ts';
import { readConfig, z } from '../platform/process/config.ts';
import type { Env } from '../platform/process/config.ts';
import { planningCredentials, planningSignIn } from '../source/tenant/planning-sign-in.ts';
import { openPlanning } from '../workfront/planning/planning-client.ts';
import type { PlanningClient } from '../workfront/planning/planning-client.ts';
import type { AdminContext } from './admin-context.ts';
import { exchangeTo } from './exchange-to.ts';
import type { AskedTenant } from './workfront-access.ts';

const settings = z.object(planningSignIn);

const POLLER = SERVICES.find(({ name }) => name === 'planning-poller');

/** Null where no sign-in to it is set: then nobody reads it. */
export function planningOf(context: AdminContext, tenant: AskedTenant): PlanningClient | null {
  const isSandbox = context.settings.WORKFRONT_URL === undefined;
  const env: Env = isSandbox ? { ...POLLER?.besideSandbox } : context.env;
  if (POLLER === undefined || !isWanted(POLLER, env)) return null;
  const config = readConfig(settings, env);
  const version = context.env['PLANNING_API_VERSION'] === '1' ? 1 : 2;
  const imsUrl = isSandbox ? tenant.url : config.PLANNING_IMS_URL;
  const credentials = planningCredentials(config);
  return openPlanning(exchangeTo({ ...tenant, imsUrl, credentials }, 'planning'), version);
}
