/** What a file imports, by the TypeScript parser: what only looks like an import is none. */
import { posix } from 'node:path';
import ts from 'typescript';
import { at, nodesOf } from './tree.ts';

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the root for a relative import, else null. */
  readonly target: string | null;
  /** Package name for an npm import, else null; `node:` builtins are neither. */
  readonly library: string | null;
  readonly typeOnly: boolean;
  readonly where: string;
}

export function importsOf(path: string, text: string): readonly Import[] {
  return nodesOf(path, text).flatMap((node) => {
    const specifier = specifierOf(node);
    if (!specifier) return [];
    const relative = specifier.text.startsWith('.');
    return [
      {
        specifier: specifier.text,
        target: relative ? posix.join(posix.dirname(path), specifier.text) : null,
        library: relative || specifier.text.startsWith('node:') ? null : libraryOf(specifier.text),
        typeOnly: isTypeOnly(node),
        where: at(path, node),
      },
    ];
  });
}

function specifierOf(node: ts.Node): ts.StringLiteralLike | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
    return literalOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? literalOf(node.argument.literal) : null;
  if (!ts.isCallExpression(node)) return null;
  const dynamic = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  // createRequire(import.meta.url).resolve('x') leans on a library just as an import does.
  const resolved =
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'resolve' &&
    node.expression.expression.getText().startsWith('createRequire(');
  return dynamic || resolved ? literalOf(node.arguments[0]) : null;
}

function literalOf(node: ts.Node | undefined): ts.StringLiteralLike | null {
  return node && ts.isStringLiteralLike(node) ? node : null;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isImportDeclaration(node)) return node.importClause?.isTypeOnly ?? false;
  return ts.isExportDeclaration(node) && node.isTypeOnly;
}

// `@scope/name/sub/path` and `name/sub/path`
function libraryOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
