/**
 * Which event subscriptions there should be, from a file; without one, all events of every type
 * that can be subscribed to. Each type has a URL of its own, because Workfront's breaker is per URL
 * (reference B.2): one type that fails must not silence the others.
 */
import { readFileSync } from 'node:fs';
import { PipelineError } from '../../core/errors.ts';
import type { JsonValue } from '../../core/json.ts';
import { z } from '../../platform/process/config.ts';
import { SUBSCRIBABLE_OBJECT_CODES } from '../../workfront/catalogue/catalogue.ts';
import type { WantedSubscription } from '../../workfront/subscription-client.ts';
import { webhookBase } from '../../workfront/subscription-plan.ts';

const json: z.ZodType<JsonValue> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(json),
    z.record(z.string(), json),
  ]),
);
const events = z.array(z.enum(['CREATE', 'UPDATE', 'DELETE'])).min(1);
const settings = {
  version: z.enum(['v1', 'v2']),
  base64: z.boolean(),
  filters: z.array(json).max(10),
  filterConnector: z.enum(['AND', 'OR']),
};

const type = z.strictObject({
  objCode: z.enum(SUBSCRIBABLE_OBJECT_CODES, {
    error: `must be one of ${SUBSCRIBABLE_OBJECT_CODES.join(', ')}`,
  }),
  events: events.optional(),
  /** In place of `<WEBHOOK_PUBLIC_URL>/webhook/<objCode>`. */
  url: z.url().optional(),
  version: settings.version.optional(),
  base64: settings.base64.optional(),
  filters: settings.filters.default([]),
  filterConnector: settings.filterConnector.default('AND'),
});

const file = z.strictObject({
  events: events.default(['CREATE', 'UPDATE', 'DELETE']),
  version: settings.version.default('v2'),
  base64: settings.base64.default(false),
  /** Without it, or `all`: every type. */
  types: z.preprocess((value) => (value === 'all' ? undefined : value), z.array(type).optional()),
});

/** CONFIG_INVALID for a file that cannot be used, with every problem of it. */
export function wantedSubscriptions(publicUrl: string, path?: string): WantedSubscription[] {
  const { types, ...common } = path === undefined ? file.parse({}) : readFile(path);
  const listed = types ?? SUBSCRIBABLE_OBJECT_CODES.map((objCode) => type.parse({ objCode }));
  const base = webhookBase(publicUrl);
  return listed.flatMap((one) =>
    (one.events ?? common.events).map((eventType) => ({
      objCode: one.objCode,
      eventType,
      url: one.url ?? base + one.objCode,
      version: one.version ?? common.version,
      base64: one.base64 ?? common.base64,
      filters: one.filters,
      filterConnector: one.filterConnector,
    })),
  );
}

function readFile(path: string): z.infer<typeof file> {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw unusable(path, ['cannot be read as JSON'], error);
  }
  const result = file.safeParse(read);
  if (result.success) return result.data;
  throw unusable(
    path,
    result.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`),
  );
}

function unusable(path: string, problems: readonly string[], cause?: unknown): PipelineError {
  return new PipelineError(
    'CONFIG_INVALID',
    `The file of subscriptions ${path} is not usable:\n  ${problems.join('\n  ')}`,
    { path },
    cause,
  );
}
