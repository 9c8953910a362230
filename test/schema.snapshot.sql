-- Written by test/integration/schema-snapshot.test.ts.

table control.backfills
  id bigint not null
  objcode text not null
  from_at timestamp with time zone
  to_at timestamp with time zone
  conditions jsonb not null
  again boolean not null
  state text not null default 'wanted'::text
  cursor jsonb
  expected bigint
  rows_read bigint not null default 0
  published bigint not null default 0
  said text
  ordered_at timestamp with time zone not null default clock_timestamp()
  began_at timestamp with time zone
  changed_at timestamp with time zone not null default clock_timestamp()

table control.call_budgets
  name text not null
  calls_max integer not null
  calls_now integer not null
  closed_until timestamp with time zone not null
  changed_at timestamp with time zone not null
  per_minute_max integer

table control.call_places
  budget text not null
  place integer not null
  turn bigint not null
  holder text not null
  held_until timestamp with time zone not null

table control.call_starts
  budget text not null
  began_at timestamp with time zone not null default clock_timestamp()

table control.cursors
  name text not null
  lease text not null
  epoch bigint not null
  value jsonb not null
  moved_at timestamp with time zone not null

table control.doubts
  objcode text not null
  objid text not null
  state text not null
  asked_at timestamp with time zone not null default clock_timestamp()

table control.ended_holds
  objcode text not null
  kind text not null
  minute timestamp with time zone not null
  up_to timestamp with time zone not null
  ended_at timestamp with time zone not null

table control.gaps
  id bigint not null
  objcode text not null
  subject text not null
  reason text not null
  began timestamp with time zone not null
  ended timestamp with time zone
  state text not null default 'open'::text
  changed_at timestamp with time zone not null default clock_timestamp()
  objid text
  fields text[] not null default '{}'::text[]
  readers text[] not null default '{}'::text[]
  found_at timestamp with time zone not null default clock_timestamp()

table control.known_objects
  objcode text not null
  objid text not null
  hash bytea
  clock bigint
  asof bigint not null
  gone boolean not null default false
  unheard bytea
  read_until bigint
  told int8range[]
  moved int8multirange
  left_asof bigint
  left_state bytea
  judged bigint

table control.leases
  name text not null
  holder text not null
  epoch bigint not null
  expires_at timestamp with time zone not null
  taken_at timestamp with time zone not null default clock_timestamp()

table control.migrations
  number integer not null
  name text not null
  sha256 text not null
  breaking boolean not null
  applied_at timestamp with time zone not null default now()

table control.planning_objects
  objcode text not null
  objid text not null
  parentid text not null
  hash text not null
  clock bigint
  seen_at bigint not null
  gone boolean not null
  history_from bigint

table control.set_aside
  source text not null
  objcode text not null
  subject text not null
  digest bytea not null
  reason text not null
  since timestamp with time zone
  swept_since timestamp with time zone
  state text not null
  set_aside_at timestamp with time zone not null default clock_timestamp()
  met_at timestamp with time zone not null default clock_timestamp()

table control.subscription_watch
  subject text not null
  well_at timestamp with time zone not null

table control.told_deletes
  objcode text not null
  objid text not null
  asof bigint not null

table control.unseen_moves
  objcode text not null
  objid text not null
  began timestamp with time zone not null
  ended timestamp with time zone not null

table control.wanted_reads
  objcode text not null
  objid text not null
  reason text not null
  wanted_at timestamp with time zone not null default clock_timestamp()

table control.watched_types
  objcode text not null
  since timestamp with time zone not null
  told boolean not null default false

table control.watermark_trail
  objcode text not null
  kind text not null
  up_to timestamp with time zone not null
  ends jsonb not null
  moved_at timestamp with time zone not null

table control.watermarks
  objcode text not null
  kind text not null
  up_to timestamp with time zone not null
  ends jsonb not null
  moved_at timestamp with time zone not null

table hours_by_day_1.hour_claims
  objid text not null
  eventid bytea not null
  claim jsonb not null

table hours_by_day_1.hour_parts
  objid text not null
  projectid text not null
  day date not null
  hours numeric not null

table hours_by_day_1.hours_by_day with (fillfactor=70)
  projectid text not null
  day date not null
  hours numeric not null
  entries bigint not null

table hours_by_day_1.parked
  offset bigint not null
  until bigint
  partition integer not null
  topic text not null
  objid text
  reason text not null
  parkedat timestamp with time zone not null default clock_timestamp()

table hours_by_day_1.positions with (fillfactor=50)
  next bigint not null
  partition integer not null
  topic text not null
  lastdigest bytea
  newest timestamp with time zone

view live.changes
  entrydate timestamp with time zone
  asof timestamp with time zone
  observedat timestamp with time zone
  offset bigint
  partition integer
  apiversion smallint
  clocked boolean
  objid text
  objcode text
  eventid bytea
  operation text
  path text
  topic text
  actorid text
  clears text[]
  untold text[]
  fields jsonb
  before jsonb
  absent text[]
  beforewhole boolean

view live.hours_by_day
  projectid text
  day date
  hours numeric
  entries bigint

view live.object_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  objcode text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.object_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  objcode text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.parked
  topic text
  partition integer
  offset bigint
  objid text
  reason text
  parkedat timestamp with time zone
  until bigint

view live.positions
  topic text
  partition integer
  next bigint
  newest timestamp with time zone

table live.stores
  projection text not null
  store text not null
  previous text
  since timestamp with time zone not null default now()

view live.task_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  actualcompletiondate timestamp with time zone
  actualstartdate timestamp with time zone
  approvalcompletiondate timestamp with time zone
  approvaleststartdate timestamp with time zone
  approvalplannedstartdate timestamp with time zone
  approvalprojectedstartdate timestamp with time zone
  approvalstartdate timestamp with time zone
  commitdate timestamp with time zone
  completionpendingdate timestamp with time zone
  constraintdate timestamp with time zone
  convertedoptaskentrydate timestamp with time zone
  duedate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  handoffdate timestamp with time zone
  lastupdatedate timestamp with time zone
  pendingcalculation timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  slackdate date
  canstart boolean
  hascompletionconstraint boolean
  hasdocuments boolean
  hasexpenses boolean
  hasmessages boolean
  hasnotes boolean
  hasresolvables boolean
  hasstartconstraint boolean
  hastimednotifications boolean
  isagile boolean
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isready boolean
  isstatuscomplete boolean
  isworkrequiredlocked boolean
  pendingpredecessors boolean
  personal boolean
  showcommitdate boolean
  showcondition boolean
  showstatus boolean
  approvalprocessid text
  approversstring text
  assignedtoid text
  assignmentsliststring text
  auditnote text
  backlogparent text
  billingrecordid text
  categoryid text
  color text
  commitdaterange text
  convertedoptaskid text
  convertedoptaskname text
  convertedoptaskoriginatorid text
  costtype text
  currentapprovalstepid text
  customerid text
  description text
  durationexpression text
  durationtype text
  durationunit text
  enteredbyid text
  extrefid text
  groupid text
  id text
  iterationid text
  kanbanboardid text
  kanbanflag text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedbyid text
  levelingstartdelayexpression text
  mastertaskid text
  milestoneid text
  name text
  objcode text
  parentid text
  parentlagtype text
  predecessorexpression text
  previousstatus text
  prioritycolor text
  project_portfolioid text
  project_programid text
  projectid text
  recurrenceruleid text
  rejectionissueid text
  reservedtimeid text
  resourcescope text
  revenuetype text
  roleid text
  rootgroupid text
  securityrootid text
  securityrootobjcode text
  status text
  statusequateswith text
  statusupdate text
  submittedbyid text
  taskconstraint text
  tasknumberpredecessorstring text
  teamid text
  templatetaskid text
  trackingmode text
  url text
  wbs text
  workflowautomationid text
  workrequiredexpression text
  workunit text
  actualcost numeric
  actualduration numeric
  actualdurationminutes numeric
  actualexpensecost numeric
  actuallaborcost numeric
  actualrevenue numeric
  actualwork numeric
  actualworkrequired numeric
  approvalplannedstartday numeric
  backlogorder numeric
  bcwp numeric
  billingamount numeric
  condition numeric
  costamount numeric
  cpi numeric
  duration numeric
  durationminutes numeric
  eac numeric
  estimate numeric
  hoursperpoint numeric
  indent numeric
  levelingstartdelay numeric
  levelingstartdelayminutes numeric
  numberofchildren numeric
  numberopenoptasks numeric
  originalduration numeric
  originalworkrequired numeric
  parentlag numeric
  percentcomplete numeric
  plannedcost numeric
  plannedduration numeric
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  priority numeric
  projecteddurationminutes numeric
  recurrencenumber numeric
  referencenumber numeric
  remainingdurationminutes numeric
  storypoints numeric
  tasknumber numeric
  version numeric
  work numeric
  workeffort numeric
  workrequired numeric
  accessorids jsonb
  audittypes jsonb
  audituserids jsonb
  pendingupdatemethods jsonb
  workperdaylist jsonb
  known bytea
  custom jsonb
  other jsonb

