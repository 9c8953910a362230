/**
 * Runs a projector on the store that readers see, and after a rebuild has switched them on the next
 * one: what was in hand is written into the old store first, which stays as it is from then on.
 */
import type { Clock } from '../core/clock.ts';
import type { Readiness } from '../platform/http/ops-server.ts';
import type { Logger } from '../platform/process/logger.ts';

export interface FollowedProjector {
  start(): Promise<void>;
  stop(): Promise<void>;
  readiness(): Readiness;
  isHealthy(): boolean;
  isNearEnd(): boolean;
}

export interface FollowerOptions {
  /** The store that readers see. */
  readonly readLive: () => Promise<string>;
  /** Makes sure of the store's tables too. */
  readonly open: (store: string) => Promise<FollowedProjector>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onFailed: (error: unknown) => void;
}

export class LiveFollower {
  readonly #options: FollowerOptions;
  readonly #stop = new AbortController();
  #projector: FollowedProjector | null = null;
  #watching: Promise<void> = Promise.resolve();
  #stopped: Promise<void> | null = null;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  /** Resolves when the first projector reads. */
  async start(): Promise<void> {
    const store = await this.#options.readLive();
    await this.#run(store);
    this.#watching = this.#watch(store).catch((error: unknown) => {
      if (!this.#stop.signal.aborted) this.#options.onFailed(error);
    });
  }

  readiness(): Readiness {
    return this.#projector?.readiness() ?? { ready: false, reason: 'goes to another store' };
  }

  isHealthy(): boolean {
    return this.#projector?.isHealthy() ?? true;
  }

  /** Whether nearly everything in the log is in the tables. */
  isNearEnd(): boolean {
    return this.#projector?.isNearEnd() ?? false;
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#end();
    return this.#stopped;
  }

  async #run(store: string): Promise<void> {
    const projector = await this.#options.open(store);
    this.#projector = projector;
    await projector.start();
  }

  async #watch(first: string): Promise<void> {
    const { clock, logger, readLive } = this.#options;
    const { signal } = this.#stop;
    let store = first;
    for (;;) {
      await clock.sleep(WATCH_EVERY_MS, signal);
      // While Postgres is away the projector itself decides how long is too long.
      const live = await readLive().catch(() => store);
      if (live === store || signal.aborted) continue;
      logger.info({ from: store, to: live }, 'readers were switched to another store');
      const before = this.#projector;
      this.#projector = null;
      await before?.stop();
      store = live;
      if (!signal.aborted) await this.#run(store);
    }
  }

  async #end(): Promise<void> {
    this.#stop.abort(new Error('the projector is stopping'));
    await this.#watching;
    await this.#projector?.stop();
  }
}

const WATCH_EVERY_MS = 500;
