/** What is to be tested of each source of the register; a new one does not compile without it. */
import type { SourceName } from '../../services/processes.ts';
import { journalPoller } from './journal-poller.ts';
import { objectPoller } from './object-poller.ts';
import { planningPoller } from './planning-poller.ts';
import type { SourceUnderTest } from './source-under-test.ts';
import { webhookIngress } from './webhook-ingress.ts';

export const SOURCES: Readonly<Record<SourceName, SourceUnderTest>> = {
  'webhook-ingress': webhookIngress,
  'journal-poller': journalPoller,
  'object-poller': objectPoller,
  'planning-poller': planningPoller,
};
