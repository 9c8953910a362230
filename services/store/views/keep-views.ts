/** Keeps schema `workfront` as the catalogue says, without ever making the tables wait for it. */
import { retrying } from '../../core/retry.ts';
import type { RetryOptions } from '../../core/retry.ts';
import type { Logger } from '../../platform/process/logger.ts';
import { withTransaction } from '../../platform/postgres/postgres.ts';
import type { Pool } from '../../platform/postgres/postgres.ts';
import { applyViews } from './apply-views.ts';
import { applyGrants } from './grants.ts';
import type { AnalystRoles } from './grants.ts';

export interface AnalystViewsOptions {
  readonly pool: Pool;
  readonly roles: AnalystRoles;
  readonly logger: Logger;
  readonly retry: Omit<RetryOptions, 'onRetry'>;
}

/**
 * Resolves after the first attempt. A long report that holds a view makes us try again in the
 * background (its readers wait for us 5 s at most each time); a refusal is logged, since old views
 * are better than none.
 */
export async function keepViews(options: AnalystViewsOptions): Promise<void> {
  const { pool, roles, logger, retry } = options;
  const apply = async (): Promise<void> => {
    const applied = await withTransaction(pool, applyViews);
    if (applied !== 'unchanged') {
      const { remade, others } = applied;
      const facts = { remade: remade.length, others: others.join(', ') };
      logger.info(facts, 'the analyst views are new; what others did to them is kept');
    }
    // On its own: a role that is missing must not keep the views from being new.
    await withTransaction(pool, (client) => applyGrants(client, roles));
  };
  const onRetry = (error: unknown): void => {
    logger.warn({ error }, 'the analyst views cannot be changed now; trying again');
  };
  let first: () => void = () => undefined;
  const attempted = new Promise<void>((resolve) => (first = resolve));
  retrying(() => apply().finally(first), { ...retry, onRetry }).catch((error: unknown) => {
    if (retry.signal.aborted) return;
    logger.error({ error }, 'the analyst views stay as they are: see the cause, then restart');
  });
  await attempted;
}
