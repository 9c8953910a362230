import { expect, test } from 'vitest';
import { readConfig, secret, z } from './config.ts';
import { fillFromFiles } from './secret-files.ts';

const files: Readonly<Record<string, string>> = { '/run/token': 's3cret\n', '/run/empty': '' };

function read(path: string): string {
  const text = files[path];
  if (text === undefined) throw new Error('ENOENT');
  return text;
}

test('a secret comes from the file that its variable with _FILE names', () => {
  const { env, problems } = fillFromFiles({ WEBHOOK_TOKEN_FILE: '/run/token', A: 'a' }, read);
  expect(env).toMatchObject({ WEBHOOK_TOKEN: 's3cret', A: 'a' });
  expect(problems).toEqual([]);
});

test('a file that is no secret stays a file, and an empty variable is none', () => {
  const given = { SANDBOX_DATA_FILE: '/run/token', WEBHOOK_TOKEN: '', WEBHOOK_TOKEN_FILE: '' };
  expect(fillFromFiles(given, read)).toEqual({ env: given, problems: [] });
});

test('what cannot be read, is empty, or is there twice, is told without the secret', () => {
  const { problems } = fillFromFiles(
    {
      A_TOKEN_FILE: '/run/none',
      B_PASSWORD_FILE: '/run/empty',
      C_SECRET_FILE: '/run/token',
      C_SECRET: 'x',
    },
    read,
  );
  expect(problems.map(({ variable }) => variable)).toEqual(
    'A_TOKEN_FILE B_PASSWORD_FILE C_SECRET_FILE'.split(' '),
  );
  expect(JSON.stringify(problems)).not.toContain('s3cret');
});

test('the configuration tells such a file among all its problems', () => {
  const schema = z.object({ WEBHOOK_TOKEN: secret, PORT: z.string() });
  expect(() => readConfig(schema, { WEBHOOK_TOKEN_FILE: '/nonexistent/token' })).toThrow(
    /WEBHOOK_TOKEN_FILE: names a file that cannot be read.*WEBHOOK_TOKEN: is missing.*PORT/s,
  );
});
