/** The published queries of `GET /{obj}/{queryName}` (reference C.2). */

/** Statuses of one kind of object, those of the system or as a group has them. */
export interface StatusQuery {
  readonly enumClass: string;
  readonly ofGroup: boolean;
}

const STATUS_CLASSES: Readonly<Record<string, string>> = {
  project: 'STATUS_PROJ',
  task: 'STATUS_TASK',
  opTask: 'STATUS_OPTASK',
};
const STATUSES = /^(project|task|opTask)(Group)?Statuses$/;

/** Of work (WF api-basics), of statuses (WF api-changes-search). */
export function queriesOf(objCode: string): readonly string[] {
  if (objCode === 'WORK') return ['myWork'];
  if (objCode !== 'CSTEM') return [];
  const types = Object.keys(STATUS_CLASSES);
  return ['Statuses', 'GroupStatuses'].flatMap((kind) => types.map((type) => type + kind));
}

/** Null when it is no query of CSTEM. */
export function statusQueryOf(name: string): StatusQuery | null {
  const match = STATUSES.exec(name);
  const enumClass = STATUS_CLASSES[match?.[1] ?? ''];
  return enumClass === undefined ? null : { enumClass, ofGroup: match?.[2] !== undefined };
}