view live.task_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  actualcompletiondate timestamp with time zone
  actualstartdate timestamp with time zone
  approvalcompletiondate timestamp with time zone
  approvaleststartdate timestamp with time zone
  approvalplannedstartdate timestamp with time zone
  approvalprojectedstartdate timestamp with time zone
  approvalstartdate timestamp with time zone
  commitdate timestamp with time zone
  completionpendingdate timestamp with time zone
  constraintdate timestamp with time zone
  convertedoptaskentrydate timestamp with time zone
  duedate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  handoffdate timestamp with time zone
  lastupdatedate timestamp with time zone
  pendingcalculation timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  slackdate date
  canstart boolean
  hascompletionconstraint boolean
  hasdocuments boolean
  hasexpenses boolean
  hasmessages boolean
  hasnotes boolean
  hasresolvables boolean
  hasstartconstraint boolean
  hastimednotifications boolean
  isagile boolean
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isready boolean
  isstatuscomplete boolean
  isworkrequiredlocked boolean
  pendingpredecessors boolean
  personal boolean
  showcommitdate boolean
  showcondition boolean
  showstatus boolean
  approvalprocessid text
  approversstring text
  assignedtoid text
  assignmentsliststring text
  auditnote text
  backlogparent text
  billingrecordid text
  categoryid text
  color text
  commitdaterange text
  convertedoptaskid text
  convertedoptaskname text
  convertedoptaskoriginatorid text
  costtype text
  currentapprovalstepid text
  customerid text
  description text
  durationexpression text
  durationtype text
  durationunit text
  enteredbyid text
  extrefid text
  groupid text
  id text
  iterationid text
  kanbanboardid text
  kanbanflag text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedbyid text
  levelingstartdelayexpression text
  mastertaskid text
  milestoneid text
  name text
  objcode text
  parentid text
  parentlagtype text
  predecessorexpression text
  previousstatus text
  prioritycolor text
  project_portfolioid text
  project_programid text
  projectid text
  recurrenceruleid text
  rejectionissueid text
  reservedtimeid text
  resourcescope text
  revenuetype text
  roleid text
  rootgroupid text
  securityrootid text
  securityrootobjcode text
  status text
  statusequateswith text
  statusupdate text
  submittedbyid text
  taskconstraint text
  tasknumberpredecessorstring text
  teamid text
  templatetaskid text
  trackingmode text
  url text
  wbs text
  workflowautomationid text
  workrequiredexpression text
  workunit text
  actualcost numeric
  actualduration numeric
  actualdurationminutes numeric
  actualexpensecost numeric
  actuallaborcost numeric
  actualrevenue numeric
  actualwork numeric
  actualworkrequired numeric
  approvalplannedstartday numeric
  backlogorder numeric
  bcwp numeric
  billingamount numeric
  condition numeric
  costamount numeric
  cpi numeric
  duration numeric
  durationminutes numeric
  eac numeric
  estimate numeric
  hoursperpoint numeric
  indent numeric
  levelingstartdelay numeric
  levelingstartdelayminutes numeric
  numberofchildren numeric
  numberopenoptasks numeric
  originalduration numeric
  originalworkrequired numeric
  parentlag numeric
  percentcomplete numeric
  plannedcost numeric
  plannedduration numeric
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  priority numeric
  projecteddurationminutes numeric
  recurrencenumber numeric
  referencenumber numeric
  remainingdurationminutes numeric
  storypoints numeric
  tasknumber numeric
  version numeric
  work numeric
  workeffort numeric
  workrequired numeric
  accessorids jsonb
  audittypes jsonb
  audituserids jsonb
  pendingupdatemethods jsonb
  workperdaylist jsonb
  known bytea
  custom jsonb
  other jsonb

view planning.reference_current
  reference_id text
  from_referenceid text
  from_recordid text
  fieldid text
  recordtypeid text
  referencevalue text
  to_recordid text
  to_externalid text
  to_externalconnectionname text
  to_externalobjectname text
  created integer
  updated integer
  deleted integer
  dl_load_timestamp timestamp with time zone

table store_1.changes with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  entrydate timestamp with time zone not null
  asof timestamp with time zone not null
  observedat timestamp with time zone not null
  offset bigint not null
  partition integer not null
  apiversion smallint not null
  clocked boolean not null
  objid text not null
  objcode text not null
  eventid bytea not null
  operation text not null
  path text not null
  topic text not null
  actorid text
  clears text[]
  untold text[]
  fields jsonb
  before jsonb
  absent text[]
  beforewhole boolean not null

table store_1.object_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  objcode text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.object_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  objcode text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.parked
  offset bigint not null
  until bigint
  partition integer not null
  topic text not null
  objid text
  reason text not null
  parkedat timestamp with time zone not null default clock_timestamp()

table store_1.positions with (fillfactor=50)
  next bigint not null
  partition integer not null
  topic text not null
  lastdigest bytea
  newest timestamp with time zone

