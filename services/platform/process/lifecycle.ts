/**
 * A process's life: start, run until a signal or a fatal error, then drain in reverse order (Law
 * 8).
 */
import type { Clock } from '../../core/clock.ts';
import { systemClock } from '../../core/clock.ts';
import { exitCodeOf } from '../../core/errors.ts';
import type { Millis } from '../../core/units.ts';
import { createLogger } from './logger.ts';
import type { Logger, LogLevel } from './logger.ts';

export interface Scope {
  /** Aborts when the process begins to drain. Every loop takes it. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
  /**
   * Registers what was opened, at once; closed in reverse order, each awaited, all tried. A loop is
   * owned as well, after what it uses: `own('loop', running, (one) => one)`.
   */
  own<T>(name: string, resource: T, close: (resource: T) => Promise<void>): T;
  /** Ends the process: drains, then exits with the error's exit code. The first error wins. */
  fail(error: unknown): void;
  /** Ends a process that has done its job: drains, then exits. */
  finish(exitCode: number): void;
}

export interface ProcessOptions {
  readonly shutdownTimeoutMs?: Millis;
  readonly logLevel?: LogLevel;
  readonly logger?: Logger;
  /** Drain when this process is no longer our parent, so that nothing is orphaned. */
  readonly parentPid?: number | undefined;
  readonly clock?: Clock;
}

/**
 * Runs `start`; the process then lives until SIGTERM, SIGINT, `scope.fail` or the parent's death. A
 * `start` that returns keeps running what it owns; one that rejects ends the process with
 * `exitCodeOf` its error. First signal: drain within `shutdownTimeoutMs`. Second signal: exit now
 * with 128+n.
 */
export function runProcess(
  service: string,
  start: (scope: Scope) => Promise<void>,
  options: ProcessOptions = {},
): void {
  const logger = options.logger ?? createLogger(service, { level: options.logLevel ?? 'info' });
  const clock = options.clock ?? systemClock;
  const life = new Life(service, logger, clock, options.shutdownTimeoutMs ?? 10_000);
  for (const [name, number] of SIGNALS) {
    process.on(name, () => {
      if (life.ending) process.exit(128 + number);
      life.end(name, 0);
    });
  }
  // A programmer's error: the state is unknown, so nothing more is written. kill -9 is survivable
  // (Law 8).
  process.on('uncaughtException', (error) => die(logger, error));
  process.on('unhandledRejection', (error) => die(logger, error));
  if (options.parentPid !== undefined) watchParent(life, clock, options.parentPid);
  logger.info({ pid: process.pid }, 'starting');
  life.started = Promise.resolve()
    .then(() => start(life))
    .catch((error: unknown) => {
      // Work that stops because the process drains is not a failure.
      if (!life.signal.aborted) life.fail(error);
    });
}

const SIGNALS = [
  ['SIGTERM', 15],
  ['SIGINT', 2],
  ['SIGHUP', 1],
] as const;

interface Owned {
  readonly name: string;
  readonly close: () => Promise<void>;
}

class Life implements Scope {
  readonly #aborter = new AbortController();
  readonly #owned: Owned[] = [];
  readonly #service: string;
  readonly #clock: Clock;
  readonly #shutdownTimeoutMs: Millis;
  readonly logger: Logger;
  ending = false;
  started: Promise<void> = Promise.resolve();

  constructor(service: string, logger: Logger, clock: Clock, shutdownTimeoutMs: Millis) {
    this.#service = service;
    this.logger = logger;
    this.#clock = clock;
    this.#shutdownTimeoutMs = shutdownTimeoutMs;
  }

  get signal(): AbortSignal {
    return this.#aborter.signal;
  }

  own<T>(name: string, resource: T, close: (resource: T) => Promise<void>): T {
    this.#owned.push({ name, close: () => close(resource) });
    return resource;
  }

  fail(error: unknown): void {
    if (this.ending) {
      this.logger.warn({ error }, 'another error while ending');
      return;
    }
    this.logger.error({ error }, 'failed');
    this.end('failure', exitCodeOf(error));
  }

  finish(exitCode: number): void {
    this.end('done', exitCode);
  }

  end(reason: string, exitCode: number): void {
    if (this.ending) return;
    this.ending = true;
    this.logger.info({ reason }, 'draining');
    this.#aborter.abort(new Error(`${this.#service} is draining: ${reason}`));
    void this.#drain(exitCode);
  }

  async #drain(exitCode: number): Promise<void> {
    const closing = this.#closeAll();
    const late = new AbortController();
    const timedOut = this.#clock.sleep(this.#shutdownTimeoutMs, late.signal).then(
      () => 'late' as const,
      () => 'in time' as const,
    );
    const result = await Promise.race([closing, timedOut]);
    late.abort();
    if (result === 'late') {
      this.logger.error({ shutdownTimeoutMs: this.#shutdownTimeoutMs }, 'did not drain in time');
      process.exit(exitCode || 1);
    }
    this.logger.info({ exitCode: exitCode || result }, 'stopped');
    process.exit(exitCode || Number(result));
  }

  /** 0 when everything closed, 1 when something did not. */
  async #closeAll(): Promise<0 | 1> {
    let result: 0 | 1 = 0;
    for (let owned = this.#owned.pop(); owned; owned = this.#owned.pop()) {
      try {
        await owned.close();
      } catch (error) {
        result = 1;
        this.logger.error({ error, resource: owned.name }, 'closing failed');
      }
    }
    // `start` may have opened more while we were closing.
    await this.started;
    return this.#owned.length === 0 ? result : this.#closeAll();
  }
}

function die(logger: Logger, error: unknown): never {
  logger.error({ error }, 'a programming error ended the process');
  process.exit(1);
}

/** The kernel gives an orphan a new parent; nothing tells the orphan, so it looks. */
function watchParent(life: Life, clock: Clock, parentPid: number): void {
  const watch = async (): Promise<void> => {
    while (process.ppid === parentPid) await clock.sleep(PARENT_POLL_MS, life.signal);
    life.end('the parent process is gone', 0);
  };
  watch().catch(() => {
    // Only the drain itself ends the wait.
  });
}

const PARENT_POLL_MS = 500;
