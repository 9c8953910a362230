/** What the projector asks of a projection. It knows neither Kafka nor who calls it. */
import type { BriefEvent } from '../../platform/avro/brief-event.ts';
import type { ChangeEvent } from '../../core/change-event.generated.ts';
import type { PipelineError } from '../../core/errors.ts';
import type { Micros, ObjID } from '../../core/units.ts';
import type { Client } from '../../platform/postgres/postgres.ts';
import type { ToldEvent } from '../../store/claims/stored-claims.ts';
import type { StoreDefinition } from '../../store/live-store.ts';
import type { LogPlace } from '../../store/log-place.ts';

/** How many rows of a batch went which way; the names are metric labels. */
export interface BatchOutcome {
  /** Put behind everything known of its object. */
  readonly appended: number;
  /** Told something about the past of its object, which was folded anew. */
  readonly refolded: number;
  /** Seen before. */
  readonly repeated: number;
  /** The latest change clock among them, by topic. */
  readonly newest: ReadonlyMap<string, Micros>;
}

/** What the process gives to each; most have no use for it. */
export interface ProjectionOptions {
  /** What each writer may remember of the tables. */
  readonly cacheBytesMax: number;
  /** Told of values that are not of the catalogue's type, and by which projection. */
  readonly onMisfits: (projection: string, count: number) => void;
}

export interface Projection<Row> {
  readonly name: string;
  /** Types whose topics it reads; null: every topic. */
  readonly objCodes: readonly string[] | null;
  /** Its tables, and the views by which readers meet them. */
  readonly store: StoreDefinition;
  /**
   * Pure. Throws a `park` error, a SyntaxError or a RangeError for an event that this projection
   * cannot take; it is then set aside.
   * @param whole reads what `event` leaves out
   */
  read(event: BriefEvent, place: LogPlace, whole: () => ChangeEvent): readonly Row[];
  /** One for each database session. */
  openWriter(): Writer<Row>;
  /** The same of a rebuild: it is handed all that there is of an object at once. */
  openBulkWriter(): BulkWriter<Row>;
  readonly kept: KeptRows<Row>;
}

/** What its tables keep of all that the log told, from which they can be made without the log. */
export interface KeptRows<Row> {
  /** Has a row for each of them, and `objid` first in its key. */
  readonly table: string;
  /**
   * Of the objects above one ID, up to and with another; null: all. Within the caller's
   * transaction, which sees the store at one instant.
   */
  read(client: Client, above: string, upTo: string | null): Promise<readonly Row[]>;
}

/** A row that is in no table, and why. */
export interface RefusedRow {
  readonly row: LogPlace & { readonly objID: ObjID };
  readonly error: PipelineError;
}

export interface BulkWriter<Row> {
  prepare(client: Client): Promise<void>;
  /** The key of the records that tell of the same object. */
  keyOf(row: Row): string;
  /**
   * Takes all rows of some objects, so few at once as the caller likes: what is kept of them until
   * they are written is less. Returns what cannot be stored: the caller notes it (Law 3).
   */
  add(rows: readonly Row[]): readonly RefusedRow[];
  /**
   * Writes what was added, within the caller's transaction, into tables without keys, in which
   * nothing is yet of these objects. Forgets what was added, also where it fails.
   */
  write(client: Client): Promise<void>;
  /**
   * What goes over many objects: once all are in and the keys are made, in a transaction of its
   * own.
   * After a kill it may come again. Left out: nothing does.
   */
  finish?(client: Client): Promise<void>;
}

/** `careful`: nothing that is remembered counts, since something was not as it should be. */
export type Trust = 'trusting' | 'careful';

export interface Writer<Row> {
  /** Temp tables and settings of a new session; outside a transaction. */
  prepare(client: Client): Promise<void>;
  /**
   * Which of them the tables have from the very place where they stand: they would change nothing.
   * Asked within the caller's transaction, in a replay. Left out: that cannot be told.
   */
  alreadyFrom?(client: Client, told: readonly ToldEvent[]): Promise<ReadonlySet<ToldEvent>>;
  /** Takes some rows of the batch, within the caller's transaction. */
  add(client: Client, rows: readonly Row[], trust: Trust): Promise<void>;
  /** Writes what was added, within the same transaction. */
  flush(client: Client): Promise<BatchOutcome>;
  /** The transaction is durable: what it taught may be remembered. */
  committed(): void;
  /**
   * Partitions came or went, or a transaction failed: forgets what was added, and what is known of
   * the tables.
   */
  forget(): void;
}
