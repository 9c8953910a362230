/**
 * Kills a process of ours, with -9, before or after one of its requests to Kafka, to the schema
 * registry or, where asked, to Postgres. A place is a request and who makes it, as the stack tells:
 * all that a run comes through are found by running it, so that all can be gone through without
 * naming any.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';

import type { Random } from '../../services/core/random.ts';

export interface AwaitPoint {
  /** One of `countedAwaits`; empty: only counts. */
  readonly site: string;
  /** Which of its requests, from 1. */
  readonly time: number;
  readonly when: 'before' | 'after';
}

export const ONLY_COUNT: AwaitPoint = { site: '', time: 0, when: 'after' };

/** For the environment of a node process; `countFile` tells what it asked for, and how often. */
export function awaitKillEnv(
  { site, time, when }: AwaitPoint,
  countFile: string,
  alsoSql = false,
): Readonly<Record<string, string>> {
  const script = `
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire, syncBuiltinESMExports } from 'node:module';
const require = createRequire(${JSON.stringify(`${process.cwd()}/`)});
const Broker = require('kafkajs/src/broker');
Error.stackTraceLimit = 60;
const counts = new Map();
const end = () => process.kill(process.pid, 'SIGKILL');
const OURS = /(?:node_modules[/](kafkajs)[/]src|[/](services))[/]([^:)]+):(\\d+)/;
const siteOf = (request) => {
  const frames = new Error().stack.split('\\n').slice(3).flatMap((line) => {
    const found = OURS.exec(line);
    return found === null ? [] : [(found[1] ?? found[2]) + '/' + found[3] + ':' + found[4]];
  });
  const client = frames.find((one) => one.startsWith('kafkajs'));
  const services = frames.filter((one) => one.startsWith('services'));
  const own = services.find((one) => !one.includes('/postgres/')) ?? services[0];
  return [request, client, own].filter(Boolean).join(' < ');
};
const meet = (request, ask) => {
  const site = siteOf(request);
  const mine = (counts.get(site) ?? 0) + 1;
  counts.set(site, mine);
  const isHere = site === ${JSON.stringify(site)} && mine === ${time};
  if (isHere && ${when === 'before'}) end();
  const answer = ask();
  if (isHere) whenDone(answer).then(end, end);
  return answer;
};
const isStream = (answer) => typeof answer?.once === 'function';
const whenDone = async (answer) => {
  if (!isStream(answer)) return answer;
  return new Promise((done) => ['finish', 'end', 'close'].map((name) => answer.once(name, done)));
};
for (const name of Object.getOwnPropertyNames(Broker.prototype)) {
  if (name === 'constructor' || name === 'isConnected') continue;
  const asked = Broker.prototype[name];
  Broker.prototype[name] = function (...args) {
    return meet(name, () => asked.apply(this, args));
  };
}
// The registry is asked by both.
const { fetch } = globalThis;
globalThis.fetch = (...args) => meet('schema', () => fetch(...args));
const { request } = http;
http.request = (...args) => {
  let made;
  const answered = () => new Promise((resolve) => {
    made = request(...args).once('response', resolve);
  });
  meet('schema', answered);
  return made;
};
syncBuiltinESMExports();
if (${alsoSql}) {
  const { Client } = require('pg');
  const { query } = Client.prototype;
  Client.prototype.query = function (...args) {
    const request = 'sql ' + /\\w+/.exec(args[0]?.text ?? args[0]);
    return meet(request, () => query.apply(this, args));
  };
}
process.on('exit', () => {
  if (counts.size > 0) appendFileSync(${JSON.stringify(countFile)}, JSON.stringify([...counts]) + '\\n');
});`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(script)}` };
}

/** Each of them before and after, at one of the times that it was come through. */
export function awaitPoints(counts: ReadonlyMap<string, number>, random: Random): AwaitPoint[] {
  return [...counts].flatMap(([site, count]) => {
    const time = random.int(1, Math.min(count, TIMES_MAX));
    return (['before', 'after'] as const).map((when) => ({ site, time, when }));
  });
}

/** Of what comes again and again: waiting for a later time would show nothing else. */
const TIMES_MAX = 8;

export function nameOfPoint({ site, time, when }: AwaitPoint): string {
  return `${when} request ${time} of ${site}`;
}

/** For a report, without the numbers of lines: what is asked, and which files ask it. */
export function requestLines(sites: Iterable<string>): string {
  const requests = new Set([...sites].map((site) => site.replaceAll(/:\d+/g, '')));
  return [...requests]
    .toSorted()
    .map((one) => `- ${one}`)
    .join('\n');
}

/** How often each place was come through, by all processes that wrote the file; empties it. */
export function countedAwaits(countFile: string): Map<string, number> {
  const counts = new Map<string, number>();
  if (!existsSync(countFile)) return counts;
  for (const line of readFileSync(countFile, 'utf8').split('\n').filter(Boolean)) {
    for (const [site, count] of JSON.parse(line) as [string, number][]) {
      counts.set(site, (counts.get(site) ?? 0) + count);
    }
  }
  rmSync(countFile);
  return counts;
}
