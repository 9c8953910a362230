/** A record for Kafka, before it has a partition. */
export interface OutgoingRecord {
  readonly topic: string;
  /** Null: any partition. */
  readonly key: string | null;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}