table store_1.task_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  actualcompletiondate timestamp with time zone
  actualstartdate timestamp with time zone
  approvalcompletiondate timestamp with time zone
  approvaleststartdate timestamp with time zone
  approvalplannedstartdate timestamp with time zone
  approvalprojectedstartdate timestamp with time zone
  approvalstartdate timestamp with time zone
  commitdate timestamp with time zone
  completionpendingdate timestamp with time zone
  constraintdate timestamp with time zone
  convertedoptaskentrydate timestamp with time zone
  duedate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  handoffdate timestamp with time zone
  lastupdatedate timestamp with time zone
  pendingcalculation timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  slackdate date
  deleted boolean not null
  canstart boolean
  hascompletionconstraint boolean
  hasdocuments boolean
  hasexpenses boolean
  hasmessages boolean
  hasnotes boolean
  hasresolvables boolean
  hasstartconstraint boolean
  hastimednotifications boolean
  isagile boolean
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isready boolean
  isstatuscomplete boolean
  isworkrequiredlocked boolean
  pendingpredecessors boolean
  personal boolean
  showcommitdate boolean
  showcondition boolean
  showstatus boolean
  objid text not null
  ambiguous text[]
  approvalprocessid text
  approversstring text
  assignedtoid text
  assignmentsliststring text
  auditnote text
  backlogparent text
  billingrecordid text
  categoryid text
  color text
  commitdaterange text
  convertedoptaskid text
  convertedoptaskname text
  convertedoptaskoriginatorid text
  costtype text
  currentapprovalstepid text
  customerid text
  description text
  durationexpression text
  durationtype text
  durationunit text
  enteredbyid text
  extrefid text
  groupid text
  id text
  iterationid text
  kanbanboardid text
  kanbanflag text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedbyid text
  levelingstartdelayexpression text
  mastertaskid text
  milestoneid text
  name text
  objcode text
  parentid text
  parentlagtype text
  predecessorexpression text
  previousstatus text
  prioritycolor text
  project_portfolioid text
  project_programid text
  projectid text
  recurrenceruleid text
  rejectionissueid text
  reservedtimeid text
  resourcescope text
  revenuetype text
  roleid text
  rootgroupid text
  securityrootid text
  securityrootobjcode text
  status text
  statusequateswith text
  statusupdate text
  submittedbyid text
  taskconstraint text
  tasknumberpredecessorstring text
  teamid text
  templatetaskid text
  trackingmode text
  url text
  wbs text
  workflowautomationid text
  workrequiredexpression text
  workunit text
  actualcost numeric
  actualduration numeric
  actualdurationminutes numeric
  actualexpensecost numeric
  actuallaborcost numeric
  actualrevenue numeric
  actualwork numeric
  actualworkrequired numeric
  approvalplannedstartday numeric
  backlogorder numeric
  bcwp numeric
  billingamount numeric
  condition numeric
  costamount numeric
  cpi numeric
  duration numeric
  durationminutes numeric
  eac numeric
  estimate numeric
  hoursperpoint numeric
  indent numeric
  levelingstartdelay numeric
  levelingstartdelayminutes numeric
  numberofchildren numeric
  numberopenoptasks numeric
  originalduration numeric
  originalworkrequired numeric
  parentlag numeric
  percentcomplete numeric
  plannedcost numeric
  plannedduration numeric
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  priority numeric
  projecteddurationminutes numeric
  recurrencenumber numeric
  referencenumber numeric
  remainingdurationminutes numeric
  storypoints numeric
  tasknumber numeric
  version numeric
  work numeric
  workeffort numeric
  workrequired numeric
  accessorids jsonb
  audittypes jsonb
  audituserids jsonb
  pendingupdatemethods jsonb
  workperdaylist jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.task_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  actualcompletiondate timestamp with time zone
  actualstartdate timestamp with time zone
  approvalcompletiondate timestamp with time zone
  approvaleststartdate timestamp with time zone
  approvalplannedstartdate timestamp with time zone
  approvalprojectedstartdate timestamp with time zone
  approvalstartdate timestamp with time zone
  commitdate timestamp with time zone
  completionpendingdate timestamp with time zone
  constraintdate timestamp with time zone
  convertedoptaskentrydate timestamp with time zone
  duedate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  handoffdate timestamp with time zone
  lastupdatedate timestamp with time zone
  pendingcalculation timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  slackdate date
  deleted boolean not null
  canstart boolean
  hascompletionconstraint boolean
  hasdocuments boolean
  hasexpenses boolean
  hasmessages boolean
  hasnotes boolean
  hasresolvables boolean
  hasstartconstraint boolean
  hastimednotifications boolean
  isagile boolean
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isready boolean
  isstatuscomplete boolean
  isworkrequiredlocked boolean
  pendingpredecessors boolean
  personal boolean
  showcommitdate boolean
  showcondition boolean
  showstatus boolean
  objid text not null
  approvalprocessid text
  approversstring text
  assignedtoid text
  assignmentsliststring text
  auditnote text
  backlogparent text
  billingrecordid text
  categoryid text
  color text
  commitdaterange text
  convertedoptaskid text
  convertedoptaskname text
  convertedoptaskoriginatorid text
  costtype text
  currentapprovalstepid text
  customerid text
  description text
  durationexpression text
  durationtype text
  durationunit text
  enteredbyid text
  extrefid text
  groupid text
  id text
  iterationid text
  kanbanboardid text
  kanbanflag text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedbyid text
  levelingstartdelayexpression text
  mastertaskid text
  milestoneid text
  name text
  objcode text
  parentid text
  parentlagtype text
  predecessorexpression text
  previousstatus text
  prioritycolor text
  project_portfolioid text
  project_programid text
  projectid text
  recurrenceruleid text
  rejectionissueid text
  reservedtimeid text
  resourcescope text
  revenuetype text
  roleid text
  rootgroupid text
  securityrootid text
  securityrootobjcode text
  status text
  statusequateswith text
  statusupdate text
  submittedbyid text
  taskconstraint text
  tasknumberpredecessorstring text
  teamid text
  templatetaskid text
  trackingmode text
  url text
  wbs text
  workflowautomationid text
  workrequiredexpression text
  workunit text
  actualcost numeric
  actualduration numeric
  actualdurationminutes numeric
  actualexpensecost numeric
  actuallaborcost numeric
  actualrevenue numeric
  actualwork numeric
  actualworkrequired numeric
  approvalplannedstartday numeric
  backlogorder numeric
  bcwp numeric
  billingamount numeric
  condition numeric
  costamount numeric
  cpi numeric
  duration numeric
  durationminutes numeric
  eac numeric
  estimate numeric
  hoursperpoint numeric
  indent numeric
  levelingstartdelay numeric
  levelingstartdelayminutes numeric
  numberofchildren numeric
  numberopenoptasks numeric
  originalduration numeric
  originalworkrequired numeric
  parentlag numeric
  percentcomplete numeric
  plannedcost numeric
  plannedduration numeric
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  priority numeric
  projecteddurationminutes numeric
  recurrencenumber numeric
  referencenumber numeric
  remainingdurationminutes numeric
  storypoints numeric
  tasknumber numeric
  version numeric
  work numeric
  workeffort numeric
  workrequired numeric
  accessorids jsonb
  audittypes jsonb
  audituserids jsonb
  pendingupdatemethods jsonb
  workperdaylist jsonb
  known bytea not null
  custom jsonb
  other jsonb

table workfront.calendar
  calendardate date not null

view workfront.freshness
  objcode text
  newest_change timestamp with time zone
  waiting bigint
  current_up_to timestamp with time zone
  swept_up_to timestamp with time zone
  history_up_to timestamp with time zone
  gaps_open bigint
  gaps_lost bigint
  oldest_gap timestamp with time zone
  parked bigint
  oldest_parked timestamp with time zone

view workfront.hours_by_day
  projectid text
  day date
  hours numeric
  entries bigint

