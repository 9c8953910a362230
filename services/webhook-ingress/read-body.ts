/** The bytes of one request's body, held against the limit of all bodies in hand. */
import { RefusedRequest } from './refusal.ts';
import type { InFlight, Share } from './in-flight.ts';

export class ReceivedBody {
  readonly bytes: Buffer;
  readonly #share: Share;

  constructor(bytes: Buffer, share: Share) {
    this.bytes = bytes;
    this.#share = share;
  }

  /** The bytes no longer count; whoever holds the body calls it, once answered. */
  release(): void {
    this.#share.release();
  }
}

/**
 * Throws RefusedRequest when the body is too large, or too much is in hand already.
 * @param declared its content-length, where it has one
 */
export async function readBody(
  payload: AsyncIterable<unknown>,
  declared: number | null,
  inFlight: InFlight,
): Promise<ReceivedBody> {
  const share = inFlight.open(declared);
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of payload) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError('a body is made of bytes');
      share.grow(chunk.length);
      chunks.push(chunk);
    }
  } catch (error) {
    share.release();
    if (error instanceof RefusedRequest || error instanceof TypeError) throw error;
    throw new RefusedRequest('BAD_REQUEST', 'The connection broke before the body was whole.');
  }
  const [only] = chunks;
  const whole = chunks.length === 1 && Buffer.isBuffer(only) ? only : Buffer.concat(chunks);
  return new ReceivedBody(whole, share);
}
