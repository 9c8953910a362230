/**
 * Names that tell apart: one home for a type's name and for an exported helper's, few for a private
 * one's, and no two files that differ by a letter.
 */
import ts from 'typescript';
import { at, isGenerated, nodesOf, sourceFiles } from './tree.ts';
import type { TidyRule } from './tree.ts';

export const oneHomePerType: TidyRule = (tree) => {
  const homes = new Map<string, string[]>();
  const note = (name: string, where: string): void => {
    homes.set(name, [...(homes.get(name) ?? []), where]);
  };
  for (const [path, text] of sourceFiles(tree)) {
    for (const statement of nodesOf(path, text)[0].statements) {
      const name = exportedType(statement);
      if (name !== null) note(name, at(path, statement));
    }
  }
  for (const [path, text] of tree) {
    if (!isGenerated(path)) continue;
    // Long tables, in which nothing but a declaration looks like one: no need to parse them.
    for (const [, name = ''] of text.matchAll(/^export (?:interface|type) (\w+)/gm))
      note(name, path);
  }
  return [...homes]
    .filter(([, found]) => found.length > 1)
    .map(([name, found]) => `${found.join(', ')}: each exports a type ${name}; say of what`);
};

interface FoundHelper {
  readonly path: string;
  readonly where: string;
  readonly isExported: boolean;
}

/** Private helpers of one name; a fourth says of what. */
const HELPERS_MAX = 3;

/** The wings of a room (services/x/translate.ts) share names on purpose; a test file is alone. */
export const tellingHelperNames: TidyRule = (tree) => {
  const homes = new Map<string, FoundHelper[]>();
  for (const [path, text] of sourceFiles(tree)) {
    if (path.endsWith('.test.ts')) continue;
    for (const statement of nodesOf(path, text)[0].statements) {
      if (!ts.isFunctionDeclaration(statement) || statement.name === undefined) continue;
      const name = statement.name.text;
      const found = homes.get(name) ?? [];
      found.push({ path, where: at(path, statement), isExported: isExported(statement) });
      homes.set(name, found);
    }
  }
  return [...homes].flatMap(([name, all]) => {
    const exported = all.filter((one) => one.isExported);
    const isShared = new Set(exported.map(({ path }) => path.split('/').at(-1))).size > 1;
    if (!isShared && all.length <= HELPERS_MAX) return [];
    const where = (isShared ? exported : all).map((one) => one.where).join(', ');
    return [`${where}: each has a helper ${name}; say of what`];
  });
};

function exportedType(node: ts.Statement): string | null {
  if (
    !ts.isInterfaceDeclaration(node) &&
    !ts.isTypeAliasDeclaration(node) &&
    !ts.isClassDeclaration(node)
  ) {
    return null;
  }
  return isExported(node) ? (node.name?.text ?? null) : null;
}

function isExported({ modifiers }: { readonly modifiers?: ts.NodeArray<ts.ModifierLike> }) {
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

/** A test has the name of what it tests; a command's file has the name that is typed. */
export const distinctFileNames: TidyRule = (tree) => {
  const files = new Map<string, string>();
  for (const [path] of sourceFiles(tree)) {
    const name = /([^/]+?)(?:\.law)?(?:\.test)?\.ts$/.exec(path)?.[1];
    if (name !== undefined && !path.startsWith('services/admin/commands/')) files.set(name, path);
  }
  const names = [...files.keys()];
  return names.flatMap((one, index) =>
    names
      .slice(index + 1)
      .filter((other) => isAlike(one, other))
      .map((other) => `${files.get(one)}, ${files.get(other)}: too alike; name them apart`),
  );
};

/** Short words such as pace and page are not mistaken for each other; v1 and v2 are meant to be. */
const LETTERS_MIN = 6;

function isAlike(one: string, other: string): boolean {
  if (singular(one) === singular(other)) return true;
  if (Math.max(one.length, other.length) < LETTERS_MIN) return false;
  return differsByOne(one, other) && !/\d$/.test(one);
}

function singular(name: string): string {
  return name.replaceAll(/ies\b/g, 'y').replaceAll(/s\b/g, '').replaceAll('-', '');
}

function differsByOne(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  const from = [...short].findIndex((letter, index) => letter !== long[index]);
  const same = from < 0 ? short.length : from;
  return short.slice(same + (short.length === long.length ? 1 : 0)) === long.slice(same + 1);
}
