/** The two text tests that are more than a comparison: SQL `like` and American Soundex. Pure. */

/**
 * `%` stands for any text, `_` for one character; everything else for itself. Two pointers and no
 * regular expression, so that no pattern costs more than pattern times text.
 */
export function matchesLike(pattern: string, text: string): boolean {
  let at = 0;
  let seen = 0;
  let star = -1;
  let starSeen = 0;
  while (seen < text.length) {
    if (pattern[at] === '%') {
      star = at;
      starSeen = seen;
      at += 1;
    } else if (at < pattern.length && (pattern[at] === '_' || pattern[at] === text[seen])) {
      at += 1;
      seen += 1;
    } else if (star >= 0) {
      at = star + 1;
      starSeen += 1;
      seen = starSeen;
    } else {
      return false;
    }
  }
  while (pattern[at] === '%') at += 1;
  return at === pattern.length;
}

const CODES: Readonly<Record<string, string>> = {
  ...codesOf('BFPV', '1'),
  ...codesOf('CGJKQSXZ', '2'),
  ...codesOf('DT', '3'),
  ...codesOf('L', '4'),
  ...codesOf('MN', '5'),
  ...codesOf('R', '6'),
};

/** The first letter and three digits, as Postgres `soundex()` gives them. */
export function soundex(text: string): string {
  const letters = text.toUpperCase().replace(/[^A-Z]/g, '');
  const head = letters[0];
  if (head === undefined) return '';
  let code = head;
  let last = CODES[head] ?? '';
  for (const letter of letters.slice(1)) {
    const digit = CODES[letter] ?? '';
    if (digit !== '' && digit !== last) code += digit;
    if (letter !== 'H' && letter !== 'W') last = digit;
    if (code.length === 4) break;
  }
  return code.padEnd(4, '0');
}

function codesOf(letters: string, digit: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, digit]));
}
