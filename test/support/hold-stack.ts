/** A process of its own that runs a Postgres and waits: for tests of what outlives it. */
import { startStack } from '../../services/local-stack/start-stack.ts';
import { systemClock } from '../../services/core/clock.ts';

const [dataDir = ''] = process.argv.slice(2);
const stack = await startStack({
  dataDir,
  cacheDir: '/nowhere',
  env: process.env,
  given: { kafkaBrokers: ['127.0.0.1:1'], registryUrl: 'http://127.0.0.1:1' },
  prefer: 'any',
});
process.stdout.write(`${JSON.stringify({ pid: stack.parts.postgres?.pid() })}\n`);
await systemClock.sleep(3_600_000);
