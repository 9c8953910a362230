import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { eventually } from '../support/eventually.ts';
import { API_KEY, startPipeline, subscribe } from '../support/pipeline.ts';
import type { TestPipeline } from '../support/pipeline.ts';

interface ProjectRow {
  readonly name: string;
  readonly deleted: string;
}

describe('one change travels the whole pipeline', () => {
  let pipeline: TestPipeline;
  let pool: Pool;

  beforeAll(async () => {
    pipeline = await startPipeline();
    pool = openPool({ url: pipeline.databaseUrl, max: 1, applicationName: 'e2e-test' });
    await pipeline.start('sandbox');
    await pipeline.start('webhook-ingress');
    await pipeline.start('projector');
    await subscribe(pipeline, ['PROJ']);
  });

  afterAll(async () => {
    await pool?.close();
    await pipeline?.stop();
  });

  it('from the API of Workfront to a row of projects_current, and on to its history', async () => {
    const id = await call('POST', '/PROJ', { name: 'Moon base' });
    await becomes(id, { name: 'Moon base', deleted: '0' });
    await call('PUT', `/PROJ/${id}`, { name: 'Mars base' });
    await becomes(id, { name: 'Mars base', deleted: '0' });
    await call('DELETE', `/PROJ/${id}`);
    await becomes(id, { name: 'Mars base', deleted: '1' });
    const { rows } = await pool.query<ProjectRow & { open: boolean }>(
      `select name, deleted, end_effective_timestamp = '2300-01-01+00' as open
       from workfront.projects_event where projectid = $1 order by begin_effective_timestamp`,
      [id],
    );
    expect(rows).toEqual([
      { name: 'Moon base', deleted: '0', open: false },
      { name: 'Mars base', deleted: '0', open: false },
      { name: 'Mars base', deleted: '1', open: true },
    ]);
  });

  async function call(method: string, path: string, fields?: object): Promise<string> {
    const headers = { apiKey: API_KEY, 'content-type': 'application/x-www-form-urlencoded' };
    const body = fields && new URLSearchParams({ updates: JSON.stringify(fields) });
    const url = `${pipeline.sandboxUrl}/attask/api/v21.0${path}`;
    const response = await fetch(url, { method, headers, ...(body && { body }) });
    expect(response.status).toBe(200);
    const { data } = (await response.json()) as { data: { ID?: string } };
    return data.ID ?? '';
  }

  function becomes(id: string, wanted: ProjectRow): Promise<unknown> {
    const sql = 'select name, deleted from workfront.projects_current where projectid = $1';
    const isSo = async (): Promise<boolean> => {
      const [row] = (await pool.query<ProjectRow>(sql, [id])).rows;
      return row?.name === wanted.name && row.deleted === wanted.deleted;
    };
    return eventually(isSo, { what: `the row reads ${JSON.stringify(wanted)}` });
  }
});
