-- Written by test/integration/schema-snapshot.test.ts.

table control.cursors
  name text not null
  lease text not null
  epoch bigint not null
  value jsonb not null
  moved_at timestamp with time zone not null

table control.leases
  name text not null
  holder text not null
  epoch bigint not null
  expires_at timestamp with time zone not null

table control.migrations
  number integer not null
  name text not null
  sha256 text not null
  breaking boolean not null
  applied_at timestamp with time zone not null default now()

view live.changes
  objid text
  objcode text
  eventid bytea
  operation text
  path text
  apiversion smallint
  entrydate timestamp with time zone
  asof timestamp with time zone
  clocked boolean
  fields jsonb
  clears text[]
  actorid text
  observedat timestamp with time zone
  topic text
  partition integer
  offset bigint

view live.current
  objid text
  objcode text
  entrydate timestamp with time zone
  deleted boolean
  fields jsonb
  observedat timestamp with time zone

view live.versions
  objid text
  objcode text
  entrydate timestamp with time zone
  deleted boolean
  fields jsonb
  observedat timestamp with time zone

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
  clears text[] not null
  fields jsonb not null

table store_1.current with (fillfactor=80, toast_tuple_target=4080)
  entrydate timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  lastclock timestamp with time zone
  lastjournal timestamp with time zone
  deleted boolean not null
  objid text not null
  objcode text not null
  fields jsonb not null

table store_1.positions with (fillfactor=50)
  next bigint not null
  partition integer not null
  topic text not null
  lastdigest bytea

table store_1.versions with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  entrydate timestamp with time zone not null
  observedat timestamp with time zone not null
  deleted boolean not null
  objid text not null
  objcode text not null
  fields jsonb not null

table workfront.calendar
  calendardate date not null

