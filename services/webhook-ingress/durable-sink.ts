/** Where a delivery becomes durable, and what it is answered with. */
import type { ParkCode } from '../source/log/translation.ts';
import type { DeliveredBody } from './acceptance.ts';
import type { EventID } from '../core/units.ts';

/** One of the two is null: it is an event, or it is parked. */
export interface Kept {
  readonly eventID: EventID | null;
  readonly parked: ParkCode | null;
}

/** On all in-sync replicas (log-sink.ts), or fsynced here until it is (spool/spooling-sink.ts). */
export interface DurableSink {
  /**
   * Resolves when the delivery is durable (Law 1). Throws RefusedRequest for what only the sender
   * can mend.
   */
  keep(delivered: DeliveredBody): Promise<Kept>;
}
