/**
 * The one register of processes: from it the command line, ports, tidy and the tests take their
 * names. A new process is a folder with main.ts and README.md, and an entry here; what else it
 * needs does not compile, or fails by its name, until it is there (docs/adding-a-source.md).
 */

/** `tenant`: stands in for Workfront. `source`: writes the log. `projection`: reads it. */
export type ProcessKind = 'tenant' | 'source' | 'projection' | 'command';

export interface ProcessEntry {
  readonly name: string;
  readonly kind: ProcessKind;
  /** Where it serves others: the variable that says so, and where one looks first. */
  readonly port: { readonly variable: string; readonly usual: number } | null;
  /** /healthz, /readyz and /metrics; null where there are none. */
  readonly opsPort: number | null;
  /** `up` starts it where one of these variables is set; where there are none, always. */
  readonly wantsOneOf: readonly string[];
  /** Told beside the servers when the sandbox is the tenant: a person watches it. */
  readonly besideSandbox: Readonly<Record<string, string>>;
  /**
   * For Node: one lets its heap grow to what it may before it collects, and buffers come on top.
   * docker-compose.yml says the same (`npm run bench -- catch-up-memory large-snapshot`).
   */
  readonly nodeOptions: string;
}

const OBJECT_POLLER_NODE_OPTIONS = '--max-old-space-size=368 --max-semi-space-size=16';
const PROJECTOR_NODE_OPTIONS = '--max-old-space-size=208 --max-semi-space-size=16';

/** Planning has a sign-in of its own (IMS): without any of it there is nothing to poll. */
const PLANNING_SIGN_IN = ['PLANNING_BEARER_TOKEN', 'PLANNING_IMS_ORG_ID', 'PLANNING_CLIENT_ID'];

// prettier-ignore
export const PROCESSES = [
  { name: 'sandbox', kind: 'tenant', port: { variable: 'SANDBOX_PORT', usual: 4000 }, opsPort: 9104, wantsOneOf: [], besideSandbox: {}, nodeOptions: '' },
  { name: 'webhook-ingress', kind: 'source', port: { variable: 'WEBHOOK_PORT', usual: 8080 }, opsPort: 9101, wantsOneOf: [], besideSandbox: {}, nodeOptions: '' },
  { name: 'journal-poller', kind: 'source', port: null, opsPort: 9102, wantsOneOf: [], besideSandbox: { JOURNAL_POLL_INTERVAL_MS: '1000' }, nodeOptions: '' },
  { name: 'object-poller', kind: 'source', port: null, opsPort: 9105, wantsOneOf: [], besideSandbox: {
    OBJECT_POLL_INTERVAL_MS: '5000', OBJECT_LISTING_INTERVAL_MS: '60000', OBJECT_SWEEP_INTERVAL_MS: '120000',
  }, nodeOptions: OBJECT_POLLER_NODE_OPTIONS },
  { name: 'planning-poller', kind: 'source', port: null, opsPort: 9106, wantsOneOf: PLANNING_SIGN_IN, besideSandbox: {
    PLANNING_BEARER_TOKEN: 'sandbox', PLANNING_IMS_ORG_ID: 'SANDBOX@AdobeOrg', PLANNING_CLIENT_ID: 'workfront-cdc',
    PLANNING_POLL_INTERVAL_MS: '5000', PLANNING_SEARCH_LAG_MS: '1000',
  }, nodeOptions: '' },
  { name: 'projector', kind: 'projection', port: null, opsPort: 9103, wantsOneOf: [], besideSandbox: {}, nodeOptions: PROJECTOR_NODE_OPTIONS },
  { name: 'admin', kind: 'command', port: null, opsPort: null, wantsOneOf: [], besideSandbox: {}, nodeOptions: '' },
] as const satisfies readonly ProcessEntry[];

export type ProcessName = (typeof PROCESSES)[number]['name'];

/** Those that run until they are told to end. */
export type ServiceName = Exclude<ProcessName, 'admin'>;

export type SourceName = Extract<(typeof PROCESSES)[number], { kind: 'source' }>['name'];

export const SERVICES: readonly (ProcessEntry & { readonly name: ServiceName })[] =
  PROCESSES.filter((one) => one.kind !== 'command');

/** Names of one kind, in the order in which they start. */
export function servicesOf(kind: Exclude<ProcessKind, 'command'>): ServiceName[] {
  return SERVICES.filter((one) => one.kind === kind).map(({ name }) => name);
}

/** Whether it has anything to do with these settings. */
export function isWanted(
  { wantsOneOf }: Pick<ProcessEntry, 'wantsOneOf'>,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return wantsOneOf.length === 0 || wantsOneOf.some((name) => env[name]);
}

/** What Node is told beside the program. */
export function nodeOptionsOf(name: ServiceName): string[] {
  const options = SERVICES.find((one) => one.name === name)?.nodeOptions ?? '';
  return options === '' ? [] : options.split(' ');
}
