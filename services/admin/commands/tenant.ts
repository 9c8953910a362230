/** `tenant adopt`: says that the databases belong to the Workfront that is set up now. */
import { adoptTenant, tenantOf } from '../../source/tenant/tenant.ts';
import type { AdminContext } from '../admin-context.ts';
import { withPool } from '../connections.ts';
import { workfrontUrlOf } from '../workfront-access.ts';

export async function adoptTenantCommand(context: AdminContext): Promise<void> {
  const { WORKFRONT_CUSTOMER_ID } = context.settings;
  const tenant = tenantOf({ WORKFRONT_URL: workfrontUrlOf(context), WORKFRONT_CUSTOMER_ID });
  for (const which of ['control', 'store'] as const) {
    const before = await withPool(context, which, (pool) => adoptTenant(pool, tenant));
    const was = before === null ? 'nobody' : before.address;
    context.terminal.print(`${which}: belonged to ${was}, belongs to ${tenant.address}.`);
  }
}
