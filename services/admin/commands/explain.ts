/**
 * `explain OBJCODE OBJID`: every event that told of one object, what it did when it came, and the
 * versions that all of them make.
 */
import { PipelineError } from '../../core/errors.ts';
import { EXISTENCE } from '../../core/fold/gather.ts';
import type { Version } from '../../core/fold/version.ts';
import { sameState, sameValue } from '../../core/fold/state.ts';
import { fromFieldValue } from '../../core/field-value.ts';
import type { Fields, FieldValue } from '../../core/field-value.ts';
import { stringifyJson } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import type { Micros, ObjCode, ObjID } from '../../core/units.ts';
import { parseJson } from '../../platform/json.ts';
import { inTransaction } from '../../platform/postgres/postgres.ts';
import type { Client, Pool } from '../../platform/postgres/postgres.ts';
import type { ChangeRow } from '../../store/claims/change-row.ts';
import { explainObject } from '../../store/claims/explained.ts';
import type { Explained, ExplainedInput } from '../../store/claims/explained.ts';
import { objectKey } from '../../store/claims/group-by-object.ts';
import { readChanges } from '../../store/claims/stored-claims.ts';
import { readVersions } from '../../store/claims/stored-versions.ts';
import { inStore } from '../../store/live-store.ts';
import { microsText } from '../../store/states/instant-text.ts';
import type { ObjectRef } from '../../store/tables/version-rows.ts';
import { canonicalObjCode } from '../../workfront/catalogue/catalogue.ts';
import type { AdminContext } from '../admin-context.ts';
import { withPool } from '../connections.ts';
import { textTable } from '../terminal.ts';

export async function explainCommand(
  context: AdminContext,
  objCode: ObjCode,
  objID: ObjID,
  { json }: { readonly json: boolean },
): Promise<void> {
  const ref = { objCode: canonicalObjCode(objCode) ?? objCode, objID };
  const { terminal } = context;
  await withPool(context, 'store', async (pool) => {
    const { rows, versions: stored } = await readObject(pool, ref);
    if (rows.length === 0) throw await nothingKnown(pool, ref);
    const explained = explainObject(rows);
    const isAsStored = sameVersions(explained.versions, stored);
    if (json) terminal.print(stringifyJson(asJson(ref, explained, isAsStored)));
    else terminal.print(asText(ref, explained, isAsStored));
  });
}

interface StoredObject {
  readonly rows: readonly ChangeRow[];
  readonly versions: readonly Version[];
}

/** Of one instant, from the store that readers see. */
function readObject(pool: Pool, ref: ObjectRef): Promise<StoredObject> {
  return inStore(pool, 'live', (client) =>
    inTransaction(client, async () => {
      await client.query('set transaction isolation level repeatable read, read only');
      const key = objectKey(ref);
      const changes = await readChanges(client, [ref]);
      const versions = await readVersions(client, [ref]);
      return { rows: changes.get(key) ?? [], versions: versions.get(key) ?? [] };
    }),
  );
}

async function nothingKnown(pool: Pool, { objCode, objID }: ObjectRef): Promise<PipelineError> {
  const others = await inStore(pool, 'live', (client) => otherCodesOf(client, objID));
  const hint =
    others.length > 0
      ? `That ID is a ${others.join(' and a ')}: npx workfront-cdc explain ${others[0]} ${objID}`
      : 'No event about that ID is in the tables under any type: it is misspelt, or its events ' +
        'are behind the positions (npx workfront-cdc status) or in the dead letters.';
  return new PipelineError('USAGE', `There is no ${objCode} ${objID} in the tables. ${hint}`);
}

/** An object keeps its ID when it is converted; a mistaken type is as likely. */
async function otherCodesOf(client: Client, objID: ObjID): Promise<string[]> {
  const { rows } = await client.query<{ objcode: string }>(
    'select distinct objcode from changes where objid = $1 order by objcode',
    [objID],
  );
  return rows.map(({ objcode }) => objcode);
}

function sameVersions(a: readonly Version[], b: readonly Version[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return (
        other?.entryDate === one.entryDate &&
        other.deleted === one.deleted &&
        sameState(one.state, other.state)
      );
    })
  );
}

