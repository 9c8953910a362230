import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringifyJson } from '../../core/json.ts';
import type { JsonValue } from '../../core/json.ts';
import { asMicros } from '../../core/units.ts';
import { readObject } from '../object-read.ts';
import { digestsOf, shortDigestOf } from './read-digests.ts';

const digests = (sent: JsonValue) =>
  digestsOf('TASK', readObject(sent, 'lastUpdateDate', asMicros(0)));

const without = (row: Readonly<Record<string, JsonValue>>, names: readonly string[]): JsonValue =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

test('the hash of a read is that of its JSON without what moves with the clock alone', () => {
  const moving = 'progressStatus daysLate bcws spi csi'.split(' ');
  const name = fc.oneof(fc.constantFrom(...moving, 'name', 'status'), fc.string());
  fc.assert(
    fc.property(fc.dictionary(name, fc.jsonValue({ maxDepth: 2 })), (row) => {
      const sent = row as Record<string, JsonValue>;
      expect(digests(sent).hash).toEqual(shortDigestOf(stringifyJson(without(sent, moving))));
    }),
  );
});

test('what no event tells moves the other hash, and nothing else does', () => {
  const row = { ID: 'a', name: 'x', percentComplete: 10, lastCalcDate: 'then', daysLate: 3 };
  const { unheard } = digests(row);
  const saved = { ...row, name: 'y', daysLate: 4, lastUpdateDate: 'now', lastUpdatedByID: 'b' };
  expect(digests(saved).unheard).toEqual(unheard);
  expect(digests({ ...row, percentComplete: 20 }).unheard).not.toEqual(unheard);
  expect(digests({ ...row, lastCalcDate: 'now' }).unheard).not.toEqual(unheard);
});

test('a row that is no JSON object has a hash of its own', () => {
  expect(digests(['a']).hash).toEqual(shortDigestOf('["a"]'));
});
