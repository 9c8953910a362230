/**
 * The repository as tidy sees it: path to text. Rules are pure functions over a tree, so that a
 * violation can be planted in memory; each returns its findings as `path:line what, and the fix`.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export type Tree = ReadonlyMap<string, string>;
export type TidyRule = (tree: Tree) => readonly string[];

const SKIPPED: ReadonlySet<string> = new Set(['node_modules', 'dist', '.git', '.local']);

/** Every text file of the repository, by path from its root. */
export function readTree(root: string): Tree {
  const files = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) walk(path);
      else if (entry.isFile() && TEXT.test(entry.name))
        files.set(path, readFileSync(join(root, path), 'utf8'));
    }
  };
  walk('');
  return files;
}

const TEXT = /\.(ts|js|json|avsc|sql|md|ya?ml|sh|xml|html|css)$|^[^.]+$/;

/** A tree of a few files, for planting. */
export function plant(files: Readonly<Record<string, string>>): Tree {
  return new Map(Object.entries(files));
}

/** The TypeScript files that people write. */
export function sourceFiles(tree: Tree): readonly [path: string, text: string][] {
  return [...tree].filter(([path]) => path.endsWith('.ts') && !isGenerated(path));
}

export function isGenerated(path: string): boolean {
  return path.endsWith('.generated.ts');
}

/** A unit test beside the code, or anything under test/. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('test/');
}

/** Every node of a file, the file itself first, then outer before inner. */
export function nodesOf(path: string, text: string): readonly [ts.SourceFile, ...ts.Node[]] {
  const key = `${path}\n${text}`;
  const known = parsed.get(key);
  if (known) return known;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const nodes: [ts.SourceFile, ...ts.Node[]] = [source];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  parsed.set(key, nodes);
  return nodes;
}

// A dozen rules ask for the same few hundred files.
const parsed = new Map<string, readonly [ts.SourceFile, ...ts.Node[]]>();

export function at(path: string, node: ts.Node): string {
  const source = node.getSourceFile();
  return `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