function asText({ objCode, objID }: ObjectRef, explained: Explained, isAsStored: boolean): string {
  const { inputs, versions, ambiguous } = explained;
  const events = textTable(
    [
      'in the log at',
      'path',
      'operation',
      'changed at',
      'held until',
      'seen at',
      'did',
      'in version',
    ],
    inputs.map(({ row, verdict, standsIn }) => [
      logPlaceText(row),
      pathOf(row),
      row.claim.operation,
      microsText(row.claim.entryDate),
      microsText(row.claim.asOf),
      microsText(row.claim.observedAt),
      verdict,
      standsIn === null ? '' : String(versions.indexOf(standsIn) + 1),
    ]),
  );
  return [
    `${objCode} ${objID}: ${inputs.length} events, ${versions.length} versions`,
    isAsStored ? '' : `${UNLIKE_STORED}\n`,
    events,
    '',
    ...versions.flatMap((version, at) => versionText(version, versions[at - 1], at + 1)),
    ...doubtText(ambiguous),
  ].join('\n');
}

function doubtText(ambiguous: readonly string[]): string[] {
  if (ambiguous.length === 0) return [];
  const what = ambiguous.includes(EXISTENCE) ? 'whether it exists' : ambiguous.join(', ');
  return ['', `The events leave open: ${what}. A source reads the object again and settles it.`];
}

const UNLIKE_STORED =
  'The tables hold other versions than these, which are the fold of the events: rebuild them with ' +
  'npx workfront-cdc rebuild.';

function versionText(version: Version, before: Version | undefined, number: number): string[] {
  const state = version.deleted ? ', deleted' : '';
  const head = `version ${number}, from ${microsText(version.entryDate)}${state}`;
  const changed = changedFields(before?.state.fields() ?? {}, version.state.fields());
  return [
    head,
    ...changed.map(({ name, was, is }) =>
      before === undefined
        ? `  ${name}: ${fieldText(is)}`
        : `  ${name}: ${fieldText(was)} → ${fieldText(is)}`,
    ),
  ];
}

interface ChangedField {
  readonly name: string;
  readonly was: FieldValue | undefined;
  readonly is: FieldValue | undefined;
}

function changedFields(before: Fields, after: Fields): ChangedField[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .map((name) => ({ name, was: valueIn(before, name), is: valueIn(after, name) }))
    .filter(({ was, is }) => was === undefined || is === undefined || !sameValue(was, is));
}

function valueIn(fields: Fields, name: string): FieldValue | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** One line; `--json` has it whole. */
function fieldText(value: FieldValue | undefined): string {
  if (value === undefined) return 'not known';
  const text = stringifyJson(fromFieldValue(value, parseJson));
  return text.length <= SHOWN_MAX ? text : `${text.slice(0, SHOWN_MAX - 1)}…`;
}

const SHOWN_MAX = 72;

function asJson(
  ref: ObjectRef,
  { inputs, versions, ambiguous }: Explained,
  isAsStored: boolean,
): JsonObject {
  return {
    objCode: ref.objCode,
    objID: ref.objID,
    storedVersionsAreTheFold: isAsStored,
    ambiguous: [...ambiguous],
    events: inputs.map((input) => inputJson(input)),
    versions: versions.map((version, at) => ({
      began: microsText(version.entryDate),
      ended: microsOrNull(versions[at + 1]?.entryDate),
      deleted: version.deleted,
      observedAt: microsText(version.observedAt),
      fields: fieldsJson(version.state.fields()),
    })),
  };
}

function inputJson({ row, verdict, standsIn }: ExplainedInput): JsonObject {
  const { claim, topic, partition, offset, actorID } = row;
  return {
    topic,
    partition,
    offset: String(offset),
    verdict,
    inVersion: microsOrNull(standsIn?.entryDate),
    eventID: claim.eventID,
    path: claim.path,
    apiVersion: claim.apiVersion,
    operation: claim.operation,
    actorID,
    entryDate: microsText(claim.entryDate),
    asOf: microsText(claim.asOf),
    observedAt: microsText(claim.observedAt),
    clears: [...claim.clears],
    fields: fieldsJson(claim.state.fields()),
  };
}

function fieldsJson(fields: Fields): Record<string, JsonValue> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, fromFieldValue(value, parseJson)]),
  );
}

function microsOrNull(micros: Micros | undefined): string | null {
  return micros === undefined ? null : microsText(micros);
}

function logPlaceText({ topic, partition, offset }: ChangeRow): string {
  return `${topic}/${partition}/${offset}`;
}

function pathOf({ claim: { path, apiVersion } }: ChangeRow): string {
  return apiVersion === 0 ? path : `${path} v${apiVersion}`;
}
