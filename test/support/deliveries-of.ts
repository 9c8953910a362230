/** What a sandbox delivers because of some acts: the bodies, in order. */
import type { JsonValue } from '../../services/core/json.ts';
import type { LocalSandbox } from './local-sandbox.ts';

export async function deliveriesOf(local: LocalSandbox, act: () => void): Promise<JsonValue[]> {
  const stop = new AbortController();
  const running = local.sandbox.run(stop.signal);
  const before = local.posts.length;
  act();
  await local.clock.advance(2000);
  stop.abort();
  await running;
  return local.posts.slice(before).map(({ body }) => JSON.parse(body) as JsonValue);
}
