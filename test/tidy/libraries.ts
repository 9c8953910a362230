/** One npm library, one folder that imports it; nothing undeclared, nothing declared unused. */
import { posix } from 'node:path';
import { importsOf } from './imports.ts';
import { isTest, sourceFiles } from './tree.ts';
import type { TidyRule, Tree } from './tree.ts';

/** Libraries with more than one importer, or with none; each with the reason. */
export type LibraryExceptions = Readonly<Record<string, string>>;

export function oneFolder(exceptions: LibraryExceptions): TidyRule {
  return (tree) => {
    const importers = importersOf(tree);
    const { dependencies, devDependencies } = packageOf(tree);
    const findings: string[] = [];
    for (const library of dependencies) {
      const files = importers.get(library) ?? [];
      importers.delete(library);
      if (library in exceptions) continue;
      if (files.length === 0) findings.push(`package.json: nothing imports ${library}; remove it`);
      const folders = new Set(files.map((file) => posix.dirname(file)));
      if (folders.size > 1)
        findings.push(`${library} is imported by ${files.join(', ')}: keep it in one folder`);
    }
    for (const [library, files] of importers) {
      const generators = files.every((file) => file.startsWith('schemas/generate/'));
      if (generators && devDependencies.includes(library)) continue;
      findings.push(`${files.join(', ')}: ${library} is not among package.json's dependencies`);
    }
    return findings;
  };
}

function importersOf(tree: Tree): Map<string, string[]> {
  const importers = new Map<string, string[]>();
  for (const [path, text] of sourceFiles(tree)) {
    if (isTest(path) || !/^(services|schemas)\//.test(path)) continue;
    const libraries = new Set(importsOf(path, text).flatMap(({ library }) => library ?? []));
    for (const library of libraries)
      importers.set(library, [...(importers.get(library) ?? []), path]);
  }
  return importers;
}

function packageOf(tree: Tree): { dependencies: string[]; devDependencies: string[] } {
  const json = JSON.parse(tree.get('package.json') ?? '{}') as Record<string, object | undefined>;
  return {
    dependencies: Object.keys(json['dependencies'] ?? {}),
    devDependencies: Object.keys(json['devDependencies'] ?? {}),
  };
}
