/**
 * Links to records that are in the bin: the other records lose them with the deleted one, and get
 * them back when it is restored (reference C.9, WF planning/records/restore-deleted-records.md:
 * "the information from the deleted record is also deleted"). Whether the link goes or stays empty
 * is not said: `planningDeletedLinks`; nor whether an event tells of it: none does, which is the
 * hardest for a reader.
 */
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { isJsonObject, isList } from '../../../core/json.ts';
import { numberOf, sameJson, fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import { linksIn, targetOf } from './link-index.ts';

interface Lost {
  readonly [name: string]: JsonValue;
  /** Whose link it was, in which field, at which place. */
  readonly recordId: string;
  readonly fieldId: string;
  readonly at: number;
  readonly link: JsonObject;
}

export class LostLinks {
  /** By the record that was deleted. */
  readonly #byTarget = new Map<string, readonly Lost[]>();
  #tell: (target: string, lost: readonly JsonObject[]) => void = () => undefined;

  onChange(listener: (target: string, lost: readonly JsonObject[]) => void): void {
    this.#tell = listener;
  }

  /** The record's data without its links to `target`, which are kept here. */
  lose(record: ObjectRow, target: string): JsonObject {
    const recordId = fieldText(record, 'id') ?? '';
    const data: Record<string, JsonValue> = { ...dataIn(record) };
    const lost: Lost[] = [];
    for (const [fieldId, value] of Object.entries(data)) {
      const links = linksIn(value);
      const at = links.findIndex((link) => targetOf(link) === target);
      const link = links[at];
      if (link === undefined) continue;
      lost.push({ recordId, fieldId, at, link });
      data[fieldId] = links.filter((one) => targetOf(one) !== target);
    }
    this.#set(target, [...this.#of(target), ...lost]);
    return data;
  }

  /** Everything that was lost of a record that is back, by the record that lost it. */
  losersOf(target: string): readonly string[] {
    return [...new Set(this.#of(target).map(({ recordId }) => recordId))];
  }

  /** The deleted records that a record has lost links to. */
  lostBy(recordId: string): readonly string[] {
    const all = [...this.#byTarget].filter(([, lost]) =>
      lost.some((one) => one.recordId === recordId),
    );
    return all.map(([target]) => target);
  }

  /** The record's data with its links to `target`, where they were. */
  giveBack(record: ObjectRow, target: string, isField: (fieldId: string) => boolean): JsonObject {
    const recordId = fieldText(record, 'id') ?? '';
    const data: Record<string, JsonValue> = { ...dataIn(record) };
    const back = this.#of(target).filter((one) => one.recordId === recordId);
    for (const { fieldId, at, link } of back) {
      const links = [...linksIn(data[fieldId])];
      if (!isField(fieldId) || links.some((one) => targetOf(one) === target)) continue;
      links.splice(at, 0, link);
      data[fieldId] = links;
    }
    this.#set(
      target,
      this.#of(target).filter((one) => one.recordId !== recordId),
    );
    return data;
  }

  /** Who edits the field himself has the last word: nothing comes back to it. */
  forget(recordId: string, before: ObjectRow | null, after: ObjectRow | null): void {
    const [old, now] = [dataIn(before), dataIn(after)];
    for (const target of this.lostBy(recordId)) {
      const kept = this.#of(target).filter(
        (one) =>
          one.recordId !== recordId || sameJson(old[one.fieldId] ?? null, now[one.fieldId] ?? null),
      );
      if (kept.length < this.#of(target).length) this.#set(target, kept);
    }
  }

  /** Of an earlier run, told to nobody. */
  put(target: string, lost: JsonValue): void {
    const all = (isList(lost) ? lost : []).filter(isJsonObject).map((one): Lost => {
      const link = one['link'];
      return {
        recordId: fieldText(one, 'recordId') ?? '',
        fieldId: fieldText(one, 'fieldId') ?? '',
        at: numberOf(one, 'at') ?? 0,
        link: isJsonObject(link) ? link : {},
      };
    });
    if (all.length === 0) this.#byTarget.delete(target);
    else this.#byTarget.set(target, all);
  }

  #of(target: string): readonly Lost[] {
    return this.#byTarget.get(target) ?? [];
  }

  #set(target: string, lost: readonly Lost[]): void {
    if (lost.length === 0 && !this.#byTarget.has(target)) return;
    this.put(target, lost);
    this.#tell(target, lost);
  }
}

function dataIn(record: ObjectRow | null): JsonObject {
  const data = record?.['data'];
  return isJsonObject(data) ? data : {};
}
