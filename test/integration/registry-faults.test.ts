import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEventCodec } from '../../services/platform/avro/event-codec.ts';
import { planChangeEvent, registerChangeEvent } from '../../services/platform/avro/registration.ts';
import { Secret } from '../../services/platform/process/secret.ts';
import { deadLetterTopic } from '../../services/source/log/topic-name.ts';
import { eventually } from '../support/eventually.ts';
import { closeStore, dumpTables, openRun, openStore } from '../support/projector-run.ts';
import { simulateTasks } from '../support/projector-run.ts';
import type { ProjectorRun, ProjectorStore } from '../support/projector-run.ts';
import { seededRandom } from '../../services/core/random.ts';
import { seedOfRun } from '../support/random.ts';
import { readTopic } from '../support/read-log.ts';
import { HTML_404, openRegistryDouble, UNKNOWN_ID } from '../support/registry-double.ts';
import type { RegistryDouble, RegistryFault } from '../support/registry-double.ts';
import { sharedStack } from '../support/shared-stack.ts';

const seed = seedOfRun();
const random = seededRandom(seed);
const { registryUrl } = sharedStack();
let double: RegistryDouble;

beforeEach(async () => {
  double = await openRegistryDouble(registryUrl);
});
afterEach(() => double.close());

const schemasAnswer = (reply: ReturnType<RegistryFault>): RegistryFault => {
  return ({ url = '' }) => (url.includes('/schemas/ids/') ? reply : null);
};

describe(`a registry that fails under the projector (SEED=${seed})`, () => {
  let store: ProjectorStore;
  let run: ProjectorRun;
  let env: Record<string, string>;

  beforeEach(async () => {
    store = await openStore();
    run = await openRun(store);
    env = { SCHEMA_REGISTRY_URL: double.url };
  });
  afterEach(async () => {
    await run.close();
    await closeStore(store);
  });

  /** Events whose writer's schema is not today's, so that it has to be asked for. */
  async function publishOlder(count: number): Promise<void> {
    const id = await registerForeign('record of strangers', {
      schema: JSON.stringify({ type: 'string', doc: `not ours ${crypto.randomUUID()}` }),
    });
    const records = Array.from({ length: count }, (_, at) => ({
      topic: run.topic,
      key: `k${at}`,
      value: Buffer.concat([prefixOf(id), Buffer.from([2, 65])]),
      headers: { eventID: 'as ours have' },
    }));
    await run.publishRecords(records);
  }

  it('waits while a proxy answers 404 with HTML, and sets nothing aside', async () => {
    const events = simulateTasks(random, 10, 5);
    double.fault = schemasAnswer(HTML_404);
    await publishOlder(30);
    const projector = await run.start(env);
    await run.publish(events);
    await eventually(() => projector.log().includes('not a schema registry'), {
      what: 'the outage is told',
    });
    expect(await readTopic(run.kafka, deadLetterTopic(run.prefix))).toEqual([]);
    double.fault = () => null;
    await run.caughtUp();
    expect(await dumpTables(store)).toContain(`changes: ${events.length}\n`);
    expect(await readTopic(run.kafka, deadLetterTopic(run.prefix))).toHaveLength(30);
  });

  it('halts when the registry no longer has what events were written with', async () => {
    double.fault = schemasAnswer(UNKNOWN_ID);
    await publishOlder(1);
    const projector = await run.launch(env);
    expect(await projector.exited).toBe(1);
    expect(projector.log()).toContain('SCHEMA_LOST');
    expect(await readTopic(run.kafka, deadLetterTopic(run.prefix))).toEqual([]);
  });

  it("sets values of others' schemas aside, whatever their kind, and goes on", async () => {
    const events = simulateTasks(random, 10, 5);
    const draft = 'https://json-schema.org/draft/2020-12/schema';
    const foreign = [
      { schemaType: 'JSON', schema: JSON.stringify({ $schema: draft, type: 'object' }) },
      { schemaType: 'PROTOBUF', schema: 'syntax = "proto3"; message M { int32 a = 1; }' },
      {
        schema: JSON.stringify({
          type: 'record',
          name: 'A',
          fields: [{ name: 'a', type: ['string', 'null'], default: null }],
        }),
      },
    ];
    for (const schema of foreign) {
      const id = await registerForeign(`foreign ${schema.schemaType ?? 'AVRO'}`, schema);
      const value = Buffer.concat([prefixOf(id), Buffer.from('7b7d', 'hex')]);
      await run.publishRecords([{ topic: run.topic, key: 'k', value, headers: {} }]);
    }
    await run.publish(events);
    await run.start(env);
    await run.caughtUp();
    expect(await dumpTables(store)).toContain(`changes: ${events.length}\n`);
    const letters = await readTopic(run.kafka, deadLetterTopic(run.prefix));
    expect(letters.map(({ headers }) => headers['reason'])).toEqual(
      foreign.map(() => 'UNDECODABLE'),
    );
  });
});

describe('SCHEMA_REGISTRY_URL', () => {
  it.each([
    ['', ''],
    ['/', ''],
    ['/apis', '/apis/ccompat/v7'],
  ])('with the path %j is named with the likely right one', async (path) => {
    const options = { registryUrl: new URL(registryUrl).origin + path };
    for (const act of [planChangeEvent, registerChangeEvent, openEventCodec]) {
      await expect(act(options)).rejects.toMatchObject({
        code: 'CONFIG_INVALID',
        message: expect.stringContaining(`${registryUrl} answers as one`) as string,
      });
    }
  });

  it('is not blamed while a proxy answers 404 everywhere', async () => {
    double.fault = () => HTML_404;
    for (const act of [planChangeEvent, registerChangeEvent, openEventCodec]) {
      await expect(act({ registryUrl: double.url })).rejects.toMatchObject({
        code: 'REGISTRY_UNAVAILABLE',
        message: expect.stringContaining('not a schema registry') as string,
      });
    }
  });

  it('gives the credentials that are set to every request', async () => {
    const auth = { username: 'reader', password: new Secret('p@ss:word') };
    const options = { registryUrl: double.url, auth };
    const codec = await openEventCodec(options);
    await codec.prepare([Buffer.concat([prefixOf(0x7fffffff), Buffer.from([0])])]);
    await planChangeEvent(options);
    const pair = Buffer.from('reader:p@ss:word').toString('base64');
    expect([...double.credentials]).toEqual([`Basic ${pair}`]);
  });
});

async function registerForeign(subject: string, schema: object): Promise<number> {
  const url = `${registryUrl}/subjects/${encodeURIComponent(subject + seed)}/versions`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/vnd.schemaregistry.v1+json' },
    body: JSON.stringify(schema),
  });
  if (!response.ok) throw new Error(`register ${subject}: ${await response.text()}`);
  return ((await response.json()) as { id: number }).id;
}

function prefixOf(id: number): Buffer {
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(id, 1);
  return prefix;
}
