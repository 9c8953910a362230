/**
 * Text that comes from outside, made harmless for a terminal: what would move its cursor, colour
 * it, set its title or turn the direction of writing is shown as its code instead.
 */

/** `page` keeps line ends and tabs, `line` shows them too. */
export function visibleText(text: string, within: 'page' | 'line'): string {
  return text.replace(within === 'page' ? STEERS : STEERS_OR_BREAKS, codeOf);
}

/** Controls of C0 and C1, Unicode's line ends, and its overrides of direction. */
const OTHERS = '\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069';
const STEERS = new RegExp(`[\\u0000-\\u0008\\u000b-\\u001f${OTHERS}]`, 'g');
const STEERS_OR_BREAKS = new RegExp(`[\\u0000-\\u001f${OTHERS}]`, 'g');

const NAMES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function codeOf(character: string): string {
  const code = character.charCodeAt(0).toString(16).padStart(4, '0');
  return NAMES[character] ?? `\\u${code}`;
}
