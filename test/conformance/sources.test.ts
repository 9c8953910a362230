/** Every source of the register keeps Laws 3 and 9, and gives the same fact the same identity. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../services/core/json.ts';
import { asMicros } from '../../services/core/units.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { isParked } from '../../services/source/log/translation.ts';
import type { Translated } from '../../services/source/log/translation.ts';
import { seedOfRun } from '../support/random.ts';
import { SOURCES } from './sources.ts';

const seed = seedOfRun();
const OBSERVED_AT = asMicros(Date.UTC(2026, 5, 1) * 1000);

const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false, 0, -1.5, '', 'text', '\ud800', '2026-01-01'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string({ maxLength: 6 }), tie('value'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).value;
/** Named so that no flattening takes them for its own. */
const unknown: fc.Arbitrary<JsonObject> = fc.dictionary(
  fc.string({ maxLength: 8 }).map((name) => `x${name.replaceAll(/[^\w]/g, '')}`),
  json,
  { maxKeys: 4, noNullPrototype: true },
);

describe.each(Object.entries(SOURCES))('%s', (name, source) => {
  test('has what a source has, and runs as a container', () => {
    for (const file of ['main.ts', 'translate.ts', 'config.ts', 'README.md']) {
      expect(existsSync(assetPath('services', name, file)), file).toBe(true);
    }
    const compose = readFileSync(assetPath('docker-compose.yml'), 'utf8');
    expect(compose).toContain(`dist/services/${name}/main.js`);
  });

  test(`makes an event or a dead letter of any input, and never fails (Law 3, SEED=${seed})`, () => {
    fc.assert(
      fc.property(json, (input) => {
        const translated = source.translate(input, OBSERVED_AT);
        if (isParked(translated)) expect(translated.message).not.toBe('');
        else expect(translated.event.objID).not.toBe('');
      }),
      { seed },
    );
  });

  test.each(source.samples)(
    'can rebuild what was sent, unknown members too (Law 9): %j',
    (sample) => {
      fc.assert(
        fc.property(unknown, (more) => {
          const input = source.withUnknown(sample, more);
          const { event } = present(source.translate(input, OBSERVED_AT));
          expect(event.path).toBe(source.path);
          expect(source.rebuild(event)).toEqual(input);
        }),
        { seed },
      );
    },
  );

  test.each(source.samples)('gives one fact one identity, whenever it is seen: %j', (sample) => {
    const first = present(source.translate(sample, OBSERVED_AT)).event;
    const again = present(source.translate(reversed(sample), asMicros(OBSERVED_AT + 5))).event;
    expect(again.eventID).toBe(first.eventID);
    expect([again.objCode, again.objID]).toEqual([first.objCode, first.objID]);
    expect([again.entryDate, again.asOf]).toEqual([first.entryDate, first.asOf]);
  });
});

function present(translated: Translated) {
  if (isParked(translated)) throw new Error(`${translated.park}: ${translated.message}`);
  return translated;
}

function reversed(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).reverse());
}
