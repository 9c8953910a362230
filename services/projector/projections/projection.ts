/** What the projector asks of a projection. It knows neither Kafka nor who calls it. */
import type { BriefEvent } from '../../platform/avro/brief-event.ts';
import type { Micros } from '../../core/change-event.generated.ts';
import type { Client } from '../../platform/postgres/postgres.ts';

/** Where an event stands in the log. */
export interface LogPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

/** How many events of a batch went which way; the names are metric labels. */
export interface Outcome {
  /** Put behind everything known of its object. */
  readonly appended: number;
  /** Told something about the past of its object, which was folded anew. */
  readonly refolded: number;
  /** Seen before. */
  readonly repeated: number;
  /** The latest change clock among them; 0 where there is none. */
  readonly newestChange: Micros;
}

export interface Projection<Row> {
  readonly name: string;
  /** DDL that may run again, with search_path at the store's schema. */
  readonly schemaSql: string;
  /**
   * Pure. Throws a `park` error, a SyntaxError or a RangeError for an event that this projection
   * cannot take; it is then set aside.
   */
  read(event: BriefEvent, place: LogPlace): Row;
  /** One for each database session. */
  openWriter(): Writer<Row>;
}

export interface Writer<Row> {
  /** Temp tables and settings of a new session; outside a transaction. */
  prepare(client: Client): Promise<void>;
  /**
   * Takes some rows of the batch, within the caller's transaction.
   * @param careful trust nothing that is remembered: something was not as it should be
   */
  add(client: Client, rows: readonly Row[], careful: boolean): Promise<void>;
  /** Writes what was added, within the same transaction. */
  flush(client: Client): Promise<Outcome>;
  /** The transaction is durable: what it taught may be remembered. */
  committed(): void;
  /**
   * Partitions came or went, or a transaction failed: forgets what was added, and what is known of
   * the tables.
   */
  forget(): void;
}
