/**
 * The house rules on structure and names that a machine can hold, over the repository as it is
 * (those on what is written: tidy/writing.test.ts). Each rule is shown to catch a violation that is
 * planted in a tree of a few files: a rule that sees nothing cannot pass.
 */
import { expect, test } from 'vitest';
import { PROCESSES } from '../services/processes.ts';
import { fileNames, mains, registeredRooms } from './tidy/folders.ts';
import { noBarrels, noCycles, noDeadFiles } from './tidy/graph.ts';
import { oneFolder } from './tidy/libraries.ts';
import { distinctFileNames, oneHomePerType, tellingHelperNames } from './tidy/names.ts';
import { doublePorts, registeredProjections, wholeProcesses } from './tidy/register.ts';
import { PROCESS_ROOMS, roomDirections, testDirections } from './tidy/rooms.ts';
import { one, repository, rule } from './tidy/rule.ts';
import { plant } from './tidy/tree.ts';

/** Libraries that break `one library, one folder`; each with the reason. */
const LIBRARIES = {};

/** Files that nothing leads to and that stay; each with the reason. */
const FILES = {
  'test/support/hold-stack.ts': 'local-stack.test.ts starts it as a process',
};

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

rule('rooms are registered', registeredRooms, {
  'a new folder': one('services/cron/main.ts', '', 'services/cron: not in the register'),
});

const repositoryBut = (path: string, change: (text: string) => string | null, finds: string) => {
  const changed = change(repository.get(path) ?? '');
  const files = Object.fromEntries([...repository].filter(([other]) => other !== path));
  return { files: changed === null ? files : { ...files, [path]: changed }, finds };
};

rule('a process of the register has all its parts', wholeProcesses, {
  'a source that translates nothing': repositoryBut(
    'services/journal-poller/translate.ts',
    () => null,
    'journal-poller: services/journal-poller/translate.ts is missing',
  ),
  'a source that no conformance test knows': repositoryBut(
    'test/conformance/sources.ts',
    (text) => text.replace(/^import .* from '\.\/object-poller.ts';$/m, ''),
    "object-poller: test/conformance/sources.ts does not name './object-poller.ts'",
  ),
  'a process without a container': repositoryBut(
    'docker-compose.yml',
    (text) => text.replace('dist/services/projector/main.js', ''),
    'projector: docker-compose.yml does not name dist/services/projector/main.js',
  ),
  'a process whose settings nobody checks': repositoryBut(
    'services/settings.ts',
    (text) => text.replace("'./planning-poller/config.ts'", ''),
    "planning-poller: services/settings.ts does not name './planning-poller/",
  ),
  'a process that no page tells of': repositoryBut(
    'docs/architecture.md',
    (text) => text.replace('`services/object-poller`', ''),
    'object-poller: docs/architecture.md does not name `services/object-poller`',
  ),
});

test('a register that is empty of files lacks every part of every process', () => {
  const found = wholeProcesses(plant({}));
  for (const room of PROCESS_ROOMS) {
    expect(found).toContain(`${room}: services/${room}/main.ts is missing`);
    expect(found).toContain(`${room}: services/${room}/README.md is missing`);
  }
});

test('processes on one machine have ports of their own', () => {
  expect(doublePorts(PROCESSES)).toEqual([]);
  const twin = { ...PROCESSES[1], name: 'twin-poller', port: null };
  expect(doublePorts([...PROCESSES, twin])).toEqual([
    'services/processes.ts: another has 9101 too, not only twin-poller',
  ]);
});

rule('projections are registered', registeredProjections, {
  'a new folder': repositoryBut(
    'services/projector/projections/lost/lost.ts',
    () => 'export {};',
    'services/projector/projections/lost: not in register.ts',
  ),
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

rule('a type has one home', oneHomePerType, {
  'two types of one name': {
    files: {
      'services/core/a.ts': 'export interface Outcome {}\ninterface Own {}',
      'test/bench/b.ts': 'export type Outcome = 1;\ntype Own = 1;',
    },
    finds: 'services/core/a.ts:1, test/bench/b.ts:1: each exports a type Outcome',
  },
});

rule('helper names tell apart', tellingHelperNames, {
  'two exported helpers of one name': {
    files: {
      'services/core/a.ts': 'export function textOf() {}',
      'test/support/b.ts': 'export function textOf() {}',
    },
    finds: 'services/core/a.ts:1, test/support/b.ts:1: each has a helper textOf',
  },
  'a fourth private one': {
    files: Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [`services/core/${name}.ts`, 'function textOf() {}']),
    ),
    finds: 'services/core/d.ts:1: each has a helper textOf',
  },
});

rule('file names tell apart', distinctFileNames, {
  'a plural': {
    files: { 'services/core/object-batch.ts': '', 'test/support/objects-batch.ts': '' },
    finds: 'services/core/object-batch.ts, test/support/objects-batch.ts: too alike',
  },
  'one letter': {
    files: { 'services/core/encoded-fields.ts': '', 'test/support/encode-fields.test.ts': '' },
    finds: 'too alike',
  },
});

test('a file, its test, and the two versions of an API may share a name', () => {
  const files = ['parse-v1.ts', 'parse-v1.test.ts', 'parse-v1.law.test.ts', 'parse-v2.ts'];
  expect(distinctFileNames(plant(Object.fromEntries(files.map((one) => [one, '']))))).toEqual([]);
});
