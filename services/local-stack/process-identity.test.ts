import { expect, test } from 'vitest';

import { formatIdentity, identify, isAlive, parseIdentity } from './process-identity.ts';

test('a process is known again by its pid and its start', () => {
  const self = identify(process.pid);
  expect(self).not.toBeNull();
  expect(self && parseIdentity(formatIdentity(self))).toEqual(self);
  expect(self && isAlive(self)).toBe(true);
});

test('another process that was given the same pid is not taken for it', () => {
  expect(isAlive({ pid: process.pid, started: 'some other time' })).toBe(false);
});

test('a file that holds no identity gives none', () => {
  expect(parseIdentity('')).toBeNull();
  expect(parseIdentity('12')).toBeNull();
  expect(parseIdentity('not a pid')).toBeNull();
});
