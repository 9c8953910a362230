/** The published REST samples, each replayed: what is asked, and an answer of the same shape. */
import { describe, expect, it } from 'vitest';
import { fixtureNames, readFixture } from '../../test/support/fixtures.ts';
import { localSandbox, requiredText } from '../../test/support/local-sandbox.ts';
import type { Answer, LocalSandbox } from '../../test/support/local-sandbox.ts';
import { shapeProblems } from '../../test/support/shape.ts';
import type { ShapeOptions } from '../../test/support/shape.ts';

const API = '/attask/api/v21.0';
const CREDENTIALS = 'username=admin@sandbox.example&password=secret';

interface Replay extends ShapeOptions {
  readonly status?: number;
  readonly ask: (local: LocalSandbox) => Answer;
}

function project(local: LocalSandbox, fields: object = {}): string {
  return local.ask('POST', `${API}/PROJ`, { name: 'api test', ...fields }).text('data.ID');
}

function task(local: LocalSandbox, projectID = project(local)): string {
  return local.ask('POST', `${API}/TASK`, { name: 'aaa', projectID }).text('data.ID');
}

/** Statuses of tasks: the system's in one group, one more in another. */
function statuses(local: LocalSandbox): { system: string; other: string } {
  const [system, other] = ['System', 'Other'].map((name) =>
    local.ask('POST', `${API}/GROUP`, { name }).text('data.ID'),
  );
  const rows = [
    { label: 'New', value: 'NEW', equatesWith: 'NEW', groupID: system },
    { label: 'Custom_1', value: 'JET', equatesWith: 'NEW', groupID: system },
    { label: 'Custom_2', value: 'MMI', equatesWith: 'NEW', groupID: other },
  ].map((row) => ({ ...row, color: '8BC34A', enumClass: 'STATUS_TASK' }));
  expect(local.ask('POST', `${API}/CSTEM`, rows).status).toBe(200);
  return { system: requiredText(system), other: requiredText(other) };
}

const REPLAYS: Readonly<Record<string, Replay>> = {
  'CSTEM_status_search_1.json': {
    ask: (local) => local.get(`${API}/CSTEM/taskGroupStatuses?groupID=${statuses(local).other}`),
  },
  'CSTEM_status_search_2.json': {
    ask: (local) => {
      const { system } = statuses(local);
      return local.get(`${API}/CSTEM/search?groupID=${system}&enumClass=STATUS_TASK`);
    },
  },
  'CSTEM_status_search_3.json': {
    ask: (local) => {
      const { other } = statuses(local);
      return local.get(`${API}/CSTEM/search?groupID=${other}&enumClass=STATUS_TASK`);
    },
  },
  'batch.json': {
    extra: ['data[].data.*'], // the sample's objects are emptied
    ask: (local) => {
      const uri = encodeURIComponent(`/PROJ/${project(local)}`);
      return local.get(`${API}/batch?uri=${uri}&uri=${uri}`);
    },
  },
  'copy.json': {
    ask: (local) => local.ask('POST', `${API}/TASK?copySourceID=${task(local)}`, { name: 'aaa' }),
  },
  'count.json': { ask: (local) => local.get(`${API}/TASK/count?status=CUR`) },
  'create.json': {
    ask: (local) => {
      const sent = { name: 'test', projectID: project(local) };
      return local.ask('POST', `${API}/TASK`, sent);
    },
  },
  'edit.json': {
    ask: (local) => local.ask('PUT', `${API}/PROJ/${project(local)}`, { name: 'api test 2' }),
  },
  'exception.json': {
    status: 401,
    ask: (local) => local.ask('POST', `${API}/login?username=nobody&password=wrong`),
  },
  'execute.json': {
    ask: (local) => local.ask('PUT', `${API}/user?action=getApiKey&${CREDENTIALS}`),
  },
  'get.json': { ask: (local) => local.get(`${API}/PROJ/${project(local)}`) },
  'get_multiple.json': {
    ask: (local) => local.get(`${API}/PROJ?id=${project(local)},${project(local)}`),
  },
  'login.json': {
    maps: ['data.versionInformation.apiVersions'],
    ask: (local) => local.ask('POST', `${API}/login?${CREDENTIALS}`),
  },
  'logout.json': {
    ask: (local) => {
      const sessionid = local.ask('POST', `${API}/login?${CREDENTIALS}`).text('data.sessionID');
      return local.ask('GET', `${API}/logout`, undefined, { sessionid });
    },
  },
  'metadata.json': {
    maps: ['fields', 'references', 'collections', 'actions', 'queries'].map((one) => `data.${one}`),
    ask: (local) => local.get(`${API}/role/metadata`),
  },
  'namedQuery.json': { ask: (local) => local.get(`${API}/CSTEM/projectStatuses`) },
  'remove.json': { ask: (local) => local.ask('DELETE', `${API}/TASK/${task(local)}`) },
  'removeFailure.json': {
    status: 422,
    ask: (local) => {
      const projectID = project(local);
      const taskID = task(local, projectID);
      local.ask('PUT', `${API}/PROJ/${projectID}`, { status: 'CPL' });
      return local.ask('DELETE', `${API}/TASK/${taskID}`);
    },
  },
  'report.json': {
    maps: ['data'],
    ask: (local) => local.get(`${API}/TASK/report?status_GroupBy=true`),
  },
  'search.json': { ask: (local) => local.get(`${API}/ROLE/search`) },
  'upload.json': {
    ask: (local) =>
      local.ask('POST', `${API}/upload`, '--b\r\n\r\nx\r\n--b--', {
        apikey: 'key',
        'content-type': 'multipart/form-data; boundary=b',
      }),
  },
};

describe('the published REST samples (test/fixtures/rest_core)', () => {
  it('are all replayed', () => {
    expect(Object.keys(REPLAYS).sort()).toEqual(fixtureNames('rest_core'));
  });

  it.each(Object.entries(REPLAYS))('rest_core/%s', (name, replay) => {
    const answer = replay.ask(localSandbox());
    expect(answer.status).toBe(replay.status ?? 200);
    expect(shapeProblems(readFixture('rest_core', name), answer.body, replay)).toEqual([]);
  });
});
