import type { Backend } from './backend.ts';
import { startContainers } from './container-backend.ts';
import { startLocal } from './local-backend.ts';

/** `TEST_BACKEND`: local (the default) or containers. */
export function startBackend(name: string): Promise<Backend> {
  if (name === 'local') return startLocal();
  if (name === 'containers') return startContainers();
  throw new Error(`TEST_BACKEND is ${name}; it may be local or containers`);
}
