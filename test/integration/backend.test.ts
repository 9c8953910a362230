import { expect, test } from 'vitest';

import { openKafka } from '../../services/platform/kafka/kafka.ts';
import { createLogger } from '../../services/platform/process/logger.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import { planChangeEvent } from '../../services/platform/avro/registration.ts';
import { eventually } from '../support/eventually.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { freshPrefix, restartServer, sharedStack } from '../support/shared-stack.ts';

test('a killed broker comes back with its topics', async () => {
  const logger = createLogger('test', { level: 'silent' });
  const brokers = sharedStack().kafkaBrokers;
  const kafka = openKafka({ brokers, clientId: 'test', logger });
  const topic = `${freshPrefix()}.task.changes`;
  await kafka.admin().createTopics([{ topic, partitions: 3, replicationFactor: 1, configs: {} }]);
  await restartServer('kafka', 'kill');
  const partitions = await eventually(async () => (await kafka.partitionsOf([topic])).get(topic), {
    what: 'the topic is there after the restart',
  });
  expect(partitions).toBe(3);
  await kafka.close();
});

test('a killed Postgres comes back with what was committed', async () => {
  const database = await freshDatabase();
  const pool = openPool({ url: database.url, max: 1, applicationName: 'test' });
  await pool.query('create table kept (number bigint)');
  await pool.query('insert into kept values (1)');
  await restartServer('postgres', 'kill');
  const rows = await eventually(async () => (await pool.query('select number from kept')).rows, {
    what: 'the table can be read after the restart',
  });
  expect(rows).toEqual([{ number: 1n }]);
  await pool.close();
  await database.drop();
});

test('the registry knows its schemas after a restart', async () => {
  const { registryUrl } = sharedStack();
  const before = await planChangeEvent({ registryUrl });
  await restartServer('registry');
  expect(before.id).not.toBeNull();
  expect(await planChangeEvent({ registryUrl })).toEqual(before);
});

test('a connection that a test leaves open fails the test', async () => {
  const database = await freshDatabase();
  const leaked = openPool({ url: database.url, max: 1, applicationName: 'forgotten' });
  await leaked.query('select 1');
  await expect(database.drop()).rejects.toThrow(/leaked 1 connections.*forgotten/);
  await leaked.close();
});
