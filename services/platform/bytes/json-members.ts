/** Some members of a JSON object, found where it stands: what else it has is gone over. Pure. */

/**
 * Those that bear one of these names, as the text of an object of their own.
 *
 * @param bytes hold JSON that is an object from `from` until `until`
 */
export function membersAmong(
  bytes: Buffer,
  from: number,
  until: number,
  names: readonly string[],
): string {
  const spelt = names.map((name) => Buffer.from(JSON.stringify(name)));
  const found: string[] = [];
  let at = behindSpace(bytes, from + 1);
  while (at < until && bytes[at] === QUOTE) {
    const nameUntil = endOfString(bytes, at);
    const valueFrom = behindSpace(bytes, behindSpace(bytes, nameUntil) + 1);
    const valueUntil = endOfValue(bytes, valueFrom, until);
    if (isAmong(spelt, names, bytes, at, nameUntil))
      found.push(bytes.toString('utf8', at, valueUntil));
    at = behindSpace(bytes, behindSpace(bytes, valueUntil) + 1);
  }
  return `{${found.join(',')}}`;
}

function isAmong(
  spelt: readonly Buffer[],
  names: readonly string[],
  bytes: Buffer,
  from: number,
  until: number,
): boolean {
  for (const name of spelt) {
    if (name.length !== until - from) continue;
    let index = 0;
    while (index < name.length && name[index] === bytes[from + index]) index += 1;
    if (index === name.length) return true;
  }
  // An escape can be written in more than one way.
  const escape = bytes.indexOf(BACKSLASH, from);
  if (escape === -1 || escape >= until) return false;
  return names.includes(String(JSON.parse(bytes.toString('utf8', from, until))));
}

/** @param from at its first quote */
function endOfString(bytes: Buffer, from: number): number {
  let at = from + 1;
  for (; at < bytes.length; at += 1) {
    const code = bytes[at];
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) at += 1;
  }
  return at;
}

function endOfValue(bytes: Buffer, from: number, until: number): number {
  let depth = 0;
  let at = from;
  while (at < until) {
    const code = bytes[at];
    if (code === QUOTE) {
      at = endOfString(bytes, at);
      continue;
    }
    if (code === OPEN || code === OPEN_LIST) depth += 1;
    else if (code === CLOSE || code === CLOSE_LIST) depth -= 1;
    if (depth < 0 || (depth === 0 && code === COMMA)) return at;
    at += 1;
  }
  return at;
}

/** As Postgres writes jsonb: a space behind each comma and colon. */
function behindSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === SPACE) at += 1;
  return at;
}

const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN = 0x7b;
const CLOSE = 0x7d;
