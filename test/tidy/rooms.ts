/**
 * Which room may import which: core, then workfront and platform, then source and store, then
 * processes.
 */
import { PROCESSES } from '../../services/processes.ts';
import { importsOf } from './imports.ts';
import type { Import } from './imports.ts';
import { isTest, sourceFiles } from './tree.ts';
import type { TidyRule } from './tree.ts';

/** Folders of services/ that are not processes. */
export const LIBRARY_ROOMS: readonly string[] = [
  'core',
  'workfront',
  'platform',
  'source',
  'store',
  'local-stack',
];

/** From the register: a new process is one entry there and a folder with main.ts and README.md. */
export const PROCESS_ROOMS: readonly string[] = PROCESSES.map(({ name }) => name);

/** What a room may import beside itself; a process that is not here, every room of EVERYBODYS. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: [],
  'processes.ts': [],
  workfront: ['core'],
  platform: ['core'],
  source: ['core', 'workfront', 'platform'],
  store: ['core', 'workfront', 'platform'],
  'local-stack': ['core', 'platform', 'processes.ts'],
  // The command line starts the local stack, and reads each process's settings and name.
  admin: 'core workfront platform source store local-stack processes.ts settings.ts'.split(' '),
  // Generators of code and golden bytes.
  schemas: ['core', 'workfront', 'platform'],
  'settings.ts': ['platform', 'processes.ts'],
};

const EVERYBODYS: readonly string[] = ['core', 'workfront', 'platform', 'source', 'store'];

/** core has no I/O: of node's own modules only those that compute. */
const PURE_BUILTINS: ReadonlySet<string> = new Set(['node:crypto']);

export const roomDirections: TidyRule = (tree) =>
  sourceFiles(tree)
    .filter(([path]) => !isTest(path))
    .flatMap(([path, text]) => [
      ...(roomOf(path) === 'infra' ? [`${path}: infra holds data and images only`] : []),
      ...importsOf(path, text).flatMap((one) => {
        const problem = problemOf(path, one);
        return problem === null ? [] : [`${one.where} imports ${one.specifier}: ${problem}`];
      }),
    ]);

// A test beside the code may hand it the real parser or generated data; no other process.
export const testDirections: TidyRule = (tree) =>
  sourceFiles(tree)
    .filter(([path]) => path.endsWith('.test.ts') && !path.startsWith('test/'))
    .flatMap(([path, text]) =>
      importsOf(path, text).flatMap(({ target, where, specifier }) => {
        if (target === null || /^(test\/support|schemas\/generate)\//.test(target)) return [];
        const rooms = [...LIBRARY_ROOMS, roomOf(path)];
        if (rooms.includes(roomOf(target)) || mayImport(roomOf(path), roomOf(target))) return [];
        return [`${where} imports ${specifier}: a test that crosses rooms belongs under test/`];
      }),
    );

function problemOf(path: string, { target, library, specifier }: Import): string | null {
  const room = roomOf(path);
  const readsSettings = target !== null && SETTINGS_OF_A_ROOM.test(target);
  if (readsSettings && READERS_OF_SETTINGS.includes(room)) return null;
  if (target !== null && !mayImport(room, roomOf(target)))
    return `${room} may not import ${roomOf(target)}; move what both need towards core`;
  if (room === 'core' && library !== null) return 'core has no npm; take it as an argument';
  if (room === 'core' && target === null && !PURE_BUILTINS.has(specifier))
    return 'core does no I/O; take it as an argument';
  if (isPure(path) && (library !== null || (target !== null && roomOf(target) === 'platform')))
    return 'translate and fold import neither platform nor npm; take it as an argument';
  return null;
}

/** They read every program's own settings, and nothing else of it. */
const READERS_OF_SETTINGS = ['settings.ts', 'schemas'];

/** What a program is told by its environment. */
const SETTINGS_OF_A_ROOM = /^services\/[^/]+\/([a-z]+-)?(config|settings)\.ts$/;

function mayImport(from: string, to: string): boolean {
  return from === to || (ALLOWED[from] ?? EVERYBODYS).includes(to);
}

/** `core`, `webhook-ingress`, `infra`, `test`; the top folder where there is no room. */
function roomOf(path: string): string {
  const [top = '', room = ''] = path.split('/');
  return top === 'services' ? room : top;
}

function isPure(path: string): boolean {
  return /\/fold\/|\/(translate|fold)[^/]*\.ts$/.test(path);
}
