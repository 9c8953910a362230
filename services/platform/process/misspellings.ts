/** Variables that nothing reads, and that were almost certainly meant for something that does. */
import { distance } from 'fastest-levenshtein';

export interface Misspelling {
  readonly given: string;
  readonly meant: string;
}

/**
 * What is set under almost the name of a variable of ours: ignored, it would leave a default in
 * place that nobody wanted. Where the right name is set too, the other belongs to somebody else.
 */
export function misspellings(
  env: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): Misspelling[] {
  const known = new Set(names);
  return Object.keys(env).flatMap((given) => {
    if (known.has(given) || isOfKubernetes(given, env[given] ?? '')) return [];
    const meant = nearestOf(given, names);
    return meant === null || env[meant] !== undefined ? [] : [{ given, meant }];
  });
}

function nearestOf(given: string, names: readonly string[]): string | null {
  let nearest: string | null = null;
  let best = Infinity;
  for (const name of names) {
    if (!isMistyped(given, name) || distance(given, name) >= best) continue;
    nearest = name;
    best = distance(given, name);
  }
  return nearest;
}

/** `WORKFRONT_APIKEY`, `workfront_api_key`; else word by word, so that HOST is no mistyped PORT. */
function isMistyped(given: string, name: string): boolean {
  if (plain(given) === plain(name)) return true;
  const words = given.split('_');
  const meant = name.split('_');
  if (words.length !== meant.length) return false;
  return words.every((word, at) => distance(word, meant[at] ?? '') <= mistakesIn(meant[at] ?? ''));
}

function plain(name: string): string {
  return name.replaceAll('_', '').toUpperCase();
}

function mistakesIn(word: string): number {
  return word.length < 6 ? 1 : 2;
}

/** Kubernetes tells each pod of its services by variables: `KAFKA_BROKER_SERVICE_HOST`, … */
function isOfKubernetes(name: string, value: string): boolean {
  if (/_SERVICE_(HOST|PORT)(_|$)|_PORT_\d+_(TCP|UDP|SCTP)/.test(name)) return true;
  return name.endsWith('_PORT') && /^(tcp|udp|sctp):/.test(value);
}
