// What was set aside can be listed, shown, handed in again and dismissed, whatever it is.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openKafka } from '../../services/platform/kafka/kafka.ts';
import type { Kafka, LogRecord } from '../../services/platform/kafka/kafka.ts';
import { openPublisher } from '../../services/platform/kafka/publisher.ts';
import type { Publisher } from '../../services/platform/kafka/publisher.ts';
import { createLogger } from '../../services/platform/process/logger.ts';
import { deadLetter } from '../../services/source/letters/dead-letters.ts';
import { changesTopic, deadLetterTopic } from '../../services/source/log/topic-name.ts';
import { runHere } from '../support/command-line.ts';
import type { CommandOutcome } from '../support/command-line.ts';
import { openForeignProducer } from '../support/foreign-producer.ts';
import {
  closeStore,
  endWell,
  metricBecomes,
  openRun,
  openStore,
} from '../support/projector-run.ts';
import { readTopic } from '../support/read-log.ts';
import { freshPrefix, sharedStack } from '../support/shared-stack.ts';

let kafka: Kafka;
let publisher: Publisher;
let prefix = '';
let topic = '';

beforeEach(async () => {
  const { kafkaBrokers: brokers } = sharedStack();
  const logger = createLogger('test', { level: 'silent' });
  kafka = openKafka({ brokers, clientId: 'dead-letters', logger });
  publisher = openPublisher(kafka);
  prefix = freshPrefix();
  topic = deadLetterTopic(prefix);
  // Any time at all, as a broker allows whose operator lets it.
  const configs = {
    'max.message.bytes': '16777216',
    'message.timestamp.after.max.ms': '9223372036854775807',
  };
  const common = { partitions: 1, replicationFactor: 1, configs };
  const changes = changesTopic(prefix, 'TASK');
  await kafka.admin().createTopics([
    { topic, ...common },
    { topic: changes, ...common },
  ]);
});

afterEach(async () => {
  await publisher.close();
  await kafka.close();
});

function command(...args: readonly string[]): Promise<CommandOutcome> {
  const env = {
    KAFKA_BROKERS: sharedStack().kafkaBrokers.join(','),
    TOPIC_PREFIX: prefix,
    WORKFRONT_CDC_DATA_DIR: '/nonexistent',
  };
  return runHere(env, 'dead-letters', ...args);
}

async function setAside(service: string, value: string, source: Record<string, string> = {}) {
  const bytes = Buffer.from(value);
  const letter = { topic, reason: 'UNDECODABLE', message: 'no', bytes, source } as const;
  await publisher.publish(deadLetter({ ...letter, service }));
}

/** Whose headers are those of a letter, whatever is odd about it. */
function headersOf(service: string): Readonly<Record<string, string>> {
  return { reason: 'UNDECODABLE', message: 'odd', service };
}

