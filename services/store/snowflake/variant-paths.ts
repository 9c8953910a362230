/**
 * Paths into a VARIANT: `col:"DE:No. of days"`. polyglot forgets which part of a path stood in
 * quotes, so a name with a dot would be taken for two; the quoted ones are spelt in hexadecimal
 * before it reads them.
 */

const WORD = 'k__';

/** The text with quoted path segments spelt as words, and with plain spaces only. */
export function spellQuotedPaths(sql: string): string {
  let spelt = '';
  let last = 0;
  for (const { 0: found, index } of sql.matchAll(PIECES)) {
    spelt += plainSpaces(sql.slice(last, index));
    last = index + found.length;
    const isPattern = found.startsWith("'") && ILIKE.test(spelt);
    if (isPattern) {
      spelt = spelt.replace(ILIKE, `* exclude (${patternName(found)})`);
      continue;
    }
    const isPath = found.startsWith('"') && /[:.]\s*$/.test(spelt) && !/::\s*$/.test(spelt);
    // a.b:"c"."d" is a path, and so is t."COLUMN" after a bare name: only a colon begins one
    spelt += isPath && pathBegan(spelt) ? wordFor(found) : found;
  }
  return spelt + plainSpaces(sql.slice(last));
}

/** `* ilike '%date%'`, which polyglot cannot read, becomes a column that is left out. */
const ILIKE = /\*\s*ilike\s*$/i;
const PATTERN = 'ilike__';

function patternName(quoted: string): string {
  return PATTERN + Buffer.from(quoted.slice(1, -1), 'utf8').toString('hex');
}

/** The columns that `* ilike` takes, by the name that it was given; null for a column's own. */
export function patternOf(name: string): RegExp | null {
  if (!/^ilike__(?:[0-9a-f]{2})*$/.test(name)) return null;
  const pattern = Buffer.from(name.slice(PATTERN.length), 'hex').toString('utf8');
  const source = pattern
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  return new RegExp(`^${source}$`, 'i');
}

/** Quoted names, strings and comments: whatever a colon means nothing in. */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^'\\]|''|\\[^])*'|\$\$[^]*?\$\$|--[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\//g;

const STRAY_COMMA =
  /,(\s*(?:(?:natural\s+)?(?:inner|cross|(?:left|right|full)(?:\s+outer)?)\s+)?join\b)/gi;

/** Pages that queries are copied from have no-break spaces in them. */
function plainSpaces(text: string): string {
  return (
    text
      .replaceAll(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
      .replaceAll(/[\u200b\ufeff]/g, '')
      // A comma before JOIN is in queries that Adobe publishes, and can mean nothing.
      .replaceAll(STRAY_COMMA, '$1')
  );
}

function pathBegan(before: string): boolean {
  return /(?<!:):(?!:)\s*(?:[\w$]+(?:\[[^\]]*\])*\s*\.\s*)*$/.test(before);
}

function wordFor(quoted: string): string {
  const name = quoted.slice(1, -1).replaceAll('""', '"');
  return WORD + Buffer.from(name, 'utf8').toString('hex');
}

/** `a.b[0]['c d']` as its steps; a list's index is a step like a name. */
export function variantSteps(path: string): readonly string[] {
  return [...path.matchAll(/\[(\d+)\]|\['([^']*)'\]|([^.[\]]+)/g)].map(
    ([, index, key, name = '']) => index ?? key ?? unspelt(name),
  );
}

function unspelt(name: string): string {
  if (!/^k__(?:[0-9a-f]{2})*$/.test(name)) return name;
  return Buffer.from(name.slice(WORD.length), 'hex').toString('utf8');
}
