/** The register of processes and the compose file say the same of each process. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assetPath } from '../../services/platform/process/assets.ts';
import { SERVICES } from '../../services/processes.ts';

const compose = readFileSync(assetPath('docker-compose.yml'), 'utf8');

describe.each(SERVICES)('the container of $name', ({ name, nodeOptions }) => {
  it('gives Node the options that the register names', () => {
    const [, service] = new RegExp(`\\n  ${name}:\\n((?: {4}.*\\n)+)`).exec(compose) ?? [];
    expect(service).toBeDefined();
    const [, told] = /NODE_OPTIONS: (.*)/.exec(service ?? '') ?? [];
    expect(told ?? '').toBe(nodeOptions);
  });
});
