/**
 * The promise "complete", proved once against the sandbox's oracle for one seed. Throws an error
 * that says what does not hold.
 */
import { seededRandom } from '../../services/core/random.ts';
import { systemClock } from '../../services/core/clock.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { compareWithTruth } from './compare-with-truth.ts';
import type { TruthComparison } from './compare-with-truth.ts';
import { answerFaults, deliveryFaults, disturb, killInSnapshot } from './disturbances.ts';
import type { SandboxStatus } from './disturbances.ts';
import { faultEvidenceOf } from './evidence.ts';
import { eventually } from './eventually.ts';
import { API_KEY, sandbox, startPipeline, subscribe } from './pipeline.ts';
import type { PipelineRole, TestPipeline } from './pipeline.ts';
import { PromiseWatch, readInstants } from './promised-instants.ts';
import { tellOfEach } from './untold-saves.ts';
import { compareVersions } from './true-versions.ts';
import type { VersionsFound } from './true-versions.ts';

export interface ProofOrder {
  readonly scope: ProofScope;
  readonly seed: number;
  readonly changes: number;
  readonly ratePerSecond: number;
  /** Told how far it is. */
  readonly say: (step: string) => void;
}

export interface Proved {
  readonly objects: number;
  readonly deleted: number;
  readonly versions: number;
  readonly inGaps: number;
  /** Versions of the tables that were held against the truth. */
  readonly stored: number;
  /** How often the promised instants were held against the truth. */
  readonly looks: number;
  readonly promises: number;
  readonly seconds: number;
}

/** What of the tenant is held against the truth, and by whom it is read. */
export interface ProofScope {
  /** Types with events. */
  readonly eventful: readonly string[];
  readonly planning: readonly string[];
  /** Types that are listed whole. */
  readonly listed: readonly string[];
  readonly killed: readonly PipelineRole[];
  /** Whether the first reading of the tenant is killed too, and goes on. */
  readonly killsSnapshot: boolean;
  /** How late a delivery may be, beside its retries. */
  readonly lateMs: number;
  readonly settings: Readonly<Record<string, string>>;
}

export const WHOLE: ProofScope = {
  eventful: 'PROJ TASK OPTASK ASSGN HOUR NOTE DOCU DOCV EXPNS TSHET USER CMPY PORT'.split(' '),
  planning: 'WORKSPACE RECORD_TYPE FIELD RECORD'.split(' '),
  listed: 'ROLE GROUP CSTEM TEAMOB USRROL'.split(' '),
  killed: 'webhook-ingress journal-poller object-poller planning-poller projector'.split(
    ' ',
  ) as PipelineRole[],
  killsSnapshot: true,
  lateMs: 4_000,
  settings: {},
};

/** Short enough for the suite: what changes most, two kills, and less patience. */
export const SMALL: ProofScope = {
  eventful: 'PROJ TASK OPTASK HOUR'.split(' '),
  planning: [],
  listed: ['ROLE'],
  killed: ['object-poller', 'projector'],
  killsSnapshot: false,
  lateMs: 1_000,
  settings: { OBJECT_SETTLE_MS: '4000', OBJECT_SEARCH_LAG_MS: '3000', OBJECT_PAGE_ROWS: '200' },
};

/** Those whose saves move a clock, so that what is missing can be told. */
const CLOCKED = 'PROJ TASK OPTASK DOCU EXPNS HOUR ASSGN USER'.split(' ');
const LOOK_EVERY_MS = 500;

const SETTINGS = {
  OBJECT_POLL_INTERVAL_MS: '1000',
  OBJECT_LISTING_INTERVAL_MS: '2000',
  OBJECT_SWEEP_INTERVAL_MS: '8000',
  OBJECT_SEARCH_LAG_MS: '3000',
  OBJECT_OVERLAP_MS: '5000',
  OBJECT_SETTLE_MS: '8000',
  OBJECT_PAGE_ROWS: '40',
  OBJECT_DELETES_PERCENT_MAX: '60',
  OBJECT_LEASE_TTL_MS: '1500',
  JOURNAL_LEASE_TTL_MS: '1500',
  JOURNAL_OVERLAP_MS: '5000',
  JOURNAL_PAGE_ROWS: '50',
  PLANNING_BEARER_TOKEN: 'sandbox',
  PLANNING_IMS_ORG_ID: 'SANDBOX@AdobeOrg',
  PLANNING_CLIENT_ID: 'proof',
  PLANNING_POLL_INTERVAL_MS: '1000',
  PLANNING_SWEEP_INTERVAL_MS: '3000',
  PLANNING_CALLS_PER_MINUTE: '100000',
  PLANNING_SEARCH_LAG_MS: '2500',
  PLANNING_PAGE_ROWS: '10',
  PLANNING_LEASE_TTL_MS: '1500',
};

