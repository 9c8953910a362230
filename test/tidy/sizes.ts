/** Files of 300 lines of code, functions of 50, lines of 100 columns. */
import ts from 'typescript';
import { at, isTest, nodesOf, sourceFiles } from './tree.ts';
import type { TidyRule } from './tree.ts';

const FILE_LINES_MAX = 300;
const FUNCTION_LINES_MAX = 50;
const COLUMNS_MAX = 100;

/** Comments, imports and blank lines are free. */
export const fileSizes: TidyRule = (tree) =>
  [...sourceFiles(tree), ...[...tree].filter(([path]) => path.endsWith('.sql'))].flatMap(
    ([path, text]) => {
      const lines = codeLines(text.replaceAll(/^import\b[^;]*;$/gm, ''));
      if (lines <= FILE_LINES_MAX || path === SNAPSHOT) return [];
      return [`${path}: ${lines} lines of code; split it, branches above and pure work below`];
    },
  );

/** Generated, and as long as the database is wide. */
const SNAPSHOT = 'test/schema.snapshot.sql';

/** Blank and comment lines are free. A test's describe block is no function in this sense. */
export const functionSizes: TidyRule = (tree) =>
  sourceFiles(tree)
    .filter(([path]) => !isTest(path))
    .flatMap(([path, text]) =>
      nodesOf(path, text).flatMap((node) => {
        if (!ts.isFunctionLike(node)) return [];
        const lines = codeLines(node.getText());
        if (lines <= FUNCTION_LINES_MAX) return [];
        return [`${at(path, node)}: a function of ${lines} lines; move pure work into helpers`];
      }),
    );

function codeLines(text: string): number {
  const withoutComments = text.replaceAll(/^\s*((?:\/\/|--).*|\/\*[^]*?\*\/)\s*$/gm, '');
  return withoutComments.split('\n').filter((line) => line.trim() !== '').length;
}

/** A string or a URL cannot always be broken; prettier breaks the rest. */
export const lineLengths: TidyRule = (tree) =>
  [...tree].flatMap(([path, text]) => {
    if (!/\.(ts|sql|sh)$|\.ci\/run$/.test(path) || /\.generated\.ts$|\.snapshot\.sql$/.test(path))
      return [];
    return text.split('\n').flatMap((line, index) => {
      if ([...line].length <= COLUMNS_MAX) return [];
      return !/['"`]|:\/\//.test(line) ? [`${path}:${index + 1}: ${[...line].length} columns`] : [];
    });
  });
