/**
 * An object can be deleted and restored under the same ID (reference C.9): its evidence is
 * divided among its lives. docs/architecture.md, "The fold", 4.
 */
import type { Micros } from '../change-event.generated.ts';
import { compareEvidence } from './evidence.ts';
import type { Evidence } from './evidence.ts';

export interface Life {
  /** -Infinity for the first life, of which we need not know the beginning. */
  readonly open: Micros;
  /** The instant of its earliest DELETE, or null while it lasts. */
  readonly close: Micros | null;
  /** In the order of belief, none reaching beyond `close`. */
  readonly evidence: readonly Evidence[];
}

export function splitIntoLives(evidence: readonly Evidence[]): Life[] {
  const spans = lifeSpans(evidence);
  const shares: Evidence[][] = spans.map(() => []);
  for (const one of evidence) {
    let index = spans.length - 1;
    while (index > 0 && (spans[index]?.open ?? 0) > one.until) index -= 1;
    // What falls between a delete and the next life speaks of the life that ended.
    shares[index]?.push(endingBy(one, spans[index]?.close ?? null));
  }
  return spans.map((span, index) => ({
    ...span,
    evidence: (shares[index] ?? []).sort(compareEvidence),
  }));
}

type Span = Pick<Life, 'open' | 'close'>;

function lifeSpans(evidence: readonly Evidence[]): Span[] {
  const deletes = instants(evidence, (one) =>
    one.claim.operation === 'DELETE' ? [one.until] : [],
  );
  if (deletes.length === 0) return [{ open: -Infinity, close: null }];
  const openings = instants(evidence, openingInstants);
  const spans: Span[] = [];
  let open: Micros | undefined = -Infinity;
  while (open !== undefined) {
    const opened: Micros = open;
    const close: Micros | undefined = deletes.find((instant) => instant >= opened);
    spans.push({ open, close: close ?? null });
    open = close === undefined ? undefined : openings.find((instant) => instant > close);
  }
  return spans;
}

/**
 * The instants at which this evidence shows the object alive beyond doubt. A CREATE or a read
 * shows it at `until`; whatever bears a change clock shows it at that clock. A journal row may
 * be written after the delete about what was before, so only its CREATE counts.
 */
function openingInstants({ claim, from, until }: Evidence): readonly Micros[] {
  if (claim.operation === 'DELETE') return [];
  const sure = claim.operation === 'CREATE' || claim.operation === 'SNAPSHOT';
  if (claim.clocked) return sure ? [from, until] : [from];
  return sure ? [until] : [];
}

function endingBy(evidence: Evidence, close: Micros | null): Evidence {
  if (close === null || evidence.until <= close) return evidence;
  return { ...evidence, from: Math.min(evidence.from, close), until: close };
}

function instants(
  evidence: readonly Evidence[],
  pick: (one: Evidence) => readonly Micros[],
): Micros[] {
  return evidence.flatMap(pick).sort((a, b) => a - b);
}
