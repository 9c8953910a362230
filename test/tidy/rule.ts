/** A rule of tidy as tests: it holds over the repository, and catches what is planted. */
import { describe, expect, test } from 'vitest';
import type { TidyRule } from './tree.ts';
import { plant, readTree } from './tree.ts';

export const repository = readTree(new URL('../..', import.meta.url).pathname);

export function rule(
  title: string,
  holds: TidyRule,
  planted: Readonly<Record<string, PlantedTree>>,
): void {
  describe(title, () => {
    test('holds', () => {
      expect(holds(repository)).toEqual([]);
    });
    test.each(Object.entries(planted))('catches %s', (_, { files, finds }) => {
      expect(holds(plant(files))).toEqual([expect.stringContaining(finds)]);
    });
  });
}

export interface PlantedTree {
  readonly files: Readonly<Record<string, string>>;
  readonly finds: string;
}

export function one(path: string, text: string, finds = path): PlantedTree {
  return { files: { [path]: text }, finds };
}
