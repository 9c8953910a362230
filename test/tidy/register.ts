/**
 * A line of a register and its parts: what a new process or projection lacks is named, wherever in
 * the repository it belongs (docs/adding-a-source.md, docs/adding-a-projection.md).
 */
import { PROCESSES } from '../../services/processes.ts';
import type { ProcessEntry } from '../../services/processes.ts';
import type { TidyRule } from './tree.ts';

/** What a file has to say; the empty text: it has to be there. */
type Part = readonly [path: string, text: string];

export const wholeProcesses: TidyRule = (tree) =>
  PROCESSES.flatMap((entry) =>
    partsOf(entry)
      .filter(([path, text]) => tree.get(path)?.includes(text) !== true)
      .map(([path, text]) => `${entry.name}: ${path} ${text === '' ? 'is missing' : lacks(text)}`),
  );

function partsOf({ name, kind }: ProcessEntry): Part[] {
  const own = (file: string): Part => [`services/${name}/${file}`, ''];
  const parts = [own('main.ts'), own('README.md')];
  const mentions: Part[] = [['docs/architecture.md', `\`services/${name}\``]];
  if (kind === 'command') return [...parts, ...mentions];
  mentions.push(['services/settings.ts', `'./${name}/`]);
  mentions.push(['docker-compose.yml', `dist/services/${name}/main.js`]);
  if (kind !== 'source') return [...parts, ...mentions];
  parts.push(own('config.ts'), own('translate.ts'), [`test/conformance/${name}.ts`, '']);
  mentions.push(['test/conformance/sources.ts', `'./${name}.ts'`]);
  return [...parts, ...mentions];
}

function lacks(text: string): string {
  return `does not name ${text}`;
}

/** `up` runs all of them on one machine. */
export function doublePorts(entries: readonly ProcessEntry[]): string[] {
  const ports = entries.flatMap(({ name, opsPort, port }) =>
    [opsPort, port?.usual ?? null].flatMap((number) => (number === null ? [] : { name, number })),
  );
  return ports
    .filter(({ number }, at) => ports.findIndex((other) => other.number === number) < at)
    .map(
      ({ name, number }) => `services/processes.ts: another has ${number} too, not only ${name}`,
    );
}

const PROJECTIONS = 'services/projector/projections';

/** A folder of projections that its register does not import is no projection. */
export const registeredProjections: TidyRule = (tree) => {
  const folders = [...tree.keys()].flatMap(
    (path) => new RegExp(`^${PROJECTIONS}/([^/]+)/`).exec(path)?.[1] ?? [],
  );
  const register = tree.get(`${PROJECTIONS}/register.ts`) ?? '';
  return [...new Set(folders)]
    .filter((folder) => !register.includes(`'./${folder}/`))
    .map((folder) => `${PROJECTIONS}/${folder}: not in register.ts; give it a line there`);
};
