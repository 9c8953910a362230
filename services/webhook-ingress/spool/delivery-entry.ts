/**
 * A delivery as an entry of the spool: as it came, not as the event that it becomes. So it can be
 * kept before the registry has ever been read, and is translated by the code that drains it. Pure.
 */
import { asMicros } from '../../core/units.ts';
import type { DeliveredBody } from '../acceptance.ts';

/** One line of JSON, then the body. */
export function encodeDelivery({ objCode, bytes, observedAt, traceparent }: DeliveredBody): Buffer {
  const head = { objCode, observedAt, traceparent: traceparent ?? null };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes]);
}

/** Null for what `encodeDelivery` did not make. */
export function decodeDelivery(entry: Buffer): DeliveredBody | null {
  const end = entry.indexOf('\n');
  if (end < 0) return null;
  const head = parsedEntry(entry.subarray(0, end).toString());
  if (typeof head !== 'object' || head === null) return null;
  const { objCode, observedAt, traceparent } = { ...NOTHING, ...head };
  if (typeof objCode !== 'string' || typeof observedAt !== 'number') return null;
  return {
    objCode,
    bytes: entry.subarray(end + 1),
    observedAt: asMicros(observedAt),
    traceparent: typeof traceparent === 'string' ? traceparent : undefined,
  };
}

const NOTHING: {
  readonly objCode: unknown;
  readonly observedAt: unknown;
  readonly traceparent: unknown;
} = { objCode: null, observedAt: null, traceparent: null };

function parsedEntry(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
