import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { compareWithTruth } from '../support/compare-with-truth.ts';
import { eventually } from '../support/eventually.ts';
import { API_KEY, sandbox, startPipeline, subscribe } from '../support/pipeline.ts';
import type { PipelineRole, TestPipeline } from '../support/pipeline.ts';
import { seededRandom } from '../../services/core/random.ts';
import { seedOfRun } from '../support/random.ts';

const OBJECT_CODES = ['PROJ', 'TASK', 'OPTASK'];
const CHANGES = 5_000;
const KILLS = 9;
const DEADLINE = { timeout: 360_000 };
const seed = seedOfRun();

interface Status {
  readonly quiet: boolean;
  readonly workload: { readonly made: number };
}

describe(`kill -9 while the sandbox makes ${CHANGES} changes (SEED=${seed})`, () => {
  let pipeline: TestPipeline;
  let pool: Pool;

  beforeAll(async () => {
    pipeline = await startPipeline();
    pool = openPool({ url: pipeline.databaseUrl, max: 2, applicationName: 'chaos-test' });
    for (const role of ['sandbox', 'webhook-ingress', 'journal-poller', 'projector'] as const) {
      await pipeline.start(role);
    }
    // Retries of 48 hours pass in minutes. Recalculation without an event or a journal row is what
    // webhooks and the journal cannot know; reads repair it.
    const settings = { timeScale: 500, recalculation: false };
    await sandbox(pipeline, 'PUT', '/settings', settings);
    await subscribe(pipeline, OBJECT_CODES);
  });

  afterAll(async () => {
    await pool?.close();
    await pipeline?.stop();
  });

  it(
    'ends with tables equal to the sandbox, nothing lost and nothing twice',
    DEADLINE,
    async () => {
      await sandbox(pipeline, 'POST', '/workload', { changes: CHANGES, ratePerSecond: 150, seed });
      await killAtRandomMoments();
      await eventually(async () => (await sandbox<Status>(pipeline, 'GET', '/status')).quiet, {
        what: 'the sandbox is quiet',
        deadlineMs: 180_000,
        pollMs: 500,
      });
      const journalRows = await countJournalRows();
      await eventually(async () => (await countChanges('JOURNAL')) >= journalRows, {
        what: `all ${journalRows} journal rows are applied`,
        deadlineMs: 60_000,
      });
      const result = await equalInTheEnd();
      expect(result.differences.slice(0, 10)).toEqual([]);
      expect(result.objects).toBeGreaterThan(100);
      expect(result.deleted).toBeGreaterThan(10);
      expect(result.journaledValues).toBeGreaterThan(100);
      expect(await countChanges('JOURNAL')).toBe(journalRows);
      expect(await countOf('select count(*) from live.changes')).toBe(
        await countOf('select count(distinct (objcode, objid, eventid)) from live.changes'),
      );
    },
  );

  async function killAtRandomMoments(): Promise<void> {
    const random = seededRandom(seed);
    const moments = Array.from({ length: KILLS }, () => random.int(50, CHANGES - 50));
    for (const moment of moments.sort((a, b) => a - b)) {
      const role = random.pick<PipelineRole>(['webhook-ingress', 'journal-poller', 'projector']);
      const made = async (): Promise<number> =>
        (await sandbox<Status>(pipeline, 'GET', '/status')).workload.made;
      await eventually(async () => (await made()) >= moment, {
        what: `${moment} changes are made`,
        deadlineMs: 60_000,
      });
      await pipeline.kill(role);
      await pipeline.start(role);
    }
  }

  async function equalInTheEnd() {
    let result = await compareWithTruth(pipeline, pool, OBJECT_CODES);
    const equal = async (): Promise<boolean> => {
      result = await compareWithTruth(pipeline, pool, OBJECT_CODES);
      return result.differences.length === 0;
    };
    // The differences say more than a deadline that passed.
    const options = { what: 'tables equal the sandbox', deadlineMs: 60_000, pollMs: 500 };
    await eventually(equal, options).catch(() => undefined);
    return result;
  }

  async function countJournalRows(): Promise<number> {
    const url = `${pipeline.sandboxUrl}/attask/api/v21.0/JRNLE/count`;
    const response = await fetch(url, { headers: { apiKey: API_KEY } });
    const answer = (await response.json()) as { data: { count: number } };
    return answer.data.count;
  }

  function countChanges(path: string): Promise<number> {
    return countOf(`select count(*) from live.changes where path = '${path}'`);
  }

  async function countOf(sql: string): Promise<number> {
    const { rows } = await pool.query<{ count: bigint }>(sql);
    return Number(rows[0]?.count);
  }
});
