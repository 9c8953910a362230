/** `doctor [--json]`: looks at everything that the pipeline stands on, and says what to do. */
import type { AdminContext } from '../admin-context.ts';
import { lookAtSubscriptions } from '../doctor/event-subscriptions.ts';
import { examine, finding } from '../doctor/finding.ts';
import type { Finding } from '../doctor/finding.ts';
import { lookAtPlanning } from '../doctor/planning-answers.ts';
import { lookAtPromises } from '../doctor/promises.ts';
import {
  lookAtControl,
  lookAtKafka,
  lookAtRegistry,
  lookAtStore,
} from '../doctor/reached-servers.ts';
import { lookAtSpool } from '../doctor/spool-disk.ts';
import { lookAtTenant } from '../doctor/tenant-answers.ts';
import { askedTenantOf, workfrontOf } from '../workfront-access.ts';

/** 0 where nothing is to be done, else 1. */
export async function doctorCommand(
  context: AdminContext,
  { json }: { readonly json: boolean },
): Promise<0 | 1> {
  const found: Finding[] = [];
  for (const [check, look] of CHECKS) {
    const some = await examine(check, () => look(context));
    for (const one of some) {
      found.push(one);
      if (!json) print(context, one);
    }
  }
  const findings = found.filter(({ verdict }) => verdict === 'finding');
  const { terminal } = context;
  if (json) terminal.print(JSON.stringify({ well: findings.length === 0, checks: found }, null, 2));
  else if (findings.length === 0) terminal.print('Nothing is to be done.');
  else terminal.print(`${findings.length} of ${found.length} need something to be done.`);
  return findings.length === 0 ? 0 : 1;
}

type Look = (context: AdminContext) => Promise<readonly Finding[]>;

const CHECKS: readonly (readonly [string, Look])[] = [
  ['postgres', lookAtStore],
  ['control', lookAtControl],
  ['kafka', lookAtKafka],
  ['registry', lookAtRegistry],
  ['workfront', async (context) => lookAtTenant(context, askedTenantOf(context))],
  ['planning', async (context) => lookAtPlanning(context, askedTenantOf(context))],
  ['subscriptions', subscriptions],
  ['freshness', lookAtPromises],
  ['spool', lookAtSpool],
];

async function subscriptions(context: AdminContext): Promise<readonly Finding[]> {
  const { WORKFRONT_URL, WEBHOOK_PUBLIC_URL } = context.settings;
  if (WORKFRONT_URL !== undefined && WEBHOOK_PUBLIC_URL === undefined) {
    const fix =
      'set WEBHOOK_PUBLIC_URL and WEBHOOK_TOKEN, then npx workfront-cdc subscriptions apply';
    return [finding('subscriptions', 'none: changes are seen at the next poll only', fix)];
  }
  return lookAtSubscriptions(context, workfrontOf(context));
}

const SIGNS = { well: 'well', note: 'note', finding: 'FIX ' } as const;

function print({ terminal }: AdminContext, { check, verdict, said, fix }: Finding): void {
  terminal.print(`${SIGNS[verdict]}  ${check.padEnd(17)} ${said}`);
  if (fix !== null) terminal.print(`${' '.repeat(24)}→ ${fix}`);
}
