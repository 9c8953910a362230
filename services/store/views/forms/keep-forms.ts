/** Follows the tenant's forms: a form or a field that is new has its view or column soon. */
import type { Clock } from '../../../core/clock.ts';
import type { Logger } from '../../../platform/process/logger.ts';
import { withTransaction } from '../../../platform/postgres/postgres.ts';
import type { Pool } from '../../../platform/postgres/postgres.ts';
import type { AnalystRoles } from '../grants.ts';
import { applyForms } from './apply-forms.ts';

export interface KeepFormsOptions {
  readonly pool: Pool;
  readonly roles: AnalystRoles;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Runs until the signal; a failure is logged, and the next turn tries again. */
export async function keepForms(options: KeepFormsOptions): Promise<void> {
  const { pool, roles, logger, clock, signal } = options;
  while (!signal.aborted) {
    try {
      const made = await withTransaction(pool, (client) => applyForms(client, roles));
      if (made.length > 0) logger.info({ views: made.length }, 'views of custom forms are new');
    } catch (error) {
      if (!signal.aborted)
        logger.warn({ error }, 'the views of custom forms cannot be changed now');
    }
    await clock.sleep(EVERY_MS, signal).catch(() => undefined);
  }
}

const EVERY_MS = 30_000;