view workfront.object_views
  objcode text
  current_view text
  event_view text
  daily_history_view text
  as_of_view text
  key_column text

view workfront.people
  personid text
  userid text
  name text
  isims boolean

view workfront.tasks_as_of
  taskid text
  accessorids jsonb
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualduration numeric
  actualdurationminutes numeric
  actualexpensecost numeric
  actuallaborcost numeric
  actualrevenue numeric
  actualstartdate timestamp with time zone
  actualwork numeric
  actualworkrequired numeric
  approvalcompletiondate timestamp with time zone
  approvaleststartdate timestamp with time zone
  approvalplannedstartdate timestamp with time zone
  approvalplannedstartday numeric
  approvalprocessid text
  approvalprojectedstartdate timestamp with time zone
  approvalstartdate timestamp with time zone
  approversstring text
  assignedtoid text
  assignmentsliststring text
  auditnote text
  audittypes jsonb
  audituserids jsonb
  backlogorder numeric
  backlogparent text
  bcwp numeric
  bcws numeric
  billingamount numeric
  billingrecordid text
  canstart boolean
  categoryid text
  color text
  commitdate timestamp with time zone
  commitdaterange text
  completionpendingdate timestamp with time zone
  condition numeric
  constraintdate timestamp with time zone
  convertedoptaskentrydate timestamp with time zone
  convertedoptaskid text
  convertedoptaskname text
  convertedoptaskoriginatorid text
  costamount numeric
  costtype text
  cpi numeric
  csi numeric
  currentapprovalstepid text
  customerid text
  dayslate numeric
  description text
  duedate timestamp with time zone
  duration numeric
  durationexpression text
  durationminutes numeric
  durationtype text
  durationunit text
  eac numeric
  enteredbyid text
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  estimate numeric
  eststartdate timestamp with time zone
  exchangerateid text
  extrefid text
  groupid text
  handoffdate timestamp with time zone
  hascompletionconstraint boolean
  hasdocuments boolean
  hasexpenses boolean
  hasmessages boolean
  hasnotes boolean
  hasresolvables boolean
  hasstartconstraint boolean
  hastimednotifications boolean
  hoursperpoint numeric
  indent numeric
  isagile boolean
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isready boolean
  isstatuscomplete boolean
  isworkrequiredlocked boolean
  iterationid text
  kanbanboardid text
  kanbanflag text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  levelingstartdelay numeric
  levelingstartdelayexpression text
  levelingstartdelayminutes numeric
  mastertaskid text
  milestoneid text
  name text
  numberofchildren numeric
  numberopenoptasks numeric
  objcode text
  olv text
  originalduration numeric
  originalworkrequired numeric
  parentid text
  parentlag numeric
  parentlagtype text
  pendingcalculation timestamp with time zone
  pendingpredecessors boolean
  pendingupdatemethods jsonb
  percentcomplete numeric
  personal boolean
  plannedcompletiondate timestamp with time zone
  plannedcost numeric
  planneddatealignment text
  plannedduration numeric
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedhoursalignment text
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedstartdate timestamp with time zone
  predecessorexpression text
  previousstatus text
  priority numeric
  prioritycolor text
  progressstatus text
  project_portfolioid text
  project_programid text
  project_status text
  projectedcompletiondate timestamp with time zone
  projecteddurationminutes numeric
  projectedstartdate timestamp with time zone
  projectid text
  recurrencenumber numeric
  recurrenceruleid text
  referencenumber numeric
  rejectionissueid text
  remainingdurationminutes numeric
  reservedtimeid text
  resourcescope text
  revenuetype text
  roleid text
  rootgroupid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  showcommitdate boolean
  showcondition boolean
  showstatus boolean
  slackdate date
  spi numeric
  status text
  statusequateswith text
  statusupdate text
  storypoints numeric
  submittedbyid text
  taskconstraint text
  tasknumber numeric
  tasknumberpredecessorstring text
  teamid text
  templatetaskid text
  trackingmode text
  url text
  version numeric
  wbs text
  work numeric
  workeffort numeric
  workflowautomationid text
  workperdaylist jsonb
  workrequired numeric
  workrequiredexpression text
  workunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.tasks_current
  taskid text
  accessorids jsonb
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualduration numeric
  actualdurationminutes numeric
  actualexpensecost numeric
  actuallaborcost numeric
  actualrevenue numeric
  actualstartdate timestamp with time zone
  actualwork numeric
  actualworkrequired numeric
  approvalcompletiondate timestamp with time zone
  approvaleststartdate timestamp with time zone
  approvalplannedstartdate timestamp with time zone
  approvalplannedstartday numeric
  approvalprocessid text
  approvalprojectedstartdate timestamp with time zone
  approvalstartdate timestamp with time zone
  approversstring text
  assignedtoid text
  assignmentsliststring text
  auditnote text
  audittypes jsonb
  audituserids jsonb
  backlogorder numeric
  backlogparent text
  bcwp numeric
  bcws numeric
  billingamount numeric
  billingrecordid text
  canstart boolean
  categoryid text
  color text
  commitdate timestamp with time zone
  commitdaterange text
  completionpendingdate timestamp with time zone
  condition numeric
  constraintdate timestamp with time zone
  convertedoptaskentrydate timestamp with time zone
  convertedoptaskid text
  convertedoptaskname text
  convertedoptaskoriginatorid text
  costamount numeric
  costtype text
  cpi numeric
  csi numeric
  currentapprovalstepid text
  customerid text
  dayslate numeric
  description text
  duedate timestamp with time zone
  duration numeric
  durationexpression text
  durationminutes numeric
  durationtype text
  durationunit text
  eac numeric
  enteredbyid text
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  estimate numeric
  eststartdate timestamp with time zone
  exchangerateid text
  extrefid text
  groupid text
  handoffdate timestamp with time zone
  hascompletionconstraint boolean
  hasdocuments boolean
  hasexpenses boolean
  hasmessages boolean
  hasnotes boolean
  hasresolvables boolean
  hasstartconstraint boolean
  hastimednotifications boolean
  hoursperpoint numeric
  indent numeric
  isagile boolean
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isready boolean
  isstatuscomplete boolean
  isworkrequiredlocked boolean
  iterationid text
  kanbanboardid text
  kanbanflag text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  levelingstartdelay numeric
  levelingstartdelayexpression text
  levelingstartdelayminutes numeric
  mastertaskid text
  milestoneid text
  name text
  numberofchildren numeric
  numberopenoptasks numeric
  objcode text
  olv text
  originalduration numeric
  originalworkrequired numeric
  parentid text
  parentlag numeric
  parentlagtype text
  pendingcalculation timestamp with time zone
  pendingpredecessors boolean
  pendingupdatemethods jsonb
  percentcomplete numeric
  personal boolean
  plannedcompletiondate timestamp with time zone
  plannedcost numeric
  planneddatealignment text
  plannedduration numeric
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedhoursalignment text
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedstartdate timestamp with time zone
  predecessorexpression text
  previousstatus text
  priority numeric
  prioritycolor text
  progressstatus text
  project_portfolioid text
  project_programid text
  project_status text
  projectedcompletiondate timestamp with time zone
  projecteddurationminutes numeric
  projectedstartdate timestamp with time zone
  projectid text
  recurrencenumber numeric
  recurrenceruleid text
  referencenumber numeric
  rejectionissueid text
  remainingdurationminutes numeric
  reservedtimeid text
  resourcescope text
  revenuetype text
  roleid text
  rootgroupid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  showcommitdate boolean
  showcondition boolean
  showstatus boolean
  slackdate date
  spi numeric
  status text
  statusequateswith text
  statusupdate text
  storypoints numeric
  submittedbyid text
  taskconstraint text
  tasknumber numeric
  tasknumberpredecessorstring text
  teamid text
  templatetaskid text
  trackingmode text
  url text
  version numeric
  wbs text
  work numeric
  workeffort numeric
  workflowautomationid text
  workperdaylist jsonb
  workrequired numeric
  workrequiredexpression text
  workunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.tasks_daily_history
  taskid text
  accessorids jsonb
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualduration numeric
  actualdurationminutes numeric
  actualexpensecost numeric
  actuallaborcost numeric
  actualrevenue numeric
  actualstartdate timestamp with time zone
  actualwork numeric
  actualworkrequired numeric
  approvalcompletiondate timestamp with time zone
  approvaleststartdate timestamp with time zone
  approvalplannedstartdate timestamp with time zone
  approvalplannedstartday numeric
  approvalprocessid text
  approvalprojectedstartdate timestamp with time zone
  approvalstartdate timestamp with time zone
  approversstring text
  assignedtoid text
  assignmentsliststring text
  auditnote text
  audittypes jsonb
  audituserids jsonb
  backlogorder numeric
  backlogparent text
  bcwp numeric
  bcws numeric
  billingamount numeric
  billingrecordid text
  canstart boolean
  categoryid text
  color text
  commitdate timestamp with time zone
  commitdaterange text
  completionpendingdate timestamp with time zone
  condition numeric
  constraintdate timestamp with time zone
  convertedoptaskentrydate timestamp with time zone
  convertedoptaskid text
  convertedoptaskname text
  convertedoptaskoriginatorid text
  costamount numeric
  costtype text
  cpi numeric
  csi numeric
  currentapprovalstepid text
  customerid text
  dayslate numeric
  description text
  duedate timestamp with time zone
  duration numeric
  durationexpression text
  durationminutes numeric
  durationtype text
  durationunit text
  eac numeric
  enteredbyid text
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  estimate numeric
  eststartdate timestamp with time zone
  exchangerateid text
  extrefid text
  groupid text
  handoffdate timestamp with time zone
  hascompletionconstraint boolean
  hasdocuments boolean
  hasexpenses boolean
  hasmessages boolean
  hasnotes boolean
  hasresolvables boolean
  hasstartconstraint boolean
  hastimednotifications boolean
  hoursperpoint numeric
  indent numeric
  isagile boolean
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isready boolean
  isstatuscomplete boolean
  isworkrequiredlocked boolean
  iterationid text
  kanbanboardid text
  kanbanflag text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  levelingstartdelay numeric
  levelingstartdelayexpression text
  levelingstartdelayminutes numeric
  mastertaskid text
  milestoneid text
  name text
  numberofchildren numeric
  numberopenoptasks numeric
  objcode text
  olv text
  originalduration numeric
  originalworkrequired numeric
  parentid text
  parentlag numeric
  parentlagtype text
  pendingcalculation timestamp with time zone
  pendingpredecessors boolean
  pendingupdatemethods jsonb
  percentcomplete numeric
  personal boolean
  plannedcompletiondate timestamp with time zone
  plannedcost numeric
  planneddatealignment text
  plannedduration numeric
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedhoursalignment text
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedstartdate timestamp with time zone
  predecessorexpression text
  previousstatus text
  priority numeric
  prioritycolor text
  progressstatus text
  project_portfolioid text
  project_programid text
  project_status text
  projectedcompletiondate timestamp with time zone
  projecteddurationminutes numeric
  projectedstartdate timestamp with time zone
  projectid text
  recurrencenumber numeric
  recurrenceruleid text
  referencenumber numeric
  rejectionissueid text
  remainingdurationminutes numeric
  reservedtimeid text
  resourcescope text
  revenuetype text
  roleid text
  rootgroupid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  showcommitdate boolean
  showcondition boolean
  showstatus boolean
  slackdate date
  spi numeric
  status text
  statusequateswith text
  statusupdate text
  storypoints numeric
  submittedbyid text
  taskconstraint text
  tasknumber numeric
  tasknumberpredecessorstring text
  teamid text
  templatetaskid text
  trackingmode text
  url text
  version numeric
  wbs text
  work numeric
  workeffort numeric
  workflowautomationid text
  workperdaylist jsonb
  workrequired numeric
  workrequiredexpression text
  workunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.tasks_event
  taskid text
  accessorids jsonb
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualduration numeric
  actualdurationminutes numeric
  actualexpensecost numeric
  actuallaborcost numeric
  actualrevenue numeric
  actualstartdate timestamp with time zone
  actualwork numeric
  actualworkrequired numeric
  approvalcompletiondate timestamp with time zone
  approvaleststartdate timestamp with time zone
  approvalplannedstartdate timestamp with time zone
  approvalplannedstartday numeric
  approvalprocessid text
  approvalprojectedstartdate timestamp with time zone
  approvalstartdate timestamp with time zone
  approversstring text
  assignedtoid text
  assignmentsliststring text
  auditnote text
  audittypes jsonb
  audituserids jsonb
  backlogorder numeric
  backlogparent text
  bcwp numeric
  bcws numeric
  billingamount numeric
  billingrecordid text
  canstart boolean
  categoryid text
  color text
  commitdate timestamp with time zone
  commitdaterange text
  completionpendingdate timestamp with time zone
  condition numeric
  constraintdate timestamp with time zone
  convertedoptaskentrydate timestamp with time zone
  convertedoptaskid text
  convertedoptaskname text
  convertedoptaskoriginatorid text
  costamount numeric
  costtype text
  cpi numeric
  csi numeric
  currentapprovalstepid text
  customerid text
  dayslate numeric
  description text
  duedate timestamp with time zone
  duration numeric
  durationexpression text
  durationminutes numeric
  durationtype text
  durationunit text
  eac numeric
  enteredbyid text
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  estimate numeric
  eststartdate timestamp with time zone
  exchangerateid text
  extrefid text
  groupid text
  handoffdate timestamp with time zone
  hascompletionconstraint boolean
  hasdocuments boolean
  hasexpenses boolean
  hasmessages boolean
  hasnotes boolean
  hasresolvables boolean
  hasstartconstraint boolean
  hastimednotifications boolean
  hoursperpoint numeric
  indent numeric
  isagile boolean
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isready boolean
  isstatuscomplete boolean
  isworkrequiredlocked boolean
  iterationid text
  kanbanboardid text
  kanbanflag text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  levelingstartdelay numeric
  levelingstartdelayexpression text
  levelingstartdelayminutes numeric
  mastertaskid text
  milestoneid text
  name text
  numberofchildren numeric
  numberopenoptasks numeric
  objcode text
  olv text
  originalduration numeric
  originalworkrequired numeric
  parentid text
  parentlag numeric
  parentlagtype text
  pendingcalculation timestamp with time zone
  pendingpredecessors boolean
  pendingupdatemethods jsonb
  percentcomplete numeric
  personal boolean
  plannedcompletiondate timestamp with time zone
  plannedcost numeric
  planneddatealignment text
  plannedduration numeric
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedhoursalignment text
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedstartdate timestamp with time zone
  predecessorexpression text
  previousstatus text
  priority numeric
  prioritycolor text
  progressstatus text
  project_portfolioid text
  project_programid text
  project_status text
  projectedcompletiondate timestamp with time zone
  projecteddurationminutes numeric
  projectedstartdate timestamp with time zone
  projectid text
  recurrencenumber numeric
  recurrenceruleid text
  referencenumber numeric
  rejectionissueid text
  remainingdurationminutes numeric
  reservedtimeid text
  resourcescope text
  revenuetype text
  roleid text
  rootgroupid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  showcommitdate boolean
  showcondition boolean
  showstatus boolean
  slackdate date
  spi numeric
  status text
  statusequateswith text
  statusupdate text
  storypoints numeric
  submittedbyid text
  taskconstraint text
  tasknumber numeric
  tasknumberpredecessorstring text
  teamid text
  templatetaskid text
  trackingmode text
  url text
  version numeric
  wbs text
  work numeric
  workeffort numeric
  workflowautomationid text
  workperdaylist jsonb
  workrequired numeric
  workrequiredexpression text
  workunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

