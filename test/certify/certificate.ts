import type { CaseCounts } from '../support/certify-case.ts';
import { holds } from '../support/certify-case.ts';
import type { CertifiedCase } from '../support/crowd-cases.ts';
import type { ProjectorProof, ProjectorVerdict } from './certify-projector.ts';
import { beyondCeilings, CEILINGS } from './late-events.ts';
import type { LateEventCost } from './late-events.ts';

export interface Certificate {
  readonly seed: number;
  readonly objects: number;
  readonly certified: readonly { readonly of: CertifiedCase; readonly counts: CaseCounts }[];
  readonly costs: readonly LateEventCost[];
  readonly projected: ProjectorProof;
  readonly isHeld: boolean;
  readonly cores: number;
}

/** As markdown, in the form that prettier gives it. */
export function certificateOf(of: Certificate): string {
  const rows = of.certified.map(({ of: one, counts }) => [
    one.name,
    one.finalRead ? 'yes' : 'no',
    percentOf(counts.lost, counts.objects),
    percentOf(counts.wrongThen, counts.objects),
    percentOf(counts.wrongNow, counts.objects),
    percentOf(counts.wrongTold, counts.objects),
    String(counts.wrongUnmarked),
    percentOf(counts.marked, counts.objects),
    holds(one, counts) ? 'holds' : 'DOES NOT HOLD',
  ]);
  const heads = [
    'case',
    'last read',
    'version lost',
    'wrong then',
    'wrong now',
    'though told',
    'unmarked',
    'marked',
    'limits',
  ];
  const costs = of.costs.map(({ claims, isCrowd, cpuMs, copies }) => [
    claims.toLocaleString('en'),
    isCrowd ? 'one crowd' : 'an hour apart',
    cpuMs.toFixed(0),
    ((cpuMs * 1000) / claims).toFixed(1),
    copies.toFixed(1),
  ]);
  const wrong = of.certified.flatMap(({ of: one, counts }) =>
    counts.failures.map((seed) => `- ${one.name}: SEED=${seed}`),
  );
  const failures = [...wrong, ...beyondCeilings(of.costs).map((what) => `- ${what}`)];
  const verdict = of.isHeld ? 'it holds' : 'IT DOES NOT HOLD';
  return `# The fold's certificate

\`npm run certify\`, seed ${of.seed}, ${of.objects.toLocaleString('en')} objects a case: ${verdict}.

An object counts once where any of its versions or values is so. _Version lost_: a save of which a
webhook came is no version. _Wrong then_: a value at that version. _Wrong now_: a value of the last
version that something told of.
_Though told_: wrong now, and no other truth was found that tells the very same and of which all
that came out is right; the rest nobody can know (\`docs/decisions/2026-11-26-two-truths.md\`).
_Unmarked_: wrong now though told, and \`ambiguous\` does not say so. _Marked_: to be read again,
rightly or out of caution.

${table(heads, rows)}
${failures.length === 0 ? '' : `\nFailed:\n\n${failures.join('\n')}\n`}
${ofProjectors(of.projected)}

What one late event costs that makes the projector fold all claims of an object, states of 40 fields
and journal rows by turns, least of several, processor time with the collector's (${of.cores} cores). _Copies_:
how often these states could be copied meanwhile, measured by turns, so that a busy machine counts
for little. ${CEILINGS}

${table(['claims', 'saves', 'CPU ms', 'µs a claim', 'copies'], costs)}
`;
}

const OF_PROJECTORS: Readonly<Record<ProjectorVerdict, string>> = {
  identical: 'were byte-identical',
  different: 'WERE NOT ALL BYTE-IDENTICAL',
  unfinished: 'WERE NOT ALL COMPARED: the run failed before',
};

function ofProjectors({ objects, verdict: isSo }: ProjectorProof): string {
  const verdict = OF_PROJECTORS[isSo];
  return `Through real projectors: ${objects.toLocaleString('en')} objects of all cases, each event in
order; shuffled with a fifth repeated, in other batches, nothing remembered; by two projectors; over
four kill -9; over restarts of Postgres and the broker. The tables, \`changes\` too, ${verdict}.`;
}

function percentOf(count: number, all: number): string {
  return count === 0 ? '0' : `${((100 * count) / all).toFixed(2)} %`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...rows.map((row) => (row[at] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join(
    '\n',
  );
}
