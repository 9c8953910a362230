/** The token that deliveries bear: as configured, else one of our own that is kept between runs. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Secret } from '../../platform/process/secret.ts';
import type { AdminContext } from '../admin-context.ts';
import { WEBHOOK_TOKEN_FILE } from '../workfront-access.ts';

export function webhookTokenOf({ settings, dataDir }: AdminContext): Secret {
  if (settings.WEBHOOK_TOKEN !== undefined) return settings.WEBHOOK_TOKEN;
  const file = join(dataDir, WEBHOOK_TOKEN_FILE);
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(`${file}.draft`, randomBytes(24).toString('base64url'), { mode: 0o600 });
    renameSync(`${file}.draft`, file);
  }
  return new Secret(readFileSync(file, 'utf8'));
}
