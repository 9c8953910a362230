/** Ports on loopback: the one used last time, else the usual one, else any that is free. */
import { readFileSync, writeFileSync } from 'node:fs';

import getPort, { clearLockedPorts } from 'get-port';

import { PipelineError } from '../core/errors.ts';
import { SERVICES } from '../processes.ts';
import type { ServiceName } from '../processes.ts';

type ServerName = 'postgres' | 'kafka' | 'kafkaController' | 'registry';

export type PortName = ServerName | ServiceName | `${ServiceName}.ops`;

const SERVERS: Readonly<Record<ServerName, number>> = {
  postgres: 5432,
  kafka: 9092,
  kafkaController: 9093,
  registry: 8081,
};

/** Where one looks for such a service first. */
const USUAL: ReadonlyMap<string, number> = usualPorts();

function usualPorts(): Map<string, number> {
  const ports = new Map(Object.entries(SERVERS));
  for (const { name, port, opsPort } of SERVICES) {
    if (port !== null) ports.set(name, port.usual);
    if (opsPort !== null) ports.set(`${name}.ops`, opsPort);
  }
  return ports;
}

export interface PortsOptions {
  /** Where the chosen ports are remembered, so that they are the same at the next start. */
  readonly file: string;
  /** `any` skips the usual ports: for tests, which must not meet a stack that somebody uses. */
  readonly prefer: 'usual' | 'any';
  /** Hears when the port that was wanted is taken by another program. */
  readonly say: (message: string) => void;
}

/** Chooses and remembers. */
export function choosePort(name: PortName, options: PortsOptions): Promise<number> {
  const chosen = lastChoice.then(() => choose(name, options));
  lastChoice = chosen.catch(() => undefined);
  return chosen;
}

// One at a time: two choices at once would not see each other in the file.
let lastChoice: Promise<unknown> = Promise.resolve();

async function choose(name: PortName, { file, prefer, say }: PortsOptions): Promise<number> {
  const remembered = readPorts(file);
  const wanted = [remembered[name], prefer === 'usual' ? USUAL.get(name) : undefined].filter(
    (port) => port !== undefined,
  );
  const others = Object.entries(remembered).filter(([other]) => other !== name);
  // The library keeps what it gave out for a while; the file does that better.
  clearLockedPorts();
  const port = await getPort({
    port: [...wanted, ...candidates()],
    host: '127.0.0.1',
    // Two services must not be given one port while neither has begun to listen.
    exclude: others.map(([, taken]) => taken),
  });
  writeFileSync(file, JSON.stringify({ ...remembered, [name]: port }, null, 2) + '\n');
  const first = wanted[0];
  if (first !== undefined && first !== port) {
    say(`Port ${first} is taken by another program: ${name} uses ${port}.`);
  }
  return port;
}

/** The port that somebody asked for by `variable`, or PORT_UNUSABLE when it is taken. */
export async function takeAskedPort(variable: string, port: number): Promise<number> {
  clearLockedPorts();
  if (port === 0 || (await getPort({ port, host: '127.0.0.1' })) === port) return port;
  throw new PipelineError(
    'PORT_UNUSABLE',
    `Port ${port}, asked for by ${variable}, is taken by another program: stop that program, or ` +
      `set ${variable} to another port.`,
    { port },
  );
}

/** Any free port on loopback; remembered nowhere. */
export function freePort(): Promise<number> {
  return getPort({ host: '127.0.0.1', port: candidates() });
}

/**
 * Below the range from which systems give ports to outgoing connections (from 32768 on Linux, 49152
 * elsewhere): one of those could take a chosen port in the seconds before its server listens, and
 * hold it for hours.
 */
function candidates(): number[] {
  return Array.from({ length: 50 }, () => 10_000 + Math.floor(Math.random() * 22_000));
}

function readPorts(file: string): Readonly<Record<string, number>> {
  try {
    const ports: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof ports !== 'object' || ports === null) return {};
    return Object.fromEntries(
      Object.entries(ports).filter((entry): entry is [string, number] => {
        const port: unknown = entry[1];
        return Number.isInteger(port);
      }),
    );
  } catch {
    // A missing or torn file only means that nothing is remembered.
    return {};
  }
}
