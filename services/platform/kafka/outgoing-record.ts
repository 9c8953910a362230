/** Any record that Kafka can hold, before it has a partition. */
export interface RawRecord {
  readonly topic: string;
  /** Null: any partition. */
  readonly key: string | Buffer | null;
  readonly value: Buffer | null;
  readonly headers: RecordHeaders;
}

/** One that we make. */
export interface OutgoingRecord extends RawRecord {
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Bytes, or text as UTF-8; a list where a name is repeated. */
export type RecordHeaders = Readonly<Record<string, HeaderValue | readonly HeaderValue[]>>;
type HeaderValue = string | Buffer;

/** Of one record, as our topics take it (infra/kafka/topics.json), with room for its batch. */
export const RECORD_BYTES_MAX = 16 * 1024 * 1024 - 4 * 1024;
