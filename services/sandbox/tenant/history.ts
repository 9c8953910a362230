/** The truth about every object at every instant, for the oracle. Keeps differences, not copies. */
import { setMember } from '../../core/field-value.ts';
import type { Change, ChangeKind } from './change.ts';
import type { Micros, ObjCode, ObjID } from '../../core/units.ts';
import { changedFields, fieldOf, parametersOf } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';

export interface HistoryEntry {
  readonly sequence: number;
  readonly kind: ChangeKind;
  readonly atMicros: Micros;
  readonly eventTimeMicros: Micros;
  readonly journalMicros: Micros;
  readonly actorID: string | null;
  readonly sentEvent: boolean;
  readonly journaled: boolean;
  /**
   * Field to its new value, null where emptied; `DE:` names for custom fields. Whole row on
   * CREATE.
   */
  readonly changes: ObjectRow;
}

interface Life {
  /** The row before the first entry, null when the first entry created it. */
  readonly birth: ObjectRow | null;
  readonly entries: HistoryEntry[];
}

export class History {
  readonly #lives = new Map<string, Life>();
  /** Whether a change sends an event: more than its own `sendsEvent` may speak against it. */
  tells: (change: Change) => boolean = ({ sendsEvent }) => sendsEvent;

  add(change: Change): void {
    const key = `${change.objCode} ${change.objID}`;
    let life = this.#lives.get(key);
    if (life === undefined) this.#lives.set(key, (life = { birth: change.before, entries: [] }));
    life.entries.push({
      sequence: change.sequence,
      kind: change.kind,
      atMicros: change.atMicros,
      eventTimeMicros: change.eventTimeMicros,
      journalMicros: change.journalMicros,
      actorID: change.actorID,
      sentEvent: this.tells(change),
      journaled: change.journaled,
      changes: changesOf(change),
    });
  }

  entries(objCode: ObjCode, objID: ObjID): readonly HistoryEntry[] {
    return this.#lives.get(`${objCode} ${objID}`)?.entries ?? [];
  }

  /** Every object that has ever changed, deleted ones too. */
  *objects(): IterableIterator<readonly [objCode: ObjCode, objID: ObjID]> {
    for (const key of this.#lives.keys()) {
      const space = key.indexOf(' ');
      yield [key.slice(0, space), key.slice(space + 1)];
    }
  }

  /**
   * The row as it was at the instant: null when it did not exist then, undefined when the history
   * knows nothing of the object (it has never changed; the store's row holds).
   */
  stateAt(objCode: ObjCode, objID: ObjID, atMicros: Micros): ObjectRow | null | undefined {
    const life = this.#lives.get(`${objCode} ${objID}`);
    if (life === undefined) return undefined;
    let row = life.birth;
    for (const entry of life.entries) {
      if (entry.atMicros > atMicros) break;
      if (entry.kind === 'DELETE') row = null;
      else row = applyChanges(row ?? {}, entry.changes);
    }
    return row;
  }
}

function changesOf(change: Change): ObjectRow {
  if (change.after === null) return {};
  if (change.before === null || change.kind === 'RESTORE') return change.after;
  const { after } = change;
  const names = changedFields(change.before, after);
  return Object.fromEntries(names.map((name) => [name, fieldOf(after, name)]));
}

function applyChanges(row: ObjectRow, changes: ObjectRow): ObjectRow {
  const parameters = { ...parametersOf(row) };
  const next: Record<string, ObjectRow[string]> = { ...row };
  for (const [name, value] of Object.entries(changes)) {
    if (!name.startsWith('DE:')) setMember(next, name, value);
    else if (value === null) delete parameters[name];
    else parameters[name] = value;
  }
  if (changes['parameterValues'] === undefined) next['parameterValues'] = parameters;
  return next;
}
