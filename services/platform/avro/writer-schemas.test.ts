import { expect, test } from 'vitest';
import { PipelineError } from '../../core/errors.ts';
import { changeEventSchema, openEventCodec } from './event-codec.ts';
import type { EventCodec } from './event-codec.ts';
import type { SchemaLookup } from './registry.ts';

const TODAY = 7;
const FOREIGN = 'not Avro';

function codecWith(others: Readonly<Record<number, string>>): Promise<EventCodec> {
  const lookup: SchemaLookup = {
    idOf: async () => TODAY,
    schemaOf: async (id) => {
      const text = others[id];
      if (text === undefined) return null;
      return text === FOREIGN ? { type: 'FOREIGN' } : { type: 'AVRO', text };
    },
  };
  return openEventCodec({ registryUrl: 'http://registry.invalid' }, lookup);
}

test.each([
  ['of something else', '"string"'],
  ['that is not Avro', FOREIGN],
  ['that is no JSON', '{'],
  [
    'whose default is not of the first branch',
    '{"type":"record","name":"A","fields":[{"name":"a","type":["string","null"],"default":null}]}',
  ],
  [
    'whose default is not one of its symbols',
    '{"type":"enum","name":"com.workfrontcdc.ChangeEvent","symbols":["X"],"default":"Y"}',
  ],
  ['that refers to another', '{"type":"record","name":"A","fields":[{"name":"a","type":"B"}]}'],
])('a schema %s is UNDECODABLE and does not stop the others', async (_, schema) => {
  const codec = await codecWith({ 9: schema });
  const bytes = Buffer.from([0, 0, 0, 0, 9, 0x7b, 0x7d]);
  expect(await codec.prepare([bytes])).toEqual(new Set());
  expect(codeOf(() => codec.decode(bytes))).toBe('UNDECODABLE');
  expect(codeOf(() => codec.decodeBrief(bytes))).toBe('UNDECODABLE');
});

test('an id that the registry does not have is asked for again', async () => {
  const others: Record<number, string> = {};
  const codec = await codecWith(others);
  const bytes = Buffer.from([0, 0, 0, 0, 9, 0]);
  expect(await codec.prepare([bytes, bytes])).toEqual(new Set([9]));
  others[9] = changeEventSchema();
  expect(await codec.prepare([bytes])).toEqual(new Set());
});

test('an emptied registry, or another, is SCHEMA_LOST', async () => {
  let id: number | null = TODAY;
  const lookup: SchemaLookup = { idOf: async () => id, schemaOf: async () => null };
  const codec = await openEventCodec({ registryUrl: 'http://r.invalid' }, lookup);
  await codec.confirm();
  for (id of [null, TODAY + 1]) {
    await expect(codec.confirm()).rejects.toMatchObject({ code: 'SCHEMA_LOST' });
  }
});

test('a schema that is not registered stops the start', async () => {
  const lookup: SchemaLookup = { idOf: async () => null, schemaOf: async () => null };
  await expect(openEventCodec({ registryUrl: 'http://r.invalid' }, lookup)).rejects.toMatchObject({
    code: 'SCHEMA_UNREGISTERED',
  });
});

function codeOf(act: () => unknown): string {
  try {
    act();
    return 'nothing was thrown';
  } catch (error) {
    if (error instanceof PipelineError) return error.code;
    throw error;
  }
}
