import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { isAlive, signalProcess } from '../../services/local-stack/process-identity.ts';
import type { CommandOutcome } from '../support/command-line.ts';
import { eventually } from '../support/eventually.ts';
import { openUpHarness } from '../support/up-harness.ts';
import type { UpHarness } from '../support/up-harness.ts';

// The command line as a user has it, on the servers of this run: `up` uses what it is given. Each
// test needs an `up` that runs, and nothing of another test.
describe('while up runs', () => {
  let harness: UpHarness;
  let said: CommandOutcome;

  beforeAll(async () => {
    harness = await openUpHarness();
    said = await harness.up();
  });
  afterAll(() => harness?.close());

  test('it has said what to try, with an answer, and no password', () => {
    const { stdout, stderr } = said;
    expect(stderr + stdout).toContain('npx workfront-cdc down stops it');
    expect(stdout).toMatch(/curl '.*apiKey=sandbox/);
    expect(stdout).toMatch(/psql 'postgres:/);
    expect(stdout).toMatch(/name +status +percentcomplete +lastupdatedate\n.*\n +\w+/);
    const password = new URL(harness.env['DATABASE_URL'] ?? '').password;
    expect(stdout + stderr).not.toContain(password);
  });

  test('doctor finds nothing to be done right after a start', async () => {
    const { code, stdout } = await harness.run('doctor', '--json');
    const { checks } = JSON.parse(stdout) as { checks: readonly { verdict: string }[] };
    expect(checks.filter(({ verdict }) => verdict === 'finding')).toEqual([]);
    expect(code).toBe(0);
  });

  test('what it keeps is for its user alone', () => {
    const modeOf = (name: string): number => statSync(join(harness.dataDir, name)).mode & 0o777;
    for (const name of ['stack.json', 'webhook-token', 'sandbox.jsonl', 'logs/up.log']) {
      expect([name, modeOf(name)]).toEqual([name, 0o600]);
    }
    for (const name of ['logs', 'pids']) expect([name, modeOf(name)]).toEqual([name, 0o700]);
  });

  test('status names what runs, that it can do its job, and how fresh it is', async () => {
    const { code, stdout } = await harness.run('status', '--json');
    const status = JSON.parse(stdout) as {
      state: string;
      processes: { name: string; state: string }[];
      numbers: Record<string, unknown>;
    };
    expect([code, status.state]).toEqual([0, 'running']);
    expect(status.processes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['sandbox', 'webhook-ingress', 'journal-poller', 'projector']),
    );
    expect(new Set(status.processes.map(({ state }) => state))).toEqual(new Set(['ready']));
    expect(status.numbers).toMatchObject({
      lag: expect.any(Number) as number,
      newestAgeMs: expect.any(Number) as number,
    });
  });

  test('a change made over the API of Workfront arrives in the tables', async () => {
    await harness.createProject('Made by a test');
    expect(await harness.projectNamed('Made by a test')).toMatchObject({
      projectid: expect.any(String) as string,
    });
  });

  test('starting it twice is refused and does no harm', async () => {
    const before = harness.processes();
    for (const args of [['up'], ['up', '--detach']]) {
      const { code, stderr } = await harness.run(...args);
      expect(code).toBe(3);
      expect(stderr).toMatch(/already runs on .*down/s);
    }
    expect(harness.processes()).toEqual(before);
    expect(before.every(isAlive)).toBe(true);
  });

  test('what is wanted is there: topics, schema, schema control, a cursor', async () => {
    expect((await harness.run('topics', 'plan')).stdout).toBe('Every topic is there.\n');
    expect((await harness.run('schemas', 'plan')).stdout).toMatch(/is registered with id \d+/);
    expect((await harness.run('migrate')).stdout).toContain('up to date');
    const cursor = async (): Promise<boolean> =>
      (await harness.run('cursors', 'list')).stdout.includes('journal');
    await eventually(cursor, { what: 'the journal has a cursor', deadlineMs: 60_000 });
  });

  test('a body that is no event is set aside, shown and handed in again', async () => {
    const token = readFileSync(join(harness.dataDir, 'webhook-token'), 'utf8');
    const response = await fetch(`${harness.stack().ingressUrl}/webhook/TASK`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{"hello":"from a test"}',
    });
    expect(response.status).toBeLessThan(300);
    const listed = (await harness.run('dead-letters', 'list')).stdout;
    const [, id = ''] = /^(\d+\/\d+) .*webhook-ingress.*waiting/m.exec(listed) ?? [];
    expect((await harness.run('dead-letters', 'show', id)).stdout).toContain(
      '{"hello":"from a test"}',
    );
    expect((await harness.run('dead-letters', 'redrive', id)).stdout).toContain(
      `Handed in ${id} again`,
    );
    const after = (await harness.run('dead-letters', 'list')).stdout;
    expect(after).toMatch(new RegExp(`^${id} .*handed in again`, 'm'));
    expect(after).toMatch(/waiting/);
  });

  test('a process that is killed is started again, and loses nothing', async () => {
    const pidOf = (): number =>
      harness.stack().processes.find(({ name }) => name === 'projector')?.pid ?? 0;
    const before = pidOf();
    process.kill(before, 'SIGKILL');
    await eventually(() => ![0, before].includes(pidOf()), { what: 'it has another pid' });
    await harness.createProject('Made after a kill');
    await harness.projectNamed('Made after a kill');
  });
});

describe('when up ends', () => {
  test('by kill -9 nothing stays behind, the next one loses nothing, and down stops it', async () => {
    const harness = await openUpHarness();
    try {
      await harness.up();
      await harness.createProject('Made before');
      const all = harness.processes();
      const [up] = all;
      if (up === undefined) throw new Error('nothing runs');
      signalProcess(up, 'SIGKILL');
      await eventually(() => !all.some(isAlive), { what: 'every process has ended' });
      const { code, stdout } = await harness.run('status', '--json');
      expect([code, JSON.parse(stdout)]).toMatchObject([1, { state: 'stopped' }]);

      await harness.up();
      await harness.projectNamed('Made before');
      const second = harness.processes();
      expect((await harness.run('down')).stdout).toContain('Everything has stopped');
      expect(second.some(isAlive)).toBe(false);
    } finally {
      await harness.close();
    }
  });
});
