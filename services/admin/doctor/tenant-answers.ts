/** What the tenant answers: whether we may ask, its clock, and what it has that we do not know. */
import { isError } from '../../core/errors.ts';
import { systemClock } from '../../core/clock.ts';
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { millisOf } from '../../core/units.ts';
import type { Millis } from '../../core/units.ts';
import { fieldsOf, objectType } from '../../workfront/catalogue/catalogue.ts';
import { openClient, serverTimeOf } from '../../workfront/client.ts';
import type { WorkfrontClient } from '../../workfront/client.ts';
import type { AdminContext } from '../admin-context.ts';
import { exchangeTo } from '../exchange-to.ts';
import type { AskedTenant } from '../workfront-access.ts';
import { finding, note, well } from './finding.ts';
import type { Finding } from './finding.ts';

const SKEW_MS_MAX = 5_000;
/** The Date header has whole seconds. */
const CUT_OFF_MS = 1_000;
const NAMES_SHOWN = 8;

export async function lookAtTenant(
  context: AdminContext,
  tenant: AskedTenant,
): Promise<readonly Finding[]> {
  const client = openClient({ exchange: exchangeTo(tenant, 'attask'), ...tenant });
  const { signal } = context;
  try {
    // What types there are is told to anybody: whether we are let in, only by an object.
    const first = [['$$LIMIT', '1']] as const;
    const startedMs = millisOf(systemClock.nowMicros());
    const answer = await client.search('USER', first, signal);
    const skew = skewBetween(
      millisOf(serverTimeOf('USER/search', answer)),
      startedMs,
      millisOf(systemClock.nowMicros()),
    );
    const { data } = await client.read('metadata', [], signal);
    const objects = membersOf(data, 'objects');
    const said = `${tenant.url} lets us in, with API version ${tenant.apiVersion}`;
    return [
      well('workfront', said),
      clockFinding(skew),
      ...typeFindings(Object.keys(objects)),
      ...(await fieldFindings(client, Object.keys(objects), signal)),
    ];
  } catch (error) {
    if (!isError(error, 'WORKFRONT_REFUSED') || error.context['status'] !== 410) throw error;
    const said = `API version ${tenant.apiVersion} is gone (410): nothing can be read`;
    const fix = 'set WORKFRONT_API_VERSION to one that the tenant still serves, and restart all';
    return [finding('workfront', said, fix)];
  }
}

/**
 * How far the tenant's clock is from ours at least, in milliseconds: a call that waited long for
 * its answer proves little, and must not say what is wrong.
 * @param askedMs the server's time when it was asked: its Date less what the call took
 */
export function skewBetween(askedMs: Millis, startedMs: Millis, endedMs: Millis): Millis {
  const earliest = askedMs - endedMs; // its Date less the call, and less the call again
  const latest = askedMs + (endedMs - startedMs) + CUT_OFF_MS - startedMs;
  return earliest > 0 ? earliest : Math.min(0, latest);
}

function clockFinding(skewMs: Millis): Finding {
  const seconds = (Math.abs(skewMs) / 1000).toFixed(1);
  const said = `the tenant's clock is ${seconds} s ${skewMs < 0 ? 'behind' : 'ahead of'} ours`;
  if (Math.abs(skewMs) <= SKEW_MS_MAX) return well('clock', said);
  const fix = 'set our clocks by NTP; what is read stays right, since it is dated by the tenant';
  return finding('clock', said, fix);
}

function typeFindings(served: readonly string[]): readonly Finding[] {
  const unpolled = served.filter((objCode) => objectType(objCode)?.inRest !== true);
  if (unpolled.length === 0) return [well('types', `${served.length} are served, and all polled`)];
  const said = `served, and in no catalogue of ours, so not polled: ${someNames(unpolled)}`;
  return [note('types', said, 'they are in no table: ask for them where you need one')];
}

async function fieldFindings(
  client: WorkfrontClient,
  served: readonly string[],
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const unknown: string[] = [];
  const refused: string[] = [];
  for (const objCode of served.filter((one) => objectType(one)?.inRest === true)) {
    try {
      const { data } = await client.read(`${objCode}/metadata`, [], signal);
      const names = Object.keys(membersOf(data, 'fields')).filter((name) => !name.includes(':'));
      const known = fieldsOf(objCode);
      for (const name of names) {
        if (!known.has(name) && !EVERYWHERE.has(name)) unknown.push(`${objCode}.${name}`);
      }
    } catch (error) {
      if (!isError(error, 'WORKFRONT_REFUSED')) throw error;
      refused.push(objCode);
    }
  }
  const found: Finding[] = [];
  if (refused.length > 0) {
    const said = `not shown to us: ${someNames(refused)}`;
    found.push(
      finding('rights', said, 'read with a system administrator, or OBJECT_TYPES_LEFT_OUT'),
    );
  }
  if (unknown.length === 0) return [...found, well('fields', 'the catalogue has every field')];
  const said = `${unknown.length} that the catalogue lacks: ${someNames(unknown)}`;
  return [...found, note('fields', said, 'carried all the same, in column `other` of the tables')];
}

const EVERYWHERE: ReadonlySet<string> = new Set(['ID', 'objCode', 'lastUpdateDate']);

function membersOf(data: JsonValue, name: string): JsonObject {
  const members = isJsonObject(data) ? data[name] : undefined;
  return isJsonObject(members) ? members : {};
}

function someNames(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN;
  return names.slice(0, NAMES_SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
