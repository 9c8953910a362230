import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedOfRun } from '../../test/support/random.ts';
import { isJsonObject, SourceNumber, stringifyJson } from '../core/json.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import { asMicros } from '../core/units.ts';
import { isParked } from '../source/log/translation.ts';
import { openEventCodec } from '../platform/avro/event-codec.ts';
import type { EventCodec } from '../platform/avro/event-codec.ts';
import { parseJson } from '../platform/json.ts';
import { rebuildBody } from '../workfront/event-envelope.ts';
import { translate } from './translate.ts';

const FIXTURES = new URL('../../test/fixtures/event_payloads/', import.meta.url);

const seed = seedOfRun();
let codec: EventCodec;

beforeAll(async () => {
  const lookup = { idOf: async () => 1, schemaOf: async () => null };
  codec = await openEventCodec({ registryUrl: 'http://unused' }, lookup);
});

/** What comes back of a body after Avro, or null where it is parked. */
function throughTheLog(text: string, objCode: string): JsonValue | null {
  const delivery = { objCode, body: parseJson(text), observedAt: asMicros(1) };
  const translated = translate(delivery, { customerID: null, parseJson });
  if (isParked(translated)) return null;
  return rebuildBody(codec.decode(codec.encode(translated.event)), parseJson);
}

const numeral = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.integer(),
  fc
    .constantFrom('12345678901234567890', '0.10000000000000000001', '1e400', '9007199254740993')
    .map((text) => new SourceNumber(text)),
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', ' ', '\ud800', 'half \udc00 pair', '2020-05-18', '\u0000', '{"$":"fields"}'),
);
const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '$',
    'ID',
    'DE:',
    'DE:Name',
    'data',
    'parameterValues',
    'constructor',
    'toString',
  ),
);

const { value } = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false),
    numeral,
    text,
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}));

const state = fc
  .record(
    {
      fields: fc.dictionary(name, value, { maxKeys: 5, noNullPrototype: true }),
      parameterValues: fc.dictionary(name, value, { maxKeys: 4, noNullPrototype: true }),
      data: fc.dictionary(name, value, { maxKeys: 4, noNullPrototype: true }),
      ID: fc.constantFrom('a'.repeat(32), 'Rc1'),
      lastUpdateDate: fc.constantFrom('2017-10-06T13:48:56.980-0600', '', null),
    },
    { requiredKeys: ['fields'] },
  )
  .map(({ fields, ...rest }): JsonObject => ({ ...fields, ...rest }));

const sentState = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(state, fc.boolean()) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(null, {}, ''), fc.constant(false)) },
);

const body = fc.record(
  {
    eventType: fc.constantFrom('CREATE', 'UPDATE', 'DELETE'),
    subscriptionId: text,
    eventTime: fc.record({
      epochSecond: fc.integer({ min: 1 }),
      nano: fc.integer({ min: 0, max: 999_999_999 }),
    }),
    eventVersion: fc.constantFrom('v1', 'v2'),
    newState: sentState,
    oldState: sentState,
    fields: fc.tuple(state, fc.constant(false)),
    more: value,
  },
  { requiredKeys: ['eventType'] },
);

const isPair = (one: unknown): one is readonly [JsonValue, boolean] => Array.isArray(one);

describe('a delivery that becomes an event', () => {
  test(`comes back whole from the log, whatever is in it (Law 9, SEED=${seed})`, () => {
    let events = 0;
    const objCodes = fc.constantFrom('TASK', 'RECORD', 'NOTE', 'BRANDNEW');
    fc.assert(
      fc.property(body, objCodes, (given, objCode) => {
        const sent: Record<string, JsonValue> = {};
        const meant: Record<string, JsonValue> = {};
        for (const [member, one] of Object.entries(given) as [string, JsonValue][]) {
          const [plain, base64] = isPair(one) && member !== 'more' ? one : [one, false];
          const encoded = base64 && isJsonObject(plain);
          sent[member] = encoded ? Buffer.from(stringifyJson(plain)).toString('base64') : plain;
          meant[member] = plain;
        }
        const back = throughTheLog(stringifyJson(sent), objCode);
        if (back === null) return;
        events += 1;
        expect(back).toEqual(parseJson(stringifyJson(meant)));
      }),
      { numRuns: 400, seed },
    );
    expect(events).toBeGreaterThan(80);
  });

  test('is each published one, through Avro too', () => {
    const samples = readdirSync(FIXTURES).filter((file) => !file.includes('with_oldState'));
    for (const file of samples) {
      const sample = readFileSync(new URL(file, FIXTURES), 'utf8');
      expect(throughTheLog(sample, 'PROJ'), file).toEqual(parseJson(sample));
    }
    expect(samples).toHaveLength(6);
  });
});
