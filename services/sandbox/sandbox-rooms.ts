/** The sandbox's rooms, wired; what handlers are given. */
import type { JsonValue } from '../core/json.ts';
import type { Access } from './tenant/access.ts';
import type { OAuthGrants } from './api/oauth/oauth-grants.ts';
import type { RecycleBin } from './tenant/recycle-bin.ts';
import type { DeliveryQueue } from './events/delivery-queue.ts';
import type { EventPublisher } from './events/event-publisher.ts';
import type { Subscriptions } from './events/subscription-register.ts';
import type { Faults } from './faults/faults.ts';
import type { PlanningModel } from './tenant/planning/planning-model.ts';
import type { RateLimit } from './tenant/planning/rate-limit.ts';
import type { TrackedFields } from './journal/tracked-fields.ts';
import type { Acts } from './oracle/acts.ts';
import type { Oracle } from './oracle/oracle.ts';
import type { Dials } from './memory/dial.ts';
import type { CustomParameters } from './tenant/parameters.ts';
import type { Tenant } from './tenant/tenant.ts';
import type { Workload } from './world/workload.ts';

export interface SandboxRooms {
  readonly tenant: Tenant;
  readonly parameters: CustomParameters;
  readonly access: Access;
  readonly oauth: OAuthGrants;
  readonly bin: RecycleBin;
  readonly faults: Faults;
  /** Sets the fault rates, the clock's lag among them. */
  readonly faultSwitch: (wanted: JsonValue) => void;
  readonly tracked: TrackedFields;
  readonly subscriptions: Subscriptions;
  readonly queue: DeliveryQueue;
  readonly publisher: EventPublisher;
  readonly planning: PlanningModel;
  readonly rateLimit: RateLimit;
  readonly workload: Workload;
  readonly oracle: Oracle;
  readonly acts: Acts;
  /** Random streams and counters that go on after a restart. */
  readonly dials: Dials;
}
