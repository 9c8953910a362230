/**
 * Golden bytes: what each released schema wrote, kept for ever and read by every build (Law 6).
 * Promises: adds a file for a schema that has none; never changes a file that is there.
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { NOTHING_BEFORE } from '../../services/core/state-before.ts';
import { asEventID, asMicros } from '../../services/core/units.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { avroType } from '../../services/platform/avro/avro.ts';
import { changeEventSchema } from '../../services/platform/avro/event-codec.ts';

/** One file: the schema that wrote the bytes, and each event beside its bytes. */
export interface GoldenFile {
  readonly file: string;
  readonly schema: string;
  readonly events: readonly {
    readonly name: string;
    readonly event: ChangeEvent;
    /** Avro alone, without the five bytes of the wire format, as hex. */
    readonly bytes: string;
  }[];
}

export const GOLDEN_FOLDER = assetPath('schemas', 'golden');

/** All released schemas, oldest first. */
export async function readGolden(folder = GOLDEN_FOLDER): Promise<GoldenFile[]> {
  const files = (await readdir(folder)).filter((name) => /^change-event-\d+\.json$/.test(name));
  files.sort((a, b) => numberOf(a) - numberOf(b));
  return Promise.all(
    files.map(async (file) => {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- our own files
      const content: Omit<GoldenFile, 'file'> = JSON.parse(
        await readFile(join(folder, file), 'utf8'),
      );
      return { file, ...content };
    }),
  );
}

/** Whether today's schema has its bytes. */
export async function hasGolden(folder = GOLDEN_FOLDER): Promise<boolean> {
  const schema = changeEventSchema();
  return (await readGolden(folder)).some((one) => one.schema === schema);
}

/** Writes `change-event-<n>.json` when today's schema has no golden bytes; returns its name. */
export async function addGolden(folder = GOLDEN_FOLDER): Promise<string | null> {
  const schema = changeEventSchema();
  const known = await readGolden(folder);
  if (await hasGolden(folder)) return null;
  const last = known.at(-1);
  const file = `change-event-${last ? numberOf(last.file) + 1 : 1}.json`;
  const type = avroType(schema);
  const events = EXAMPLES.map(({ name, event }) => ({
    name,
    event,
    bytes: type.encode(event, Buffer.alloc(0)).toString('hex'),
  }));
  const text = JSON.stringify({ schema, events }, null, 2) + '\n';
  await writeFile(join(folder, file), text, { flag: 'wx' });
  return file;
}

function numberOf(file: string): number {
  return Number(/\d+/.exec(file)?.[0]);
}

const NOTHING: ChangeEvent['origin'] = {
  subscriptionID: null,
  apiVersion: 0,
  journalEntryID: null,
  customerID: null,
  deletedAfter: null,
  deletedBefore: null,
  raw: null,
};

/** Together they take every branch of every union, every enum symbol, and the odd corners. */
const EXAMPLES: readonly { readonly name: string; readonly event: ChangeEvent }[] = [
  {
    name: 'a webhook update with every kind of value',
    event: {
      eventID: asEventID('00112233445566778899aabbccddeeff'),
      objCode: 'TASK',
      objID: '61f9a2f2000a1b2c3d4e5f6071829304',
      entryDate: asMicros(1_650_000_000_123_000),
      asOf: asMicros(1_650_000_000_123_456),
      operation: 'UPDATE',
      fields: {
        name: 'Plakat “Grün” 🎨 для печати',
        description: '',
        percentComplete: 12.5,
        workRequired: -0.1,
        taskNumber: 9007199254740991,
        isCritical: false,
        isLeveled: true,
        ownerID: null,
        'DE:Regions': { json: '["EMEA","APAC"]' },
        'DE:Ünïcode key': 'x',
        'DE:Exact': { json: '12345678901234567890.5' },
        'DE:': 'the empty name',
        constructor: 'a name that objects inherit',
      },
      clears: ['DE:'],
      previous: { name: null, percentComplete: 0, isCritical: true, 'DE:Regions': { json: '[]' } },
      previousAbsent: ['DE:', 'constructor'],
      previousKnown: true,
      actorID: '5f0e1d2c000a1b2c3d4e5f6071829304',
      path: 'WEBHOOK',
      observedAt: asMicros(1_650_000_001_000_001),
      origin: {
        ...NOTHING,
        subscriptionID: '750a636c-5628-48f5-ba26-26b7ce537ac2',
        apiVersion: 2,
        customerID: '54286d78b5b1f2f2d9c2e1b0a1b2c3d4',
        raw: '{"eventType":"UPDATE","newState":{"$":"fields","containers":["parameterValues"]}}',
      },
    },
  },
  {
    name: 'a journal row that is only a signal',
    event: {
      eventID: asEventID('ffffffffffffffffffffffffffffffff'),
      objCode: 'PROJ',
      objID: '60d2e1f0000a1b2c3d4e5f6071829304',
      entryDate: asMicros(1_589_821_200_000_000),
      asOf: asMicros(1_589_821_200_000_000),
      operation: 'CREATE',
      fields: {},
      clears: [],
      ...NOTHING_BEFORE,
      actorID: null,
      path: 'JOURNAL',
      observedAt: asMicros(1_589_821_300_000_000),
      origin: { ...NOTHING, journalEntryID: 'abc', raw: '{"ID":"abc"}' },
    },
  },
  {
    name: 'a delete by absence, seen by a search',
    event: {
      eventID: asEventID('00000000000000000000000000000000'),
      objCode: 'approval_stage_participant',
      objID: 'stage:participant:USER',
      entryDate: asMicros(-(2 ** 52)),
      asOf: asMicros(2 ** 53 - 2),
      operation: 'DELETE',
      fields: { status: 'CUR' },
      clears: [],
      ...NOTHING_BEFORE,
      previous: {},
      actorID: '',
      path: 'SEARCH',
      observedAt: asMicros(1),
      origin: {
        ...NOTHING,
        deletedAfter: asMicros(1_650_000_000_000_000),
        deletedBefore: asMicros(-1),
      },
    },
  },
  {
    name: 'a Planning record as it stands',
    event: {
      eventID: asEventID('0123456789abcdef0123456789abcdef'),
      objCode: 'RECORD',
      objID: 'Rc65f1a2b3c4d5e6f708192a3b',
      entryDate: asMicros(1_700_000_000_000_000),
      asOf: asMicros(1_700_000_000_000_000),
      operation: 'SNAPSHOT',
      fields: { 'data.F65f': { json: '[{"id":"Rc1","value":null}]' }, recordTypeId: 'Rt1' },
      clears: ['data.'],
      ...NOTHING_BEFORE,
      actorID: null,
      path: 'PLANNING',
      observedAt: asMicros(1_700_000_000_000_001),
      origin: NOTHING,
    },
  },
];
