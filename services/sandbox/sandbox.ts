// A Workfront on one machine: object API, journal, event subscriptions, and an oracle that knows
// the truth. Promises what reference G lists, no kinder than the real one; README.md names the
// tests. Must not be kinder: what is undocumented is a switch, not a comfort.
import type { Clock } from '../core/clock.ts';
import { Access } from './tenant/access.ts';
import { ATTASK_PATH, handleAttask } from './api/attask/attask-handler.ts';
import { OAuthGrants } from './api/oauth/oauth-grants.ts';
import { handleOAuth, OAUTH_PATH } from './api/oauth/oauth-handler.ts';
import { RecycleBin } from './tenant/recycle-bin.ts';
import { DeliveryQueue } from './events/delivery-queue.ts';
import { EventPublisher } from './events/event-publisher.ts';
import type { PublisherParts } from './events/event-publisher.ts';
import type { PostFunction } from './events/http-post.ts';
import { handleSubscriptions, SUBSCRIPTION_PATH } from './events/subscription-api.ts';
import { Subscriptions } from './events/subscription-register.ts';
import { isTold } from './events/untold.ts';
import { Faults } from './faults/faults.ts';
import { Recalculation } from './faults/recalculation.ts';
import { answer } from './api/http/exchange.ts';
import type { SandboxRequest, SandboxResponse } from './api/http/exchange.ts';
import { Journal } from './journal/journal.ts';
import { TrackedFields } from './journal/tracked-fields.ts';
import { Acts } from './oracle/acts.ts';
import { ADMIN_PATH, handleAdmin } from './oracle/admin-handler.ts';
import { Oracle } from './oracle/oracle.ts';
import { handlePlanning, PLANNING_PATH } from './api/planning/planning-handler.ts';
import { PlanningModel } from './tenant/planning/planning-model.ts';
import { buildPlanningWorld } from './world/planning-world.ts';
import { RateLimit } from './tenant/planning/rate-limit.ts';
import { followRecord } from './tenant/formula/recompute.ts';
import { seededRandom } from '../core/random.ts';
import type { Random } from '../core/random.ts';
import type { Micros } from '../core/units.ts';
import { openMemory } from './memory/memory.ts';
import type { SandboxRooms } from './sandbox-rooms.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { Change } from './tenant/change.ts';
import type { DataFile } from './memory/data-file.ts';
import { dialOf } from './memory/dial.ts';
import type { Dial, Dials } from './memory/dial.ts';
import { CustomParameters } from './tenant/parameters.ts';
import { Tenant } from './tenant/tenant.ts';
import { buildWorld, SMALL } from './world/world.ts';
import type { WorldSize } from './world/world.ts';
import { Workload } from './world/workload.ts';

export interface SandboxOptions {
  readonly seed: number;
  readonly apiKey: string;
  readonly password: string;
  readonly clock: Clock;
  readonly post: PostFunction;
  readonly size?: WorldSize;
  /** Where it remembers itself; without one a new world begins each time. */
  readonly dataFile?: DataFile;
}

