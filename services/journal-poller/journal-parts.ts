/** What polling the journal is made of: the search, and where its rows go. */
import type { Kafka } from '../platform/kafka/kafka.ts';
import type { Pool } from '../platform/postgres/postgres.ts';
import type { Logger } from '../platform/process/logger.ts';
import type { WorkfrontClient } from '../workfront/client.ts';
import { openJournal } from './fetch.ts';
import type { JournalParts } from './journal-reading.ts';
import { publishJournal } from './publish-journal.ts';

export interface JournalWiring {
  readonly client: WorkfrontClient;
  readonly pool: Pool;
  readonly kafka: Pick<Kafka, 'admin'>;
  readonly pageRows: number;
  readonly logger: Logger;
  readonly publishing: Parameters<typeof publishJournal>[1] &
    Pick<JournalParts, 'clock' | 'metrics'>;
}

export function journalParts(wiring: JournalWiring): JournalParts {
  const { client, pool, kafka, pageRows, logger, publishing } = wiring;
  const onColumnLeftOut = (column: string): void =>
    logger.warn({ column }, 'this API version has no such journal column; it is left out');
  const { clock, metrics, topicPrefix } = publishing;
  return {
    pool,
    clock,
    metrics,
    logger,
    kafka,
    topicPrefix,
    search: (signal, onAsked) =>
      openJournal({ client, pageRows, signal, onColumnLeftOut, onAsked }),
    publish: (rows) => publishJournal(rows, publishing),
  };
}
