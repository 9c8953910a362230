/** Whether Planning lets us in, and shows anything. */
import type { AdminContext } from '../admin-context.ts';
import { planningOf } from '../planning-access.ts';
import type { AskedTenant } from '../workfront-access.ts';
import { finding, note, well } from './finding.ts';
import type { Finding } from './finding.ts';

export async function lookAtPlanning(
  context: AdminContext,
  tenant: AskedTenant,
): Promise<readonly Finding[]> {
  const planning = planningOf(context, tenant);
  if (planning === null) {
    const fix =
      'if the tenant has it: PLANNING_CLIENT_SECRET, PLANNING_IMS_ORG_ID, PLANNING_CLIENT_ID';
    return [note('planning', 'not read, since no sign-in to it is set', fix)];
  }
  const { rows } = await planning.workspaces(context.signal);
  const said = `version ${planning.version} lets us in, and shows ${rows.length} workspaces`;
  if (rows.length > 0) return [well('planning', said)];
  const fix = 'share the workspaces with the user or the client that we sign in as';
  return [finding('planning', said, fix)];
}
