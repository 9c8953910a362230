// docker-compose.yml as a user runs it: image, init, health, one change, and an orderly end.
// Only with COMPOSE_TEST=1 (`npm run compose:test`), because it builds an image.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../services/local-stack/ports.ts';
import { SERVICES } from '../../services/processes.ts';
import { packageRoot } from '../../services/platform/process/assets.ts';
import { eventually } from '../support/eventually.ts';

const PROJECT = 'workfront-cdc-test';
const PROCESSES = SERVICES.map(({ name }) => name);
const UP_TIMEOUT_S = 240;
// A minute and half a minute on two idle cores.
const COMMAND_TIMEOUT_MS = 300_000;
/** What infra/Dockerfile builds from. */
const NODE_IMAGE = 'node:20-bookworm-slim';
const settings = await freePorts();
const whyNot = await reasonToSkip();

describe('docker compose', () => {
  let sandboxUrl = '';

  beforeAll(async () => {
    if (whyNot !== null) return;
    await down(); // what a killed run left
    await compose('build', '--quiet');
    try {
      await compose('up', '-d', '--wait', '--wait-timeout', String(UP_TIMEOUT_S));
    } catch (error) {
      const logs = await compose('logs', '--no-color', '--tail', '30').catch(String);
      throw new Error(`docker compose up failed; what the containers said:\n${logs}`, {
        cause: error,
      });
    }
    sandboxUrl = `http://${(await compose('port', 'sandbox', '4000')).trim()}`;
  }, 2 * COMMAND_TIMEOUT_MS);

  afterAll(async () => {
    if (whyNot === null) await down();
  }, COMMAND_TIMEOUT_MS);

  it('carries a change from the API of the sandbox to a row of projects_current', async (test) => {
    if (whyNot !== null) test.skip(whyNot);
    const response = await fetch(`${sandboxUrl}/attask/api/v21.0/PROJ`, {
      method: 'POST',
      headers: { apiKey: 'sandbox', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ updates: '{"name":"Moon base"}' }),
    });
    expect(response.status).toBe(200);
    const { data } = (await response.json()) as { data: { ID: string } };
    const select = `select name from workfront.projects_current where projectid = '${data.ID}'`;
    await eventually(async () => (await psql(select)) === 'Moon base', {
      what: 'the row is there',
      deadlineMs: 30_000,
      pollMs: 250,
    });
  });

  it('runs every process as nobody special, on a read-only root', async (test) => {
    if (whyNot !== null) test.skip(whyNot);
    for (const service of PROCESSES) {
      const said = await compose(
        'exec',
        '-T',
        service,
        'sh',
        '-c',
        'id -u; touch x 2>/dev/null || echo no',
      );
      expect(said.trim().split('\n'), service).toEqual(['1000', 'no']);
    }
  });

  it('signs in to Postgres as no superuser, and lets none in from outside', async (test) => {
    if (whyNot !== null) test.skip(whyNot);
    const roles = `select rolname, rolsuper, rolpassword is null from pg_authid
      where rolsuper or rolcanlogin order by 1`;
    const said = await psql(roles, 'postgres');
    expect(said.split('\n')).toEqual(['postgres|t|t', 'workfront|f|f']);
  });

  // Law 8
  it('drains on stop: every process ends by itself with exit code 0', async (test) => {
    if (whyNot !== null) test.skip(whyNot);
    await compose('stop', ...PROCESSES);
    for (const service of PROCESSES) {
      const id = (await compose('ps', '--all', '--quiet', service)).trim();
      const code = await docker('inspect', '--format', '{{.State.ExitCode}}', id);
      expect(`${service} ${code.trim()}`).toBe(`${service} 0`);
    }
  });
});

function down(): Promise<string> {
  return compose('down', '--volumes', '--remove-orphans', '--timeout', '15');
}

async function psql(sql: string, role = 'workfront'): Promise<string> {
  const args = ['psql', '-U', role, '-d', 'workfront', '-Atc', sql];
  return (await compose('exec', '-T', 'postgres', ...args)).trim();
}

function compose(...args: readonly string[]): Promise<string> {
  return docker('compose', '-p', PROJECT, '--env-file', '/dev/null', ...args);
}

async function docker(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('docker', [...args], {
    cwd: packageRoot(),
    env: { ...environment(), ...settings },
    timeout: COMMAND_TIMEOUT_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** What Docker needs; a tenant that is configured here is not for a test. */
function environment(): Record<string, string | undefined> {
  const given = Object.entries(process.env);
  return Object.fromEntries(given.filter(([name]) => /^(PATH|HOME|DOCKER_|XDG_)/.test(name)));
}

/** 0 lets Docker choose, but Kafka has to say which one it is. */
async function freePorts(): Promise<Record<string, string>> {
  return {
    WORKFRONT_CDC_IMAGE: 'workfront-cdc:test',
    KAFKA_PORT: String(await freePort()),
    POSTGRES_PORT: '0',
    REGISTRY_PORT: '0',
    SANDBOX_PORT: '0',
    SANDBOX_RATE: '5',
    WEBHOOK_PORT: '0',
  };
}

async function reasonToSkip(): Promise<string | null> {
  if (process.env['COMPOSE_TEST'] !== '1')
    return 'it builds an image; npm run compose:test runs it';
  try {
    await docker('info');
    await docker('compose', 'version');
  } catch {
    return 'Docker with compose v2 is missing or does not run';
  }
  const images = (await compose('config', '--images')).trim().split('\n');
  const bases = [...images.filter((image) => !image.startsWith('workfront-cdc')), NODE_IMAGE];
  for (const image of new Set(bases)) {
    try {
      await docker('image', 'inspect', image).catch(() => docker('pull', '--quiet', image));
    } catch {
      return `image ${image} is not on this machine and cannot be pulled`;
    }
  }
  return null;
}
