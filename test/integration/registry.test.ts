import { NOTHING_BEFORE } from '../../services/core/state-before.ts';
import { expect, test } from 'vitest';
import { readGolden } from '../../schemas/generate/golden.ts';
import { changeEventSchema, openEventCodec } from '../../services/platform/avro/event-codec.ts';
import {
  checkCompatibility,
  planChangeEvent,
  registerChangeEvent,
} from '../../services/platform/avro/registration.ts';
import { openSchemaLookup } from '../../services/platform/avro/registry.ts';
import { sharedStack } from '../support/shared-stack.ts';

const OPTIONS = { registryUrl: sharedStack().registryUrl };

/** Today's schema with one more field. */
function edited(field: object): string {
  const schema = JSON.parse(changeEventSchema()) as { fields: object[] };
  schema.fields.push(field);
  return JSON.stringify(schema);
}

const WITHOUT_DEFAULT = edited({ name: 'extra', type: 'string', doc: 'Not readable in old data.' });

test('registering again gives the same id and leaves nothing to plan', async () => {
  const id = await registerChangeEvent(OPTIONS);
  expect(await registerChangeEvent(OPTIONS)).toBe(id);
  expect(await planChangeEvent(OPTIONS)).toMatchObject({
    subject: 'com.workfrontcdc.ChangeEvent',
    id,
    compatibility: 'BACKWARD_TRANSITIVE',
    compatible: true,
  });
});

// Law 6
test('an edit that old events could not be read with is refused', async () => {
  expect(await checkCompatibility(OPTIONS, WITHOUT_DEFAULT)).toBe(false);
  expect(await planChangeEvent(OPTIONS, WITHOUT_DEFAULT)).toMatchObject({
    id: null,
    compatible: false,
  });
  await expect(registerChangeEvent(OPTIONS, WITHOUT_DEFAULT)).rejects.toMatchObject({
    code: 'SCHEMA_INCOMPATIBLE',
  });
});

test('an edit with a default may be made', async () => {
  const schema = edited({ name: 'extra', type: 'string', default: '', doc: 'Readable.' });
  expect(await planChangeEvent(OPTIONS, schema)).toMatchObject({ id: null, compatible: true });
});

test('the codec writes and reads by the id that the registry gave', async () => {
  const codec = await openEventCodec(OPTIONS);
  expect(codec.schemaId).toBe(await registerChangeEvent(OPTIONS));
  const lookup = openSchemaLookup(OPTIONS);
  const found = await lookup.schemaOf(codec.schemaId);
  expect(JSON.parse(found?.type === 'AVRO' ? found.text : '')).toMatchObject({
    name: 'ChangeEvent',
    namespace: 'com.workfrontcdc',
  });
  for (const { event } of (await readGolden()).flatMap(({ events }) => events)) {
    const value = codec.encode(event);
    const other = await openEventCodec(OPTIONS);
    await other.prepare([value]);
    // Golden events of earlier schemas lack what later ones added: that reads as its default.
    expect(other.decode(value)).toEqual({ ...NOTHING_BEFORE, ...event });
  }
});

test('an id that the registry does not know is UNDECODABLE, not a failure', async () => {
  const codec = await openEventCodec(OPTIONS);
  const value = Buffer.from([0, 0x7f, 0xff, 0xff, 0xff, 0]);
  await codec.prepare([value]);
  expect(() => codec.decode(value)).toThrow('unknown');
});

test('a registry that is away is REGISTRY_UNAVAILABLE', async () => {
  const away = { registryUrl: 'http://127.0.0.1:1/apis/ccompat/v7' };
  const code = { code: 'REGISTRY_UNAVAILABLE' };
  await expect(openEventCodec(away)).rejects.toMatchObject(code);
  await expect(planChangeEvent(away)).rejects.toMatchObject(code);
});
