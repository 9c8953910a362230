/**
 * Every program of ours and the settings that it reads. Promises to name all of them: checks before
 * a start and the reference page come from here. Must not hold a setting of its own.
 */
import { adminSettings } from './admin/settings.ts';
import { journalPollerConfig } from './journal-poller/config.ts';
import { objectPollerConfig } from './object-poller/config.ts';
import type { z } from './platform/process/config.ts';
import { planningPollerConfig } from './planning-poller/config.ts';
import { projectorConfig } from './projector/config.ts';
import { sandboxConfig } from './sandbox/sandbox-config.ts';
import { ingressConfig } from './webhook-ingress/config.ts';

export interface ProgramSettings {
  readonly program: string;
  readonly schema: z.ZodObject;
}

/** In the order in which their settings are explained. */
export const PROCESS_SETTINGS: readonly ProgramSettings[] = [
  { program: 'webhook-ingress', schema: ingressConfig },
  { program: 'journal-poller', schema: journalPollerConfig },
  { program: 'object-poller', schema: objectPollerConfig },
  { program: 'planning-poller', schema: planningPollerConfig },
  { program: 'projector', schema: projectorConfig },
  { program: 'sandbox', schema: sandboxConfig },
];

export const ALL_SETTINGS: readonly ProgramSettings[] = [
  ...PROCESS_SETTINGS,
  { program: 'workfront-cdc', schema: adminSettings },
];
