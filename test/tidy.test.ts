/**
 * The house rules that a machine can hold, over the repository as it is. Each rule is shown to
 * catch a violation that is planted in a tree of a few files: a rule that sees nothing cannot pass.
 */
import { describe, expect, test } from 'vitest';
import { citedFiles, citedHeadings, citedPapers, citedSections } from './tidy/citations.ts';
import { fileNames, mains, registeredRooms, wholeRooms } from './tidy/folders.ts';
import { noBarrels, noCycles, noDeadFiles } from './tidy/graph.ts';
import { oneFolder } from './tidy/libraries.ts';
import { PROCESS_ROOMS, roomDirections, testDirections } from './tidy/rooms.ts';
import { fileSizes, functionSizes, lineLengths } from './tidy/sizes.ts';
import type { Rule } from './tidy/tree.ts';
import { plant, readTree } from './tidy/tree.ts';
import { bannedWords, noOpenEnds } from './tidy/words.ts';

const repository = readTree(new URL('..', import.meta.url).pathname);

/** Libraries that break `one library, one folder`; each with the reason. */
const LIBRARIES = {};

/** Files that nothing leads to and that stay; each with the reason. */
const FILES = {
  'test/support/hold-stack.ts': 'local-stack.test.ts starts it as a process',
};

function rule(title: string, holds: Rule, planted: Readonly<Record<string, PlantedTree>>): void {
  describe(title, () => {
    test('holds', () => {
      expect(holds(repository)).toEqual([]);
    });
    test.each(Object.entries(planted))('catches %s', (_, { files, finds }) => {
      expect(holds(plant(files))).toEqual([expect.stringContaining(finds)]);
    });
  });
}

interface PlantedTree {
  readonly files: Readonly<Record<string, string>>;
  readonly finds: string;
}

function one(path: string, text: string, finds = path): PlantedTree {
  return { files: { [path]: text }, finds };
}

rule('arrows between rooms never turn', roomDirections, {
  'a process that imports another': one(
    'services/projector/main.ts',
    `import { x } from '../sandbox/x.ts';`,
    'projector may not import sandbox',
  ),
  'core that imports platform': one('services/core/a.ts', `import '../platform/b.ts';`),
  'platform that imports workfront': one(
    'services/platform/a.ts',
    `export * from '../workfront/b.ts';`,
  ),
  'workfront that imports platform for a type': one(
    'services/workfront/a.ts',
    `import type { B } from '../platform/b.ts';`,
  ),
  'a dynamic import': one('services/core/a.ts', `await import('../platform/b.ts');`),
  'a type that is imported in place': one(
    'services/core/a.ts',
    `type B = import('../platform/b.ts').B;`,
  ),
  'core with an npm library': one('services/core/a.ts', `import pino from 'pino';`, 'no npm'),
  'core with I/O': one('services/core/a.ts', `import fs from 'node:fs';`, 'no I/O'),
  'a translate file that imports platform': one(
    'services/journal-poller/translate-row.ts',
    `import { json } from '../platform/json.ts';`,
    'translate and fold',
  ),
  'a fold file that imports npm': one('services/projector/fold-batch.ts', `import z from 'zod';`),
  'a source that imports the local stack': one(
    'services/journal-poller/a.ts',
    `import '../local-stack/a.ts';`,
  ),
  'a source that imports the store': one('services/source/a.ts', `import '../store/a.ts';`),
  'platform that imports a source': one('services/platform/a.ts', `import '../source/a.ts';`),
  'a service that imports test': one('services/admin/a.ts', `import '../../test/a.ts';`),
  'the local stack that imports a process': one(
    'services/local-stack/a.ts',
    `import '../admin/a.ts';`,
  ),
  'a generator that imports a process': one(
    'schemas/generate/a.ts',
    `import '../../services/admin/a.ts';`,
  ),
  'code under infra': one('infra/a.ts', `export const a = 1;`, 'data and images only'),
});

test('the command line may import the local stack, and a comment is no import', () => {
  const files = {
    'services/admin/up.ts': `import { startStack } from '../local-stack/start-stack.ts';`,
    'services/core/a.ts': `// import '../platform/b.ts'\nexport const text = "import 'pino'";`,
  };
  expect(roomDirections(plant(files))).toEqual([]);
});

rule('a test beside the code meets no other process', testDirections, {
  'a test in a room that uses another room': one(
    'services/projector/a.test.ts',
    `import { x } from '../sandbox/x.ts';`,
  ),
});