describe('dead-letters', () => {
  test('odd records stop nothing: any time, key, header and value that the protocol allows', async () => {
    const producer = await openForeignProducer();
    const odd = { headers: headersOf('projector'), value: 'odd' };
    await producer.send(topic, [
      { ...odd, timestamp: '9000000000000000000' },
      { ...odd, timestamp: '-9000000000000000000' },
      { ...odd, key: Buffer.from([0, 255, 254]) },
      { ...odd, value: null },
      { value: null },
      { value: Buffer.from([0, 159, 146]), headers: { reason: ['a', 'b'], '': '', part: '2/x' } },
      { ...odd, headers: { ...odd.headers, message: Buffer.from([27, 91, 50, 74, 255]) } },
      { ...odd, headers: { reason: 'REDRIVEN', of: 'nothing' } },
      { ...odd, headers: { ...odd.headers, 'source.topic': 'no/such', 'source.offset': '1e9' } },
      { ...odd, headers: { ...odd.headers, letter: 'x', part: '1/3' } },
    ]);
    await producer.close();
    await setAside('projector', 'ours', { topic: changesTopic(prefix, 'TASK') });
    const listed = await command('list');
    expect([listed.code, listed.stderr]).toEqual([0, '']);
    expect(listed.stdout).toMatch(/^0\/1 +-9000000000000000000 ms +projector/m);
    expect(listed.stdout.match(/^0\/\d+ /gm)).toHaveLength(10); // one is a settlement
    const json = await command('list', '--json');
    expect(
      json.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toHaveLength(10);
    for (const id of ['0/0', '0/1', '0/2', '0/3', '0/4', '0/5', '0/6', '0/8', '0/10'])
      expect(await command('show', id), id).toMatchObject({ code: 0, stderr: '' });
    expect((await command('show', '0/9')).stderr).toContain('Of the 3 parts of 0/9 1 are there');
    const redriven = await command('redrive', '--all');
    expect(redriven.code).toBe(1);
    expect(redriven.stdout).toContain('Handed in 0/10 again');
    expect(redriven.stderr).toMatch(/9 of 10 letters stay: 0\/0 0\/1 /);
  });

  test('redrive --all goes on past what cannot be handed in, and says at its end what stays', async () => {
    const changes = changesTopic(prefix, 'TASK');
    await setAside('journal-poller', '{"ID":"a"}', { path: 'JRNLE/search' });
    await setAside('webhook-ingress', '{}', { path: '/webhook/TASK' });
    await setAside('projector', 'again', { topic: changes });
    const redriven = await command('redrive', '--all');
    expect(redriven).toMatchObject({ code: 1, stdout: expect.stringContaining('0/2') as string });
    expect(redriven.stderr).toMatch(/0\/0 stays: .*backfill.*dismiss/);
    expect(redriven.stderr).toMatch(/0\/1 stays: Set WEBHOOK_URL/);
    expect(redriven.stderr).toMatch(/2 of 3 letters stay: 0\/0 0\/1\./);
    expect((await readTopic(kafka, changes)).map(({ value }) => value?.toString())).toEqual([
      'again',
    ]);

    expect(await command('dismiss', '0/0')).toMatchObject({ code: 2 });
    expect(await command('dismiss', '0/0', '--reason', ' ')).toMatchObject({ code: 2 });
    const dismissed = await command('dismiss', '0/0', '0/1', '--reason', 'read again by hand');
    expect(dismissed.stdout).toBe('Dismissed 0/0.\nDismissed 0/1.\n');
    expect((await command('list')).stdout).toMatch(/^0\/0 .*dismissed: read again by hand/m);
    expect((await command('redrive', '--all')).stdout).toBe('No letter waits.\n');
    expect((await command('show', '0/0')).stdout).toContain('{"ID":"a"}');
  });

  test('what is set aside near the limit of a record comes back byte for byte', async () => {
    const store = await openStore();
    const run = await openRun(store);
    try {
      const value = Buffer.alloc(16 * 1024 * 1024 - 200, 7);
      value.write('not an event');
      const headers = { odd: [Buffer.from([255, 0]), Buffer.from('second')], empty: '' };
      const record = { topic: run.topic, key: Buffer.from([1, 0, 255]), value, headers };
      const own = openPublisher(run.kafka);
      await own.publish([record]);
      await own.close();
      const projector = await run.start();
      await run.caughtUp();
      await metricBecomes(projector, 'workfront_cdc_parked_total', 1);
      ({ prefix } = run);
      const listed = (await command('list')).stdout.match(/^0\/\d+ /gm) ?? [];
      expect(listed).toHaveLength(1);
      const shown = await command('show', listed[0]?.trim() ?? '');
      expect([shown.code, shown.stderr.slice(0, 500)]).toEqual([0, '']);
      expect(shown.stdout).toContain(`bytes             ${value.length}`);
      expect(await command('redrive', '--all')).toMatchObject({ code: 0 });
      await run.caughtUp();
      // It fails again, and is set aside again.
      await metricBecomes(projector, 'workfront_cdc_parked_total', 2);
      await endWell(projector);
      const records = await readTopic(run.kafka, run.topic);
      expect(records).toHaveLength(2);
      for (const one of records) expectSame(one, record);
    } finally {
      await run.close();
      await closeStore(store);
    }
  });
});

function expectSame(
  found: LogRecord,
  { key, value }: { readonly key: Buffer; readonly value: Buffer },
): void {
  expect(found.key?.equals(key)).toBe(true);
  expect(found.value?.equals(value)).toBe(true);
  expect(found.rawHeaders).toEqual({
    odd: [Buffer.from([255, 0]), Buffer.from('second')],
    empty: [Buffer.from('')],
  });
}
