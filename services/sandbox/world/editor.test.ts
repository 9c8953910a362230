import { expect, it } from 'vitest';
import { localSandbox } from '../../../test/support/local-sandbox.ts';
import { seededRandom } from '../../core/random.ts';
import { fieldText } from '../../workfront/object-row.ts';
import { schemaOf } from '../../workfront/catalogue/schema.ts';
import { Editor } from './editor.ts';

function workOf(seed: number, acts: number) {
  const { sandbox } = localSandbox();
  const counts = new Map<string, number>();
  sandbox.tenant.onChange(({ objCode, kind }) => {
    const key = `${kind} ${objCode}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  const editor = new Editor(sandbox.tenant, sandbox.bin, seededRandom(seed));
  for (let n = 0; n < acts; n += 1) editor.act();
  return { sandbox, counts };
}

it('people work mostly on tasks, and now and then on everything else that sends events', () => {
  const { counts } = workOf(1, 1500);
  const often = (key: string): number => counts.get(key) ?? 0;
  expect(often('UPDATE TASK')).toBeGreaterThan(often('UPDATE PROJ'));
  for (const kind of ['CREATE HOUR', 'CREATE NOTE', 'CREATE EXPNS', 'CREATE DOCU', 'CREATE DOCV'])
    expect([kind, often(kind) > 0]).toEqual([kind, true]);
  for (const kind of ['UPDATE EXPNS', 'UPDATE TSHET', 'UPDATE RECORD', 'CREATE RECORD'])
    expect([kind, often(kind) > 0]).toEqual([kind, true]);
  expect(often('UPDATE approval_stage_participant')).toBeGreaterThan(0);
  expect(often('UPDATE RECORD')).toBeLessThan(often('UPDATE TASK') / 5);
});

it('the same seed makes the same work, of fields that the types have', () => {
  const first = workOf(7, 300);
  expect(workOf(7, 300).counts).toEqual(first.counts);
  for (const objCode of ['EXPNS', 'DOCU', 'DOCV', 'TSHET', 'NOTE', 'HOUR']) {
    for (const row of first.sandbox.tenant.store.rows(objCode)) {
      expect(Object.keys(row).filter((name) => !schemaOf(objCode).has(name))).toEqual([]);
    }
  }
  // Only values that a person could have chosen.
  const states = [...first.sandbox.tenant.store.rows('TSHET')].map((row) =>
    fieldText(row, 'status'),
  );
  expect(new Set([...states, 'OPEN', 'SUBM', 'CLOS']).size).toBe(3);
});
