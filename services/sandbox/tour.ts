/** What a newcomer can type at a running sandbox; printed by `workfront-cdc sandbox`. */

export interface TourStep {
  readonly says: string;
  /** One line for a shell. */
  readonly command: string;
}

/** The tour as text for a terminal. */
export function printTour(url: string, apiKey: string): string {
  const steps = tour(url, apiKey).map(({ says, command }) => `# ${says}\n${command}\n`);
  return `\nThe sandbox is at ${url}. Try:\n\n${steps.join('\n')}\n`;
}

export function tour(url: string, apiKey: string): readonly TourStep[] {
  const api = `${url}/attask/api/v21.0`;
  const key = `-H 'apiKey: ${apiKey}'`;
  const json = `-H 'content-type: application/json'`;
  const hooks = `${url}/attask/eventsubscription/api/v1/subscriptions`;
  return [
    {
      says: 'Projects with their owners, newest change first',
      command: `curl -s ${key} '${api}/PROJ/search?fields=owner:name,lastUpdateDate,DE:Region&lastUpdateDate_Sort=desc&$$LIMIT=3'`,
    },
    {
      says: 'Tasks of current projects that are not complete',
      command: `curl -s ${key} '${api}/TASK/count?project:status=CUR&status=CPL&status_Mod=ne'`,
    },
    {
      says: 'Create a project',
      command: `curl -s ${key} ${json} -d '{"name":"My project","DE:Region":"DACH"}' '${api}/PROJ'`,
    },
    {
      says: 'Have people make 200 changes, 50 a second',
      command: `curl -s -d '{"changes":200,"ratePerSecond":50,"seed":1}' '${url}/sandbox/workload'`,
    },
    {
      says: 'What the journal says about them',
      command: `curl -s ${key} '${api}/JRNLE/search?fields=entryDate,objObjCode,objID,fieldName,oldTextVal,newTextVal,newNumberVal&entryDate_Sort=desc&$$LIMIT=5'`,
    },
    {
      says: 'Subscribe to changes of tasks',
      command: `curl -s ${key} ${json} -d '{"objCode":"TASK","eventType":"UPDATE","url":"http://127.0.0.1:9000/hook","authToken":"my-token"}' '${hooks}'`,
    },
    {
      says: 'Whether everything is delivered',
      command: `curl -s '${url}/sandbox/status'`,
    },
    {
      says: 'The truth, one JSON line an object',
      command: `curl -s '${url}/sandbox/oracle/export?objCode=PROJ'`,
    },
    {
      says: 'Make it unkind: a tenth of the deliveries twice, a tenth never, search two seconds late',
      command: `curl -s -X PUT -d '{"duplicated":0.1,"missed":0.1,"seed":7}' '${url}/sandbox/faults'; curl -s -X PUT -d '{"searchLagMs":[0,2000]}' '${url}/sandbox/settings'`,
    },
    {
      says: 'Planning records, v2',
      command: `curl -s -H 'Authorization: Bearer ${apiKey}' -H 'x-gw-ims-org-id: SANDBOX@AdobeOrg' -H 'x-api-key: tour' '${url}/maestro/api/v2/workspaces'`,
    },
  ];
}
