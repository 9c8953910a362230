/**
 * What analysts ask, of the views and of a typed table that somebody made by hand: the same rows,
 * a column of its own for each custom field, no jsonb.
 */
export interface AnalystQuery {
  readonly name: string;
  /** Over `workfront`. */
  readonly views: string;
  /** Over `hand`. */
  readonly hand: string;
  /** Milliseconds that it may take, whatever the other takes. */
  readonly msMax?: number;
}

/** With `day`, `instant`, `project` and `task` that are in the data. */
export function analystQueries(at: {
  readonly day: string;
  readonly instant: string;
  readonly project: string;
  readonly task: string;
}): readonly AnalystQuery[] {
  const same = (name: string, query: (from: From) => string, msMax?: number): AnalystQuery => ({
    name,
    views: query(VIEWS),
    hand: query(HAND),
    ...(msMax === undefined ? {} : { msMax }),
  });
  return [
    same(
      'current by status',
      ({ now, alive }) => `select status, count(*) from ${now} where ${alive} group by 1`,
    ),
    same(
      'five columns sorted',
      ({ now, alive }) =>
        `select taskid, name, status, plannedcompletiondate, percentcomplete from ${now}
         where ${alive} order by plannedcompletiondate, taskid`,
    ),
    same(
      'open tasks of a project',
      ({ now, alive }) =>
        `select taskid, name, status from ${now}
         where projectid = '${at.project}' and status <> 'CPL' and ${alive}`,
    ),
    same(
      'sum by a custom field',
      ({ now, region, budget }) =>
        `select ${region} as region, sum(${budget}) from ${now} group by 1`,
    ),
    same(
      "one object's timeline",
      ({ event }) =>
        `select status, percentcomplete, begin_effective_timestamp, end_effective_timestamp
         from ${event} where taskid = '${at.task}' order by begin_effective_timestamp`,
      5,
    ),
    same(
      'changes per day',
      ({ event }) => `select begin_effective_timestamp::date, count(*) from ${event} group by 1`,
    ),
    same(
      'as-of by status',
      ({ event, alive }) =>
        `select status, count(*) from ${event} where begin_effective_timestamp <= '${at.instant}'
         and end_effective_timestamp > '${at.instant}' and ${alive} group by 1`,
    ),
    {
      name: 'one day of all tasks',
      views: `select status, count(*), sum(percentcomplete) from workfront.tasks_daily_history
        where calendardate = '${at.day}' group by 1`,
      hand: `select status, count(*), sum(percentcomplete) from hand.task_versions
        where begin_effective_timestamp < date '${at.day}' + 1
          and end_effective_timestamp >= date '${at.day}' + 1 group by 1`,
      msMax: 1_000,
    },
  ];
}

interface From {
  readonly now: string;
  readonly event: string;
  readonly alive: string;
  readonly region: string;
  readonly budget: string;
}

const VIEWS: From = {
  now: 'workfront.tasks_current',
  event: 'workfront.tasks_event',
  alive: `coalesce(trim(deleted), '-1') <> '1'`,
  region: `parametervalues ->> 'DE:Region'`,
  budget: `(parametervalues ->> 'DE:Budget')::numeric`,
};
const HAND: From = {
  now: 'hand.tasks',
  event: 'hand.task_versions',
  alive: 'not deleted',
  region: 'de_region',
  budget: 'de_budget',
};
