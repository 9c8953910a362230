/** The tables of hours by project and day, as DDL, and what readers see of them. Pure. */
import type { StoreDefinition } from '../../../store/live-store.ts';
import { sqlText } from '../../../platform/postgres/quoting.ts';

const SUMS_COMMENT =
  'Hours by project and day: the sum over workfront.hours_current of what is not deleted and has a ' +
  'day and hours. projectid is empty for hours of no project.';

const TABLES_SQL = `
create table hour_claims (
  objid text collate "C" not null,
  eventid bytea not null,
  claim jsonb not null,
  primary key (objid, eventid)
);
comment on table hour_claims is 'Each event about an hour once, as the fold takes it.';

create table hour_parts (
  objid text collate "C" primary key,
  projectid text collate "C" not null,
  day date not null,
  hours numeric not null
);
comment on table hour_parts is 'What each hour gives to which sum.';

create table hours_by_day (
  projectid text collate "C" not null,
  day date not null,
  hours numeric not null,
  entries bigint not null,
  primary key (projectid, day)
) with (fillfactor = 70);
comment on table hours_by_day is ${sqlText(SUMS_COMMENT)};
`;

export function hoursTables(): StoreDefinition {
  return {
    projection: 'hours_by_day',
    firstStore: 'hours_by_day_1',
    tablesSql: TABLES_SQL,
    liveViews: [
      {
        name: 'hours_by_day',
        columns: 'projectid, day, hours, entries',
        comment: SUMS_COMMENT,
        isForAnalysts: true,
      },
    ],
  };
}
