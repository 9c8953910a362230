/** The disk under the ingress's spool, where it is this machine's. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { AdminContext } from '../admin-context.ts';
import { finding, note, well } from './finding.ts';
import type { Finding } from './finding.ts';

const SPOOL_BYTES_MAX = 2_048 * 1_024 * 1_024;
const MIB = 1_024 * 1_024;

export async function lookAtSpool({ env, dataDir }: AdminContext): Promise<readonly Finding[]> {
  const folder = env['WEBHOOK_SPOOL_DIR'] ?? join(dataDir, 'spool');
  if (!existsSync(folder)) {
    const said =
      'not on this machine: workfront_cdc_spool_bytes of the ingress says how full it is';
    return [note('spool', said)];
  }
  const most = Number(env['WEBHOOK_SPOOL_BYTES_MAX'] ?? SPOOL_BYTES_MAX);
  const { bavail, bsize } = await statfs(folder);
  const held = readdirSync(folder)
    .map((name) => statSync(join(folder, name)).size)
    .reduce((sum, one) => sum + one, 0);
  const free = bavail * bsize;
  const said = `${inMib(held)} MiB held, ${inMib(free)} MiB free, ${inMib(most)} MiB allowed`;
  if (free + held >= most) return [well('spool', said)];
  const fix = 'free the disk, or lower WEBHOOK_SPOOL_BYTES_MAX to what it has';
  return [finding('spool', `${said}: the disk is full before the spool is`, fix)];
}

function inMib(bytes: number): number {
  return Math.round(bytes / MIB);
}
