import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGolden } from '../../../schemas/generate/golden.ts';
import type { BriefEvent, EncodedFields } from './brief-event.ts';
import type { ChangeEvent } from '../../core/change-event.generated.ts';
import { NOTHING_BEFORE } from '../../core/state-before.ts';
import { PipelineError } from '../../core/errors.ts';
import type { ErrorCode } from '../../core/errors.ts';
import { eventID } from '../../core/event-id.ts';
import type { Fields } from '../../core/field-value.ts';
import type { JsonValue } from '../../core/json.ts';
import { asEventID, asMicros } from '../../core/units.ts';
import { assetPath } from '../process/assets.ts';
import { changeEventSchema, openEventCodec } from './event-codec.ts';
import type { EventCodec } from './event-codec.ts';
import { parseJson } from '../json.ts';
import type { SchemaLookup } from './registry.ts';

const TODAY = 7;

function codecWith(others: Readonly<Record<number, string>> = {}): Promise<EventCodec> {
  const lookup: SchemaLookup = {
    idOf: async () => TODAY,
    schemaOf: async (id) => ({ type: 'AVRO', text: others[id] ?? '' }),
  };
  return openEventCodec({ registryUrl: 'http://registry.invalid' }, lookup);
}

const text = fc.string({ unit: 'grapheme' });
const value = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double({ noNaN: true }),
  text,
  fc.record({ json: text }),
);
const fields = fc.dictionary(
  text.filter((name) => name !== '__proto__'),
  value,
  { maxKeys: 30 },
);
const micros = fc.integer({ min: -(2 ** 52), max: 2 ** 53 - 2 }).map(asMicros);
const maybe = fc.option(text, { nil: null });
const event: fc.Arbitrary<ChangeEvent> = fc.record({
  eventID: fc
    .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 })
    .map(asEventID),
  objCode: text,
  objID: text,
  entryDate: micros,
  asOf: micros,
  operation: fc.constantFrom('CREATE', 'UPDATE', 'DELETE', 'SNAPSHOT'),
  fields,
  clears: fc.array(text),
  previous: fc.option(fields, { nil: null }),
  previousAbsent: fc.array(text),
  previousKnown: fc.boolean(),
  actorID: maybe,
  path: fc.constantFrom('WEBHOOK', 'JOURNAL', 'SEARCH', 'PLANNING'),
  observedAt: micros,
  origin: fc.record({
    subscriptionID: maybe,
    apiVersion: fc.integer({ min: 0, max: 9 }),
    journalEntryID: maybe,
    customerID: maybe,
    deletedAfter: fc.option(micros, { nil: null }),
    deletedBefore: fc.option(micros, { nil: null }),
    raw: maybe,
  }),
});

test('what is encoded is decoded, and in brief without what was sent', async () => {
  const codec = await codecWith();
  fc.assert(
    fc.property(event, (one) => {
      expect(codec.decode(codec.encode(one))).toEqual(one);
      expect(read(codec.decodeBrief(codec.encode(one)))).toEqual(inBrief(one));
    }),
  );
});

function isEncoded(fields: BriefEvent['fields'] | Fields): fields is EncodedFields {
  return typeof fields['read'] === 'function';
}

function read(brief: BriefEvent) {
  return { ...brief, fields: brief.fields.read(), previous: brief.previous?.read() ?? null };
}

function inBrief({ origin: { raw: _raw, ...origin }, ...rest }: ChangeEvent) {
  return { ...rest, origin };
}

test('a large event fits', async () => {
  const codec = await codecWith();
  const [example] = fc.sample(event, 1);
  if (!example) throw new Error('no example');
  const large = { ...example, fields: { text: 'ä'.repeat(3_000_000) } };
  expect(codec.decode(codec.encode(large)).fields['text']).toHaveLength(3_000_000);
  expect(codec.decode(codec.encode(example))).toEqual(example);
});

test('bytes that were cut, lengthened or changed are refused or read, and never hang', async () => {
  const codec = await codecWith();
  const damage = fc.tuple(event, fc.nat(), fc.nat(255));
  fc.assert(
    fc.property(damage, ([one, where, byte]) => {
      const bytes = codec.encode(one);
      const cut = bytes.subarray(0, where % bytes.length);
      const longer = Buffer.concat([bytes, Buffer.from([byte])]);
      const changed = Buffer.from(bytes);
      changed[5 + (where % (bytes.length - 5))] = byte;
      for (const read of ['decode', 'decodeBrief'] as const) {
        expect(codeOf(() => codec[read](cut))).toBe('UNDECODABLE');
        expect(codeOf(() => codec[read](longer))).toBe('UNDECODABLE');
        try {
          const { fields } = codec[read](changed);
          if (isEncoded(fields)) fields.read();
        } catch (error) {
          expect(error).toMatchObject({ code: 'UNDECODABLE' });
        }
      }
    }),
    { numRuns: 500 },
  );
});

