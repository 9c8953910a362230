/**
 * Every service of ours and the settings that it reads; the command line adds its own
 * (admin/settings.ts). Checks before a start and the reference page come from here. Must not hold a
 * setting of its own.
 */
import { journalPollerConfig } from './journal-poller/config.ts';
import { objectPollerConfig } from './object-poller/config.ts';
import type { z } from './platform/process/config.ts';
import { planningPollerConfig } from './planning-poller/config.ts';
import type { ServiceName } from './processes.ts';
import { projectorConfig } from './projector/config.ts';
import { sandboxConfig } from './sandbox/sandbox-config.ts';
import { ingressConfig } from './webhook-ingress/config.ts';

/** In the order in which their settings are explained; each service of the register is here. */
export const SERVICE_SETTINGS: Readonly<Record<ServiceName, z.ZodObject>> = {
  'webhook-ingress': ingressConfig,
  'journal-poller': journalPollerConfig,
  'object-poller': objectPollerConfig,
  'planning-poller': planningPollerConfig,
  projector: projectorConfig,
  sandbox: sandboxConfig,
};
