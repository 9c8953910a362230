/** What kafkajs says, as lines of the logger. */
import kafkajs from 'kafkajs';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../process/logger.ts';

const REPEAT_AFTER_MS = 30_000;

/**
 * kafkajs calls errors what it then retries, says them several times a second while a broker is
 * away, and calls information what is its inner life.
 */
export function logTo(logger: Logger, clock: Clock): (entry: kafkajs.LogEntry) => void {
  const saidAtMs = new Map<string, number>();
  return ({ level, namespace, log }) => {
    const { message } = log;
    const about: Record<string, unknown> = { kafkajs: namespace };
    for (const name of CONTEXT) if (log[name] !== undefined) about[name] = log[name];
    const loud = level === kafkajs.logLevel.ERROR || level === kafkajs.logLevel.WARN;
    const nowMs = clock.monotonicMs();
    if (!loud || nowMs < (saidAtMs.get(message) ?? -Infinity) + REPEAT_AFTER_MS) {
      logger.debug(about, message);
      return;
    }
    if (saidAtMs.size >= 100) saidAtMs.clear();
    saidAtMs.set(message, nowMs);
    logger.warn(about, message);
  };
}

const CONTEXT = ['error', 'broker', 'groupId', 'topic', 'partition'];