export interface Sandbox extends SandboxRooms {
  handle(request: SandboxRequest, uriBytes: number): SandboxResponse;
  /** Deliveries and workload; ends when the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
}

export function createSandbox(options: SandboxOptions): Sandbox {
  const rooms = wire(options);
  const { dataFile } = options;
  const make = (): void => populate(rooms, options);
  const memory = dataFile === undefined ? null : openMemory(rooms, dataFile, make);
  if (memory === null) make();
  return {
    ...rooms,
    handle: (request, uriBytes) => {
      try {
        return handle(request, uriBytes, rooms);
      } finally {
        memory?.noteRequest(request.method !== 'GET' && under(request.path, ADMIN_PATH));
      }
    },
    run: async (signal) => {
      await Promise.all([rooms.queue.run(signal), rooms.workload.run(signal)]);
    },
  };
}

function populate(rooms: SandboxRooms, options: SandboxOptions): void {
  const { tenant, access, parameters } = rooms;
  const admin = buildWorld(tenant, seededRandom(options.seed).fork('world'), options.size ?? SMALL);
  access.setKeyUser(admin);
  const records = (options.size ?? SMALL).planningRecords;
  buildPlanningWorld(tenant, seededRandom(options.seed).fork('planning'), admin, records);
  for (const row of tenant.store.rows('PARAM')) parameters.learn(row);
}

function wire({ seed, apiKey, password, clock, post }: SandboxOptions): SandboxRooms {
  const { stream, dials } = streamsOf(seed);
  const settings = { ...DEFAULT_SETTINGS };
  const tenant = new Tenant(clock, settings, stream('tenant'));
  const parameters = new CustomParameters();
  const faults = new Faults();
  const tracked = new TrackedFields();
  const now = (): Micros => clock.nowMicros();
  const access = new Access({ apiKey, password }, tenant.store, stream('sessions'), now);
  const bin = new RecycleBin(tenant);
  const subscriptions = new Subscriptions(stream('subscriptions'), settings);
  const queue = new DeliveryQueue({ clock, settings, post });
  const publisher = publisherOf(
    { store: tenant.store, parameters, settings, subscriptions, queue, faults, nowMicros: now },
    () => tenant.customerID,
    stream,
  );
  // Not the stream that the first world was made from: its ids would come again.
  const planning = new PlanningModel(tenant, stream('planning-ids'), faults.hidden);
  tenant.history.tells = (change) => isTold(change, settings.zone);
  listen(tenant, [
    parameters,
    new Journal(tenant, tracked, parameters),
    publisher,
    new Recalculation(tenant, stream('recalculation')),
    { onChange: (change) => followRecord(planning, change) },
  ]);
  const workload = new Workload(tenant, bin, clock);
  return {
    tenant,
    parameters,
    access,
    oauth: new OAuthGrants(tenant, access, stream('oauth')),
    bin,
    faults,
    faultSwitch: (wanted) => (tenant.clockLagMs = faults.configure(wanted).clockLagMs),
    tracked,
    subscriptions,
    queue,
    publisher,
    planning,
    rateLimit: new RateLimit(),
    workload,
    oracle: new Oracle(tenant, parameters),
    acts: new Acts({ tenant, bin, faults, access, parameters }),
    dials: allDials(dials, [tenant, faults, queue, publisher, workload]),
  };
}

type Stream = (name: string) => Random;

/** Each of its own, so that one does not disturb another. */
function streamsOf(seed: number): { stream: Stream; dials: Dials } {
  const random = seededRandom(seed);
  const dials: Record<string, Dial> = {};
  const stream = (name: string): Random => {
    const forked = random.fork(name);
    dials[name] = dialOf(forked);
    return forked;
  };
  return { stream, dials };
}

function allDials(streams: Dials, rooms: readonly { readonly dials: Dials }[]): Dials {
  return rooms.reduce((all, { dials }) => ({ ...all, ...dials }), streams);
}

function publisherOf(
  parts: Omit<PublisherParts, 'customerID' | 'drawFalseNull' | 'drawLatencyMs'>,
  customerID: () => string,
  stream: Stream,
): EventPublisher {
  const { settings } = parts;
  const [latency, versionOne] = [stream('latency'), stream('version-one')];
  return new EventPublisher({
    ...parts,
    customerID,
    drawFalseNull: () => versionOne.chance(settings.versionOneFalseNulls),
    drawLatencyMs: () => latency.int(...settings.deliveryLatencyMs),
  });
}

/** In this order: names are known before rows are written, and recalculation comes last. */
function listen(
  tenant: Tenant,
  rooms: readonly { readonly onChange: (change: Change) => void }[],
): void {
  for (const room of rooms) tenant.onChange((change) => room.onChange(change));
}

function handle(request: SandboxRequest, uriBytes: number, rooms: SandboxRooms): SandboxResponse {
  const { path } = request;
  if (under(path, ADMIN_PATH)) return handleAdmin(request, rooms);
  if (under(path, SUBSCRIPTION_PATH)) {
    return handleSubscriptions(request, {
      ...rooms,
      customerID: rooms.tenant.customerID,
      nowMicros: () => rooms.tenant.clock.nowMicros(),
      validationBody: () => rooms.tenant.settings.validationBody,
      camelCase: () => rooms.tenant.settings.subscriptionsCamelCase,
    });
  }
  if (under(path, PLANNING_PATH)) return handlePlanning(request, rooms);
  if (under(path, OAUTH_PATH)) return handleOAuth(request, rooms);
  if (under(path, ATTASK_PATH) || under(path, `${ATTASK_PATH}-unsupported`))
    return handleAttask(request, uriBytes, rooms);
  const { status, message } = request.unreadable ?? { status: 404, message: `nothing at ${path}` };
  return answer(status, { error: { message } });
}

function under(path: string, base: string): boolean {
  return path === base || path.startsWith(`${base}/`);
}
