import { expect, test } from 'vitest';

import { tenantOf } from './tenant.ts';

test('a tenant is known by its address, without what may follow it', () => {
  expect(tenantOf({ WORKFRONT_URL: 'https://Acme.my.workfront.com/' })).toEqual({
    address: 'https://acme.my.workfront.com',
    customerID: null,
  });
});

test.each(['http://127.0.0.1:4000', 'http://localhost:31234', 'http://[::1]:80'])(
  'a local Workfront stays the same when its port changes: %s',
  (url) => {
    expect(tenantOf({ WORKFRONT_URL: url }).address).toBe('a local Workfront');
  },
);