export async function proveComplete(order: ProofOrder): Promise<Proved> {
  const pipeline = await startPipeline({
    SANDBOX_WORLD: 'small',
    SANDBOX_SEED: String(order.seed),
    ...SETTINGS,
    OBJECT_TYPES: [...order.scope.eventful, ...order.scope.listed].join(','),
    ...order.scope.settings,
  });
  const pool = openPool({ url: pipeline.databaseUrl, max: 4, applicationName: 'proof' });
  try {
    return await new Proof(pipeline, pool, order).run();
  } finally {
    await pool.close();
    await pipeline.stop();
  }
}

class Proof {
  readonly #pipeline: TestPipeline;
  readonly #pool: Pool;
  readonly #order: ProofOrder;
  readonly #watch: PromiseWatch;
  readonly #types: readonly string[];
  readonly #pollers: readonly PipelineRole[];
  readonly #beganMs = systemClock.monotonicMs();

  constructor(pipeline: TestPipeline, pool: Pool, order: ProofOrder) {
    this.#pipeline = pipeline;
    this.#pool = pool;
    this.#order = order;
    const { eventful, planning, listed } = order.scope;
    this.#types = [...eventful, ...listed, ...planning];
    this.#pollers =
      planning.length > 0 ? ['journal-poller', 'planning-poller'] : ['journal-poller'];
    this.#watch = new PromiseWatch(pipeline, pool, this.#types);
  }

