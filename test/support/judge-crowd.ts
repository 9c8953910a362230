/** Holds what was made of a crowded object's events against the truth of it. */
import type { FieldValue } from '../../services/core/field-value.ts';
import { LISTED, valueOf } from './crowded-object.ts';
import type { CrowdedObject, TrueSave } from './crowded-object.ts';

/** A version as it came out, whoever made it. */
export interface JudgedVersion {
  readonly entryDate: number;
  readonly deleted: boolean;
  readonly fields: { readonly [name: string]: FieldValue };
}

export interface Verdict {
  /** Saves of which a webhook came and that are no version. */
  readonly lost: readonly string[];
  /** Values that a version has and its save had not. */
  readonly wrong: readonly string[];
  /** Of the last version: values that are not the object's, though something told them. */
  readonly wrongNow: readonly string[];
}

const EVERYTHING = [...LISTED, 'progress', 'DE:Region'] as const;
const SAME_SAVE = 500_000;

export function judge(object: CrowdedObject, versions: readonly JudgedVersion[]): Verdict {
  return {
    lost: lostSaves(object, versions),
    wrong: wrongValues(object, versions),
    wrongNow: wrongNow(object, versions.at(-1) ?? null),
  };
}

/** Saves of one clock are one version. */
function lastOfEachClock(saves: readonly TrueSave[]): TrueSave[] {
  return saves.filter((save, index) => {
    const others = saves.slice(index + 1).filter(({ state }) => state !== null);
    return save.state !== null && !others.some(({ clock }) => clock === save.clock);
  });
}

function lostSaves({ saves, events }: CrowdedObject, versions: readonly JudgedVersion[]): string[] {
  const isClockless = events.some(({ objCode }) => objCode === 'NOTE');
  if (isClockless) return lostInOrder(saves, versions);
  const told = lastOfEachClock(saves).filter(({ isTold }) => isTold);
  return told
    .filter((save) => !isKept(saves, save))
    .filter(({ clock }) => !versions.some(({ entryDate }) => entryDate === clock))
    .map(({ clock }) => `save of ${clock}`);
}

/** A restore may keep the clock: then it is no version at that clock. */
function isKept(saves: readonly TrueSave[], save: TrueSave): boolean {
  return saves.some((other) => other.clock === save.clock && other.at !== save.at);
}

/** Without clocks a version cannot be found by its instant: the states must come in their order. */
function lostInOrder(saves: readonly TrueSave[], versions: readonly JudgedVersion[]): string[] {
  const lost: string[] = [];
  let next = 0;
  for (const save of saves) {
    const isListed = save.changed.some((name) => name !== 'progress');
    if (!save.isTold || save.state === null || !isListed) continue;
    const found = versions.findIndex(
      (version, index) => index >= next && !version.deleted && isStateOf(version, save),
    );
    if (found === -1) lost.push(`save at ${save.at}`);
    else next = found;
  }
  return lost;
}

function isStateOf({ fields }: JudgedVersion, { state }: TrueSave): boolean {
  return LISTED.every((name) => valueOf(fields, name) === valueOf(state, name));
}

function wrongValues(
  { saves, events }: CrowdedObject,
  versions: readonly JudgedVersion[],
): string[] {
  if (events.some(({ objCode }) => objCode === 'NOTE')) return [];
  return lastOfEachClock(saves)
    .filter((save) => save.isTold && !isKept(saves, save))
    .flatMap(({ clock, state }) => {
      const version = versions.find(({ entryDate }) => entryDate === clock);
      if (version === undefined || version.deleted) return [];
      const wrong = LISTED.filter((name) => valueOf(version.fields, name) !== valueOf(state, name));
      return wrong.map((name) => `${name} at ${clock}`);
    });
}

function wrongNow(object: CrowdedObject, last: JudgedVersion | null): string[] {
  const { saves } = object;
  const state = saves.at(-1)?.state ?? null;
  // Of what nothing at all was told nothing can be known.
  if (last === null) return object.events.length === 0 ? [] : ['ID'];
  if (last.deleted !== (state === null)) return isExistenceKnown(object) ? ['ID'] : [];
  if (state === null) return [];
  return EVERYTHING.filter(
    (name) => valueOf(last.fields, name) !== valueOf(state, name) && isValueKnown(object, name),
  );
}

function isExistenceKnown({ saves, events }: CrowdedObject): boolean {
  const turns = saves.filter(
    ({ state }, index) => (state === null) !== (saves[index - 1]?.state === null),
  );
  const turn = turns.at(-1);
  if (turn === undefined) return true;
  const isRead = events.some(({ path, asOf }) => path === 'SEARCH' && asOf > turn.at);
  if (isRead) return true;
  const later = saves.slice(saves.indexOf(turn)).filter(({ isTold }) => isTold);
  if (turn.state === null) return later.length > 0 || turn.hasEndRow;
  // A change clock alone opens nothing within the spread of the delete.
  return turn.isTold || later.some(({ clock }) => clock > turn.at + 2 * SAME_SAVE);
}

/** Whether anything at all told of the value that the field has had since its last change. */
function isValueKnown({ saves, events }: CrowdedObject, name: string): boolean {
  const index = saves.findLastIndex(({ changed }) => changed.includes(name));
  const save = saves[index];
  if (save === undefined) return false;
  if (
    events.some(
      ({ path, operation, asOf }) =>
        path === 'SEARCH' && operation === 'SNAPSHOT' && asOf > save.at,
    )
  )
    return true;
  const isListed = name !== 'progress';
  if (isListed && saves.slice(index).some(({ isTold, state }) => isTold && state !== null))
    return true;
  return save.rows.includes(name);
}
