/** Rooms are registered and have what a reader looks for; files are named for what they hold. */
import { LIBRARY_ROOMS, PROCESS_ROOMS } from './rooms.ts';
import { sourceFiles } from './tree.ts';
import type { TidyRule } from './tree.ts';

const MAIN_LINES_MAX = 60;

export const registeredRooms: TidyRule = (tree) => {
  const rooms = new Set(
    [...tree.keys()].flatMap((path) => /^services\/([^/]+)\//.exec(path)?.[1] ?? []),
  );
  const known = new Set([...LIBRARY_ROOMS, ...PROCESS_ROOMS]);
  return [...rooms]
    .filter((room) => !known.has(room))
    .map(
      (room) =>
        `services/${room}: not in the register; a process has its line in services/processes.ts, ` +
        'what processes are made of in test/tidy/rooms.ts',
    );
};

/** main.ts wires, it does not think; it opens with what the room is for, promises, must not do. */
export const mains: TidyRule = (tree) =>
  [...tree].flatMap(([path, text]) => {
    if (!/^services\/[^/]+\/main\.ts$/.test(path)) return [];
    const lines = text.trimEnd().split('\n').length;
    const [opening = ''] = text.replace(/^#!.*\n/, '').split(/^(?!\s*(?:\/\/|\/?\*))/m);
    const comments = opening.split('\n').filter((line) => /[a-z]/i.test(line)).length;
    return [
      ...(lines > MAIN_LINES_MAX ? [`${path}: ${lines} lines; main wires, move the rest`] : []),
      ...(comments < 3 ? [`${path}: open with three lines: for what, promises, must not`] : []),
    ];
  });

const BUCKETS = /^(utils?|common|helpers?|misc|types|index|constants|shared|lib)(\.test)?\.ts$/;

export const fileNames: TidyRule = (tree) =>
  sourceFiles(tree).flatMap(([path]) => {
    const name = path.split('/').at(-1) ?? '';
    if (BUCKETS.test(name)) return [`${path}: a bucket; name it for its one main export`];
    return /^[a-z0-9]+([-.][a-z0-9]+)*\.ts$/.test(name) ? [] : [`${path}: not kebab-case`];
  });
