/** The ends of the types' topics, as long as nothing of the type has been published since. */
import type { Watermark } from '../../source/promises/watermarks.ts';

type Ends = Watermark['ends'];

export class KnownEnds {
  readonly #asked = new Map<string, Promise<Ends>>();

  /** What `ask` said last, or says now. One that was asked before a `forget` is not kept. */
  of(objCode: string, ask: () => Promise<Ends>): Promise<Ends> {
    const known = this.#asked.get(objCode);
    if (known !== undefined) return known;
    const asking = ask();
    this.#asked.set(objCode, asking);
    asking.catch(() => {
      if (this.#asked.get(objCode) === asking) this.#asked.delete(objCode);
    });
    return asking;
  }

  /** When something of the type has come to the log. */
  forget(objCode: string): void {
    this.#asked.delete(objCode);
  }
}
