/** What a rewrite leaves out of the log: whole objects, or values of some of their fields. */
import { PipelineError } from '../../core/errors.ts';
import type { ChangeEvent } from '../../core/change-event.generated.ts';
import type { Fields } from '../../core/field-value.ts';
import type { EventCodec } from '../../platform/avro/event-codec.ts';
import type { LogRecord } from '../../platform/kafka/kafka.ts';
import { canonicalObjCode } from '../../workfront/catalogue/catalogue.ts';

export interface Erasure {
  readonly objCode: string;
  readonly objID: string;
  /** Their values become empty; null: no record of the object is copied. */
  readonly fields: readonly string[] | null;
}

/** `USER:abc`, or with fields `USER:abc=emailAddr,phoneNumber`. USAGE. */
export function parseErasure(text: string, hasFields: boolean): Erasure {
  const [, code = '', objID = '', names] = /^([^:=]+):([^=]+?)(?:=(.+))?$/.exec(text) ?? [];
  const fields = names?.split(',').map((name) => name.trim()) ?? null;
  if (objID === '' || hasFields !== (fields !== null)) {
    const form = hasFields ? 'USER:ID=emailAddr,phoneNumber' : 'USER:ID';
    throw new PipelineError('USAGE', `${text} is not of the form ${form}.`);
  }
  return { objCode: canonicalObjCode(code) ?? code, objID, fields };
}

/** The value to be copied; `dropped` where nothing is. UNDECODABLE: it cannot be looked into. */
export type Erase = (record: LogRecord) => Erased;
export type Erased =
  | { readonly is: 'kept'; readonly value: Buffer | null }
  | { readonly is: 'redacted'; readonly value: Buffer }
  | { readonly is: 'dropped' };

/** The codec must have prepared the record's value, where `concerns` says so. */
export function createErase(
  erasures: readonly Erasure[],
  codec: Pick<EventCodec, 'decode' | 'encode'>,
): { readonly erase: Erase; readonly concerns: (record: LogRecord) => boolean } {
  const byID = new Map<string, Erasure[]>();
  for (const one of erasures) byID.set(one.objID, [...(byID.get(one.objID) ?? []), one]);
  const wantedOf = (record: LogRecord): readonly Erasure[] =>
    byID.size === 0 || record.key === null ? [] : (byID.get(record.key.toString()) ?? []);
  return {
    concerns: (record) => wantedOf(record).length > 0,
    erase: (record) => {
      const { value } = record;
      const wanted = wantedOf(record);
      if (wanted.length === 0 || value === null) return { is: 'kept', value };
      const event = codec.decode(value);
      const mine = wanted.filter(({ objCode }) => objCode === event.objCode);
      if (mine.length === 0) return { is: 'kept', value };
      if (mine.some(({ fields }) => fields === null)) return { is: 'dropped' };
      const names = new Set(mine.flatMap(({ fields }) => fields ?? []));
      return { is: 'redacted', value: codec.encode(withoutValues(event, names)) };
    },
  };
}

/**
 * Which fields it told stays, and who knew them; what was sent as text would say it all again, so
 * that goes whole.
 */
function withoutValues(event: ChangeEvent, names: ReadonlySet<string>): ChangeEvent {
  const { fields, previous, origin } = event;
  return {
    ...event,
    fields: emptied(fields, names),
    previous: previous === null ? null : emptied(previous, names),
    origin: { ...origin, raw: null },
  };
}

function emptied(fields: Fields, names: ReadonlySet<string>): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, names.has(name) ? null : value]),
  );
}
