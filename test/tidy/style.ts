/** Ways to write that only please a tool. */
import ts from 'typescript';
import { at, nodesOf, sourceFiles } from './tree.ts';
import type { TidyRule } from './tree.ts';

/** `[...['a'], ...['b']]` and `{ ...{ a }, b }`: a literal in a literal is the longer way. */
export const noSpreadTricks: TidyRule = (tree) =>
  sourceFiles(tree).flatMap(([path, text]) =>
    nodesOf(path, text).flatMap((node) => {
      if (!ts.isSpreadElement(node) && !ts.isSpreadAssignment(node)) return [];
      const { expression } = node;
      const literal =
        ts.isArrayLiteralExpression(expression) || ts.isObjectLiteralExpression(expression);
      if (!literal) return [];
      return [`${at(path, node)}: a spread of a literal; write its members, or prettier-ignore`];
    }),
  );
