/** Ports on loopback: the one used last time, else the usual one, else any that is free. */
import { readFileSync, writeFileSync } from 'node:fs';

import getPort from 'get-port';

export type PortName = 'postgres' | 'kafka' | 'kafkaController' | 'registry';

const USUAL: Readonly<Record<string, number>> = {
  postgres: 5432,
  kafka: 9092,
  kafkaController: 9093,
  registry: 8081,
};

export interface PortsOptions {
  /** Where the chosen ports are remembered, so that they are the same at the next start. */
  readonly file: string;
  /** `any` skips the usual ports: for tests, which must not meet a stack that somebody uses. */
  readonly prefer: 'usual' | 'any';
}

export interface ChosenPort {
  readonly port: number;
  /** The port that was wanted and is taken by another program; null when all is as wished. */
  readonly takenPort: number | null;
}

/** Chooses and remembers. `usual` names the port of a service that is not one of ours. */
export async function choosePort(
  name: string,
  { file, prefer }: PortsOptions,
  usual: number | undefined = USUAL[name],
): Promise<ChosenPort> {
  const remembered = readPorts(file);
  const wanted = [remembered[name], prefer === 'usual' ? usual : undefined].filter(
    (port) => port !== undefined,
  );
  const others = Object.entries(remembered).filter(([other]) => other !== name);
  const port = await getPort({
    port: wanted,
    host: '127.0.0.1',
    // Two services must not be given one port while neither has begun to listen.
    exclude: others.map(([, taken]) => taken),
  });
  writeFileSync(file, JSON.stringify({ ...remembered, [name]: port }, null, 2) + '\n');
  const first = wanted[0];
  return { port, takenPort: first === undefined || first === port ? null : first };
}

/** Any free port on loopback; remembered nowhere. */
export function freePort(): Promise<number> {
  return getPort({ host: '127.0.0.1' });
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