rule('imports make no cycles', noCycles, {
  'two files that import each other': {
    files: { 'services/a.ts': `import './b.ts';`, 'services/b.ts': `import './a.ts';` },
    finds: 'services/a.ts -> services/b.ts -> services/a.ts is a cycle',
  },
  'a cycle of types': {
    files: {
      'a.ts': `import type { B } from './b.ts';`,
      'b.ts': `import './c.ts';`,
      'c.ts': `import './a.ts';`,
    },
    finds: 'a.ts -> b.ts -> c.ts -> a.ts is a cycle',
  },
});

rule('no file only re-exports', noBarrels, {
  'a barrel': one('services/core/all.ts', `export * from './a.ts';\nexport { b } from './b.ts';`),
});

rule('nothing is dead', noDeadFiles(FILES), {
  'a file that nothing imports': {
    files: { 'services/projector/main.ts': '', 'services/projector/left-over.ts': '' },
    finds: 'services/projector/left-over.ts: nothing leads to it',
  },
  'a file that only its test imports': {
    files: { 'services/core/a.ts': '', 'services/core/a.test.ts': `import './a.ts';` },
    finds: 'services/core/a.ts: only tests lead to it',
  },
  'SQL that nothing reads': {
    files: {
      'services/projector/main.ts': `read('used.sql'); import './used.ts';`,
      'services/projector/used.ts': '',
      'services/projector/used.sql': '',
      'services/projector/left-over.sql': '',
    },
    finds: 'services/projector/left-over.sql',
  },
});

rule('one library is imported by one folder', oneFolder(LIBRARIES), {
  'two importers': {
    files: {
      'package.json': '{"dependencies":{"pg":"8"}}',
      'services/platform/a.ts': `import pg from 'pg';`,
      'services/projector/b.ts': `import type { Pool } from 'pg';`,
    },
    finds: 'pg is imported by services/platform/a.ts, services/projector/b.ts',
  },
  'an undeclared library': {
    files: { 'package.json': '{}', 'services/platform/a.ts': `import x from '@scope/x/deep';` },
    finds: '@scope/x is not among',
  },
  'a library that nothing imports': one(
    'package.json',
    '{"dependencies":{"left-pad":"1"}}',
    'nothing imports left-pad',
  ),
});

rule('files have at most 300 lines', fileSizes, {
  'a long file': one('services/core/a.ts', 'let x;\n'.repeat(301), '301 lines'),
  'a long SQL file': one('infra/a.sql', 'select 1;\n'.repeat(301)),
});

rule('functions have at most 50 lines', functionSizes, {
  'a long function': one('services/core/a.ts', `function f() {\n${'  g();\n'.repeat(50)}}`),
  'a long arrow': one('services/core/a.ts', `const f = () => {\n${'  g();\n'.repeat(50)}};`),
});

test('comments and blank lines do not make a function long', () => {
  const text = `function f() {\n${'  // why\n\n  /* and\n why */\n'.repeat(20)}}`;
  expect(functionSizes(plant({ 'services/core/a.ts': text }))).toEqual([]);
});

rule('lines have at most 100 columns', lineLengths, {
  'a long comment': one('services/core/a.ts', `// ${'word '.repeat(20)}`),
  'a long line of SQL': one('infra/a.sql', `select ${'x'.repeat(100)}`),
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

rule('rooms are registered', registeredRooms, {
  'a new folder': one('services/cron/main.ts', '', 'services/cron: not in the register'),
});

describe('a process has a main.ts and a README', () => {
  test('holds', () => {
    expect(wholeRooms(repository)).toEqual([]);
  });
  test('catches what is missing', () => {
    expect(wholeRooms(plant({}))).toHaveLength(2 * PROCESS_ROOMS.length);
  });
});

const OPENING = '// For what.\n// Promises.\n// Must not.\n';

rule('main.ts wires and says what for', mains, {
  'a main that thinks': one(
    'services/projector/main.ts',
    OPENING + 'let x;\n'.repeat(58),
    '61 lines',
  ),
  'a main without an opening': one('services/projector/main.ts', '// One line.\nlet x;'),
});

test('an opening may be a block comment after a shebang', () => {
  const text = '#!/usr/bin/env node\n/**\n * For what.\n * Promises.\n * Must not.\n */\nrun();';
  expect(mains(plant({ 'services/admin/main.ts': text }))).toEqual([]);
});

rule('files are named for their main export', fileNames, {
  'a bucket': one('services/core/utils.ts', ''),
  'another spelling': one('services/core/eventId.ts', ''),
});
