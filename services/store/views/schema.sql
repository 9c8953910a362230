-- What every view stands on beside the live tables: a calendar. Safe to run again.
create schema if not exists workfront;

-- An index on dates lets one object, or one day, be found without going through all of both.
create table if not exists workfront.calendar (calendardate date primary key);
comment on table workfront.calendar is 'Every date of 1990 to 2099; daily histories join it.';
comment on column workfront.calendar.calendardate is 'A date.';
insert into workfront.calendar
select day::date from generate_series(timestamp '1990-01-01', '2099-12-31', '1 day') as day
on conflict do nothing;

create table if not exists workfront.view_comments (
  viewname text not null,
  columnname text not null,
  comment text not null,
  primary key (viewname, columnname)
);
comment on table workfront.view_comments is
  'Comments as the pipeline wrote them: one that reads otherwise is somebody''s own, and stays.';
comment on column workfront.view_comments.viewname is 'With its schema.';
comment on column workfront.view_comments.columnname is 'Empty for the comment on the view itself.';
comment on column workfront.view_comments.comment is 'As it was written last.';
