/** Rules over the whole import graph: no cycles, no barrels, nothing dead. */
import ts from 'typescript';
import { importsOf } from './imports.ts';
import { isGenerated, nodesOf, sourceFiles } from './tree.ts';
import type { TidyRule, Tree } from './tree.ts';

/** Types count too: a file that cannot be understood without one that needs it is one file. */
export const noCycles: TidyRule = (tree) => {
  const findings: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) findings.push([...trail.slice(start), path].join(' -> ') + ' is a cycle');
    if (done.has(path)) return;
    done.add(path);
    for (const target of targetsOf(tree, path)) visit(target, [...trail, path]);
  };
  for (const [path] of sourceFiles(tree)) visit(path, []);
  return findings;
};

export const noBarrels: TidyRule = (tree) =>
  sourceFiles(tree)
    .filter(([path, text]) => {
      const [{ statements }] = nodesOf(path, text);
      return statements.length > 0 && statements.every(isReExport);
    })
    .map(([path]) => `${path}: only re-exports; import the file you mean`);

function isReExport(statement: ts.Statement): boolean {
  return ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;
}

/**
 * Whatever no main.ts, test, configuration, container or package.json script leads to. A file of
 * services/ that only tests lead to is dead as well: nothing that runs needs it.
 */
export function noDeadFiles(exceptions: Readonly<Record<string, string>>): TidyRule {
  return (tree) => {
    const running = reach(tree, rootsOf(tree));
    const tested = reach(
      tree,
      [...tree.keys()].filter((path) => path.endsWith('.test.ts')),
    );
    return [...tree.keys()].flatMap((path) => {
      if (!/\.(ts|sql)$/.test(path) || path.endsWith('.test.ts') || path in exceptions) return [];
      if (running.has(path)) return [];
      if (!tested.has(path)) return [`${path}: nothing leads to it; use it or remove it`];
      const isCode = path.startsWith('services/') && !isGenerated(path);
      return isCode ? [`${path}: only tests lead to it; use it or remove it`] : [];
    });
  };
}

function rootsOf(tree: Tree): readonly string[] {
  const scripts = [...tree].flatMap(([path, text]) => (STARTERS.test(path) ? text : [])).join('');
  return [...tree.keys()].filter(
    (path) =>
      /^services\/[^/]+\/(?:[^/]+\/)?main\.ts$|^[^/]+\.config\.[jt]s$/.test(path) ||
      // migrations are found by their folder
      /\/migrations\/[^/]+\.sql$/.test(path) ||
      scripts.includes(path),
  );
}

// What starts programs and mounts files by their path.
const STARTERS = /^package\.json$|\.ya?ml$|\.sh$|Dockerfile$/;

function reach(tree: Tree, roots: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...roots];
  const byName = filesByName(tree);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    waiting.push(...targetsOf(tree, path), ...namedFiles(tree, path, byName));
  }
  return reached;
}

function targetsOf(tree: Tree, path: string): readonly string[] {
  const text = tree.get(path);
  if (text === undefined || !path.endsWith('.ts')) return [];
  return importsOf(path, text).flatMap(({ target }) =>
    target !== null && tree.has(target) ? [target] : [],
  );
}

function filesByName(tree: Tree): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const path of tree.keys()) {
    const name = path.split('/').at(-1) ?? '';
    files.set(name, [...(files.get(name) ?? []), path]);
  }
  return files;
}

// Files that a program names instead of importing: SQL that it reads, another entry that it starts.
// A path from the root means that file; a bare name such as `schema.sql` means one of its own room.
function namedFiles(
  tree: Tree,
  path: string,
  byName: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const text = tree.get(path);
  if (text === undefined || !path.endsWith('.ts')) return [];
  return nodesOf(path, text)
    .flatMap((node) => (ts.isStringLiteralLike(node) ? node.text.replace(/\.js$/, '.ts') : []))
    .filter((name) => /\.(sql|ts)$/.test(name))
    .flatMap((name) => {
      const base = name.split('/').at(-1) ?? '';
      const near = (byName.get(base) ?? []).filter((one) => roomOf(one) === roomOf(path));
      return tree.has(name) ? [name] : near;
    });
}

function roomOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}