table workfront.view_comments
  viewname text not null
  columnname text not null
  comment text not null

constraint on control.backfills
  CHECK ((state = ANY (ARRAY['wanted'::text, 'running'::text, 'paused'::text, 'cancelled'::text, 'done'::text, 'failed'::text])))
  PRIMARY KEY (id)

constraint on control.call_budgets
  CHECK (((calls_now >= 1) AND (calls_now <= calls_max)))
  CHECK ((calls_max > 0))
  CHECK ((per_minute_max > 0))
  PRIMARY KEY (name)

constraint on control.call_places
  FOREIGN KEY (budget) REFERENCES control.call_budgets(name)
  PRIMARY KEY (budget, place)

constraint on control.call_starts
  FOREIGN KEY (budget) REFERENCES control.call_budgets(name)

constraint on control.cursors
  FOREIGN KEY (lease) REFERENCES control.leases(name)
  PRIMARY KEY (name)

constraint on control.doubts
  PRIMARY KEY (objcode, objid)

constraint on control.ended_holds
  CHECK ((kind = ANY (ARRAY['current'::text, 'swept'::text, 'history'::text])))
  PRIMARY KEY (objcode, kind, minute)

constraint on control.gaps
  CHECK (((ended IS NULL) OR (ended >= began)))
  CHECK (((state = 'open'::text) = (ended IS NULL)))
  CHECK ((state = ANY (ARRAY['open'::text, 'wanted'::text, 'filled'::text, 'lost'::text])))
  PRIMARY KEY (id)

