/**
 * `history_up_to`: up to when every row of the journal is in the log, one watermark for all types
 * because the journal is one stream. Its ends are those of the topics that rows went to.
 */
import { hasReaction } from '../core/errors.ts';
import { microsOf, minus, plus } from '../core/units.ts';
import type { Micros, Millis } from '../core/units.ts';
import type { LeaseTerm } from '../source/lease/leased-loop.ts';
import { topicOf } from '../source/log/topic-name.ts';
import { databaseNow } from '../source/promises/database-now.ts';
import { endsOf, moveWatermark, readWatermark } from '../source/promises/watermarks.ts';
import type { Watermark } from '../source/promises/watermarks.ts';
import { CAPTURED_OBJECT_CODES } from '../workfront/catalogue/catalogue.ts';
import type { JournalParts } from './journal-reading.ts';

type Offsets = Watermark['ends'][string];

const CAPTURED: ReadonlySet<string> = new Set(CAPTURED_OBJECT_CODES);
/** Under which the watermark of the whole journal stands. */
const JOURNAL_TYPE = 'JRNLE';

export class HistoryMark {
  readonly #term: LeaseTerm;
  readonly #parts: Pick<JournalParts, 'pool' | 'kafka' | 'topicPrefix'>;
  readonly #ends = new Map<string, Watermark['ends']>();
  /** At first all of them: what a process before this one wrote lies there too. */
  readonly #touched: Set<string>;

  constructor(term: LeaseTerm, parts: Pick<JournalParts, 'pool' | 'kafka' | 'topicPrefix'>) {
    this.#term = term;
    this.#parts = parts;
    this.#touched = new Set([...CAPTURED_OBJECT_CODES, ''].map((one) => this.#topicOf(one)));
  }

  touch(objCodes: Iterable<string>): void {
    for (const objCode of objCodes) this.#touched.add(this.#topicOf(objCode));
  }

  /** When the last poll that looked back the whole overlap began to ask; null before the first. */
  async lastAsked(overlapMs: Millis): Promise<Micros | null> {
    const { pool } = this.#parts;
    const upTo = await this.#term.again(() => readWatermark(pool, JOURNAL_TYPE, 'history'));
    return upTo === null ? null : plus(upTo, microsOf(overlapMs));
  }

  /**
   * After a poll that looked back the whole overlap and came to the end of the journal.
   * @param began by the server's clock, when the poll put its first question; null: unknown
   */
  async move(began: Micros | null, overlapMs: Millis): Promise<void> {
    if (began === null) return;
    const { pool } = this.#parts;
    const { again, lease } = this.#term;
    const asked = await again(() => databaseNow(pool));
    if (!(await this.#lookUpEnds())) return;
    const ends = Object.fromEntries([...this.#ends.values()].flatMap(Object.entries<Offsets>));
    const upTo = minus(began, microsOf(overlapMs));
    const mark = { objCode: JOURNAL_TYPE, kind: 'history', upTo, ends, asked } as const;
    await again(() => moveWatermark(pool, lease, mark)); // Law 2
  }

  /** False where Kafka is away: the journal is read on, and the next move finds them. */
  async #lookUpEnds(): Promise<boolean> {
    const { kafka } = this.#parts;
    try {
      for (const topic of [...this.#touched]) {
        this.#ends.set(topic, await endsOf(kafka.admin(), topic));
        this.#touched.delete(topic);
      }
      return true;
    } catch (error) {
      if (!hasReaction(error, 'retry')) throw error;
      return false;
    }
  }

  #topicOf(objCode: string): string {
    return topicOf(this.#parts.topicPrefix, objCode, CAPTURED);
  }
}
