import { expect, test } from 'vitest';
import { KnownEnds } from './known-ends.ts';

const behind = (offset: string) => ({ 'wf.task.changes': { 0: offset } });

test('ends are asked for once, until something is published', async () => {
  const ends = new KnownEnds();
  const asked: string[] = [];
  const ask = (offset: string) => async () => {
    asked.push(offset);
    return behind(offset);
  };
  expect(await ends.of('TASK', ask('5'))).toEqual(behind('5'));
  expect(await ends.of('TASK', ask('6'))).toEqual(behind('5'));
  ends.forget('TASK');
  expect(await ends.of('TASK', ask('7'))).toEqual(behind('7'));
  expect(asked).toEqual(['5', '7']);
});

test('what was asked before a publish and answered after it is not kept', async () => {
  const ends = new KnownEnds();
  let answer: (offset: string) => void = () => undefined;
  const asking = ends.of(
    'TASK',
    () => new Promise((resolve) => (answer = (at) => resolve(behind(at)))),
  );
  ends.forget('TASK');
  answer('5');
  expect(await asking).toEqual(behind('5'));
  expect(await ends.of('TASK', async () => behind('6'))).toEqual(behind('6'));
});

test('a question that failed is asked again', async () => {
  const ends = new KnownEnds();
  await expect(ends.of('TASK', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await ends.of('TASK', async () => behind('5'))).toEqual(behind('5'));
});
