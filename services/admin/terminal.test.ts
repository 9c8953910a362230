import { Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';

import { openTerminal, textTable } from './terminal.ts';

test('numbers stand to the right, words to the left', () => {
  expect(
    textTable(
      ['name', 'count'],
      [
        ['a', '10'],
        ['long name', '9'],
      ],
    ),
  ).toBe(
    ['name       count', '---------  -----', 'a             10', 'long name      9'].join('\n'),
  );
});

test('a table without rows still has its head', () => {
  expect(textTable(['id'], [])).toBe('id\n--');
});

test('rows by the hundred thousand make a table', () => {
  const rows = Array.from({ length: 200_000 }, (_, at) => [String(at)]);
  expect(textTable(['at'], rows).split('\n')).toHaveLength(200_002);
});

describe('what a user of the tenant typed', () => {
  const EVIL = 'name\u001b]0;owned\u0007';

  test('cannot steer a terminal, whichever way it is said', async () => {
    const { terminal, written } = terminalOn({ isTTY: true });
    terminal.print(EVIL);
    terminal.note(EVIL);
    await terminal.write(EVIL);
    await terminal.write(Buffer.from(EVIL));
    terminal.redraw([EVIL]);
    expect(written().match(/\\u001b/g)).toHaveLength(5);
    expect(written()).not.toContain('\u001b');
  });

  test('reaches a file as it is', async () => {
    const { terminal, written } = terminalOn({ isTTY: false });
    terminal.print(EVIL);
    await terminal.write(Buffer.from([0xff, 0x1b]));
    expect(written()).toContain(EVIL);
  });

  test('stays one line of a table', () => {
    expect(textTable(['name'], [['a\nb\u001b[2J']]).split('\n')).toEqual([
      'name',
      '-------------',
      'a\\nb\\u001b[2J',
    ]);
  });
});

test('a reader that has gone away ends what is written to it, and nothing else', async () => {
  const gone = new Writable({
    write: (_chunk, _encoding, done) =>
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
  });
  const terminal = openTerminal({ stdin: Readable.from([]), stdout: gone, stderr: gone });
  expect(await terminal.write('first')).toBe(false);
  terminal.print('second');
  expect(await terminal.write('third')).toBe(false);
  await terminal.drain();
});

function terminalOn(kind: { readonly isTTY: boolean }) {
  const parts: Buffer[] = [];
  const sink = (): Writable & { isTTY: boolean } =>
    Object.assign(
      new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          parts.push(chunk);
          done();
        },
      }),
      kind,
    );
  const terminal = openTerminal({ stdin: Readable.from([]), stdout: sink(), stderr: sink() });
  return { terminal, written: () => Buffer.concat(parts).toString() };
}
