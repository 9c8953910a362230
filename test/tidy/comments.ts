/** How comments stand on the page. */
import { sourceFiles } from './tree.ts';
import type { TidyRule } from './tree.ts';

/**
 * A line of a comment takes up to 100 columns; this many are free to the taste of who writes it. A
 * line that ends earlier in mid-sentence was wrapped, changed, and not wrapped again.
 */
const TASTE_COLUMNS = 12;
const COLUMNS_MAX = 100;

export const noTornComments: TidyRule = (tree) =>
  sourceFiles(tree).flatMap(([path, text]) => {
    const lines = text.split('\n');
    return lines.flatMap((line, index) =>
      isTorn(line, lines[index + 1] ?? '')
        ? [`${path}:${index + 1}: a comment ends in mid-sentence and goes on; wrap it again`]
        : [],
    );
  });

function isTorn(line: string, next: string): boolean {
  const [text, more] = [textOfComment(line), textOfComment(next)];
  if (text === null || more === null || ENDS.test(text) || BEGINS.test(more)) return false;
  const word = more.split(' ', 1)[0] ?? '';
  return line.length + 1 + word.length <= COLUMNS_MAX - TASTE_COLUMNS;
}

/** What a line says that is nothing but comment. */
function textOfComment(line: string): string | null {
  const said = /^\s*(?:\/\/|\/?\*(?!\/))\s*([^*].*?)(?:\s*\*\/)?$/.exec(line)?.[1];
  return said === undefined || MACHINES.test(said) ? null : said;
}

/** A sentence, a list's head, an item or a cell is over. */
const ENDS = /[.:;|?!]$/;
/** An item, a tag, or what stands on a line of its own. */
const BEGINS = /^([-@|`]|\d+\.)/;
const MACHINES = /^(@ts-|eslint|prettier|v8 |[-=─]{3})/;
