import { expect, test } from 'vitest';
import { createHttpServer } from './server.ts';

test('a body arrives as the text that was sent, whatever its media type', async () => {
  const app = createHttpServer({ bodyBytesMax: 100 });
  app.post('/', (request, reply) => reply.send({ body: request.body ?? null }));
  for (const type of ['application/json', 'text/plain', 'application/x-strange', undefined]) {
    const response = await app.inject({
      method: 'POST',
      url: '/',
      payload: '{"a": 1.10}',
      ...(type !== undefined && { headers: { 'content-type': type } }),
    });
    expect(response.json(), String(type)).toEqual({ body: '{"a": 1.10}' });
  }
});

test('a body that is too long is answered 413', async () => {
  const app = createHttpServer({ bodyBytesMax: 10 });
  app.post('/', (_request, reply) => reply.send('never'));
  const response = await app.inject({
    method: 'POST',
    url: '/',
    payload: 'x'.repeat(11),
    headers: { 'content-type': 'application/json' },
  });
  expect(response.statusCode).toBe(413);
});

test('an empty body is no body', async () => {
  const app = createHttpServer({ bodyBytesMax: 10 });
  app.post('/', (request, reply) => reply.send({ empty: request.body === undefined }));
  const response = await app.inject({ method: 'POST', url: '/' });
  expect(response.json()).toEqual({ empty: true });
});

test('a room that ignores paths sees all of them, decodable or not', async () => {
  const app = createHttpServer({ bodyBytesMax: 10, ignorePaths: true });
  app.get('/', (request, reply) => reply.send(request.originalUrl));
  for (const url of ['/a/b?c=%', '/%E0%A4%A', `/${'x'.repeat(5000)}`]) {
    expect((await app.inject({ method: 'GET', url })).body).toBe(url);
  }
});