view workfront.optasks_current
  optaskid text
  accessorids jsonb
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualstartdate timestamp with time zone
  actualworkrequired numeric
  actualworkrequiredexpression text
  agerangeasstring text
  approvalcompletiondate timestamp with time zone
  approvaleststartdate timestamp with time zone
  approvalplannedstartdate timestamp with time zone
  approvalplannedstartday numeric
  approvalprocessid text
  approvalprojectedstartdate timestamp with time zone
  approvalstartdate timestamp with time zone
  approversstring text
  assignedtoid text
  audittypes jsonb
  autoclosuredate timestamp with time zone
  backlogorder numeric
  backlogparent text
  canstart boolean
  categoryid text
  color text
  commitdate timestamp with time zone
  commitdaterange text
  condition numeric
  currentapprovalstepid text
  currentstatusduration numeric
  customerid text
  description text
  displayqueuebreadcrumb text
  duedate timestamp with time zone
  durationminutes numeric
  enteredbyid text
  entrydate timestamp with time zone
  estimate numeric
  exchangerateid text
  extrefid text
  firstresponse text
  groupid text
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  hasresolvables boolean
  hastimednotifications boolean
  howold numeric
  iscomplete boolean
  ishelpdesk boolean
  isready boolean
  iterationid text
  kanbanboardid text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  numberofchildren numeric
  objcode text
  olv text
  optasktype text
  optasktypelabel text
  ownerid text
  percentcomplete numeric
  plannedcompletiondate timestamp with time zone
  planneddatealignment text
  planneddurationminutes numeric
  plannedhoursalignment text
  plannedstartdate timestamp with time zone
  previousstatus text
  priority numeric
  prioritycolor text
  projectedcompletiondate timestamp with time zone
  projecteddurationminutes numeric
  projectedstartdate timestamp with time zone
  projectid text
  queuedefid text
  queuetopicbreadcrumb text
  queuetopicid text
  referencenumber numeric
  referenceobjcode text
  referenceobjid text
  rejectionissueid text
  remainingdurationminutes numeric
  resolutiontime text
  resolveoptaskid text
  resolveprojectid text
  resolvetaskid text
  resolvingobjcode text
  resolvingobjid text
  roleid text
  rootgroupid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  severity numeric
  showcommitdate boolean
  showcondition boolean
  showstatus boolean
  sourceobjcode text
  sourceobjid text
  sourcetaskid text
  status text
  statusupdate text
  storyboardorder numeric
  storypoints numeric
  submittedbyid text
  teamid text
  url text
  version numeric
  work numeric
  workflowautomationid text
  workrequired numeric
  workrequiredexpression text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.optasks_daily_history
  optaskid text
  accessorids jsonb
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualstartdate timestamp with time zone
  actualworkrequired numeric
  actualworkrequiredexpression text
  agerangeasstring text
  approvalcompletiondate timestamp with time zone
  approvaleststartdate timestamp with time zone
  approvalplannedstartdate timestamp with time zone
  approvalplannedstartday numeric
  approvalprocessid text
  approvalprojectedstartdate timestamp with time zone
  approvalstartdate timestamp with time zone
  approversstring text
  assignedtoid text
  audittypes jsonb
  autoclosuredate timestamp with time zone
  backlogorder numeric
  backlogparent text
  canstart boolean
  categoryid text
  color text
  commitdate timestamp with time zone
  commitdaterange text
  condition numeric
  currentapprovalstepid text
  currentstatusduration numeric
  customerid text
  description text
  displayqueuebreadcrumb text
  duedate timestamp with time zone
  durationminutes numeric
  enteredbyid text
  entrydate timestamp with time zone
  estimate numeric
  exchangerateid text
  extrefid text
  firstresponse text
  groupid text
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  hasresolvables boolean
  hastimednotifications boolean
  howold numeric
  iscomplete boolean
  ishelpdesk boolean
  isready boolean
  iterationid text
  kanbanboardid text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  numberofchildren numeric
  objcode text
  olv text
  optasktype text
  optasktypelabel text
  ownerid text
  percentcomplete numeric
  plannedcompletiondate timestamp with time zone
  planneddatealignment text
  planneddurationminutes numeric
  plannedhoursalignment text
  plannedstartdate timestamp with time zone
  previousstatus text
  priority numeric
  prioritycolor text
  projectedcompletiondate timestamp with time zone
  projecteddurationminutes numeric
  projectedstartdate timestamp with time zone
  projectid text
  queuedefid text
  queuetopicbreadcrumb text
  queuetopicid text
  referencenumber numeric
  referenceobjcode text
  referenceobjid text
  rejectionissueid text
  remainingdurationminutes numeric
  resolutiontime text
  resolveoptaskid text
  resolveprojectid text
  resolvetaskid text
  resolvingobjcode text
  resolvingobjid text
  roleid text
  rootgroupid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  severity numeric
  showcommitdate boolean
  showcondition boolean
  showstatus boolean
  sourceobjcode text
  sourceobjid text
  sourcetaskid text
  status text
  statusupdate text
  storyboardorder numeric
  storypoints numeric
  submittedbyid text
  teamid text
  url text
  version numeric
  work numeric
  workflowautomationid text
  workrequired numeric
  workrequiredexpression text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.optasks_event
  optaskid text
  accessorids jsonb
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualstartdate timestamp with time zone
  actualworkrequired numeric
  actualworkrequiredexpression text
  agerangeasstring text
  approvalcompletiondate timestamp with time zone
  approvaleststartdate timestamp with time zone
  approvalplannedstartdate timestamp with time zone
  approvalplannedstartday numeric
  approvalprocessid text
  approvalprojectedstartdate timestamp with time zone
  approvalstartdate timestamp with time zone
  approversstring text
  assignedtoid text
  audittypes jsonb
  autoclosuredate timestamp with time zone
  backlogorder numeric
  backlogparent text
  canstart boolean
  categoryid text
  color text
  commitdate timestamp with time zone
  commitdaterange text
  condition numeric
  currentapprovalstepid text
  currentstatusduration numeric
  customerid text
  description text
  displayqueuebreadcrumb text
  duedate timestamp with time zone
  durationminutes numeric
  enteredbyid text
  entrydate timestamp with time zone
  estimate numeric
  exchangerateid text
  extrefid text
  firstresponse text
  groupid text
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  hasresolvables boolean
  hastimednotifications boolean
  howold numeric
  iscomplete boolean
  ishelpdesk boolean
  isready boolean
  iterationid text
  kanbanboardid text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  numberofchildren numeric
  objcode text
  olv text
  optasktype text
  optasktypelabel text
  ownerid text
  percentcomplete numeric
  plannedcompletiondate timestamp with time zone
  planneddatealignment text
  planneddurationminutes numeric
  plannedhoursalignment text
  plannedstartdate timestamp with time zone
  previousstatus text
  priority numeric
  prioritycolor text
  projectedcompletiondate timestamp with time zone
  projecteddurationminutes numeric
  projectedstartdate timestamp with time zone
  projectid text
  queuedefid text
  queuetopicbreadcrumb text
  queuetopicid text
  referencenumber numeric
  referenceobjcode text
  referenceobjid text
  rejectionissueid text
  remainingdurationminutes numeric
  resolutiontime text
  resolveoptaskid text
  resolveprojectid text
  resolvetaskid text
  resolvingobjcode text
  resolvingobjid text
  roleid text
  rootgroupid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  severity numeric
  showcommitdate boolean
  showcondition boolean
  showstatus boolean
  sourceobjcode text
  sourceobjid text
  sourcetaskid text
  status text
  statusupdate text
  storyboardorder numeric
  storypoints numeric
  submittedbyid text
  teamid text
  url text
  version numeric
  work numeric
  workflowautomationid text
  workrequired numeric
  workrequiredexpression text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.projects_current
  projectid text
  accessorids jsonb
  actualbenefit numeric
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualdurationexpression text
  actualdurationminutes numeric
  actualexpensecost numeric
  actualhourslastmonth numeric
  actualhourslastthreemonths numeric
  actualhoursthismonth numeric
  actualhourstwomonthsago numeric
  actuallaborcost numeric
  actualrevenue numeric
  actualriskcost numeric
  actualstartdate timestamp with time zone
  actualvalue numeric
  actualworkrequired numeric
  actualworkrequiredexpression text
  aemnativefoldertreesrefid text
  alignment numeric
  alignmentscorecardid text
  allapprovedhours numeric
  allunapprovedhours numeric
  approvalcompletiondate timestamp with time zone
  approvaleststartdate timestamp with time zone
  approvalplannedstartdate timestamp with time zone
  approvalplannedstartday numeric
  approvalprocessid text
  approvalprojectedstartdate timestamp with time zone
  approvalstartdate timestamp with time zone
  approversstring text
  attachedratecard_sourceid text
  attachedratecardid text
  audittypes jsonb
  autobaselinerecuron numeric
  autobaselinerecurrencetype text
  bccompletionstate jsonb
  bcwp numeric
  bcws numeric
  billedrevenue numeric
  budget numeric
  budgetedcompletiondate date
  budgetedcost numeric
  budgetedhours numeric
  budgetedlaborcost numeric
  budgetedstartdate date
  budgetstatus numeric
  businesscasestatuslabel text
  categoryid text
  companyid text
  completedhours numeric
  completiontype text
  condition text
  conditiontype text
  convertedoptaskentrydate timestamp with time zone
  convertedoptaskid text
  convertedoptaskname text
  convertedoptaskoriginatorid text
  cpi numeric
  csi numeric
  currency text
  currentapprovalstepid text
  customerid text
  defaultforbiddencontributeactions text
  defaultforbiddenmanageactions text
  defaultforbiddenviewactions text
  deliverablescorecardid text
  deliverablesuccessscore numeric
  deliverablesuccessscoreratio numeric
  description text
  displayorder numeric
  durationexpression text
  durationminutes numeric
  eac numeric
  eaccalculationmethod text
  enableautobaselines boolean
  enteredbyid text
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  extrefid text
  filterhourtypes boolean
  financelastupdatedate timestamp with time zone
  fixedcost numeric
  fixedenddate timestamp with time zone
  fixedrevenue numeric
  fixedstartdate timestamp with time zone
  groupid text
  hasbudgetconflict boolean
  hascalcerror boolean
  hascompletionconstraint boolean
  hasdocuments boolean
  hasexpenses boolean
  hasmessages boolean
  hasnotes boolean
  hasrateoverride boolean
  hasresolvables boolean
  hasstartconstraint boolean
  hastimednotifications boolean
  hastimelineexception boolean
  isoriginalplannedhoursset boolean
  isprojectdead boolean
  isstatuscomplete boolean
  issueworkflowautomationid text
  lastcalcdate timestamp with time zone
  lastconditionnoteid text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  levelingmode text
  lucidmigrationdate timestamp with time zone
  milestonepathid text
  name text
  nextautobaselinedate timestamp with time zone
  numberopenoptasks numeric
  objcode text
  olv text
  optimizationscore numeric
  originalworkrequired numeric
  ownerid text
  ownerprivileges jsonb
  pendingcalculation timestamp with time zone
  pendingupdatemethods jsonb
  percentcomplete numeric
  performanceindexmethod text
  personal boolean
  plannedbenefit numeric
  plannedcompletiondate timestamp with time zone
  plannedcost numeric
  planneddatealignment text
  plannedexpensecost numeric
  plannedhoursalignment text
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedriskcost numeric
  plannedstartdate timestamp with time zone
  plannedvalue numeric
  popaccountid text
  portfolioid text
  portfoliopriority numeric
  preservebilling text
  previousstatus text
  priority numeric
  privateratecardid text
  programid text
  progressstatus text
  projectbudgetedcost numeric
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  projectnetvalue numeric
  projectroi numeric
  queuedefid text
  referencenumber numeric
  rejectionissueid text
  remainingcost numeric
  remainingrevenue numeric
  remainingriskcost numeric
  resourceplannerbudgetedlaborcost numeric
  resourcepoolid text
  risk numeric
  riskperformanceindex numeric
  roi numeric
  rootgroupid text
  scheduleid text
  schedulemode text
  securityancestorsdisabled text
  selectedonportfoliooptimizer boolean
  showcondition boolean
  showstatus boolean
  spi numeric
  sponsorid text
  status text
  statusupdate text
  submittedbyid text
  summarycompletiontype text
  syncburndowndate timestamp with time zone
  taskworkflowautomationid text
  teamid text
  templateid text
  timelineexceptioninfo text
  totalhours numeric
  totaloptaskcount numeric
  totaltaskcount numeric
  updatetype text
  url text
  version numeric
  work numeric
  workflowautomationid text
  workrequired numeric
  workrequiredexpression text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.projects_daily_history
  projectid text
  accessorids jsonb
  actualbenefit numeric
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualdurationexpression text
  actualdurationminutes numeric
  actualexpensecost numeric
  actualhourslastmonth numeric
  actualhourslastthreemonths numeric
  actualhoursthismonth numeric
  actualhourstwomonthsago numeric
  actuallaborcost numeric
  actualrevenue numeric
  actualriskcost numeric
  actualstartdate timestamp with time zone
  actualvalue numeric
  actualworkrequired numeric
  actualworkrequiredexpression text
  aemnativefoldertreesrefid text
  alignment numeric
  alignmentscorecardid text
  allapprovedhours numeric
  allunapprovedhours numeric
  approvalcompletiondate timestamp with time zone
  approvaleststartdate timestamp with time zone
  approvalplannedstartdate timestamp with time zone
  approvalplannedstartday numeric
  approvalprocessid text
  approvalprojectedstartdate timestamp with time zone
  approvalstartdate timestamp with time zone
  approversstring text
  attachedratecard_sourceid text
  attachedratecardid text
  audittypes jsonb
  autobaselinerecuron numeric
  autobaselinerecurrencetype text
  bccompletionstate jsonb
  bcwp numeric
  bcws numeric
  billedrevenue numeric
  budget numeric
  budgetedcompletiondate date
  budgetedcost numeric
  budgetedhours numeric
  budgetedlaborcost numeric
  budgetedstartdate date
  budgetstatus numeric
  businesscasestatuslabel text
  categoryid text
  companyid text
  completedhours numeric
  completiontype text
  condition text
  conditiontype text
  convertedoptaskentrydate timestamp with time zone
  convertedoptaskid text
  convertedoptaskname text
  convertedoptaskoriginatorid text
  cpi numeric
  csi numeric
  currency text
  currentapprovalstepid text
  customerid text
  defaultforbiddencontributeactions text
  defaultforbiddenmanageactions text
  defaultforbiddenviewactions text
  deliverablescorecardid text
  deliverablesuccessscore numeric
  deliverablesuccessscoreratio numeric
  description text
  displayorder numeric
  durationexpression text
  durationminutes numeric
  eac numeric
  eaccalculationmethod text
  enableautobaselines boolean
  enteredbyid text
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  extrefid text
  filterhourtypes boolean
  financelastupdatedate timestamp with time zone
  fixedcost numeric
  fixedenddate timestamp with time zone
  fixedrevenue numeric
  fixedstartdate timestamp with time zone
  groupid text
  hasbudgetconflict boolean
  hascalcerror boolean
  hascompletionconstraint boolean
  hasdocuments boolean
  hasexpenses boolean
  hasmessages boolean
  hasnotes boolean
  hasrateoverride boolean
  hasresolvables boolean
  hasstartconstraint boolean
  hastimednotifications boolean
  hastimelineexception boolean
  isoriginalplannedhoursset boolean
  isprojectdead boolean
  isstatuscomplete boolean
  issueworkflowautomationid text
  lastcalcdate timestamp with time zone
  lastconditionnoteid text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  levelingmode text
  lucidmigrationdate timestamp with time zone
  milestonepathid text
  name text
  nextautobaselinedate timestamp with time zone
  numberopenoptasks numeric
  objcode text
  olv text
  optimizationscore numeric
  originalworkrequired numeric
  ownerid text
  ownerprivileges jsonb
  pendingcalculation timestamp with time zone
  pendingupdatemethods jsonb
  percentcomplete numeric
  performanceindexmethod text
  personal boolean
  plannedbenefit numeric
  plannedcompletiondate timestamp with time zone
  plannedcost numeric
  planneddatealignment text
  plannedexpensecost numeric
  plannedhoursalignment text
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedriskcost numeric
  plannedstartdate timestamp with time zone
  plannedvalue numeric
  popaccountid text
  portfolioid text
  portfoliopriority numeric
  preservebilling text
  previousstatus text
  priority numeric
  privateratecardid text
  programid text
  progressstatus text
  projectbudgetedcost numeric
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  projectnetvalue numeric
  projectroi numeric
  queuedefid text
  referencenumber numeric
  rejectionissueid text
  remainingcost numeric
  remainingrevenue numeric
  remainingriskcost numeric
  resourceplannerbudgetedlaborcost numeric
  resourcepoolid text
  risk numeric
  riskperformanceindex numeric
  roi numeric
  rootgroupid text
  scheduleid text
  schedulemode text
  securityancestorsdisabled text
  selectedonportfoliooptimizer boolean
  showcondition boolean
  showstatus boolean
  spi numeric
  sponsorid text
  status text
  statusupdate text
  submittedbyid text
  summarycompletiontype text
  syncburndowndate timestamp with time zone
  taskworkflowautomationid text
  teamid text
  templateid text
  timelineexceptioninfo text
  totalhours numeric
  totaloptaskcount numeric
  totaltaskcount numeric
  updatetype text
  url text
  version numeric
  work numeric
  workflowautomationid text
  workrequired numeric
  workrequiredexpression text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.projects_event
  projectid text
  accessorids jsonb
  actualbenefit numeric
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualdurationexpression text
  actualdurationminutes numeric
  actualexpensecost numeric
  actualhourslastmonth numeric
  actualhourslastthreemonths numeric
  actualhoursthismonth numeric
  actualhourstwomonthsago numeric
  actuallaborcost numeric
  actualrevenue numeric
  actualriskcost numeric
  actualstartdate timestamp with time zone
  actualvalue numeric
  actualworkrequired numeric
  actualworkrequiredexpression text
  aemnativefoldertreesrefid text
  alignment numeric
  alignmentscorecardid text
  allapprovedhours numeric
  allunapprovedhours numeric
  approvalcompletiondate timestamp with time zone
  approvaleststartdate timestamp with time zone
  approvalplannedstartdate timestamp with time zone
  approvalplannedstartday numeric
  approvalprocessid text
  approvalprojectedstartdate timestamp with time zone
  approvalstartdate timestamp with time zone
  approversstring text
  attachedratecard_sourceid text
  attachedratecardid text
  audittypes jsonb
  autobaselinerecuron numeric
  autobaselinerecurrencetype text
  bccompletionstate jsonb
  bcwp numeric
  bcws numeric
  billedrevenue numeric
  budget numeric
  budgetedcompletiondate date
  budgetedcost numeric
  budgetedhours numeric
  budgetedlaborcost numeric
  budgetedstartdate date
  budgetstatus numeric
  businesscasestatuslabel text
  categoryid text
  companyid text
  completedhours numeric
  completiontype text
  condition text
  conditiontype text
  convertedoptaskentrydate timestamp with time zone
  convertedoptaskid text
  convertedoptaskname text
  convertedoptaskoriginatorid text
  cpi numeric
  csi numeric
  currency text
  currentapprovalstepid text
  customerid text
  defaultforbiddencontributeactions text
  defaultforbiddenmanageactions text
  defaultforbiddenviewactions text
  deliverablescorecardid text
  deliverablesuccessscore numeric
  deliverablesuccessscoreratio numeric
  description text
  displayorder numeric
  durationexpression text
  durationminutes numeric
  eac numeric
  eaccalculationmethod text
  enableautobaselines boolean
  enteredbyid text
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  extrefid text
  filterhourtypes boolean
  financelastupdatedate timestamp with time zone
  fixedcost numeric
  fixedenddate timestamp with time zone
  fixedrevenue numeric
  fixedstartdate timestamp with time zone
  groupid text
  hasbudgetconflict boolean
  hascalcerror boolean
  hascompletionconstraint boolean
  hasdocuments boolean
  hasexpenses boolean
  hasmessages boolean
  hasnotes boolean
  hasrateoverride boolean
  hasresolvables boolean
  hasstartconstraint boolean
  hastimednotifications boolean
  hastimelineexception boolean
  isoriginalplannedhoursset boolean
  isprojectdead boolean
  isstatuscomplete boolean
  issueworkflowautomationid text
  lastcalcdate timestamp with time zone
  lastconditionnoteid text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  levelingmode text
  lucidmigrationdate timestamp with time zone
  milestonepathid text
  name text
  nextautobaselinedate timestamp with time zone
  numberopenoptasks numeric
  objcode text
  olv text
  optimizationscore numeric
  originalworkrequired numeric
  ownerid text
  ownerprivileges jsonb
  pendingcalculation timestamp with time zone
  pendingupdatemethods jsonb
  percentcomplete numeric
  performanceindexmethod text
  personal boolean
  plannedbenefit numeric
  plannedcompletiondate timestamp with time zone
  plannedcost numeric
  planneddatealignment text
  plannedexpensecost numeric
  plannedhoursalignment text
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedriskcost numeric
  plannedstartdate timestamp with time zone
  plannedvalue numeric
  popaccountid text
  portfolioid text
  portfoliopriority numeric
  preservebilling text
  previousstatus text
  priority numeric
  privateratecardid text
  programid text
  progressstatus text
  projectbudgetedcost numeric
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  projectnetvalue numeric
  projectroi numeric
  queuedefid text
  referencenumber numeric
  rejectionissueid text
  remainingcost numeric
  remainingrevenue numeric
  remainingriskcost numeric
  resourceplannerbudgetedlaborcost numeric
  resourcepoolid text
  risk numeric
  riskperformanceindex numeric
  roi numeric
  rootgroupid text
  scheduleid text
  schedulemode text
  securityancestorsdisabled text
  selectedonportfoliooptimizer boolean
  showcondition boolean
  showstatus boolean
  spi numeric
  sponsorid text
  status text
  statusupdate text
  submittedbyid text
  summarycompletiontype text
  syncburndowndate timestamp with time zone
  taskworkflowautomationid text
  teamid text
  templateid text
  timelineexceptioninfo text
  totalhours numeric
  totaloptaskcount numeric
  totaltaskcount numeric
  updatetype text
  url text
  version numeric
  work numeric
  workflowautomationid text
  workrequired numeric
  workrequiredexpression text
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

