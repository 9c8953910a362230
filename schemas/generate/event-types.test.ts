import { expect, test } from 'vitest';
import { eventTypesSource } from './event-types.ts';

function schema(type: unknown): string {
  return JSON.stringify({
    type: 'record',
    name: 'Thing',
    fields: [{ name: 'x', doc: 'D.', type }],
  });
}

function typeOfX(type: unknown): string {
  const [, text] = /readonly x: (.*);/.exec(eventTypesSource(schema(type), 'a.avsc')) ?? [];
  return text ?? '';
}

test('Avro types become the types that the codec decodes to', () => {
  expect(typeOfX(['null', 'string'])).toBe('null | string');
  expect(typeOfX({ type: 'long', logicalType: 'timestamp-micros' })).toBe('Micros');
  expect(typeOfX({ type: 'array', items: 'string' })).toBe('readonly string[]');
  expect(typeOfX({ type: 'map', values: ['null', 'double'] })).toBe(
    '{ readonly [key: string]: null | number }',
  );
  expect(typeOfX({ type: 'fixed', name: 'Hash', size: 16 })).toBe('string');
});

test('a named type is declared once, before the record that uses it', () => {
  const color = { type: 'enum', name: 'Color', doc: 'Hue.', symbols: ['RED', 'BLUE'] };
  const source = eventTypesSource(schema(color), 'a.avsc');
  expect(source.indexOf("export type Color = 'RED' | 'BLUE';")).toBeGreaterThan(0);
  expect(source.indexOf('export type Color')).toBeLessThan(source.indexOf('type Thing'));
});

test('docs travel as JSDoc, and a fixed says its length in hex digits', () => {
  const source = eventTypesSource(schema({ type: 'fixed', name: 'Hash', size: 16 }), 'a.avsc');
  expect(source).toContain('/** D. 32 hex digits. */');
});

test('an Avro type that the generator does not know stops it', () => {
  expect(() => eventTypesSource(schema({ type: 'bytes2' }), 'a.avsc')).toThrow(/bytes2/);
  const plainLong = { type: 'long' };
  expect(() => eventTypesSource(schema(plainLong), 'a.avsc')).toThrow(/does not know/);
});