  async run(): Promise<Proved> {
    await this.#startAll();
    this.#say('everything is read once');
    const since = systemClock.nowMicros();
    const watching = this.#watchUntil();
    let equal: TruthComparison;
    let versions: VersionsFound;
    try {
      await this.#live();
      this.#say('the disturbances are over');
      equal = await this.#becomeTrue();
      this.#say('the tables are the truth');
      versions = await this.#settle(since);
    } finally {
      await watching.stop();
    }
    this.#say('the versions are true');
    await this.#watch.look();
    await this.#watch.holdHistories();
    await this.#mustBeEmpty('instants that promised too much', this.#watch.broken);
    await this.#instantsStall();
    return provedOf(equal, versions, this.#watch, this.#seconds());
  }

  async #startAll(): Promise<void> {
    const { seed, scope } = this.#order;
    const first: PipelineRole[] = ['sandbox', 'projector', 'webhook-ingress'];
    await Promise.all(first.map((role) => this.#pipeline.start(role)));
    const settings = { timeScale: 500, searchLagMs: [0, 1_500], restoreEvent: false };
    const planningRequestsPerMinute = 100_000;
    await this.#ask('PUT', '/settings', { ...settings, planningRequestsPerMinute });
    await subscribe(this.#pipeline, [...scope.eventful, ...scope.planning]);
    await this.#ask('PUT', '/faults', answerFaults(seed));
    this.#say('the sandbox, the projector and the ingress serve');
    await Promise.all([
      scope.killsSnapshot
        ? killInSnapshot(this.#pipeline, this.#pool)
        : this.#pipeline.start('object-poller'),
      ...this.#pollers.map((role) => this.#pipeline.start(role)),
    ]);
    this.#say('the pollers read');
    const isRead = async (): Promise<boolean> => {
      const instants = await readInstants(this.#pool, this.#types);
      const first = instants.filter(({ current }) => current !== null);
      return first.length === this.#types.length;
    };
    await eventually(isRead, { what: 'everything is read once', deadlineMs: 120_000, pollMs: 200 });
    await tellOfEach(this.#pipeline, this.#pool);
  }

  /** The workload with everything that goes wrong meanwhile. */
  async #live(): Promise<void> {
    const { seed, changes, ratePerSecond, scope } = this.#order;
    const faults = { ...answerFaults(seed), ...deliveryFaults(seed, scope.lateMs) };
    await this.#ask('PUT', '/faults', faults);
    await this.#ask('POST', '/workload', { changes, ratePerSecond, seed });
    const random = seededRandom(seed);
    const searchLagMs = Number({ ...SETTINGS, ...scope.settings }.OBJECT_SEARCH_LAG_MS);
    const disturbance = { random, changes, killed: scope.killed, searchLagMs };
    await disturb(this.#pipeline, this.#pool, disturbance);
    await this.#isQuiet();
    await this.#ask('PUT', '/faults', {});
  }

  async #becomeTrue(): Promise<TruthComparison> {
    let last: TruthComparison | null = null;
    const isEqual = async (): Promise<TruthComparison | null> => {
      last = await compareWithTruth(this.#pipeline, this.#pool, this.#types, { all: true });
      return last.differences.length === 0 ? last : null;
    };
    const options = { what: 'the tables are the truth', deadlineMs: 60_000, pollMs: 500 };
    try {
      return await eventually(isEqual, options);
    } catch (error) {
      await this.#mustBeEmpty('the tables', (last as TruthComparison | null)?.differences ?? []);
      throw error;
    }
  }

  /** Whatever was missed is a gap by then, and every gap was read again. */
  async #settle(since: number): Promise<VersionsFound> {
    let last: VersionsFound | null = null;
    let doubt = '';
    const isSettled = async (): Promise<VersionsFound | null> => {
      last = await compareVersions(this.#pipeline, this.#pool, this.#types, since, CLOCKED);
      const untrue = last.faults.length === 0 ? [] : [`${last.faults.length} versions`];
      doubt = [...untrue, ...(await this.#unread())].join('; ');
      return doubt === '' ? last : null;
    };
    const what = 'nothing is in doubt';
    const progress = (): string => doubt;
    try {
      return await eventually(isSettled, { what, deadlineMs: 60_000, pollMs: 1_000, progress });
    } catch (error) {
      await this.#mustBeEmpty('versions', (last as VersionsFound | null)?.faults ?? []);
      throw new Error(`still in doubt: ${doubt}`, { cause: error });
    }
  }

  /** Gaps that wait to be read again, and what the tables do not have of the journal. */
  async #unread(): Promise<string[]> {
    const { rows: gaps } = await this.#pool.query<{ gap: string }>(
      `select to_jsonb(gaps)::text as gap from control.gaps
       where state not in ('filled', 'lost') order by id`,
    );
    const url = `${this.#pipeline.sandboxUrl}/attask/api/v21.0/JRNLE/count`;
    const answer = await (await fetch(url, { headers: { apiKey: API_KEY } })).json();
    const { count } = (answer as { data: { count: number } }).data;
    const { rows } = await this.#pool.query<{ count: bigint }>(
      `select count(*) as count from live.changes where path = 'JOURNAL'`,
    );
    const read = Number(rows[0]?.count);
    return [
      ...gaps.map(({ gap }) => gap),
      ...(read === count ? [] : [`${read} of ${count} rows of the journal`]),
    ];
  }

  /** An error of a look ends the proof: what was not looked at is not proved. */
  #watchUntil(): { readonly stop: () => Promise<void> } {
    const stopping = new AbortController();
    const looking = (async () => {
      while (!stopping.signal.aborted) {
        await this.#watch.look();
        await systemClock.sleep(LOOK_EVERY_MS);
      }
    })();
    looking.catch(() => undefined); // until it is waited for
    return {
      stop: async () => {
        stopping.abort();
        await looking;
      },
    };
  }

  /** Without those who read again nothing more is promised, whatever the events tell. */
  async #instantsStall(): Promise<void> {
    const pollers: readonly PipelineRole[] = ['object-poller', ...this.#pollers];
    for (const role of pollers) await this.#pipeline.kill(role);
    const before = await readInstants(this.#pool, this.#types);
    await this.#ask('POST', '/workload', { changes: 40, ratePerSecond: 40, seed: 7 });
    await this.#isQuiet();
    const after = await readInstants(this.#pool, this.#types);
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    throw new Error(
      `the instants moved although nobody reads: ${JSON.stringify({ before, after })}`,
    );
  }

  async #isQuiet(): Promise<void> {
    const quiet = async () => (await this.#ask<SandboxStatus>('GET', '/status')).quiet;
    await eventually(quiet, { what: 'the sandbox is quiet', deadlineMs: 120_000, pollMs: 200 });
  }

  async #mustBeEmpty(what: string, faults: readonly string[]): Promise<void> {
    if (faults.length === 0) return;
    const some = faults.slice(0, SHOWN_MAX).join('\n  ');
    const evidence = await faultEvidenceOf(this.#pipeline, this.#pool, faults);
    throw new Error(`${what}: ${faults.length} that are not true\n  ${some}\n  ${evidence}`);
  }

  #seconds(): number {
    return Math.round((systemClock.monotonicMs() - this.#beganMs) / 1000);
  }

  #say(step: string): void {
    this.#order.say(`${this.#seconds()} s: ${step}, ${this.#watch.looks} looks`);
  }

  #ask<T>(method: string, path: string, body?: object): Promise<T> {
    return sandbox<T>(this.#pipeline, method, path, body);
  }
}

const SHOWN_MAX = 12;

function provedOf(
  { objects, deleted }: TruthComparison,
  { versions, inGaps, held: stored }: VersionsFound,
  { looks, held }: PromiseWatch,
  seconds: number,
): Proved {
  return { objects, deleted, versions, inGaps, stored, looks, promises: held, seconds };
}
