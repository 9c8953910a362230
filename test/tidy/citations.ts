/**
 * What a comment cites is in the repository: sections of docs/reference/ as `(reference B.2)`,
 * headings of a page as `docs/architecture.md, "The fold"`, and pages and lists by their path.
 */
import { isGenerated } from './tree.ts';
import type { TidyRule, Tree } from './tree.ts';

export const citedSections: TidyRule = (tree) => {
  const sections = headings(tree, /^docs\/reference\//, /^#+ ([A-I](?:\.\d+)?)\.? /gm);
  return citing(tree).flatMap(([path, prose]) => [
    ...finds(prose, REFERENCE).flatMap(([list]) =>
      finds(list, SECTION)
        .filter(([section]) => !sections.has(section))
        .map(([section]) => `${path}: docs/reference/ has no section ${section}`),
    ),
    ...finds(prose.replaceAll(REFERENCE, ''), BARE).map(
      ([bare]) => `${path}: say (reference ${bare}), so that a reader knows where to look`,
    ),
  ]);
};

export const citedHeadings: TidyRule = (tree) =>
  citing(tree).flatMap(([path, prose]) =>
    finds(prose, HEADING).flatMap(([, page = '', heading = '']) =>
      headings(tree, page, /^#+ (.+)$/gm).has(heading)
        ? []
        : [`${path}: ${page} has no heading "${heading}"`],
    ),
  );

export const citedFiles: TidyRule = (tree) =>
  citing(tree).flatMap(([path, prose]) =>
    finds(prose, PAGE).flatMap(([page]) =>
      tree.has(page) ? [] : [`${path}: ${page} is not in the repository`],
    ),
  );

/** Papers that stand beside a repository are no citation: nobody who clones it has them. */
export const citedPapers: TidyRule = (tree) =>
  citing(tree).flatMap(([path, prose]) =>
    finds(prose, PAPER).map(([paper]) => `${path}: "${paper}" is not in the repository`),
  );

const SECTION = /\b[A-I](?:\.\d+)?\b/g;
const REFERENCE = /\breference [A-I](?:\.\d+)?\b(?:(?:, | and | to )[A-I]\.\d+\b)*/g;
const BARE = /(?<![\w.$])[A-I]\.\d+\b(?!\.\d|[\w(])/g;
const HEADING = /\b(docs\/[\w./-]+\.md), "([^"]+)"/g;
const PAGE = /\bdocs\/[\w./-]+\.md\b/g;
const PAPER = /\bdesign section \d+|\bhouse style \d+|\b(?:workfront|design|house-style)\.md\b/gi;

/** Every file that people write, its lines of comment joined, without docs/reference/ itself. */
function citing(tree: Tree): readonly [path: string, prose: string][] {
  return [...tree]
    .filter(([path]) => /\.(ts|md|sql|sh|ya?ml)$/.test(path) && !isGenerated(path))
    .filter(([path]) => !/^docs\/reference\/|^test\/fixtures\/|^test\/tidy/.test(path))
    .map(([path, text]) => [path, text.replaceAll(/\s*\n\s*(?:\*|\/\/|--|#)?\s+/g, ' ')]);
}

function headings(tree: Tree, where: RegExp | string, pattern: RegExp): ReadonlySet<string> {
  const pages = [...tree].filter(([path]) =>
    typeof where === 'string' ? path === where : where.test(path),
  );
  return new Set(pages.flatMap(([, text]) => finds(text, pattern).map(([, name = '']) => name)));
}

function finds(text: string, pattern: RegExp): readonly RegExpMatchArray[] {
  return [...text.matchAll(pattern)];
}
