/** Some members of a JSON object, found where it stands without parsing the others. Pure. */

/**
 * Those that bear one of these names, as the text of an object of their own; null where only to
 * parse all of it can tell.
 *
 * @param bytes hold JSON that is an object from `from` until `until`, as JSON.stringify or Postgres
 *   writes it
 */
export function membersAmong(
  bytes: Buffer,
  from: number,
  until: number,
  names: readonly string[],
): string | null {
  // Without an escape and without another object in it a name between quotes, and a colon behind
  // them, stand nowhere but before the name's value.
  if (has(bytes, BACKSLASH, from, until) || has(bytes, OPEN, from + 1, until)) return null;
  const found: string[] = [];
  for (const name of names) {
    const spelt = `${JSON.stringify(name)}:`;
    const at = bytes.indexOf(spelt, from);
    if (at === -1 || at >= until) continue;
    const valueFrom = at + Buffer.byteLength(spelt);
    found.push(bytes.toString('utf8', at, endOfValue(bytes, valueFrom, until)));
  }
  return `{${found.join(',')}}`;
}

function has(bytes: Buffer, code: number, from: number, until: number): boolean {
  const at = bytes.indexOf(code, from);
  return at !== -1 && at < until;
}

/** Where the comma or the brace behind it is. */
function endOfValue(bytes: Buffer, from: number, until: number): number {
  let isQuoted = false;
  let depth = 0;
  for (let at = from; at < until; at += 1) {
    const code = bytes[at];
    if (code === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (code === OPEN_LIST) depth += 1;
    else if (code === CLOSE_LIST) depth -= 1;
    else if (code === CLOSE || (code === COMMA && depth === 0)) return at;
  }
  return until;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN = 0x7b;
const CLOSE = 0x7d;
