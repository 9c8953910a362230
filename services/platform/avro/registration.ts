/** Writes schemas to the registry; used by `admin` alone. */
import { PipelineError } from '../../core/errors.ts';
import { CHANGE_EVENT_SUBJECT, changeEventSchema } from './event-codec.ts';
import { registryClient } from './registry-client.ts';
import type { RegistryOptions } from './registry-client.ts';

export const COMPATIBILITY = 'BACKWARD_TRANSITIVE';

/** What `registerChangeEvent` would do. */
export interface SchemaPlan {
  readonly subject: string;
  /** The id under which exactly this schema is registered; null when it is not yet. */
  readonly id: number | null;
  readonly versions: number;
  /** The subject's own setting; null when it has none. */
  readonly compatibility: string | null;
  /**
   * Whether every event ever written can be read with today's schema, as the registry sees it (Law
   * 6).
   */
  readonly compatible: boolean;
}

export async function planChangeEvent(
  options: RegistryOptions,
  schema: string = changeEventSchema(),
): Promise<SchemaPlan> {
  const registry = registryClient(options);
  const versions = await registry.get<number[]>(`/subjects/${SUBJECT}/versions`);
  const found = await registry.post<{ id: number }>(`/subjects/${SUBJECT}`, { schema });
  const level = await registry.get<{ compatibilityLevel: string }>(`/config/${SUBJECT}`);
  return {
    subject: CHANGE_EVENT_SUBJECT,
    id: found?.id ?? null,
    versions: versions?.length ?? 0,
    compatibility: level?.compatibilityLevel ?? null,
    compatible: found !== null || versions === null || (await checkCompatibility(options, schema)),
  };
}

/** Asks the registry; true as well when nothing is registered yet. */
export async function checkCompatibility(
  options: RegistryOptions,
  schema: string = changeEventSchema(),
): Promise<boolean> {
  const path = `/compatibility/subjects/${SUBJECT}/versions`;
  const answer = await registryClient(options).post<{ is_compatible: boolean }>(path, { schema });
  return answer?.is_compatible ?? true;
}

/**
 * Sets the rule, then registers; doing it again changes nothing. SCHEMA_INCOMPATIBLE when refused.
 */
export async function registerChangeEvent(
  options: RegistryOptions,
  schema: string = changeEventSchema(),
): Promise<number> {
  const registry = registryClient(options);
  await registry.put(`/config/${SUBJECT}`, { compatibility: COMPATIBILITY });
  const answer = await registry.post<{ id: number }>(`/subjects/${SUBJECT}/versions`, { schema });
  // A registry may know no rule for a subject before its first version.
  await registry.put(`/config/${SUBJECT}`, { compatibility: COMPATIBILITY });
  if (answer) return answer.id;
  throw new PipelineError('REGISTRY_UNAVAILABLE', 'The registry has no place for schemas.', {
    registry: new URL(options.registryUrl).host,
  });
}

const SUBJECT = encodeURIComponent(CHANGE_EVENT_SUBJECT);
