/**
 * Kills a process of ours, with -9, before or after its n-th statement to Postgres: each such place
 * has a number, so that all can be gone through without naming any.
 */
import { readFileSync } from 'node:fs';

export interface KillPoint {
  /** From 1; Infinity: only counts. */
  readonly statement: number;
  readonly when: 'before' | 'after';
  /** Counts only in sessions that have run a statement with this text; left out: in all. */
  readonly behind?: string;
}

/** For the environment of a node process; it tells in `countFile` how many statements it made. */
export function killEnv(
  { statement, when, behind = '' }: KillPoint,
  countFile: string,
): Readonly<Record<string, string>> {
  const script = `
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
const { Client } = createRequire(${JSON.stringify(`${process.cwd()}/`)})('pg');
const query = Client.prototype.query;
const end = () => process.kill(process.pid, 'SIGKILL');
let count = 0;
const counted = new WeakSet();
const isCounted = (client, [first]) => {
  if (counted.has(client)) return true;
  if ((first?.text ?? String(first)).includes(${JSON.stringify(behind)})) counted.add(client);
  return ${behind === ''};
};
Client.prototype.query = function (...args) {
  if (!isCounted(this, args)) return query.apply(this, args);
  const mine = ++count;
  if (mine === ${statement} && ${when === 'before'}) end();
  const answer = query.apply(this, args);
  if (mine === ${statement}) Promise.resolve(answer).then(end, end);
  return answer;
};
process.on('exit', () => count > 0 && writeFileSync(${JSON.stringify(countFile)}, String(count)));`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(script)}` };
}

export function countedStatements(countFile: string): number {
  return Number(readFileSync(countFile, 'utf8'));
}
