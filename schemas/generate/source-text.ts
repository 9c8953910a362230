/** Pieces of generated source. Pure. */

export function header(source: string): string {
  return `// Generated from ${source} by \`npm run generate\`. Do not edit.\n`;
}

/** A JSON value as one line of TypeScript. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${membersOf(value)} }`;
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value);
}

/** The members of an object literal, without its braces. */
export function membersOf(value: object): string {
  return Object.entries(value)
    .map(([name, member]) => `${name}: ${literal(member)}`)
    .join(', ');
}

export function sourceRows(rows: readonly string[]): string {
  return rows.map((row) => `  ${row},`).join('\n');
}

function quoted(text: string): string {
  const json = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return `'${json.replaceAll("'", "\\'")}'`;
}