constraint on control.known_objects
  PRIMARY KEY (objcode, objid)

constraint on control.leases
  PRIMARY KEY (name)

constraint on control.migrations
  PRIMARY KEY (number)

constraint on control.planning_objects
  PRIMARY KEY (objcode, objid)

constraint on control.set_aside
  CHECK ((state = ANY (ARRAY['waiting'::text, 'asked'::text, 'dismissed'::text])))
  PRIMARY KEY (source, subject, objcode)

constraint on control.subscription_watch
  PRIMARY KEY (subject)

constraint on control.told_deletes
  PRIMARY KEY (objcode, objid, asof)

constraint on control.unseen_moves
  PRIMARY KEY (objcode, objid, began)

constraint on control.wanted_reads
  PRIMARY KEY (objcode, objid)

constraint on control.watched_types
  PRIMARY KEY (objcode)

constraint on control.watermark_trail
  PRIMARY KEY (objcode, kind, up_to)

constraint on control.watermarks
  CHECK ((kind = ANY (ARRAY['current'::text, 'swept'::text, 'history'::text])))
  PRIMARY KEY (objcode, kind)

constraint on hours_by_day_1.hour_claims
  PRIMARY KEY (objid, eventid)

constraint on hours_by_day_1.hour_parts
  PRIMARY KEY (objid)

constraint on hours_by_day_1.hours_by_day
  PRIMARY KEY (projectid, day)

constraint on hours_by_day_1.parked
  PRIMARY KEY (topic, partition, "offset")

constraint on hours_by_day_1.positions
  PRIMARY KEY (topic, partition)

constraint on live.stores
  PRIMARY KEY (projection)

constraint on store_1.changes
  PRIMARY KEY (objid, objcode, eventid)

constraint on store_1.object_now
  PRIMARY KEY (objid, objcode)

constraint on store_1.object_past
  PRIMARY KEY (objid, objcode, began)

constraint on store_1.parked
  PRIMARY KEY (topic, partition, "offset")

constraint on store_1.positions
  PRIMARY KEY (topic, partition)

constraint on store_1.task_now
  PRIMARY KEY (objid)

constraint on store_1.task_past
  PRIMARY KEY (objid, began)

constraint on workfront.calendar
  PRIMARY KEY (calendardate)

constraint on workfront.view_comments
  PRIMARY KEY (viewname, columnname)

index on control.backfills
  CREATE UNIQUE INDEX backfills_pkey ON control.backfills USING btree (id)

index on control.call_budgets
  CREATE UNIQUE INDEX call_budgets_pkey ON control.call_budgets USING btree (name)

index on control.call_places
  CREATE UNIQUE INDEX call_places_pkey ON control.call_places USING btree (budget, place)

index on control.call_starts
  CREATE INDEX call_starts_began ON control.call_starts USING btree (budget, began_at)

index on control.cursors
  CREATE UNIQUE INDEX cursors_pkey ON control.cursors USING btree (name)

index on control.doubts
  CREATE UNIQUE INDEX doubts_pkey ON control.doubts USING btree (objcode, objid)

index on control.ended_holds
  CREATE UNIQUE INDEX ended_holds_pkey ON control.ended_holds USING btree (objcode, kind, minute)

index on control.gaps
  CREATE INDEX gaps_unread ON control.gaps USING btree (objcode, began) WHERE (state = ANY (ARRAY['open'::text, 'wanted'::text]))
  CREATE UNIQUE INDEX gaps_open ON control.gaps USING btree (subject, reason) WHERE (state = 'open'::text)
  CREATE UNIQUE INDEX gaps_pkey ON control.gaps USING btree (id)

index on control.known_objects
  CREATE UNIQUE INDEX known_objects_pkey ON control.known_objects USING btree (objcode, objid)

index on control.leases
  CREATE UNIQUE INDEX leases_pkey ON control.leases USING btree (name)

index on control.migrations
  CREATE UNIQUE INDEX migrations_pkey ON control.migrations USING btree (number)

index on control.planning_objects
  CREATE INDEX planning_objects_history ON control.planning_objects USING btree (seen_at) WHERE (history_from IS NOT NULL)
  CREATE INDEX planning_objects_parent ON control.planning_objects USING btree (objcode, parentid)
  CREATE UNIQUE INDEX planning_objects_pkey ON control.planning_objects USING btree (objcode, objid)

index on control.set_aside
  CREATE UNIQUE INDEX set_aside_pkey ON control.set_aside USING btree (source, subject, objcode)

