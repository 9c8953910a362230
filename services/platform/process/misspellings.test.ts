import { expect, test } from 'vitest';

import { misspellings } from './misspellings.ts';

const NAMES = ['WEBHOOK_TOKEN', 'WORKFRONT_API_KEY', 'KAFKA_BROKERS', 'OPS_PORT', 'DATABASE_URL'];

test.each([
  ['WEBHOOK_TOKENN', 'WEBHOOK_TOKEN'],
  ['WEBHOK_TOKEN', 'WEBHOOK_TOKEN'],
  ['WORKFRONT_APIKEY', 'WORKFRONT_API_KEY'],
  ['workfront_api_key', 'WORKFRONT_API_KEY'],
  ['KAFKA_BROKER', 'KAFKA_BROKERS'],
  ['DATABASE_URI', 'DATABASE_URL'],
])('%s is taken for %s', (given, meant) => {
  expect(misspellings({ [given]: 'x' }, NAMES)).toEqual([{ given, meant }]);
});

test.each([
  'WEBHOOK_TOKEN',
  'HOME',
  'KAFKA_HEAP_OPTS',
  'OPS_HOST',
  'KAFKA_BROKER_SERVICE_HOST',
  'WEBHOOK_PORT_8080_TCP_ADDR',
])('%s is nobody’s mistake', (given) => {
  expect(misspellings({ [given]: 'x' }, NAMES)).toEqual([]);
});

test('a port is a mistake, the address of a service of Kubernetes is none', () => {
  expect(misspellings({ OPSS_PORT: '80' }, NAMES)).toHaveLength(1);
  expect(misspellings({ OPSS_PORT: 'tcp://10.0.0.1:80' }, NAMES)).toEqual([]);
});

test('a name beside the right one belongs to another program', () => {
  expect(misspellings({ KAFKA_BROKER: 'a', KAFKA_BROKERS: 'b:1' }, NAMES)).toEqual([]);
});
