/** For how long kafkajs itself tries again, by who asks. */

/**
 * Short, so that a broker's restart costs little; whoever calls retries for as long as its own
 * deadline says.
 */
export const RETRY = {
  initialRetryTime: 100,
  maxRetryTime: 1_000,
  factor: 0.2,
  multiplier: 2,
  retries: 4,
};

/**
 * A consumer that gives up joins again as a new member, and then waits until the session of the old
 * one has run out: so it outwaits a broker's restart.
 */
export const PATIENT_RETRY = { ...RETRY, retries: 60 };

/**
 * kafkajs 2.2.4 remembers over its own retries which brokers have answered, and asks those no more:
 * a partition that moved to one of them meanwhile is acknowledged and was never written (Law 1).
 */
export const PRODUCER_RETRY = { ...RETRY, retries: 0 };