index on control.subscription_watch
  CREATE UNIQUE INDEX subscription_watch_pkey ON control.subscription_watch USING btree (subject)

index on control.told_deletes
  CREATE UNIQUE INDEX told_deletes_pkey ON control.told_deletes USING btree (objcode, objid, asof)

index on control.unseen_moves
  CREATE UNIQUE INDEX unseen_moves_pkey ON control.unseen_moves USING btree (objcode, objid, began)

index on control.wanted_reads
  CREATE UNIQUE INDEX wanted_reads_pkey ON control.wanted_reads USING btree (objcode, objid)

index on control.watched_types
  CREATE UNIQUE INDEX watched_types_pkey ON control.watched_types USING btree (objcode)

index on control.watermark_trail
  CREATE UNIQUE INDEX watermark_trail_pkey ON control.watermark_trail USING btree (objcode, kind, up_to)

index on control.watermarks
  CREATE UNIQUE INDEX watermarks_pkey ON control.watermarks USING btree (objcode, kind)

index on hours_by_day_1.hour_claims
  CREATE UNIQUE INDEX hour_claims_pkey ON hours_by_day_1.hour_claims USING btree (objid, eventid)

index on hours_by_day_1.hour_parts
  CREATE UNIQUE INDEX hour_parts_pkey ON hours_by_day_1.hour_parts USING btree (objid)

index on hours_by_day_1.hours_by_day
  CREATE UNIQUE INDEX hours_by_day_pkey ON hours_by_day_1.hours_by_day USING btree (projectid, day)

index on hours_by_day_1.parked
  CREATE UNIQUE INDEX parked_pkey ON hours_by_day_1.parked USING btree (topic, partition, "offset")

index on hours_by_day_1.positions
  CREATE UNIQUE INDEX positions_pkey ON hours_by_day_1.positions USING btree (topic, partition)

index on live.stores
  CREATE UNIQUE INDEX stores_pkey ON live.stores USING btree (projection)

index on store_1.changes
  CREATE INDEX changes_told_deletes ON store_1.changes USING btree (topic, partition, "offset") WHERE ((operation = 'DELETE'::text) AND (path = 'WEBHOOK'::text))
  CREATE UNIQUE INDEX changes_pkey ON store_1.changes USING btree (objid, objcode, eventid)

index on store_1.object_now
  CREATE INDEX object_now_doubtful ON store_1.object_now USING btree (objid, objcode) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX object_now_pkey ON store_1.object_now USING btree (objid, objcode)

index on store_1.object_past
  CREATE UNIQUE INDEX object_past_pkey ON store_1.object_past USING btree (objid, objcode, began)

index on store_1.parked
  CREATE UNIQUE INDEX parked_pkey ON store_1.parked USING btree (topic, partition, "offset")

index on store_1.positions
  CREATE UNIQUE INDEX positions_pkey ON store_1.positions USING btree (topic, partition)

index on store_1.task_now
  CREATE INDEX task_now_doubtful ON store_1.task_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX task_now_pkey ON store_1.task_now USING btree (objid)

index on store_1.task_past
  CREATE UNIQUE INDEX task_past_pkey ON store_1.task_past USING btree (objid, began)

index on workfront.calendar
  CREATE UNIQUE INDEX calendar_pkey ON workfront.calendar USING btree (calendardate)

index on workfront.view_comments
  CREATE UNIQUE INDEX view_comments_pkey ON workfront.view_comments USING btree (viewname, columnname)

