/**
 * The house rules on what is written, over the repository as it is: sizes, words, citations. Each
 * is shown to catch a violation that is planted (tidy.test.ts: the rules on structure and names).
 */
import { expect, test } from 'vitest';
import { citedFiles, citedHeadings, citedPapers, citedSections } from './citations.ts';
import { noTornComments } from './comments.ts';
import { codesAreExplained } from './error-pages.ts';
import { one, rule } from './rule.ts';
import { fileSizes, functionSizes, lineLengths } from './sizes.ts';
import { noSpreadTricks } from './style.ts';
import { plant } from './tree.ts';
import { bannedWords, noOpenEnds } from './words.ts';

rule('files have at most 300 lines', fileSizes, {
  'a long file': one('services/core/a.ts', 'let x;\n'.repeat(301), '301 lines of code'),
  'a long SQL file': one('infra/a.sql', 'select 1;\n'.repeat(301)),
});

rule('functions have at most 50 lines', functionSizes, {
  'a long function': one('services/core/a.ts', `function f() {\n${'  g();\n'.repeat(50)}}`),
  'a long arrow': one('services/core/a.ts', `const f = () => {\n${'  g();\n'.repeat(50)}};`),
});

test('comments, imports and blank lines do not make a file long', () => {
  const import_ = "import {\n  a,\n  b,\n} from './b.ts';\n";
  const text = `${import_.repeat(50)}${'// why\n\n'.repeat(200)}${'let x;\n'.repeat(300)}`;
  expect(fileSizes(plant({ 'services/core/a.ts': text }))).toEqual([]);
});

test('comments and blank lines do not make a function long', () => {
  const text = `function f() {\n${'  // why\n\n  /* and\n why */\n'.repeat(20)}}`;
  expect(functionSizes(plant({ 'services/core/a.ts': text }))).toEqual([]);
});

rule('lines have at most 100 columns', lineLengths, {
  'a long comment': one('services/core/a.ts', `// ${'word '.repeat(20)}`),
  'a long line of SQL': one('infra/a.sql', `select ${'x'.repeat(100)}`),
});

rule('no literal is spread into a literal', noSpreadTricks, {
  'a list in pieces': one('services/core/a.ts', `const a = [...['x'], 'y'];`, 'a.ts:1'),
  'an object in pieces': one('services/core/a.ts', `\nconst a = { ...{ b, c }, d };`, 'a.ts:2'),
});

test('what is there at times may be spread', () => {
  const text = 'const a = [...(b ? [c] : [])]; const d = { ...e, ...(b ? { f } : {}) };';
  expect(noSpreadTricks(plant({ 'services/core/a.ts': text }))).toEqual([]);
});

rule('no comment is torn', noTornComments, {
  'a line that ends early and goes on': one(
    'services/core/a.ts',
    '/**\n * Delivers bodies, and a URL that keeps failing\n * is cut off.\n */',
    'a.ts:2',
  ),
  'two lines that would be one': one('services/core/a.ts', '// the clocks of\n// a save', 'a.ts:1'),
});

test('sentences, items and tags may begin on a line of their own', () => {
  const text = `/**
 * Two things:
 * - one
 * - another
 * @param a of them
 * @returns none
 */
// One sentence.
// Another.`;
  expect(noTornComments(plant({ 'services/core/a.ts': text }))).toEqual([]);
});

rule('banned words stay out', bannedWords, {
  'console in a service': one('services/platform/a.ts', `console.error('x');`, 'console'),
  'process.env outside main.ts': one('services/platform/a.ts', `const x = process.env['X'];`),
  'Date.now outside the clock': one('services/core/a.ts', `const t = Date.now();`),
  'new Date() outside the clock': one('services/core/a.ts', `const t = new Date();`),
  'a bare timer': one('services/platform/a.ts', `setTimeout(f, 5);`),
  'a timer from node': one(
    'services/core/a.test.ts',
    `import { setTimeout } from 'node:timers/promises';`,
  ),
  'a fixed wait in a test': one(
    'test/e2e/a.test.ts',
    `await new Promise((r) => setTimeout(r, 5));`,
  ),
  'a test that runs alone': one('services/core/a.test.ts', `test.${'only'}('x', () => {});`),
});

test('a date that is given, a comment and a main.ts may name what is banned', () => {
  const files = {
    'services/core/a.ts': `// Date.now is banned\nconst t = new Date(0); const s = 'console.log';`,
    'services/projector/main.ts': 'start(process.env);',
    'services/admin/a.ts': `console.log('hello');`,
  };
  expect(bannedWords(plant(files))).toEqual([]);
});

rule('nothing is left open', noOpenEnds, {
  'a note to oneself': one('services/core/a.ts', `// ${'TO'}${'DO'}: later`, 'a.ts:1'),
});

rule('a cited section of docs/reference is there', citedSections, {
  'a section that is not there': {
    files: {
      'docs/reference/rest.md': '# C. Search\n\n## C.1 Hosts\n',
      'services/core/a.ts': '/** As told (reference C.1\n * to C.7). */',
    },
    finds: 'a.ts: docs/reference/ has no section C.7',
  },
  'a letter alone': one(
    'services/core/a.ts',
    '// Who may (reference Z.1, reference D).',
    'section D',
  ),
  'a section of nothing': one('services/core/a.ts', '// A guess (B.2).', 'say (reference B.2)'),
});

rule('a cited heading is there', citedHeadings, {
  'a heading that is not there': {
    files: {
      'docs/architecture.md': '## The fold\n',
      'services/core/a.ts':
        '// As docs/architecture.md, "The fold", says;\n// docs/architecture.md,\n// "Fold".',
    },
    finds: 'docs/architecture.md has no heading "Fold"',
  },
});

rule('a cited page is there', citedFiles, {
  'a page that is not there': one('README.md', 'see `docs/nowhere.md`', 'docs/nowhere.md is not'),
});

rule('nothing cites papers beside the repository', citedPapers, {
  'a numbered design': one(
    'services/core/a.ts',
    '// one key (design section 4)',
    'design section 4',
  ),
  'a file of elsewhere': one('README.md', 'as in workfront.md', 'workfront.md'),
});

const PAGE_OF_CODES = '## Every code\n\n| code | what follows | means | do |\n';
const codesAnd = (rows: string) => ({
  'services/core/errors.ts': 'export const FACTS = {\n  LOST: HALT,\n  AWAY: RETRY,\n}',
  'docs/operating/faults.md': `| \`LOST\` | elsewhere |\n${PAGE_OF_CODES}| \`LOST\` | ends with 1 | it is lost | find it |\n${rows}`,
});

rule('every error code is explained to the person on call', codesAreExplained, {
  'a code without a row': { files: codesAnd(''), finds: 'no whole row for AWAY' },
  'a row that does not say what to do': {
    files: codesAnd('| `AWAY` | retry | it is away |  |'),
    finds: 'no whole row for AWAY',
  },
  'a row that says that something else follows': {
    files: codesAnd('| `AWAY` | ends with 1 | it is away | wait |'),
    finds: 'AWAY says "ends with 1", and the register retry',
  },
  'a row of a code that is no more': {
    files: codesAnd('| `AWAY` | retry | it is away | wait |\n| `GONE` | retry | it is | wait |'),
    finds: 'GONE is not in services/core/errors.ts',
  },
});