constraint on control.cursors
  FOREIGN KEY (lease) REFERENCES control.leases(name)
  PRIMARY KEY (name)

constraint on control.leases
  PRIMARY KEY (name)

constraint on control.migrations
  PRIMARY KEY (number)

constraint on store_1.changes
  PRIMARY KEY (objid, objcode, eventid)

constraint on store_1.current
  PRIMARY KEY (objid, objcode)

constraint on store_1.positions
  PRIMARY KEY (topic, partition)

constraint on store_1.versions
  PRIMARY KEY (objid, objcode, entrydate)

constraint on workfront.calendar
  PRIMARY KEY (calendardate)

index on control.cursors
  CREATE UNIQUE INDEX cursors_pkey ON control.cursors USING btree (name)

index on control.leases
  CREATE UNIQUE INDEX leases_pkey ON control.leases USING btree (name)

index on control.migrations
  CREATE UNIQUE INDEX migrations_pkey ON control.migrations USING btree (number)

index on store_1.changes
  CREATE UNIQUE INDEX changes_pkey ON store_1.changes USING btree (objid, objcode, eventid)

index on store_1.current
  CREATE UNIQUE INDEX current_pkey ON store_1.current USING btree (objid, objcode)

index on store_1.positions
  CREATE UNIQUE INDEX positions_pkey ON store_1.positions USING btree (topic, partition)

index on store_1.versions
  CREATE UNIQUE INDEX versions_pkey ON store_1.versions USING btree (objid, objcode, entrydate)

index on workfront.calendar
  CREATE UNIQUE INDEX calendar_pkey ON workfront.calendar USING btree (calendardate)

function
  workfront.as_boolean(value jsonb) returns boolean
  workfront.as_date(value text) returns date
  workfront.as_instant(value text) returns timestamp with time zone
  workfront.as_number(value jsonb) returns numeric