function
  planning.displayed(value jsonb, options jsonb) returns jsonb
  planning.displayed_one(value jsonb, options jsonb) returns jsonb
  workfront.add_months(value date, count numeric) returns date
  workfront.add_months(value timestamp with time zone, count numeric) returns timestamp with time zone
  workfront.array_append(list jsonb, value anyelement) returns jsonb
  workfront.array_cat(a jsonb, b jsonb) returns jsonb
  workfront.array_compact(list jsonb) returns jsonb
  workfront.array_contains(value anyelement, list jsonb) returns boolean
  workfront.array_distinct(list jsonb) returns jsonb
  workfront.array_except(a jsonb, b jsonb) returns jsonb
  workfront.array_intersection(a jsonb, b jsonb) returns jsonb
  workfront.array_max(list jsonb) returns jsonb
  workfront.array_min(list jsonb) returns jsonb
  workfront.array_position(value anyelement, list jsonb) returns integer
  workfront.array_prepend(list jsonb, value anyelement) returns jsonb
  workfront.array_size(value jsonb) returns integer
  workfront.array_slice(list jsonb, first integer, behind integer) returns jsonb
  workfront.array_sort(list jsonb) returns jsonb
  workfront.array_text(list jsonb, separator text) returns text
  workfront.arrays_overlap(a jsonb, b jsonb) returns boolean
  workfront.as_of(objcode text, instant timestamp with time zone) returns TABLE(objid text, begin_effective_timestamp timestamp with time zone, end_effective_timestamp timestamp with time zone, deleted text, fields jsonb)
  workfront.as_of_instant() returns timestamp with time zone
  workfront.base64_decode_string(value text) returns text
  workfront.base64_encode(value text) returns text
  workfront.bitand(a bigint, b bigint) returns bigint
  workfront.bitand_agg(bigint) returns bigint
  workfront.bitor(a bigint, b bigint) returns bigint
  workfront.bitor_agg(bigint) returns bigint
  workfront.bitxor(a bigint, b bigint) returns bigint
  workfront.changes_noted(state jsonb) returns bigint
  workfront.charindex(part text, whole text, start integer DEFAULT 1) returns integer
  workfront.conditional_change_event(anyelement) returns bigint
  workfront.contains(whole text, part text) returns boolean
  workfront.convert_timezone(source text, target text, value timestamp with time zone) returns timestamp without time zone
  workfront.convert_timezone(source text, target text, value timestamp without time zone) returns timestamp without time zone
  workfront.convert_timezone(target text, value timestamp with time zone) returns timestamp without time zone
  workfront.count_distinct(text) returns bigint
  workfront.count_if(boolean) returns bigint
  workfront.counted(state bigint, condition boolean) returns bigint
  workfront.date_from_parts(year integer, month integer, day integer) returns date
  workfront.date_unit(word text) returns text
  workfront.dateadd(unit text, count numeric, value date) returns date
  workfront.dateadd(unit text, count numeric, value text) returns timestamp with time zone
  workfront.dateadd(unit text, count numeric, value timestamp with time zone) returns timestamp with time zone
  workfront.datediff(unit text, a date, b date) returns bigint
  workfront.datediff(unit text, a date, b timestamp with time zone) returns bigint
  workfront.datediff(unit text, a text, b text) returns bigint
  workfront.datediff(unit text, a timestamp with time zone, b date) returns bigint
  workfront.datediff(unit text, a timestamp with time zone, b timestamp with time zone) returns bigint
  workfront.day(value timestamp with time zone) returns integer
  workfront.dayname(value timestamp with time zone) returns text
  workfront.dayofweek(value timestamp with time zone) returns integer
  workfront.dayofweekiso(value timestamp with time zone) returns integer
  workfront.dayofyear(value timestamp with time zone) returns integer
  workfront.distinct_count_of(state text[]) returns bigint
  workfront.div0(a numeric, b numeric) returns numeric
  workfront.div0null(a numeric, b numeric) returns numeric
  workfront.earlier_of(a jsonb, b jsonb) returns jsonb
  workfront.editdistance(a text, b text, most integer DEFAULT NULL::integer) returns integer
  workfront.ended_holds() returns TABLE(objcode text, kind text, up_to timestamp with time zone, ended_at timestamp with time zone)
  workfront.endswith(whole text, part text) returns boolean
  workfront.equal_null(a anycompatible, b anycompatible) returns boolean
  workfront.first_not_null(anyelement) returns anyelement
  workfront.first_of(list jsonb, count integer) returns jsonb
  workfront.flatten(input jsonb, from_path text DEFAULT NULL::text, "outer" boolean DEFAULT false, recursive boolean DEFAULT false, mode text DEFAULT 'BOTH'::text) returns TABLE(seq bigint, key text, path text, index bigint, value jsonb, this jsonb)
  workfront.gaps() returns TABLE(objcode text, objid text, fields text[], reason text, began timestamp with time zone, ended timestamp with time zone, state text, readers text[])
  workfront.generator(rowcount bigint) returns TABLE(seq bigint)
  workfront.hash(value anyelement) returns bigint
  workfront.hex_encode(value text) returns text
  workfront.hour(value timestamp with time zone) returns integer
  workfront.iff(condition boolean, yes anycompatible, no anycompatible) returns anycompatible
  workfront.ifnull(value anycompatible, otherwise anycompatible) returns anycompatible
  workfront.insert(base text, place integer, length integer, part text) returns text
  workfront.is_null_value(value jsonb) returns boolean
  workfront.keep_first(state anyelement, value anyelement) returns anyelement
  workfront.keep_last(state anyelement, value anyelement) returns anyelement
  workfront.keep_newest(state anyarray, value anyelement, count integer) returns anyarray
  workfront.last_day(value timestamp with time zone, unit text DEFAULT 'month'::text) returns date
  workfront.last_not_null(anyelement) returns anyelement
  workfront.later_of(a jsonb, b jsonb) returns jsonb
  workfront.len(value text) returns integer
  workfront.listed(texts text[], keys anyarray, separator text, descending boolean, once boolean) returns text
  workfront.max(jsonb) returns jsonb
  workfront.median(numeric) returns numeric
  workfront.median_of(state numeric[]) returns numeric
  workfront.min(jsonb) returns jsonb
  workfront.minute(value timestamp with time zone) returns integer
  workfront.month(value timestamp with time zone) returns integer
  workfront.monthname(value timestamp with time zone) returns text
  workfront.months_between(a timestamp with time zone, b timestamp with time zone) returns numeric
  workfront.next_day(value timestamp with time zone, weekday text) returns date
  workfront.note_change(state jsonb, value anyelement) returns jsonb
  workfront.nth_last_not_null(anyelement, integer) returns anyelement
  workfront.nullifzero(value numeric) returns numeric
  workfront.nvl(value anycompatible, otherwise anycompatible) returns anycompatible
  workfront.nvl2(value anyelement, present anycompatible, absent anycompatible) returns anycompatible
  workfront.object_keys(value jsonb) returns jsonb
  workfront.oldest_of(state anyarray, value anyelement, count integer) returns anyelement
  workfront.parse_json(value text) returns jsonb
  workfront.part_of(whole text, first integer, length integer DEFAULT NULL::integer) returns text
  workfront.percentile_of(state numeric[], fraction numeric, descending boolean) returns numeric
  workfront.previous_day(value timestamp with time zone, weekday text) returns date
  workfront.quarter(value timestamp with time zone) returns integer
  workfront.refuse(message text) returns text
  workfront.regexp_substr_all(value text, pattern text) returns jsonb
  workfront.rlike(value text, pattern text) returns boolean
  workfront.rlike(value text, pattern text, parameters text) returns boolean
  workfront.round(value double precision, places integer) returns numeric
  workfront.second(value timestamp with time zone) returns integer
  workfront.set_aside() returns TABLE(objcode text, is_history boolean, since timestamp with time zone, swept_since timestamp with time zone, set_aside_at timestamp with time zone)
  workfront.sha2(value text, bits integer DEFAULT 256) returns text
  workfront.slice_start(value timestamp with time zone, length integer, unit text) returns timestamp with time zone
  workfront.space(count integer) returns text
  workfront.span(unit text, count numeric) returns interval
  workfront.split(value text, separator text) returns jsonb
  workfront.split_to_table(whole text, separator text, OUT seq bigint, OUT index bigint, OUT value text) returns SETOF record
  workfront.square(value numeric) returns numeric
  workfront.startswith(whole text, part text) returns boolean
  workfront.strtok(value text, separators text DEFAULT ' '::text, part integer DEFAULT 1) returns text
  workfront.strtok_to_array(value text, separators text DEFAULT ' '::text) returns jsonb
  workfront.time_slice(value timestamp with time zone, length integer, unit text, side text DEFAULT 'START'::text) returns timestamp with time zone
  workfront.timestamp_from_parts(year integer, month integer, day integer, hour integer, minute integer, second numeric) returns timestamp with time zone
  workfront.timestampdiff(unit text, a timestamp with time zone, b timestamp with time zone) returns bigint
  workfront.to_boolean(value text) returns boolean
  workfront.to_date(value date) returns date
  workfront.to_date(value text) returns date
  workfront.to_date(value timestamp with time zone) returns date
  workfront.to_double(value text) returns double precision
  workfront.to_number(value text) returns numeric
  workfront.to_time(value text) returns time without time zone
  workfront.to_time(value timestamp with time zone) returns time without time zone
  workfront.to_timestamp(value text) returns timestamp with time zone
  workfront.to_timestamp(value timestamp with time zone) returns timestamp with time zone
  workfront.to_variant(value anyelement) returns jsonb
  workfront.told_deletes() returns TABLE(objcode text, since timestamp with time zone)
  workfront.try_parse_json(value text) returns jsonb
  workfront.try_to_boolean(value text) returns boolean
  workfront.try_to_date(value text) returns date
  workfront.try_to_double(value text) returns double precision
  workfront.try_to_number(value text) returns numeric
  workfront.try_to_number(value text, format text) returns numeric
  workfront.try_to_timestamp(value text) returns timestamp with time zone
  workfront.typeof(value jsonb) returns text
  workfront.unfilled_gaps() returns TABLE(objcode text, began timestamp with time zone, state text, readers text[])
  workfront.unicode(value text) returns integer
  workfront.uniform(low bigint, high bigint, chance anyelement) returns bigint
  workfront.variant_order(value text) returns jsonb
  workfront.variant_text(value jsonb) returns text
  workfront.wait_for(topic text, partition integer, "offset" bigint, patience interval DEFAULT '00:00:30'::interval) returns boolean
  workfront.watermark_trail() returns TABLE(objcode text, kind text, up_to timestamp with time zone, ends jsonb, moved_at timestamp with time zone)
  workfront.week(value timestamp with time zone) returns integer
  workfront.weekiso(value timestamp with time zone) returns integer
  workfront.without_nulls(value jsonb) returns jsonb
  workfront.year(value timestamp with time zone) returns integer
  workfront.yearofweek(value timestamp with time zone) returns integer
  workfront.yearofweekiso(value timestamp with time zone) returns integer
  workfront.zeroifnull(value numeric) returns numeric
