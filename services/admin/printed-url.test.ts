import { expect, test } from 'vitest';

import { withoutPassword } from './printed-url.ts';

test.each([
  ['postgres://user:hunter2@db:5432/store', 'postgres://user:***@db:5432/store'],
  ['postgres://user:p%40ss@db/store', 'postgres://user:***@db/store'],
  ['postgres://db/store?user=u&password=hunter2', 'postgres://db/store?user=u&password=***'],
  ['postgres://user@db/store?sslmode=require', 'postgres://user@db/store?sslmode=require'],
])('%s is shown as %s', (url, shown) => {
  expect(withoutPassword(url)).toBe(shown);
});