describe('UNDECODABLE', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['another magic byte', Buffer.from([1, 0, 0, 0, TODAY, 1])],
    ['an unknown schema', Buffer.from([0, 0, 0, 0, 99, 1])],
    ['a header alone', Buffer.from([0, 0, 0, 0, TODAY])],
  ])('%s', async (_, bytes) => {
    const codec = await codecWith();
    await codec.prepare([bytes, null]);
    expect(codeOf(() => codec.decode(bytes))).toBe('UNDECODABLE');
  });

  test.each([
    ['a count that promises more than there is', [0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f]],
    // One item, whose name of length -3 ends before the count.
    ['a text of negative length, which leads back', [0x02, 0x05]],
  ])('%s', async (_, count) => {
    const codec = await codecWith();
    const [example] = await readGolden();
    const good = Buffer.from(example?.events[1]?.bytes ?? '', 'hex');
    // The second example's `fields` is an empty map: a zero byte after the enum symbol.
    const at = good.indexOf(Buffer.from([0, 0, 0, 0, 0]));
    const bytes = Buffer.concat([
      Buffer.from([0, 0, 0, 0, TODAY]),
      good.subarray(0, at + 1),
      Buffer.from(count),
      good.subarray(at + 2),
    ]);
    expect(codeOf(() => codec.decode(bytes))).toBe('UNDECODABLE');
    expect(codeOf(() => codec.decodeBrief(bytes))).toBe('UNDECODABLE');
  });

  test('a field named __proto__, which an object cannot carry', async () => {
    const codec = await codecWith();
    const [example] = fc.sample(event, 1);
    if (!example) throw new Error('no example');
    const bytes = codec.encode({ ...example, fields: { '--proto--': 'x' } });
    const at = bytes.indexOf('--proto--');
    bytes.write('__proto__', at);
    expect(codeOf(() => codec.decode(bytes))).toBe('UNDECODABLE');
    expect(codeOf(() => codec.decodeBrief(bytes))).toBe('UNDECODABLE');
  });
});

test.each([
  ['half of a surrogate pair', { fields: { a: '\ud800' } }],
  ['half of a surrogate pair in a name', { fields: { '\udc00': 1 } }],
  ['a field named __proto__', { fields: JSON.parse('{"__proto__":1}') as ChangeEvent['fields'] }],
  ['an eventID that is not hex', { eventID: 'x'.repeat(32) }],
  ['an eventID in capitals', { eventID: 'A'.repeat(32) }],
  ['an instant beyond exact integers', { entryDate: 2 ** 53 - 1 }],
  ['an instant that avsc would write wrongly', { asOf: -(2 ** 52) - 1 }],
  ['an instant that is not whole', { asOf: 0.5 }],
])('%s is UNENCODABLE', async (_, wrong) => {
  const codec = await codecWith();
  const [example] = fc.sample(event, 1);
  expect(codeOf(() => codec.encode({ ...example, ...wrong } as ChangeEvent))).toBe('UNENCODABLE');
});

test('an event of a newer schema is read, without what today does not know', async () => {
  const newer = JSON.parse(changeEventSchema()) as { fields: object[] };
  newer.fields.push({ name: 'extra', type: 'string', default: '', doc: 'From the future.' });
  const codec = await codecWith({ 8: JSON.stringify(newer) });
  await fc.assert(
    fc.asyncProperty(event, async (one) => {
      const bytes = Buffer.concat([codec.encode(one), Buffer.from([4, 104, 105])]);
      bytes.writeUInt32BE(8, 1);
      await codec.prepare([bytes]);
      expect(codec.decode(bytes)).toEqual(one);
      expect(read(codec.decodeBrief(bytes))).toEqual(inBrief(one));
    }),
  );
});

describe('golden bytes', () => {
  // Law 6
  test('every event that a released schema wrote is read', async () => {
    const golden = await readGolden();
    expect(golden.length).toBeGreaterThan(0);
    for (const [at, { schema, events }] of golden.entries()) {
      const codec = await codecWith({ [100 + at]: schema });
      for (const { name, event: expected, bytes } of events) {
        const value = Buffer.concat([
          Buffer.from([0, 0, 0, 0, 100 + at]),
          Buffer.from(bytes, 'hex'),
        ]);
        await codec.prepare([value]);
        // What a schema did not have yet reads as its default.
        expect(codec.decode(value), name).toEqual({ ...NOTHING_BEFORE, ...expected });
      }
    }
  });

  test("today's schema has some", async () => {
    const schemas = (await readGolden()).map(({ schema }) => schema);
    expect(schemas, 'run `npm run generate`').toContain(changeEventSchema());
  });

  test('eventIDs stay what they were', () => {
    const path = assetPath('schemas', 'golden', 'event-ids.json');
    const vectors = JSON.parse(readFileSync(path, 'utf8')) as EventIDVector[];
    expect(vectors.length).toBeGreaterThan(0);
    for (const { name, path: by, objCode, objID, rest, eventID: expected } of vectors) {
      const parts = parseJson(rest);
      if (!Array.isArray(parts)) throw new Error(`${name}: rest is not an array`);
      const list = parts as readonly JsonValue[];
      expect(eventID(by, objCode, objID, ...list), name).toBe(expected);
    }
  });
});

interface EventIDVector {
  readonly name: string;
  readonly path: ChangeEvent['path'];
  readonly objCode: string;
  readonly objID: string;
  readonly rest: string;
  readonly eventID: string;
}

function codeOf(act: () => unknown): ErrorCode | 'nothing was thrown' {
  try {
    act();
    return 'nothing was thrown';
  } catch (error) {
    if (error instanceof PipelineError) return error.code;
    throw error;
  }
}
