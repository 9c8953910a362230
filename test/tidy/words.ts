/** What must not be written, and where it may be. */
import ts from 'typescript';
import { at, isTest, nodesOf, sourceFiles } from './tree.ts';
import type { TidyRule } from './tree.ts';

interface Ban {
  readonly what: string;
  readonly fix: string;
  readonly matches: (node: ts.Node) => boolean;
  readonly allowedIn: (path: string) => boolean;
}

const BANS: readonly Ban[] = [
  {
    what: 'console',
    fix: 'log through the process logger',
    matches: (node) => isMember(node, 'console', null),
    allowedIn: (path) =>
      /^services\/admin\/|^schemas\/generate\/|^test\/bench\/|^test\/support\//.test(path),
  },
  {
    what: 'process.env',
    fix: 'read it in main.ts with readConfig and hand it on',
    matches: (node) => isMember(node, 'process', 'env'),
    allowedIn: (path) => isTest(path) || /\/main\.ts$/.test(path),
  },
  {
    what: 'Date.now',
    fix: 'take a Clock',
    matches: (node) => isMember(node, 'Date', 'now'),
    allowedIn: (path) => isTest(path) || path === CLOCK,
  },
  {
    what: 'new Date()',
    fix: 'take a Clock',
    matches: (node) =>
      ts.isNewExpression(node) &&
      node.expression.getText() === 'Date' &&
      (node.arguments?.length ?? 0) === 0,
    allowedIn: (path) => isTest(path) || path === CLOCK,
  },
  {
    what: 'a bare timer',
    fix: 'wait through clock.sleep(ms, signal); in a test, wait for a condition',
    matches: isTimer,
    allowedIn: (path) => path === CLOCK || path.startsWith('test/support/'),
  },
  {
    what: '.only(',
    fix: 'run one test with -t instead',
    matches: (node) =>
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'only',
    allowedIn: () => false,
  },
];

const CLOCK = 'services/core/clock.ts';

export const bannedWords: TidyRule = (tree) =>
  sourceFiles(tree).flatMap(([path, text]) =>
    nodesOf(path, text).flatMap((node) =>
      BANS.filter((ban) => ban.matches(node) && !ban.allowedIn(path)).map(
        (ban) => `${at(path, node)}: ${ban.what}; ${ban.fix}`,
      ),
    ),
  );

/** Open ends are finished or become an issue; a comment does not hold them. */
export const noOpenEnds: TidyRule = (tree) =>
  [...tree].flatMap(([path, text]) => {
    if (!/\.(ts|sql|sh|ya?ml|md)$/.test(path)) return [];
    return text
      .split('\n')
      .flatMap((line, index) =>
        OPEN_END.test(line) ? [`${path}:${index + 1}: finish it, or open an issue`] : [],
      );
  });

// In two halves, so that this file does not find itself.
const OPEN_END = new RegExp(`\\b(${'FIX'}${'ME'}|${'TO'}${'DO'}|${'XX'}${'X'})\\b`);

function isMember(node: ts.Node, object: string, member: string | null): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    node.expression.getText() === object &&
    (member === null || node.name.text === member)
  );
}

const TIMERS: ReadonlySet<string> = new Set(['setTimeout', 'setInterval']);

function isTimer(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return TIMERS.has(node.expression.getText());
  return ts.isImportDeclaration(node) && /timers\/promises/.test(node.moduleSpecifier.getText());
}
