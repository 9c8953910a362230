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

table control.known_objects
  objcode text not null
  objid text not null
  hash bytea
  clock bigint
  asof bigint not null
  gone boolean not null default false

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

table control.wanted_reads
  objcode text not null
  objid text not null
  reason text not null
  wanted_at timestamp with time zone not null default clock_timestamp()

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

view live.accesslevel_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  lastupdateddate timestamp with time zone
  isadmin boolean
  isunsupportedworkerlicense boolean
  appglobalid text
  customerid text
  description text
  extrefid text
  lastupdatedbyid text
  legacyaccesslevelid text
  name text
  objid_ text
  objobjcode text
  known bytea
  custom jsonb
  other jsonb

view live.accesslevel_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  lastupdateddate timestamp with time zone
  isadmin boolean
  isunsupportedworkerlicense boolean
  appglobalid text
  customerid text
  description text
  extrefid text
  lastupdatedbyid text
  legacyaccesslevelid text
  name text
  objid_ text
  objobjcode text
  known bytea
  custom jsonb
  other jsonb

view live.accessrequest_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.accessrequest_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.accessrule_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  isinherited boolean
  accessorid text
  accessorobjcode text
  ancestorid text
  ancestorobjcode text
  customerid text
  securityobjcode text
  securityobjid text
  known bytea
  custom jsonb
  other jsonb

view live.accessrule_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  isinherited boolean
  accessorid text
  accessorobjcode text
  ancestorid text
  ancestorobjcode text
  customerid text
  securityobjcode text
  securityobjid text
  known bytea
  custom jsonb
  other jsonb

view live.acknowledgement_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.acknowledgement_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.announcement_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.announcement_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.approval_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  createdat timestamp with time zone
  updatedat timestamp with time zone
  islocked boolean
  creatorid text
  customerid text
  id text
  objcode text
  objid_ text
  status text
  known bytea
  custom jsonb
  other jsonb

view live.approval_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  createdat timestamp with time zone
  updatedat timestamp with time zone
  islocked boolean
  creatorid text
  customerid text
  id text
  objcode text
  objid_ text
  status text
  known bytea
  custom jsonb
  other jsonb

view live.approval_request_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.approval_request_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.approvalpath_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  shouldcreateissue boolean
  approvalprocessid text
  customerid text
  durationminutes numeric
  known bytea
  custom jsonb
  other jsonb

view live.approvalpath_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  shouldcreateissue boolean
  approvalprocessid text
  customerid text
  durationminutes numeric
  known bytea
  custom jsonb
  other jsonb

view live.approvalprocess_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  isprivate boolean
  approvalobjcode text
  customerid text
  description text
  enteredbyid text
  extrefid text
  lastupdatedbyid text
  name text
  securityrootid text
  securityrootobjcode text
  durationminutes numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.approvalprocess_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  isprivate boolean
  approvalobjcode text
  customerid text
  description text
  enteredbyid text
  extrefid text
  lastupdatedbyid text
  name text
  securityrootid text
  securityrootobjcode text
  durationminutes numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.approvalstage_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  createdat timestamp with time zone
  deadlinedate timestamp with time zone
  updatedat timestamp with time zone
  islocked boolean
  approvalid text
  creatorid text
  customerid text
  id text
  name text
  objcode text
  objid_ text
  status text
  known bytea
  custom jsonb
  other jsonb

view live.approvalstage_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  createdat timestamp with time zone
  deadlinedate timestamp with time zone
  updatedat timestamp with time zone
  islocked boolean
  approvalid text
  creatorid text
  customerid text
  id text
  name text
  objcode text
  objid_ text
  status text
  known bytea
  custom jsonb
  other jsonb

view live.approvalstageparticipant_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  createdat timestamp with time zone
  deadlinedate timestamp with time zone
  decisiondate timestamp with time zone
  customerid text
  decisionuserid text
  objcode text
  objid_ text
  participantid text
  realuserid text
  requesterid text
  stageid text
  status text
  known bytea
  custom jsonb
  other jsonb

view live.approvalstageparticipant_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  createdat timestamp with time zone
  deadlinedate timestamp with time zone
  decisiondate timestamp with time zone
  customerid text
  decisionuserid text
  objcode text
  objid_ text
  participantid text
  realuserid text
  requesterid text
  stageid text
  status text
  known bytea
  custom jsonb
  other jsonb

view live.approvalstep_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  approvalpathid text
  customerid text
  name text
  known bytea
  custom jsonb
  other jsonb

view live.approvalstep_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  approvalpathid text
  customerid text
  name text
  known bytea
  custom jsonb
  other jsonb

view live.approverstatus_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  isoverridden boolean
  approvableobjcode text
  approvableobjid text
  approvalstepid text
  approvedbyid text
  customerid text
  delegateuserid text
  optaskid text
  overriddenuserid text
  projectid text
  status text
  stepapproverid text
  taskid text
  wildcarduserid text
  known bytea
  custom jsonb
  other jsonb

view live.approverstatus_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  isoverridden boolean
  approvableobjcode text
  approvableobjid text
  approvalstepid text
  approvedbyid text
  customerid text
  delegateuserid text
  optaskid text
  overriddenuserid text
  projectid text
  status text
  stepapproverid text
  taskid text
  wildcarduserid text
  known bytea
  custom jsonb
  other jsonb

view live.assignment_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  actualworkperdaystartdate timestamp with time zone
  financelastupdatedate timestamp with time zone
  lastupdatedate timestamp with time zone
  workperdate timestamp with time zone
  isprimary boolean
  isteamassignment boolean
  assignedbyid text
  assignedtoid text
  categoryid text
  classifierid text
  customerid text
  id text
  lastupdatedbyid text
  objcode text
  optaskid text
  projectid text
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  taskid text
  teamid text
  assignmentpercent numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.assignment_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  actualworkperdaystartdate timestamp with time zone
  financelastupdatedate timestamp with time zone
  lastupdatedate timestamp with time zone
  workperdate timestamp with time zone
  isprimary boolean
  isteamassignment boolean
  assignedbyid text
  assignedtoid text
  categoryid text
  classifierid text
  customerid text
  id text
  lastupdatedbyid text
  objcode text
  optaskid text
  projectid text
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  taskid text
  teamid text
  assignmentpercent numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.awaitingapproval_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  accessrequestid text
  approvableid text
  approverid text
  customerid text
  documentid text
  optaskid text
  projectid text
  roleid text
  submittedbyid text
  taskid text
  teamid text
  timesheetid text
  userid text
  known bytea
  custom jsonb
  other jsonb

view live.awaitingapproval_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  accessrequestid text
  approvableid text
  approverid text
  customerid text
  documentid text
  optaskid text
  projectid text
  roleid text
  submittedbyid text
  taskid text
  teamid text
  timesheetid text
  userid text
  known bytea
  custom jsonb
  other jsonb

view live.backgroundjob_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.backgroundjob_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.baseline_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  actualcompletiondate timestamp with time zone
  actualstartdate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  autogenerated boolean
  isdefault boolean
  customerid text
  name text
  projectid text
  actualcost numeric
  actualdurationminutes numeric
  durationminutes numeric
  plannedcost numeric
  workrequired numeric
  known bytea
  custom jsonb
  other jsonb

view live.baseline_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  actualcompletiondate timestamp with time zone
  actualstartdate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  autogenerated boolean
  isdefault boolean
  customerid text
  name text
  projectid text
  actualcost numeric
  actualdurationminutes numeric
  durationminutes numeric
  plannedcost numeric
  workrequired numeric
  known bytea
  custom jsonb
  other jsonb

view live.baselinetask_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  actualcompletiondate timestamp with time zone
  actualstartdate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  isdefault boolean
  baselineid text
  customerid text
  name text
  taskid text
  actualcost numeric
  actualdurationminutes numeric
  durationminutes numeric
  plannedcost numeric
  workrequired numeric
  known bytea
  custom jsonb
  other jsonb

view live.baselinetask_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  actualcompletiondate timestamp with time zone
  actualstartdate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  isdefault boolean
  baselineid text
  customerid text
  name text
  taskid text
  actualcost numeric
  actualdurationminutes numeric
  durationminutes numeric
  plannedcost numeric
  workrequired numeric
  known bytea
  custom jsonb
  other jsonb

view live.billingrecord_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  billingdate timestamp with time zone
  customerid text
  description text
  displayname text
  extrefid text
  invoiceid text
  projectid text
  status text
  otheramount numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.billingrecord_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  billingdate timestamp with time zone
  customerid text
  description text
  displayname text
  extrefid text
  invoiceid text
  projectid text
  status text
  otheramount numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.burndownevent_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.burndownevent_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.calendarportalsection_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.calendarportalsection_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.category_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  hascalculatedfields boolean
  isactive boolean
  catobjcode text
  customerid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.category_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  hascalculatedfields boolean
  isactive boolean
  catobjcode text
  customerid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.categoryparameter_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  isinvalidexpression boolean
  isjournaled boolean
  isrequired boolean
  categoryid text
  customerid text
  parametergroupid text
  parameterid text
  known bytea
  custom jsonb
  other jsonb

view live.categoryparameter_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  isinvalidexpression boolean
  isjournaled boolean
  isrequired boolean
  categoryid text
  customerid text
  parametergroupid text
  parameterid text
  known bytea
  custom jsonb
  other jsonb

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

view live.classifier_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.classifier_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.company_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  hasrateoverride boolean
  isprimary boolean
  categoryid text
  customerid text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  known bytea
  custom jsonb
  other jsonb

view live.company_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  hasrateoverride boolean
  isprimary boolean
  categoryid text
  customerid text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  known bytea
  custom jsonb
  other jsonb

view live.customenum_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  isprimary boolean
  color text
  customerid text
  description text
  extrefid text
  known bytea
  custom jsonb
  other jsonb

view live.customenum_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  isprimary boolean
  color text
  customerid text
  description text
  extrefid text
  known bytea
  custom jsonb
  other jsonb

view live.customer_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  demobaselinedate timestamp with time zone
  disableddate timestamp with time zone
  entrydate timestamp with time zone
  evalexpdate timestamp with time zone
  expdate timestamp with time zone
  lastreminddate timestamp with time zone
  lastusagereportdate timestamp with time zone
  lucidmigrationdate timestamp with time zone
  nextusagereportdate timestamp with time zone
  hasdocuments boolean
  haspreviewaccess boolean
  hastimednotifications boolean
  isadvanceddocmgmtenabled boolean
  isapienabled boolean
  isasyncreportingenabled boolean
  iscustomquarterenabled boolean
  isdamenabled boolean
  isdisabled boolean
  isenterprise boolean
  ismigratedtoanaconda boolean
  isportalprofilemigrated boolean
  isproofingenabled boolean
  issearchenabled boolean
  issearchindexactive boolean
  issoapenabled boolean
  iswarningdisabled boolean
  iswhitelistipenabled boolean
  isworkfrontdamenabled boolean
  useexternaldocumentstorage boolean
  accountrepid text
  adminuserid text
  customerconfigmapid text
  customerurlconfigmapid text
  description text
  emailaddr text
  externalusersgroupid text
  extrefid text
  helpdeskconfigmapid text
  inlinejavascriptconfigmapid text
  name text
  notificationconfigmapid text
  passwordconfigmapid text
  portfoliomanagementconfigmapid text
  projectmanagementconfigmapid text
  proofaccountid text
  resellerid text
  status text
  timesheetconfigmapid text
  uiconfigmapid text
  userinviteconfigmapid text
  known bytea
  custom jsonb
  other jsonb

view live.customer_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  demobaselinedate timestamp with time zone
  disableddate timestamp with time zone
  entrydate timestamp with time zone
  evalexpdate timestamp with time zone
  expdate timestamp with time zone
  lastreminddate timestamp with time zone
  lastusagereportdate timestamp with time zone
  lucidmigrationdate timestamp with time zone
  nextusagereportdate timestamp with time zone
  hasdocuments boolean
  haspreviewaccess boolean
  hastimednotifications boolean
  isadvanceddocmgmtenabled boolean
  isapienabled boolean
  isasyncreportingenabled boolean
  iscustomquarterenabled boolean
  isdamenabled boolean
  isdisabled boolean
  isenterprise boolean
  ismigratedtoanaconda boolean
  isportalprofilemigrated boolean
  isproofingenabled boolean
  issearchenabled boolean
  issearchindexactive boolean
  issoapenabled boolean
  iswarningdisabled boolean
  iswhitelistipenabled boolean
  isworkfrontdamenabled boolean
  useexternaldocumentstorage boolean
  accountrepid text
  adminuserid text
  customerconfigmapid text
  customerurlconfigmapid text
  description text
  emailaddr text
  externalusersgroupid text
  extrefid text
  helpdeskconfigmapid text
  inlinejavascriptconfigmapid text
  name text
  notificationconfigmapid text
  passwordconfigmapid text
  portfoliomanagementconfigmapid text
  projectmanagementconfigmapid text
  proofaccountid text
  resellerid text
  status text
  timesheetconfigmapid text
  uiconfigmapid text
  userinviteconfigmapid text
  known bytea
  custom jsonb
  other jsonb

view live.customquarter_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.customquarter_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.document_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  checkouttimestamp timestamp with time zone
  lastmoddate timestamp with time zone
  lastsyncdate timestamp with time zone
  lastupdatedate timestamp with time zone
  createproof boolean
  hasnotes boolean
  isdir boolean
  isprivate boolean
  ispublic boolean
  advancedproofingoptions text
  categoryid text
  checkedoutbyid text
  currentversionid text
  customer_id text
  customerid text
  description text
  docobjcode text
  documentproviderid text
  documentrequestid text
  downloadurl text
  externalintegrationtype text
  extrefid text
  filetype text
  handle text
  id text
  iterationid text
  lastnoteid text
  lastupdatedbyid text
  lastversionnum text
  mastertaskid text
  name text
  noteid text
  objcode text
  objid_ text
  optaskid text
  ownerid text
  portfolioid text
  previewurl text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  publictoken text
  referenceobjcode text
  referenceobjectclosed text
  referenceobjectname text
  referenceobjid text
  releaseversionid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topdocobjcode text
  topobjid text
  userid text
  referencenumber numeric
  accessorids jsonb
  folderids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.document_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  checkouttimestamp timestamp with time zone
  lastmoddate timestamp with time zone
  lastsyncdate timestamp with time zone
  lastupdatedate timestamp with time zone
  createproof boolean
  hasnotes boolean
  isdir boolean
  isprivate boolean
  ispublic boolean
  advancedproofingoptions text
  categoryid text
  checkedoutbyid text
  currentversionid text
  customer_id text
  customerid text
  description text
  docobjcode text
  documentproviderid text
  documentrequestid text
  downloadurl text
  externalintegrationtype text
  extrefid text
  filetype text
  handle text
  id text
  iterationid text
  lastnoteid text
  lastupdatedbyid text
  lastversionnum text
  mastertaskid text
  name text
  noteid text
  objcode text
  objid_ text
  optaskid text
  ownerid text
  portfolioid text
  previewurl text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  publictoken text
  referenceobjcode text
  referenceobjectclosed text
  referenceobjectname text
  referenceobjid text
  releaseversionid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topdocobjcode text
  topobjid text
  userid text
  referencenumber numeric
  accessorids jsonb
  folderids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.documentapproval_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  approvaldate timestamp with time zone
  requestdate timestamp with time zone
  approverid text
  autodocumentshareid text
  customerid text
  documentid text
  noteid text
  requestorid text
  status text
  known bytea
  custom jsonb
  other jsonb

view live.documentapproval_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  approvaldate timestamp with time zone
  requestdate timestamp with time zone
  approverid text
  autodocumentshareid text
  customerid text
  documentid text
  noteid text
  requestorid text
  status text
  known bytea
  custom jsonb
  other jsonb

view live.documentfolder_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  lastmoddate timestamp with time zone
  customerid text
  enteredbyid text
  issueid text
  iterationid text
  linkedfolderid text
  name text
  parentid text
  portfolioid text
  programid text
  projectid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  userid text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.documentfolder_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  lastmoddate timestamp with time zone
  customerid text
  enteredbyid text
  issueid text
  iterationid text
  linkedfolderid text
  name text
  parentid text
  portfolioid text
  programid text
  projectid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  userid text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.documentprovider_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.documentprovider_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.documentrequest_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.documentrequest_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.documentversion_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  formatentrydate timestamp with time zone
  proofdeadlinedate timestamp with time zone
  proofstatusdate timestamp with time zone
  isproofable boolean
  isproofautomated boolean
  customerid text
  documentid text
  documentproviderid text
  enteredbyid text
  externalstorageid text
  icon text
  id text
  objcode text
  proofapprovalstatusid text
  proofedbyuserid text
  proofid text
  proofownerid text
  proofstageid text
  version numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.documentversion_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  formatentrydate timestamp with time zone
  proofdeadlinedate timestamp with time zone
  proofstatusdate timestamp with time zone
  isproofable boolean
  isproofautomated boolean
  customerid text
  documentid text
  documentproviderid text
  enteredbyid text
  externalstorageid text
  icon text
  id text
  objcode text
  proofapprovalstatusid text
  proofedbyuserid text
  proofid text
  proofownerid text
  proofstageid text
  version numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.endorsement_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.endorsement_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.endorsementshare_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.endorsementshare_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.exchangerate_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.exchangerate_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.expense_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  effectivedate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  planneddate timestamp with time zone
  isbillable boolean
  isreimbursable boolean
  isreimbursed boolean
  billingrecordid text
  categoryid text
  customerid text
  description text
  enteredbyid text
  expensetypeid text
  expobjcode text
  extrefid text
  id text
  lastupdatedbyid text
  mastertaskid text
  objcode text
  objid_ text
  projectid text
  referenceobjcode text
  referenceobjid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topobjcode text
  topobjid text
  topreferenceobjcode text
  topreferenceobjid text
  actualamount numeric
  actualunitamount numeric
  plannedamount numeric
  plannedunitamount numeric
  accessorids jsonb
  customformsids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.expense_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  effectivedate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  planneddate timestamp with time zone
  isbillable boolean
  isreimbursable boolean
  isreimbursed boolean
  billingrecordid text
  categoryid text
  customerid text
  description text
  enteredbyid text
  expensetypeid text
  expobjcode text
  extrefid text
  id text
  lastupdatedbyid text
  mastertaskid text
  objcode text
  objid_ text
  projectid text
  referenceobjcode text
  referenceobjid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topobjcode text
  topobjid text
  topreferenceobjcode text
  topreferenceobjid text
  actualamount numeric
  actualunitamount numeric
  plannedamount numeric
  plannedunitamount numeric
  accessorids jsonb
  customformsids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.expensetype_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  appglobalid text
  customerid text
  description text
  extrefid text
  name text
  objid_ text
  objobjcode text
  known bytea
  custom jsonb
  other jsonb

view live.expensetype_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  appglobalid text
  customerid text
  description text
  extrefid text
  name text
  objid_ text
  objobjcode text
  known bytea
  custom jsonb
  other jsonb

view live.externalsection_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.externalsection_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.field_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  createdat timestamp with time zone
  updatedat timestamp with time zone
  haserror boolean
  customerid text
  description text
  displayname text
  objcode text
  type text
  known bytea
  custom jsonb
  other jsonb

view live.field_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  createdat timestamp with time zone
  updatedat timestamp with time zone
  haserror boolean
  customerid text
  description text
  displayname text
  objcode text
  type text
  known bytea
  custom jsonb
  other jsonb

view live.group_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  customerid text
  description text
  enteredbyid text
  extrefid text
  name text
  parentid text
  known bytea
  custom jsonb
  other jsonb

view live.group_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  customerid text
  description text
  enteredbyid text
  extrefid text
  name text
  parentid text
  known bytea
  custom jsonb
  other jsonb

view live.hour_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  approvedondate timestamp with time zone
  lastupdatedate timestamp with time zone
  entrydate date
  hasrateoverride boolean
  approvedbyid text
  assignedapproverid text
  billingrecordid text
  categoryid text
  classifierid text
  customerid text
  description text
  dupid text
  externaltimesheetid text
  extrefid text
  hourtypeid text
  id text
  lastupdatedbyid text
  objcode text
  optaskid text
  ownerid text
  projectid text
  projectoverheadid text
  referenceobjcode text
  referenceobjid text
  rejectedbyid text
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  submittedbyid text
  taskid text
  timesheetid text
  actualcost numeric
  hours numeric
  resourcerevenue numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.hour_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  approvedondate timestamp with time zone
  lastupdatedate timestamp with time zone
  entrydate date
  hasrateoverride boolean
  approvedbyid text
  assignedapproverid text
  billingrecordid text
  categoryid text
  classifierid text
  customerid text
  description text
  dupid text
  externaltimesheetid text
  extrefid text
  hourtypeid text
  id text
  lastupdatedbyid text
  objcode text
  optaskid text
  ownerid text
  projectid text
  projectoverheadid text
  referenceobjcode text
  referenceobjid text
  rejectedbyid text
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  submittedbyid text
  taskid text
  timesheetid text
  actualcost numeric
  hours numeric
  resourcerevenue numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.hourtype_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  isactive boolean
  appglobalid text
  customerid text
  description text
  displayobjobjcode text
  extrefid text
  name text
  objid_ text
  objobjcode text
  countasrevenue numeric
  known bytea
  custom jsonb
  other jsonb

view live.hourtype_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  isactive boolean
  appglobalid text
  customerid text
  description text
  displayobjobjcode text
  extrefid text
  name text
  objid_ text
  objobjcode text
  countasrevenue numeric
  known bytea
  custom jsonb
  other jsonb

view live.iteration_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  enddate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  startdate timestamp with time zone
  hasdocuments boolean
  hasnotes boolean
  islegacy boolean
  categoryid text
  customerid text
  enteredbyid text
  lastupdatedbyid text
  name text
  ownerid text
  status text
  teamid text
  taskids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.iteration_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  enddate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  startdate timestamp with time zone
  hasdocuments boolean
  hasnotes boolean
  islegacy boolean
  categoryid text
  customerid text
  enteredbyid text
  lastupdatedbyid text
  name text
  ownerid text
  status text
  teamid text
  taskids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.journalentry_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  newdateval timestamp with time zone
  olddateval timestamp with time zone
  approverstatusid text
  assignmentid text
  auditrecordid text
  aux1 text
  aux2 text
  aux3 text
  baselineid text
  billingrecordid text
  changetype text
  companyid text
  customerid text
  documentapprovalid text
  documentid text
  documentshareid text
  editedbyid text
  expenseid text
  extrefid text
  fieldname text
  flags text
  hourid text
  id text
  initiativeid text
  newtextval text
  objcode text
  objid_ text
  objobjcode text
  oldtextval text
  optaskid text
  portfolioid text
  programid text
  projectid text
  referenceobjectname text
  securityrootid text
  securityrootobjcode text
  subobjcode text
  subobjid text
  subreferenceobjectname text
  subscribeid text
  taskid text
  templateid text
  timesheetid text
  topobjcode text
  topobjid text
  topreferenceobjectname text
  userid text
  durationminutes numeric
  newnumberval numeric
  numlikes numeric
  numreplies numeric
  oldnumberval numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.journalentry_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  newdateval timestamp with time zone
  olddateval timestamp with time zone
  approverstatusid text
  assignmentid text
  auditrecordid text
  aux1 text
  aux2 text
  aux3 text
  baselineid text
  billingrecordid text
  changetype text
  companyid text
  customerid text
  documentapprovalid text
  documentid text
  documentshareid text
  editedbyid text
  expenseid text
  extrefid text
  fieldname text
  flags text
  hourid text
  id text
  initiativeid text
  newtextval text
  objcode text
  objid_ text
  objobjcode text
  oldtextval text
  optaskid text
  portfolioid text
  programid text
  projectid text
  referenceobjectname text
  securityrootid text
  securityrootobjcode text
  subobjcode text
  subobjid text
  subreferenceobjectname text
  subscribeid text
  taskid text
  templateid text
  timesheetid text
  topobjcode text
  topobjid text
  topreferenceobjectname text
  userid text
  durationminutes numeric
  newnumberval numeric
  numlikes numeric
  numreplies numeric
  oldnumberval numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.layouttemplate_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.layouttemplate_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.like_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.like_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.linkedfolder_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.linkedfolder_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.milestone_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  color text
  customerid text
  description text
  extrefid text
  milestonepathid text
  name text
  known bytea
  custom jsonb
  other jsonb

view live.milestone_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  color text
  customerid text
  description text
  extrefid text
  milestonepathid text
  name text
  known bytea
  custom jsonb
  other jsonb

view live.milestonepath_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  customerid text
  description text
  enteredbyid text
  extrefid text
  name text
  known bytea
  custom jsonb
  other jsonb

view live.milestonepath_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  customerid text
  description text
  enteredbyid text
  extrefid text
  name text
  known bytea
  custom jsonb
  other jsonb

view live.nonworkday_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.nonworkday_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.note_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  formatentrydate timestamp with time zone
  threaddate timestamp with time zone
  hasreplies boolean
  isdeleted boolean
  ismessage boolean
  isprivate boolean
  isreply boolean
  attachdocumentid text
  attachobjcode text
  attachobjid text
  attachoptaskid text
  attachworkid text
  attachworkobjcode text
  attachworkuserid text
  auditrecordid text
  customerid text
  documentid text
  externalserviceid text
  extrefid text
  id text
  iterationid text
  noteobjcode text
  notetext text
  objcode text
  objid_ text
  optaskid text
  ownerid text
  parentendorsementid text
  parentjournalentryid text
  parentnoteid text
  portfolioid text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  proofactionid text
  richtextnoteid text
  securityrootid text
  securityrootobjcode text
  subject text
  taskid text
  templateid text
  templatetaskid text
  threadid text
  timesheetid text
  topnoteobjcode text
  topobjid text
  userid text
  numlikes numeric
  numreplies numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.note_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  formatentrydate timestamp with time zone
  threaddate timestamp with time zone
  hasreplies boolean
  isdeleted boolean
  ismessage boolean
  isprivate boolean
  isreply boolean
  attachdocumentid text
  attachobjcode text
  attachobjid text
  attachoptaskid text
  attachworkid text
  attachworkobjcode text
  attachworkuserid text
  auditrecordid text
  customerid text
  documentid text
  externalserviceid text
  extrefid text
  id text
  iterationid text
  noteobjcode text
  notetext text
  objcode text
  objid_ text
  optaskid text
  ownerid text
  parentendorsementid text
  parentjournalentryid text
  parentnoteid text
  portfolioid text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  proofactionid text
  richtextnoteid text
  securityrootid text
  securityrootobjcode text
  subject text
  taskid text
  templateid text
  templatetaskid text
  threadid text
  timesheetid text
  topnoteobjcode text
  topobjid text
  userid text
  numlikes numeric
  numreplies numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

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

view live.objectcategory_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  categoryid text
  customerid text
  objid_ text
  objobjcode text
  known bytea
  custom jsonb
  other jsonb

view live.objectcategory_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  categoryid text
  customerid text
  objid_ text
  objobjcode text
  known bytea
  custom jsonb
  other jsonb

view live.objectintegration_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.objectintegration_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.optask_now
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
  autoclosuredate timestamp with time zone
  commitdate timestamp with time zone
  duedate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  canstart boolean
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  hasresolvables boolean
  hastimednotifications boolean
  iscomplete boolean
  ishelpdesk boolean
  isready boolean
  showcommitdate boolean
  showcondition boolean
  showstatus boolean
  actualworkrequiredexpression text
  approvalprocessid text
  approversstring text
  assignedtoid text
  backlogparent text
  categoryid text
  color text
  commitdaterange text
  currentapprovalstepid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  firstresponse text
  groupid text
  id text
  iterationid text
  kanbanboardid text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedbyid text
  name text
  objcode text
  optasktype text
  optasktypelabel text
  ownerid text
  previousstatus text
  prioritycolor text
  projectid text
  queuedefid text
  queuetopicid text
  referenceobjcode text
  referenceobjid text
  rejectionissueid text
  resolutiontime text
  resolveoptaskid text
  resolveprojectid text
  resolvetaskid text
  resolvingobjcode text
  resolvingobjid text
  roleid text
  rootgroupid text
  securityrootid text
  securityrootobjcode text
  sourceobjcode text
  sourceobjid text
  sourcetaskid text
  status text
  statusupdate text
  submittedbyid text
  teamid text
  url text
  workflowautomationid text
  workrequiredexpression text
  actualcost numeric
  actualworkrequired numeric
  approvalplannedstartday numeric
  backlogorder numeric
  condition numeric
  durationminutes numeric
  estimate numeric
  numberofchildren numeric
  percentcomplete numeric
  planneddurationminutes numeric
  priority numeric
  projecteddurationminutes numeric
  referencenumber numeric
  remainingdurationminutes numeric
  severity numeric
  storyboardorder numeric
  storypoints numeric
  version numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  audittypes jsonb
  known bytea
  custom jsonb
  other jsonb

view live.optask_past
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
  autoclosuredate timestamp with time zone
  commitdate timestamp with time zone
  duedate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  canstart boolean
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  hasresolvables boolean
  hastimednotifications boolean
  iscomplete boolean
  ishelpdesk boolean
  isready boolean
  showcommitdate boolean
  showcondition boolean
  showstatus boolean
  actualworkrequiredexpression text
  approvalprocessid text
  approversstring text
  assignedtoid text
  backlogparent text
  categoryid text
  color text
  commitdaterange text
  currentapprovalstepid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  firstresponse text
  groupid text
  id text
  iterationid text
  kanbanboardid text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedbyid text
  name text
  objcode text
  optasktype text
  optasktypelabel text
  ownerid text
  previousstatus text
  prioritycolor text
  projectid text
  queuedefid text
  queuetopicid text
  referenceobjcode text
  referenceobjid text
  rejectionissueid text
  resolutiontime text
  resolveoptaskid text
  resolveprojectid text
  resolvetaskid text
  resolvingobjcode text
  resolvingobjid text
  roleid text
  rootgroupid text
  securityrootid text
  securityrootobjcode text
  sourceobjcode text
  sourceobjid text
  sourcetaskid text
  status text
  statusupdate text
  submittedbyid text
  teamid text
  url text
  workflowautomationid text
  workrequiredexpression text
  actualcost numeric
  actualworkrequired numeric
  approvalplannedstartday numeric
  backlogorder numeric
  condition numeric
  durationminutes numeric
  estimate numeric
  numberofchildren numeric
  percentcomplete numeric
  planneddurationminutes numeric
  priority numeric
  projecteddurationminutes numeric
  referencenumber numeric
  remainingdurationminutes numeric
  severity numeric
  storyboardorder numeric
  storypoints numeric
  version numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  audittypes jsonb
  known bytea
  custom jsonb
  other jsonb

view live.parameter_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  isactive boolean
  isrequired boolean
  customerid text
  description text
  enteredbyid text
  extrefid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.parameter_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  isactive boolean
  isrequired boolean
  customerid text
  description text
  enteredbyid text
  extrefid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.parametergroup_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  lastupdatedate timestamp with time zone
  isdefault boolean
  customerid text
  description text
  extrefid text
  lastupdatedbyid text
  name text
  known bytea
  custom jsonb
  other jsonb

view live.parametergroup_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  lastupdatedate timestamp with time zone
  isdefault boolean
  customerid text
  description text
  extrefid text
  lastupdatedbyid text
  name text
  known bytea
  custom jsonb
  other jsonb

view live.parameteroption_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  isdefault boolean
  ishidden boolean
  customerid text
  extrefid text
  parameterid text
  known bytea
  custom jsonb
  other jsonb

view live.parameteroption_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  isdefault boolean
  ishidden boolean
  customerid text
  extrefid text
  parameterid text
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

view live.portalsection_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  lastupdatedate timestamp with time zone
  moddate timestamp with time zone
  isappglobalcopiable boolean
  isappglobaleditable boolean
  isnewformat boolean
  ispublic boolean
  isreport boolean
  isstandalone boolean
  showprompts boolean
  appglobalid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  filterid text
  groupbyid text
  id text
  lastupdatedbyid text
  lastviewedbyid text
  name text
  objcode text
  objid_ text
  objobjcode text
  preferenceid text
  publicrunasuserid text
  reportfolderid text
  runasuserid text
  scheduledreportid text
  securityrootid text
  securityrootobjcode text
  uiobjcode text
  viewid text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.portalsection_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  lastupdatedate timestamp with time zone
  moddate timestamp with time zone
  isappglobalcopiable boolean
  isappglobaleditable boolean
  isnewformat boolean
  ispublic boolean
  isreport boolean
  isstandalone boolean
  showprompts boolean
  appglobalid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  filterid text
  groupbyid text
  id text
  lastupdatedbyid text
  lastviewedbyid text
  name text
  objcode text
  objid_ text
  objobjcode text
  preferenceid text
  publicrunasuserid text
  reportfolderid text
  runasuserid text
  scheduledreportid text
  securityrootid text
  securityrootobjcode text
  uiobjcode text
  viewid text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.portalsectionlastviewer_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.portalsectionlastviewer_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.portalsectionstatisticinfo_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.portalsectionstatisticinfo_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.portaltab_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  lastupdatedate timestamp with time zone
  ispublic boolean
  customerid text
  description text
  docid text
  extrefid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  portalprofileid text
  userid text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.portaltab_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  lastupdatedate timestamp with time zone
  ispublic boolean
  customerid text
  description text
  docid text
  extrefid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  portalprofileid text
  userid text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.portaltabsection_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.portaltabsection_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.portfolio_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  isactive boolean
  alignmentscorecardid text
  categoryid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.portfolio_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  isactive boolean
  alignmentscorecardid text
  categoryid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.positions
  topic text
  partition integer
  next bigint
  newest timestamp with time zone

view live.predecessor_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  iscp boolean
  isenforced boolean
  customerid text
  predecessorid text
  successorid text
  known bytea
  custom jsonb
  other jsonb

view live.predecessor_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  iscp boolean
  isenforced boolean
  customerid text
  predecessorid text
  successorid text
  known bytea
  custom jsonb
  other jsonb

view live.program_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  categoryid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  portfolioid text
  securityrootid text
  securityrootobjcode text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.program_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  categoryid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  portfolioid text
  securityrootid text
  securityrootobjcode text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.project_now
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
  convertedoptaskentrydate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  financelastupdatedate timestamp with time zone
  fixedenddate timestamp with time zone
  fixedstartdate timestamp with time zone
  lastcalcdate timestamp with time zone
  lastupdatedate timestamp with time zone
  lucidmigrationdate timestamp with time zone
  nextautobaselinedate timestamp with time zone
  pendingcalculation timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  syncburndowndate timestamp with time zone
  budgetedcompletiondate date
  budgetedstartdate date
  enableautobaselines boolean
  filterhourtypes boolean
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
  personal boolean
  selectedonportfoliooptimizer boolean
  showcondition boolean
  showstatus boolean
  actualdurationexpression text
  actualworkrequiredexpression text
  aemnativefoldertreesrefid text
  alignmentscorecardid text
  approvalprocessid text
  approversstring text
  attachedratecard_sourceid text
  attachedratecardid text
  autobaselinerecurrencetype text
  businesscasestatuslabel text
  categoryid text
  companyid text
  completiontype text
  condition text
  conditiontype text
  convertedoptaskid text
  convertedoptaskname text
  convertedoptaskoriginatorid text
  currency text
  currentapprovalstepid text
  customerid text
  deliverablescorecardid text
  description text
  durationexpression text
  eaccalculationmethod text
  enteredbyid text
  extrefid text
  groupid text
  id text
  issueworkflowautomationid text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedbyid text
  levelingmode text
  milestonepathid text
  name text
  objcode text
  ownerid text
  performanceindexmethod text
  popaccountid text
  portfolioid text
  previousstatus text
  privateratecardid text
  programid text
  queuedefid text
  rejectionissueid text
  resourcepoolid text
  rootgroupid text
  scheduleid text
  schedulemode text
  sponsorid text
  status text
  statusupdate text
  submittedbyid text
  summarycompletiontype text
  taskworkflowautomationid text
  teamid text
  templateid text
  updatetype text
  url text
  workflowautomationid text
  workrequiredexpression text
  actualbenefit numeric
  actualcost numeric
  actualdurationminutes numeric
  actualexpensecost numeric
  actuallaborcost numeric
  actualrevenue numeric
  actualriskcost numeric
  actualvalue numeric
  actualworkrequired numeric
  alignment numeric
  allapprovedhours numeric
  allunapprovedhours numeric
  approvalplannedstartday numeric
  autobaselinerecuron numeric
  bcwp numeric
  billedrevenue numeric
  budget numeric
  budgetedcost numeric
  budgetedhours numeric
  budgetedlaborcost numeric
  budgetstatus numeric
  completedhours numeric
  cpi numeric
  deliverablesuccessscore numeric
  deliverablesuccessscoreratio numeric
  displayorder numeric
  durationminutes numeric
  eac numeric
  fixedcost numeric
  fixedrevenue numeric
  numberopenoptasks numeric
  optimizationscore numeric
  originalworkrequired numeric
  percentcomplete numeric
  plannedbenefit numeric
  plannedcost numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedriskcost numeric
  plannedvalue numeric
  portfoliopriority numeric
  priority numeric
  projectbudgetedcost numeric
  projectnetvalue numeric
  projectroi numeric
  referencenumber numeric
  remainingcost numeric
  remainingrevenue numeric
  remainingriskcost numeric
  resourceplannerbudgetedlaborcost numeric
  risk numeric
  riskperformanceindex numeric
  roi numeric
  totalhours numeric
  totaloptaskcount numeric
  totaltaskcount numeric
  version numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  audittypes jsonb
  bccompletionstate jsonb
  ownerprivileges jsonb
  pendingupdatemethods jsonb
  known bytea
  custom jsonb
  other jsonb

view live.project_past
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
  convertedoptaskentrydate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  financelastupdatedate timestamp with time zone
  fixedenddate timestamp with time zone
  fixedstartdate timestamp with time zone
  lastcalcdate timestamp with time zone
  lastupdatedate timestamp with time zone
  lucidmigrationdate timestamp with time zone
  nextautobaselinedate timestamp with time zone
  pendingcalculation timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  syncburndowndate timestamp with time zone
  budgetedcompletiondate date
  budgetedstartdate date
  enableautobaselines boolean
  filterhourtypes boolean
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
  personal boolean
  selectedonportfoliooptimizer boolean
  showcondition boolean
  showstatus boolean
  actualdurationexpression text
  actualworkrequiredexpression text
  aemnativefoldertreesrefid text
  alignmentscorecardid text
  approvalprocessid text
  approversstring text
  attachedratecard_sourceid text
  attachedratecardid text
  autobaselinerecurrencetype text
  businesscasestatuslabel text
  categoryid text
  companyid text
  completiontype text
  condition text
  conditiontype text
  convertedoptaskid text
  convertedoptaskname text
  convertedoptaskoriginatorid text
  currency text
  currentapprovalstepid text
  customerid text
  deliverablescorecardid text
  description text
  durationexpression text
  eaccalculationmethod text
  enteredbyid text
  extrefid text
  groupid text
  id text
  issueworkflowautomationid text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedbyid text
  levelingmode text
  milestonepathid text
  name text
  objcode text
  ownerid text
  performanceindexmethod text
  popaccountid text
  portfolioid text
  previousstatus text
  privateratecardid text
  programid text
  queuedefid text
  rejectionissueid text
  resourcepoolid text
  rootgroupid text
  scheduleid text
  schedulemode text
  sponsorid text
  status text
  statusupdate text
  submittedbyid text
  summarycompletiontype text
  taskworkflowautomationid text
  teamid text
  templateid text
  updatetype text
  url text
  workflowautomationid text
  workrequiredexpression text
  actualbenefit numeric
  actualcost numeric
  actualdurationminutes numeric
  actualexpensecost numeric
  actuallaborcost numeric
  actualrevenue numeric
  actualriskcost numeric
  actualvalue numeric
  actualworkrequired numeric
  alignment numeric
  allapprovedhours numeric
  allunapprovedhours numeric
  approvalplannedstartday numeric
  autobaselinerecuron numeric
  bcwp numeric
  billedrevenue numeric
  budget numeric
  budgetedcost numeric
  budgetedhours numeric
  budgetedlaborcost numeric
  budgetstatus numeric
  completedhours numeric
  cpi numeric
  deliverablesuccessscore numeric
  deliverablesuccessscoreratio numeric
  displayorder numeric
  durationminutes numeric
  eac numeric
  fixedcost numeric
  fixedrevenue numeric
  numberopenoptasks numeric
  optimizationscore numeric
  originalworkrequired numeric
  percentcomplete numeric
  plannedbenefit numeric
  plannedcost numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedriskcost numeric
  plannedvalue numeric
  portfoliopriority numeric
  priority numeric
  projectbudgetedcost numeric
  projectnetvalue numeric
  projectroi numeric
  referencenumber numeric
  remainingcost numeric
  remainingrevenue numeric
  remainingriskcost numeric
  resourceplannerbudgetedlaborcost numeric
  risk numeric
  riskperformanceindex numeric
  roi numeric
  totalhours numeric
  totaloptaskcount numeric
  totaltaskcount numeric
  version numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  audittypes jsonb
  bccompletionstate jsonb
  ownerprivileges jsonb
  pendingupdatemethods jsonb
  known bytea
  custom jsonb
  other jsonb

view live.projectuser_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.projectuser_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.projectuserrole_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.projectuserrole_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.proofapproval_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  proofcreationdate timestamp with time zone
  isawaitingdecision boolean
  approverid text
  customerid text
  documentid text
  documentversionid text
  id text
  objcode text
  requesterid text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.proofapproval_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  proofcreationdate timestamp with time zone
  isawaitingdecision boolean
  approverid text
  customerid text
  documentid text
  documentversionid text
  id text
  objcode text
  requesterid text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.rate_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  companyid text
  customerid text
  extrefid text
  projectid text
  roleid text
  securityrootid text
  securityrootobjcode text
  templateid text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.rate_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  companyid text
  customerid text
  extrefid text
  projectid text
  roleid text
  securityrootid text
  securityrootobjcode text
  templateid text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.record_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  createdat timestamp with time zone
  updatedat timestamp with time zone
  customerid text
  id text
  objcode text
  recordtypeid text
  known bytea
  custom jsonb
  other jsonb

view live.record_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  createdat timestamp with time zone
  updatedat timestamp with time zone
  customerid text
  id text
  objcode text
  recordtypeid text
  known bytea
  custom jsonb
  other jsonb

view live.recordtype_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  createdat timestamp with time zone
  updatedat timestamp with time zone
  isexternal boolean
  istaxonomy boolean
  color text
  customerid text
  description text
  displayname text
  icon text
  id text
  objcode text
  primaryfieldid text
  known bytea
  custom jsonb
  other jsonb

view live.recordtype_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  createdat timestamp with time zone
  updatedat timestamp with time zone
  isexternal boolean
  istaxonomy boolean
  color text
  customerid text
  description text
  displayname text
  icon text
  id text
  objcode text
  primaryfieldid text
  known bytea
  custom jsonb
  other jsonb

view live.reportablebudgetedhour_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.reportablebudgetedhour_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.reportfolder_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.reportfolder_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.reservedtime_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  enddate timestamp with time zone
  startdate timestamp with time zone
  customerid text
  taskid text
  userid text
  known bytea
  custom jsonb
  other jsonb

view live.reservedtime_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  enddate timestamp with time zone
  startdate timestamp with time zone
  customerid text
  taskid text
  userid text
  known bytea
  custom jsonb
  other jsonb

view live.resourcemanager_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.resourcemanager_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.richtextnote_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.richtextnote_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.richtextparametervalue_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.richtextparametervalue_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.risk_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  customerid text
  description text
  extrefid text
  projectid text
  risktypeid text
  securityrootid text
  securityrootobjcode text
  status text
  templateid text
  actualcost numeric
  mitigationcost numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.risk_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  customerid text
  description text
  extrefid text
  projectid text
  risktypeid text
  securityrootid text
  securityrootobjcode text
  status text
  templateid text
  actualcost numeric
  mitigationcost numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.risktype_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.risktype_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.role_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  customerid text
  description text
  enteredbyid text
  extrefid text
  layouttemplateid text
  name text
  billingperhour numeric
  costperhour numeric
  known bytea
  custom jsonb
  other jsonb

view live.role_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  customerid text
  description text
  enteredbyid text
  extrefid text
  layouttemplateid text
  name text
  billingperhour numeric
  costperhour numeric
  known bytea
  custom jsonb
  other jsonb

view live.rsrcpool_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.rsrcpool_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.schedule_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  hasnonworkdays boolean
  isdefault boolean
  customerid text
  enteredbyid text
  extrefid text
  groupid text
  name text
  known bytea
  custom jsonb
  other jsonb

view live.schedule_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  hasnonworkdays boolean
  isdefault boolean
  customerid text
  enteredbyid text
  extrefid text
  groupid text
  name text
  known bytea
  custom jsonb
  other jsonb

view live.scorecard_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  ispublic boolean
  customerid text
  description text
  enteredbyid text
  extrefid text
  lastupdatedbyid text
  name text
  objid_ text
  objobjcode text
  projectid text
  securityrootid text
  securityrootobjcode text
  templateid text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.scorecard_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  ispublic boolean
  customerid text
  description text
  enteredbyid text
  extrefid text
  lastupdatedbyid text
  name text
  objid_ text
  objobjcode text
  projectid text
  securityrootid text
  securityrootobjcode text
  templateid text
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.searchevent_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.searchevent_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.staffingplan_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  enddate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  startdate timestamp with time zone
  attachedratecard_sourceid text
  attachedratecardid text
  categoryid text
  companyid text
  customerid text
  description text
  enteredbyid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  privateratecardid text
  availableestimatedhours numeric
  referencenumber numeric
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.staffingplan_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  enddate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  startdate timestamp with time zone
  attachedratecard_sourceid text
  attachedratecardid text
  categoryid text
  companyid text
  customerid text
  description text
  enteredbyid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  privateratecardid text
  availableestimatedhours numeric
  referencenumber numeric
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.staffingplanparametervalue_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  dateval timestamp with time zone
  customerid text
  id text
  objcode text
  objid_ text
  objobjcode text
  parameterid text
  richtextid text
  textval text
  numberval numeric
  known bytea
  custom jsonb
  other jsonb

view live.staffingplanparametervalue_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  dateval timestamp with time zone
  customerid text
  id text
  objcode text
  objid_ text
  objobjcode text
  parameterid text
  richtextid text
  textval text
  numberval numeric
  known bytea
  custom jsonb
  other jsonb

view live.staffingplanresource_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  assignedbyid text
  assignedtoid text
  categoryid text
  customerid text
  id text
  lastupdatedbyid text
  objcode text
  roleid text
  staffingplanid text
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.staffingplanresource_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  assignedbyid text
  assignedtoid text
  categoryid text
  customerid text
  id text
  lastupdatedbyid text
  objcode text
  roleid text
  staffingplanid text
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.staffingplanresourceattributevalue_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  attributeattachableid text
  attributevaluesetid text
  customerid text
  id text
  objcode text
  rateattributeid text
  refclassifierid text
  refcompanyid text
  refgroupid text
  known bytea
  custom jsonb
  other jsonb

view live.staffingplanresourceattributevalue_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  attributeattachableid text
  attributevaluesetid text
  customerid text
  id text
  objcode text
  rateattributeid text
  refclassifierid text
  refcompanyid text
  refgroupid text
  known bytea
  custom jsonb
  other jsonb

view live.staffingplanresourceattributevalueset_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  attributeattachableid text
  customerid text
  id text
  objcode text
  known bytea
  custom jsonb
  other jsonb

view live.staffingplanresourceattributevalueset_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  attributeattachableid text
  customerid text
  id text
  objcode text
  known bytea
  custom jsonb
  other jsonb

view live.staffingplanresourceparametervalue_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  dateval timestamp with time zone
  customerid text
  id text
  objcode text
  objid_ text
  objobjcode text
  parameterid text
  richtextid text
  textval text
  numberval numeric
  known bytea
  custom jsonb
  other jsonb

view live.staffingplanresourceparametervalue_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  dateval timestamp with time zone
  customerid text
  id text
  objcode text
  objid_ text
  objobjcode text
  parameterid text
  richtextid text
  textval text
  numberval numeric
  known bytea
  custom jsonb
  other jsonb

view live.stepapprover_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.stepapprover_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

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

view live.team_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  isagile boolean
  isstandardissuelist boolean
  customerid text
  description text
  layouttemplateid text
  myworkviewid text
  name text
  ownerid text
  requestsviewid text
  scheduleid text
  estimatebyhours numeric
  known bytea
  custom jsonb
  other jsonb

view live.team_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  isagile boolean
  isstandardissuelist boolean
  customerid text
  description text
  layouttemplateid text
  myworkviewid text
  name text
  ownerid text
  requestsviewid text
  scheduleid text
  estimatebyhours numeric
  known bytea
  custom jsonb
  other jsonb

view live.teammember_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  hasassignpermissions boolean
  customerid text
  teamid text
  userid text
  known bytea
  custom jsonb
  other jsonb

view live.teammember_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  hasassignpermissions boolean
  customerid text
  teamid text
  userid text
  known bytea
  custom jsonb
  other jsonb

view live.template_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  autobaselinerecuron boolean
  autobaselinerecurrencetype boolean
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  approvalprocessid text
  categoryid text
  companyid text
  customerid text
  deliverablescorecardid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  issueworkflowautomationid text
  lastnoteid text
  lastupdatedbyid text
  milestonepathid text
  name text
  objcode text
  ownerid text
  portfolioid text
  programid text
  queuedefid text
  scheduleid text
  sponsorid text
  taskworkflowautomationid text
  teamid text
  workflowautomationid text
  durationminutes numeric
  fixedcost numeric
  fixedrevenue numeric
  plannedcost numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedriskcost numeric
  priority numeric
  referencenumber numeric
  version numeric
  workrequired numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.template_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  autobaselinerecuron boolean
  autobaselinerecurrencetype boolean
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  approvalprocessid text
  categoryid text
  companyid text
  customerid text
  deliverablescorecardid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  issueworkflowautomationid text
  lastnoteid text
  lastupdatedbyid text
  milestonepathid text
  name text
  objcode text
  ownerid text
  portfolioid text
  programid text
  queuedefid text
  scheduleid text
  sponsorid text
  taskworkflowautomationid text
  teamid text
  workflowautomationid text
  durationminutes numeric
  fixedcost numeric
  fixedrevenue numeric
  plannedcost numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedriskcost numeric
  priority numeric
  referencenumber numeric
  version numeric
  workrequired numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.templateassignment_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  isprimary boolean
  isteamassignment boolean
  assignedtoid text
  customerid text
  mastertaskid text
  objid_ text
  objobjcode text
  roleid text
  teamid text
  templateid text
  templatetaskid text
  assignmentpercent numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.templateassignment_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  isprimary boolean
  isteamassignment boolean
  assignedtoid text
  customerid text
  mastertaskid text
  objid_ text
  objobjcode text
  roleid text
  teamid text
  templateid text
  templatetaskid text
  assignmentpercent numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.templatepredecessor_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  isenforced boolean
  customerid text
  predecessorid text
  successorid text
  known bytea
  custom jsonb
  other jsonb

view live.templatepredecessor_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  isenforced boolean
  customerid text
  predecessorid text
  successorid text
  known bytea
  custom jsonb
  other jsonb

view live.templatetask_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isworkrequiredlocked boolean
  approvalprocessid text
  assignedtoid text
  categoryid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  lastnoteid text
  lastupdatedbyid text
  mastertaskid text
  milestoneid text
  name text
  parentid text
  recurrenceruleid text
  roleid text
  teamid text
  templateid text
  billingamount numeric
  costamount numeric
  durationminutes numeric
  levelingstartdelayminutes numeric
  plannedcost numeric
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  priority numeric
  referencenumber numeric
  tasknumber numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.templatetask_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isworkrequiredlocked boolean
  approvalprocessid text
  assignedtoid text
  categoryid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  lastnoteid text
  lastupdatedbyid text
  mastertaskid text
  milestoneid text
  name text
  parentid text
  recurrenceruleid text
  roleid text
  teamid text
  templateid text
  billingamount numeric
  costamount numeric
  durationminutes numeric
  levelingstartdelayminutes numeric
  plannedcost numeric
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  priority numeric
  referencenumber numeric
  tasknumber numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.timesheet_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  enddate timestamp with time zone
  lastupdatedate timestamp with time zone
  startdate timestamp with time zone
  hasnotes boolean
  iseditable boolean
  approverid text
  customerid text
  displayname text
  extrefid text
  id text
  lastnoteid text
  lastupdatedbyid text
  objcode text
  status text
  timesheetprofileid text
  userid text
  approvercanedithours numeric
  overtimehours numeric
  regularhours numeric
  totalhours numeric
  known bytea
  custom jsonb
  other jsonb

view live.timesheet_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  enddate timestamp with time zone
  lastupdatedate timestamp with time zone
  startdate timestamp with time zone
  hasnotes boolean
  iseditable boolean
  approverid text
  customerid text
  displayname text
  extrefid text
  id text
  lastnoteid text
  lastupdatedbyid text
  objcode text
  status text
  timesheetprofileid text
  userid text
  approvercanedithours numeric
  overtimehours numeric
  regularhours numeric
  totalhours numeric
  known bytea
  custom jsonb
  other jsonb

view live.timesheetprofile_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.timesheetprofile_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.uifilter_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.uifilter_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.uigroupby_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.uigroupby_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.uitemplate_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.uitemplate_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.uiview_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.uiview_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.update_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.update_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.user_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  actualdeactivationdate timestamp with time zone
  apikeycreatedate timestamp with time zone
  avatardate timestamp with time zone
  entrydate timestamp with time zone
  lastlogindate timestamp with time zone
  lastupdatedate timestamp with time zone
  passworddate timestamp with time zone
  registrationexpiredate timestamp with time zone
  resetpasswordexpiredate timestamp with time zone
  scheduleddeactivationdate timestamp with time zone
  hasapiaccess boolean
  hasdocuments boolean
  hasnotes boolean
  haspassword boolean
  hasprooflicense boolean
  hasreservedtimes boolean
  isactive boolean
  isadmin boolean
  isboxauthenticated boolean
  isdropboxauthenticated boolean
  isgoogleauthenticated boolean
  issharepointauthenticated boolean
  iswebdamauthenticated boolean
  isworkfrontdamauthenticated boolean
  logtimeindays boolean
  ssoaccessonly boolean
  accesslevelid text
  address text
  address2 text
  alignaccesstype text
  avatardownloadurl text
  categoryid text
  city text
  companyid text
  country text
  customerid text
  defaulthourtypeid text
  delegationtoid text
  eauthuserid text
  emailaddr text
  enteredbyid text
  extrefid text
  firstname text
  homegroupid text
  hometeamid text
  id text
  lastenterednoteid text
  lastname text
  lastnoteid text
  lastupdatedbyid text
  latestupdatenoteid text
  layouttemplateid text
  licensetype text
  locale text
  managerid text
  mobilephonenumber text
  myinfo text
  name text
  objcode text
  password text
  persona text
  phoneextension text
  phonenumber text
  portalprofileid text
  postalcode text
  resourcepoolid text
  roleid text
  scheduleid text
  ssousername text
  state text
  statusupdate text
  timesheetprofileid text
  timezone text
  title text
  uitemplateid text
  username text
  uumuserid text
  avatarsize numeric
  avatarx numeric
  avatary numeric
  billingperhour numeric
  costperhour numeric
  defaultinterface numeric
  fte numeric
  logincount numeric
  workhoursperday numeric
  webdavprofile jsonb
  known bytea
  custom jsonb
  other jsonb

view live.user_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  actualdeactivationdate timestamp with time zone
  apikeycreatedate timestamp with time zone
  avatardate timestamp with time zone
  entrydate timestamp with time zone
  lastlogindate timestamp with time zone
  lastupdatedate timestamp with time zone
  passworddate timestamp with time zone
  registrationexpiredate timestamp with time zone
  resetpasswordexpiredate timestamp with time zone
  scheduleddeactivationdate timestamp with time zone
  hasapiaccess boolean
  hasdocuments boolean
  hasnotes boolean
  haspassword boolean
  hasprooflicense boolean
  hasreservedtimes boolean
  isactive boolean
  isadmin boolean
  isboxauthenticated boolean
  isdropboxauthenticated boolean
  isgoogleauthenticated boolean
  issharepointauthenticated boolean
  iswebdamauthenticated boolean
  isworkfrontdamauthenticated boolean
  logtimeindays boolean
  ssoaccessonly boolean
  accesslevelid text
  address text
  address2 text
  alignaccesstype text
  avatardownloadurl text
  categoryid text
  city text
  companyid text
  country text
  customerid text
  defaulthourtypeid text
  delegationtoid text
  eauthuserid text
  emailaddr text
  enteredbyid text
  extrefid text
  firstname text
  homegroupid text
  hometeamid text
  id text
  lastenterednoteid text
  lastname text
  lastnoteid text
  lastupdatedbyid text
  latestupdatenoteid text
  layouttemplateid text
  licensetype text
  locale text
  managerid text
  mobilephonenumber text
  myinfo text
  name text
  objcode text
  password text
  persona text
  phoneextension text
  phonenumber text
  portalprofileid text
  postalcode text
  resourcepoolid text
  roleid text
  scheduleid text
  ssousername text
  state text
  statusupdate text
  timesheetprofileid text
  timezone text
  title text
  uitemplateid text
  username text
  uumuserid text
  avatarsize numeric
  avatarx numeric
  avatary numeric
  billingperhour numeric
  costperhour numeric
  defaultinterface numeric
  fte numeric
  logincount numeric
  workhoursperday numeric
  webdavprofile jsonb
  known bytea
  custom jsonb
  other jsonb

view live.userdelegation_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.userdelegation_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.usergroups_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  isowner boolean
  customerid text
  groupid text
  userid text
  known bytea
  custom jsonb
  other jsonb

view live.usergroups_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  isowner boolean
  customerid text
  groupid text
  userid text
  known bytea
  custom jsonb
  other jsonb

view live.usernote_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.usernote_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.userobjectpref_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.userobjectpref_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.userprefvalue_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.userprefvalue_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.userrole_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.userrole_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.work_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  known bytea
  custom jsonb
  other jsonb

view live.work_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  known bytea
  custom jsonb
  other jsonb

view live.workitem_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  donedate timestamp with time zone
  lastvieweddate timestamp with time zone
  referenceobjectcommitdate timestamp with time zone
  snoozedate timestamp with time zone
  isdead boolean
  isdone boolean
  assignmentid text
  customerid text
  extrefid text
  objid_ text
  objobjcode text
  optaskid text
  projectid text
  securityrootid text
  securityrootobjcode text
  taskid text
  userid text
  priority numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.workitem_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  donedate timestamp with time zone
  lastvieweddate timestamp with time zone
  referenceobjectcommitdate timestamp with time zone
  snoozedate timestamp with time zone
  isdead boolean
  isdone boolean
  assignmentid text
  customerid text
  extrefid text
  objid_ text
  objobjcode text
  optaskid text
  projectid text
  securityrootid text
  securityrootobjcode text
  taskid text
  userid text
  priority numeric
  accessorids jsonb
  known bytea
  custom jsonb
  other jsonb

view live.workspace_now
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  lastuntil timestamp with time zone
  ambiguous text[]
  createdat timestamp with time zone
  updatedat timestamp with time zone
  color text
  customerid text
  icon text
  id text
  name text
  objcode text
  known bytea
  custom jsonb
  other jsonb

view live.workspace_past
  began timestamp with time zone
  observedat timestamp with time zone
  deleted boolean
  objid text
  ended timestamp with time zone
  createdat timestamp with time zone
  updatedat timestamp with time zone
  color text
  customerid text
  icon text
  id text
  name text
  objcode text
  known bytea
  custom jsonb
  other jsonb

view planning.field_as_of
  id text
  aliasname text
  created integer
  createdby text
  dateoptions jsonb
  externaloptions jsonb
  fieldtype text
  formulaoptions jsonb
  haserror text
  isfusion boolean
  createdat timestamp with time zone
  customerid text
  description text
  displayname text
  linkedfield text
  lookupoptions text
  numberoptions text
  objcode text
  options text
  referenceoptions text
  type text
  updatedat timestamp with time zone
  updatedby text
  useroptions text
  deleted integer
  parametervalues jsonb
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view planning.field_current
  id text
  aliasname text
  created integer
  createdby text
  dateoptions jsonb
  externaloptions jsonb
  fieldtype text
  formulaoptions jsonb
  haserror text
  isfusion boolean
  createdat timestamp with time zone
  customerid text
  description text
  displayname text
  linkedfield text
  lookupoptions text
  numberoptions text
  objcode text
  options text
  referenceoptions text
  type text
  updatedat timestamp with time zone
  updatedby text
  useroptions text
  deleted integer
  parametervalues jsonb
  dl_load_timestamp timestamp with time zone

view planning.field_daily_history
  id text
  aliasname text
  created integer
  createdby text
  dateoptions jsonb
  externaloptions jsonb
  fieldtype text
  formulaoptions jsonb
  haserror text
  isfusion boolean
  createdat timestamp with time zone
  customerid text
  description text
  displayname text
  linkedfield text
  lookupoptions text
  numberoptions text
  objcode text
  options text
  referenceoptions text
  type text
  updatedat timestamp with time zone
  updatedby text
  useroptions text
  deleted integer
  parametervalues jsonb
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view planning.field_event
  id text
  aliasname text
  created integer
  createdby text
  dateoptions jsonb
  externaloptions jsonb
  fieldtype text
  formulaoptions jsonb
  haserror text
  isfusion boolean
  createdat timestamp with time zone
  customerid text
  description text
  displayname text
  linkedfield text
  lookupoptions text
  numberoptions text
  objcode text
  options text
  referenceoptions text
  type text
  updatedat timestamp with time zone
  updatedby text
  useroptions text
  deleted integer
  parametervalues jsonb
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view planning.planningrecord_as_of
  recordid text
  created integer
  createdby text
  field_ids jsonb
  field_types jsonb
  field_values jsonb
  field_values_raw jsonb
  fieldid_fieldid jsonb
  fieldid_values jsonb
  fieldid_values_raw jsonb
  recordtypename text
  reference_ids jsonb
  updated integer
  updatedby text
  workspaceid text
  workspacename text
  createdat timestamp with time zone
  customerid text
  objcode text
  recordexternaloptions text
  recordtypeid text
  updatedat timestamp with time zone
  deleted integer
  data jsonb
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view planning.planningrecord_current
  recordid text
  created integer
  createdby text
  field_ids jsonb
  field_types jsonb
  field_values jsonb
  field_values_raw jsonb
  fieldid_fieldid jsonb
  fieldid_values jsonb
  fieldid_values_raw jsonb
  recordtypename text
  reference_ids jsonb
  updated integer
  updatedby text
  workspaceid text
  workspacename text
  createdat timestamp with time zone
  customerid text
  objcode text
  recordexternaloptions text
  recordtypeid text
  updatedat timestamp with time zone
  deleted integer
  data jsonb
  dl_load_timestamp timestamp with time zone

view planning.planningrecord_daily_history
  recordid text
  created integer
  createdby text
  field_ids jsonb
  field_types jsonb
  field_values jsonb
  field_values_raw jsonb
  fieldid_fieldid jsonb
  fieldid_values jsonb
  fieldid_values_raw jsonb
  recordtypename text
  reference_ids jsonb
  updated integer
  updatedby text
  workspaceid text
  workspacename text
  createdat timestamp with time zone
  customerid text
  objcode text
  recordexternaloptions text
  recordtypeid text
  updatedat timestamp with time zone
  deleted integer
  data jsonb
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view planning.planningrecord_event
  recordid text
  created integer
  createdby text
  field_ids jsonb
  field_types jsonb
  field_values jsonb
  field_values_raw jsonb
  fieldid_fieldid jsonb
  fieldid_values jsonb
  fieldid_values_raw jsonb
  recordtypename text
  reference_ids jsonb
  updated integer
  updatedby text
  workspaceid text
  workspacename text
  createdat timestamp with time zone
  customerid text
  objcode text
  recordexternaloptions text
  recordtypeid text
  updatedat timestamp with time zone
  deleted integer
  data jsonb
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view planning.recordtype_as_of
  id text
  alias text
  created integer
  createdby text
  externaloptions jsonb
  isfusion boolean
  istaxonomy text
  permission text
  restored integer
  triggeredbyservice text
  updated integer
  updatedby text
  userid text
  workspaceid text
  color text
  createdat timestamp with time zone
  customerid text
  description text
  displayname text
  fields text
  icon text
  isexternal boolean
  objcode text
  primaryfieldid text
  recordscount text
  updatedat timestamp with time zone
  deleted integer
  parametervalues jsonb
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view planning.recordtype_current
  id text
  alias text
  created integer
  createdby text
  externaloptions jsonb
  isfusion boolean
  istaxonomy text
  permission text
  restored integer
  triggeredbyservice text
  updated integer
  updatedby text
  userid text
  workspaceid text
  color text
  createdat timestamp with time zone
  customerid text
  description text
  displayname text
  fields text
  icon text
  isexternal boolean
  objcode text
  primaryfieldid text
  recordscount text
  updatedat timestamp with time zone
  deleted integer
  parametervalues jsonb
  dl_load_timestamp timestamp with time zone

view planning.recordtype_daily_history
  id text
  alias text
  created integer
  createdby text
  externaloptions jsonb
  isfusion boolean
  istaxonomy text
  permission text
  restored integer
  triggeredbyservice text
  updated integer
  updatedby text
  userid text
  workspaceid text
  color text
  createdat timestamp with time zone
  customerid text
  description text
  displayname text
  fields text
  icon text
  isexternal boolean
  objcode text
  primaryfieldid text
  recordscount text
  updatedat timestamp with time zone
  deleted integer
  parametervalues jsonb
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view planning.recordtype_event
  id text
  alias text
  created integer
  createdby text
  externaloptions jsonb
  isfusion boolean
  istaxonomy text
  permission text
  restored integer
  triggeredbyservice text
  updated integer
  updatedby text
  userid text
  workspaceid text
  color text
  createdat timestamp with time zone
  customerid text
  description text
  displayname text
  fields text
  icon text
  isexternal boolean
  objcode text
  primaryfieldid text
  recordscount text
  updatedat timestamp with time zone
  deleted integer
  parametervalues jsonb
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

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

view planning.workspace_as_of
  id text
  created integer
  createdby text
  isfusion boolean
  parentid text
  restored integer
  triggeredbyservice text
  updated integer
  updatedby text
  userid text
  color text
  createdat timestamp with time zone
  customerid text
  icon text
  name text
  objcode text
  permission text
  recordtypes text
  updatedat timestamp with time zone
  deleted integer
  parametervalues jsonb
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view planning.workspace_current
  id text
  created integer
  createdby text
  isfusion boolean
  parentid text
  restored integer
  triggeredbyservice text
  updated integer
  updatedby text
  userid text
  color text
  createdat timestamp with time zone
  customerid text
  icon text
  name text
  objcode text
  permission text
  recordtypes text
  updatedat timestamp with time zone
  deleted integer
  parametervalues jsonb
  dl_load_timestamp timestamp with time zone

view planning.workspace_daily_history
  id text
  created integer
  createdby text
  isfusion boolean
  parentid text
  restored integer
  triggeredbyservice text
  updated integer
  updatedby text
  userid text
  color text
  createdat timestamp with time zone
  customerid text
  icon text
  name text
  objcode text
  permission text
  recordtypes text
  updatedat timestamp with time zone
  deleted integer
  parametervalues jsonb
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view planning.workspace_event
  id text
  created integer
  createdby text
  isfusion boolean
  parentid text
  restored integer
  triggeredbyservice text
  updated integer
  updatedby text
  userid text
  color text
  createdat timestamp with time zone
  customerid text
  icon text
  name text
  objcode text
  permission text
  recordtypes text
  updatedat timestamp with time zone
  deleted integer
  parametervalues jsonb
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

table store_1.accesslevel_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  lastupdateddate timestamp with time zone
  deleted boolean not null
  isadmin boolean
  isunsupportedworkerlicense boolean
  objid text not null
  ambiguous text[]
  appglobalid text
  customerid text
  description text
  extrefid text
  lastupdatedbyid text
  legacyaccesslevelid text
  name text
  objid_ text
  objobjcode text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.accesslevel_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  lastupdateddate timestamp with time zone
  deleted boolean not null
  isadmin boolean
  isunsupportedworkerlicense boolean
  objid text not null
  appglobalid text
  customerid text
  description text
  extrefid text
  lastupdatedbyid text
  legacyaccesslevelid text
  name text
  objid_ text
  objobjcode text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.accessrequest_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.accessrequest_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.accessrule_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  isinherited boolean
  objid text not null
  ambiguous text[]
  accessorid text
  accessorobjcode text
  ancestorid text
  ancestorobjcode text
  customerid text
  securityobjcode text
  securityobjid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.accessrule_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  isinherited boolean
  objid text not null
  accessorid text
  accessorobjcode text
  ancestorid text
  ancestorobjcode text
  customerid text
  securityobjcode text
  securityobjid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.acknowledgement_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.acknowledgement_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.announcement_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.announcement_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approval_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  createdat timestamp with time zone
  updatedat timestamp with time zone
  deleted boolean not null
  islocked boolean
  objid text not null
  ambiguous text[]
  creatorid text
  customerid text
  id text
  objcode text
  objid_ text
  status text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approval_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  createdat timestamp with time zone
  updatedat timestamp with time zone
  deleted boolean not null
  islocked boolean
  objid text not null
  creatorid text
  customerid text
  id text
  objcode text
  objid_ text
  status text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approval_request_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approval_request_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approvalpath_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  shouldcreateissue boolean
  objid text not null
  ambiguous text[]
  approvalprocessid text
  customerid text
  durationminutes numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approvalpath_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  shouldcreateissue boolean
  objid text not null
  approvalprocessid text
  customerid text
  durationminutes numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approvalprocess_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  isprivate boolean
  objid text not null
  ambiguous text[]
  approvalobjcode text
  customerid text
  description text
  enteredbyid text
  extrefid text
  lastupdatedbyid text
  name text
  securityrootid text
  securityrootobjcode text
  durationminutes numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approvalprocess_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  isprivate boolean
  objid text not null
  approvalobjcode text
  customerid text
  description text
  enteredbyid text
  extrefid text
  lastupdatedbyid text
  name text
  securityrootid text
  securityrootobjcode text
  durationminutes numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approvalstage_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  createdat timestamp with time zone
  deadlinedate timestamp with time zone
  updatedat timestamp with time zone
  deleted boolean not null
  islocked boolean
  objid text not null
  ambiguous text[]
  approvalid text
  creatorid text
  customerid text
  id text
  name text
  objcode text
  objid_ text
  status text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approvalstage_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  createdat timestamp with time zone
  deadlinedate timestamp with time zone
  updatedat timestamp with time zone
  deleted boolean not null
  islocked boolean
  objid text not null
  approvalid text
  creatorid text
  customerid text
  id text
  name text
  objcode text
  objid_ text
  status text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approvalstageparticipant_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  createdat timestamp with time zone
  deadlinedate timestamp with time zone
  decisiondate timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  customerid text
  decisionuserid text
  objcode text
  objid_ text
  participantid text
  realuserid text
  requesterid text
  stageid text
  status text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approvalstageparticipant_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  createdat timestamp with time zone
  deadlinedate timestamp with time zone
  decisiondate timestamp with time zone
  deleted boolean not null
  objid text not null
  customerid text
  decisionuserid text
  objcode text
  objid_ text
  participantid text
  realuserid text
  requesterid text
  stageid text
  status text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approvalstep_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  approvalpathid text
  customerid text
  name text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approvalstep_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  approvalpathid text
  customerid text
  name text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approverstatus_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  isoverridden boolean
  objid text not null
  ambiguous text[]
  approvableobjcode text
  approvableobjid text
  approvalstepid text
  approvedbyid text
  customerid text
  delegateuserid text
  optaskid text
  overriddenuserid text
  projectid text
  status text
  stepapproverid text
  taskid text
  wildcarduserid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.approverstatus_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  isoverridden boolean
  objid text not null
  approvableobjcode text
  approvableobjid text
  approvalstepid text
  approvedbyid text
  customerid text
  delegateuserid text
  optaskid text
  overriddenuserid text
  projectid text
  status text
  stepapproverid text
  taskid text
  wildcarduserid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.assignment_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  actualworkperdaystartdate timestamp with time zone
  financelastupdatedate timestamp with time zone
  lastupdatedate timestamp with time zone
  workperdate timestamp with time zone
  deleted boolean not null
  isprimary boolean
  isteamassignment boolean
  objid text not null
  ambiguous text[]
  assignedbyid text
  assignedtoid text
  categoryid text
  classifierid text
  customerid text
  id text
  lastupdatedbyid text
  objcode text
  optaskid text
  projectid text
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  taskid text
  teamid text
  assignmentpercent numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.assignment_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  actualworkperdaystartdate timestamp with time zone
  financelastupdatedate timestamp with time zone
  lastupdatedate timestamp with time zone
  workperdate timestamp with time zone
  deleted boolean not null
  isprimary boolean
  isteamassignment boolean
  objid text not null
  assignedbyid text
  assignedtoid text
  categoryid text
  classifierid text
  customerid text
  id text
  lastupdatedbyid text
  objcode text
  optaskid text
  projectid text
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  taskid text
  teamid text
  assignmentpercent numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.awaitingapproval_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  accessrequestid text
  approvableid text
  approverid text
  customerid text
  documentid text
  optaskid text
  projectid text
  roleid text
  submittedbyid text
  taskid text
  teamid text
  timesheetid text
  userid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.awaitingapproval_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  deleted boolean not null
  objid text not null
  accessrequestid text
  approvableid text
  approverid text
  customerid text
  documentid text
  optaskid text
  projectid text
  roleid text
  submittedbyid text
  taskid text
  teamid text
  timesheetid text
  userid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.backgroundjob_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.backgroundjob_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.baseline_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  actualcompletiondate timestamp with time zone
  actualstartdate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  deleted boolean not null
  autogenerated boolean
  isdefault boolean
  objid text not null
  ambiguous text[]
  customerid text
  name text
  projectid text
  actualcost numeric
  actualdurationminutes numeric
  durationminutes numeric
  plannedcost numeric
  workrequired numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.baseline_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  actualcompletiondate timestamp with time zone
  actualstartdate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  deleted boolean not null
  autogenerated boolean
  isdefault boolean
  objid text not null
  customerid text
  name text
  projectid text
  actualcost numeric
  actualdurationminutes numeric
  durationminutes numeric
  plannedcost numeric
  workrequired numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.baselinetask_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  actualcompletiondate timestamp with time zone
  actualstartdate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  deleted boolean not null
  isdefault boolean
  objid text not null
  ambiguous text[]
  baselineid text
  customerid text
  name text
  taskid text
  actualcost numeric
  actualdurationminutes numeric
  durationminutes numeric
  plannedcost numeric
  workrequired numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.baselinetask_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  actualcompletiondate timestamp with time zone
  actualstartdate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  deleted boolean not null
  isdefault boolean
  objid text not null
  baselineid text
  customerid text
  name text
  taskid text
  actualcost numeric
  actualdurationminutes numeric
  durationminutes numeric
  plannedcost numeric
  workrequired numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.billingrecord_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  billingdate timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  customerid text
  description text
  displayname text
  extrefid text
  invoiceid text
  projectid text
  status text
  otheramount numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.billingrecord_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  billingdate timestamp with time zone
  deleted boolean not null
  objid text not null
  customerid text
  description text
  displayname text
  extrefid text
  invoiceid text
  projectid text
  status text
  otheramount numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.burndownevent_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.burndownevent_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.calendarportalsection_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.calendarportalsection_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.category_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  hascalculatedfields boolean
  isactive boolean
  objid text not null
  ambiguous text[]
  catobjcode text
  customerid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.category_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  hascalculatedfields boolean
  isactive boolean
  objid text not null
  catobjcode text
  customerid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.categoryparameter_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  isinvalidexpression boolean
  isjournaled boolean
  isrequired boolean
  objid text not null
  ambiguous text[]
  categoryid text
  customerid text
  parametergroupid text
  parameterid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.categoryparameter_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  isinvalidexpression boolean
  isjournaled boolean
  isrequired boolean
  objid text not null
  categoryid text
  customerid text
  parametergroupid text
  parameterid text
  known bytea not null
  custom jsonb
  other jsonb

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

table store_1.classifier_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.classifier_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.company_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  hasrateoverride boolean
  isprimary boolean
  objid text not null
  ambiguous text[]
  categoryid text
  customerid text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.company_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  hasrateoverride boolean
  isprimary boolean
  objid text not null
  categoryid text
  customerid text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.customenum_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  isprimary boolean
  objid text not null
  ambiguous text[]
  color text
  customerid text
  description text
  extrefid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.customenum_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  isprimary boolean
  objid text not null
  color text
  customerid text
  description text
  extrefid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.customer_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  demobaselinedate timestamp with time zone
  disableddate timestamp with time zone
  entrydate timestamp with time zone
  evalexpdate timestamp with time zone
  expdate timestamp with time zone
  lastreminddate timestamp with time zone
  lastusagereportdate timestamp with time zone
  lucidmigrationdate timestamp with time zone
  nextusagereportdate timestamp with time zone
  deleted boolean not null
  hasdocuments boolean
  haspreviewaccess boolean
  hastimednotifications boolean
  isadvanceddocmgmtenabled boolean
  isapienabled boolean
  isasyncreportingenabled boolean
  iscustomquarterenabled boolean
  isdamenabled boolean
  isdisabled boolean
  isenterprise boolean
  ismigratedtoanaconda boolean
  isportalprofilemigrated boolean
  isproofingenabled boolean
  issearchenabled boolean
  issearchindexactive boolean
  issoapenabled boolean
  iswarningdisabled boolean
  iswhitelistipenabled boolean
  isworkfrontdamenabled boolean
  useexternaldocumentstorage boolean
  objid text not null
  ambiguous text[]
  accountrepid text
  adminuserid text
  customerconfigmapid text
  customerurlconfigmapid text
  description text
  emailaddr text
  externalusersgroupid text
  extrefid text
  helpdeskconfigmapid text
  inlinejavascriptconfigmapid text
  name text
  notificationconfigmapid text
  passwordconfigmapid text
  portfoliomanagementconfigmapid text
  projectmanagementconfigmapid text
  proofaccountid text
  resellerid text
  status text
  timesheetconfigmapid text
  uiconfigmapid text
  userinviteconfigmapid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.customer_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  demobaselinedate timestamp with time zone
  disableddate timestamp with time zone
  entrydate timestamp with time zone
  evalexpdate timestamp with time zone
  expdate timestamp with time zone
  lastreminddate timestamp with time zone
  lastusagereportdate timestamp with time zone
  lucidmigrationdate timestamp with time zone
  nextusagereportdate timestamp with time zone
  deleted boolean not null
  hasdocuments boolean
  haspreviewaccess boolean
  hastimednotifications boolean
  isadvanceddocmgmtenabled boolean
  isapienabled boolean
  isasyncreportingenabled boolean
  iscustomquarterenabled boolean
  isdamenabled boolean
  isdisabled boolean
  isenterprise boolean
  ismigratedtoanaconda boolean
  isportalprofilemigrated boolean
  isproofingenabled boolean
  issearchenabled boolean
  issearchindexactive boolean
  issoapenabled boolean
  iswarningdisabled boolean
  iswhitelistipenabled boolean
  isworkfrontdamenabled boolean
  useexternaldocumentstorage boolean
  objid text not null
  accountrepid text
  adminuserid text
  customerconfigmapid text
  customerurlconfigmapid text
  description text
  emailaddr text
  externalusersgroupid text
  extrefid text
  helpdeskconfigmapid text
  inlinejavascriptconfigmapid text
  name text
  notificationconfigmapid text
  passwordconfigmapid text
  portfoliomanagementconfigmapid text
  projectmanagementconfigmapid text
  proofaccountid text
  resellerid text
  status text
  timesheetconfigmapid text
  uiconfigmapid text
  userinviteconfigmapid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.customquarter_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.customquarter_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.document_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  checkouttimestamp timestamp with time zone
  lastmoddate timestamp with time zone
  lastsyncdate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  createproof boolean
  hasnotes boolean
  isdir boolean
  isprivate boolean
  ispublic boolean
  objid text not null
  ambiguous text[]
  advancedproofingoptions text
  categoryid text
  checkedoutbyid text
  currentversionid text
  customer_id text
  customerid text
  description text
  docobjcode text
  documentproviderid text
  documentrequestid text
  downloadurl text
  externalintegrationtype text
  extrefid text
  filetype text
  handle text
  id text
  iterationid text
  lastnoteid text
  lastupdatedbyid text
  lastversionnum text
  mastertaskid text
  name text
  noteid text
  objcode text
  objid_ text
  optaskid text
  ownerid text
  portfolioid text
  previewurl text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  publictoken text
  referenceobjcode text
  referenceobjectclosed text
  referenceobjectname text
  referenceobjid text
  releaseversionid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topdocobjcode text
  topobjid text
  userid text
  referencenumber numeric
  accessorids jsonb
  folderids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.document_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  checkouttimestamp timestamp with time zone
  lastmoddate timestamp with time zone
  lastsyncdate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  createproof boolean
  hasnotes boolean
  isdir boolean
  isprivate boolean
  ispublic boolean
  objid text not null
  advancedproofingoptions text
  categoryid text
  checkedoutbyid text
  currentversionid text
  customer_id text
  customerid text
  description text
  docobjcode text
  documentproviderid text
  documentrequestid text
  downloadurl text
  externalintegrationtype text
  extrefid text
  filetype text
  handle text
  id text
  iterationid text
  lastnoteid text
  lastupdatedbyid text
  lastversionnum text
  mastertaskid text
  name text
  noteid text
  objcode text
  objid_ text
  optaskid text
  ownerid text
  portfolioid text
  previewurl text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  publictoken text
  referenceobjcode text
  referenceobjectclosed text
  referenceobjectname text
  referenceobjid text
  releaseversionid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topdocobjcode text
  topobjid text
  userid text
  referencenumber numeric
  accessorids jsonb
  folderids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.documentapproval_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  approvaldate timestamp with time zone
  requestdate timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  approverid text
  autodocumentshareid text
  customerid text
  documentid text
  noteid text
  requestorid text
  status text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.documentapproval_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  approvaldate timestamp with time zone
  requestdate timestamp with time zone
  deleted boolean not null
  objid text not null
  approverid text
  autodocumentshareid text
  customerid text
  documentid text
  noteid text
  requestorid text
  status text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.documentfolder_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  lastmoddate timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  customerid text
  enteredbyid text
  issueid text
  iterationid text
  linkedfolderid text
  name text
  parentid text
  portfolioid text
  programid text
  projectid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  userid text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.documentfolder_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  lastmoddate timestamp with time zone
  deleted boolean not null
  objid text not null
  customerid text
  enteredbyid text
  issueid text
  iterationid text
  linkedfolderid text
  name text
  parentid text
  portfolioid text
  programid text
  projectid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  userid text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.documentprovider_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.documentprovider_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.documentrequest_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.documentrequest_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.documentversion_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  formatentrydate timestamp with time zone
  proofdeadlinedate timestamp with time zone
  proofstatusdate timestamp with time zone
  deleted boolean not null
  isproofable boolean
  isproofautomated boolean
  objid text not null
  ambiguous text[]
  customerid text
  documentid text
  documentproviderid text
  enteredbyid text
  externalstorageid text
  icon text
  id text
  objcode text
  proofapprovalstatusid text
  proofedbyuserid text
  proofid text
  proofownerid text
  proofstageid text
  version numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.documentversion_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  formatentrydate timestamp with time zone
  proofdeadlinedate timestamp with time zone
  proofstatusdate timestamp with time zone
  deleted boolean not null
  isproofable boolean
  isproofautomated boolean
  objid text not null
  customerid text
  documentid text
  documentproviderid text
  enteredbyid text
  externalstorageid text
  icon text
  id text
  objcode text
  proofapprovalstatusid text
  proofedbyuserid text
  proofid text
  proofownerid text
  proofstageid text
  version numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.endorsement_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.endorsement_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.endorsementshare_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.endorsementshare_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.exchangerate_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.exchangerate_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.expense_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  effectivedate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  planneddate timestamp with time zone
  deleted boolean not null
  isbillable boolean
  isreimbursable boolean
  isreimbursed boolean
  objid text not null
  ambiguous text[]
  billingrecordid text
  categoryid text
  customerid text
  description text
  enteredbyid text
  expensetypeid text
  expobjcode text
  extrefid text
  id text
  lastupdatedbyid text
  mastertaskid text
  objcode text
  objid_ text
  projectid text
  referenceobjcode text
  referenceobjid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topobjcode text
  topobjid text
  topreferenceobjcode text
  topreferenceobjid text
  actualamount numeric
  actualunitamount numeric
  plannedamount numeric
  plannedunitamount numeric
  accessorids jsonb
  customformsids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.expense_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  effectivedate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  planneddate timestamp with time zone
  deleted boolean not null
  isbillable boolean
  isreimbursable boolean
  isreimbursed boolean
  objid text not null
  billingrecordid text
  categoryid text
  customerid text
  description text
  enteredbyid text
  expensetypeid text
  expobjcode text
  extrefid text
  id text
  lastupdatedbyid text
  mastertaskid text
  objcode text
  objid_ text
  projectid text
  referenceobjcode text
  referenceobjid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topobjcode text
  topobjid text
  topreferenceobjcode text
  topreferenceobjid text
  actualamount numeric
  actualunitamount numeric
  plannedamount numeric
  plannedunitamount numeric
  accessorids jsonb
  customformsids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.expensetype_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  appglobalid text
  customerid text
  description text
  extrefid text
  name text
  objid_ text
  objobjcode text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.expensetype_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  appglobalid text
  customerid text
  description text
  extrefid text
  name text
  objid_ text
  objobjcode text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.externalsection_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.externalsection_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.field_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  createdat timestamp with time zone
  updatedat timestamp with time zone
  deleted boolean not null
  haserror boolean
  objid text not null
  ambiguous text[]
  customerid text
  description text
  displayname text
  objcode text
  type text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.field_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  createdat timestamp with time zone
  updatedat timestamp with time zone
  deleted boolean not null
  haserror boolean
  objid text not null
  customerid text
  description text
  displayname text
  objcode text
  type text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.group_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  customerid text
  description text
  enteredbyid text
  extrefid text
  name text
  parentid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.group_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  deleted boolean not null
  objid text not null
  customerid text
  description text
  enteredbyid text
  extrefid text
  name text
  parentid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.hour_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  approvedondate timestamp with time zone
  lastupdatedate timestamp with time zone
  entrydate date
  deleted boolean not null
  hasrateoverride boolean
  objid text not null
  ambiguous text[]
  approvedbyid text
  assignedapproverid text
  billingrecordid text
  categoryid text
  classifierid text
  customerid text
  description text
  dupid text
  externaltimesheetid text
  extrefid text
  hourtypeid text
  id text
  lastupdatedbyid text
  objcode text
  optaskid text
  ownerid text
  projectid text
  projectoverheadid text
  referenceobjcode text
  referenceobjid text
  rejectedbyid text
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  submittedbyid text
  taskid text
  timesheetid text
  actualcost numeric
  hours numeric
  resourcerevenue numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.hour_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  approvedondate timestamp with time zone
  lastupdatedate timestamp with time zone
  entrydate date
  deleted boolean not null
  hasrateoverride boolean
  objid text not null
  approvedbyid text
  assignedapproverid text
  billingrecordid text
  categoryid text
  classifierid text
  customerid text
  description text
  dupid text
  externaltimesheetid text
  extrefid text
  hourtypeid text
  id text
  lastupdatedbyid text
  objcode text
  optaskid text
  ownerid text
  projectid text
  projectoverheadid text
  referenceobjcode text
  referenceobjid text
  rejectedbyid text
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  submittedbyid text
  taskid text
  timesheetid text
  actualcost numeric
  hours numeric
  resourcerevenue numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.hourtype_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  isactive boolean
  objid text not null
  ambiguous text[]
  appglobalid text
  customerid text
  description text
  displayobjobjcode text
  extrefid text
  name text
  objid_ text
  objobjcode text
  countasrevenue numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.hourtype_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  isactive boolean
  objid text not null
  appglobalid text
  customerid text
  description text
  displayobjobjcode text
  extrefid text
  name text
  objid_ text
  objobjcode text
  countasrevenue numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.iteration_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  enddate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  startdate timestamp with time zone
  deleted boolean not null
  hasdocuments boolean
  hasnotes boolean
  islegacy boolean
  objid text not null
  ambiguous text[]
  categoryid text
  customerid text
  enteredbyid text
  lastupdatedbyid text
  name text
  ownerid text
  status text
  teamid text
  taskids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.iteration_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  enddate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  startdate timestamp with time zone
  deleted boolean not null
  hasdocuments boolean
  hasnotes boolean
  islegacy boolean
  objid text not null
  categoryid text
  customerid text
  enteredbyid text
  lastupdatedbyid text
  name text
  ownerid text
  status text
  teamid text
  taskids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.journalentry_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  newdateval timestamp with time zone
  olddateval timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  approverstatusid text
  assignmentid text
  auditrecordid text
  aux1 text
  aux2 text
  aux3 text
  baselineid text
  billingrecordid text
  changetype text
  companyid text
  customerid text
  documentapprovalid text
  documentid text
  documentshareid text
  editedbyid text
  expenseid text
  extrefid text
  fieldname text
  flags text
  hourid text
  id text
  initiativeid text
  newtextval text
  objcode text
  objid_ text
  objobjcode text
  oldtextval text
  optaskid text
  portfolioid text
  programid text
  projectid text
  referenceobjectname text
  securityrootid text
  securityrootobjcode text
  subobjcode text
  subobjid text
  subreferenceobjectname text
  subscribeid text
  taskid text
  templateid text
  timesheetid text
  topobjcode text
  topobjid text
  topreferenceobjectname text
  userid text
  durationminutes numeric
  newnumberval numeric
  numlikes numeric
  numreplies numeric
  oldnumberval numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.journalentry_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  newdateval timestamp with time zone
  olddateval timestamp with time zone
  deleted boolean not null
  objid text not null
  approverstatusid text
  assignmentid text
  auditrecordid text
  aux1 text
  aux2 text
  aux3 text
  baselineid text
  billingrecordid text
  changetype text
  companyid text
  customerid text
  documentapprovalid text
  documentid text
  documentshareid text
  editedbyid text
  expenseid text
  extrefid text
  fieldname text
  flags text
  hourid text
  id text
  initiativeid text
  newtextval text
  objcode text
  objid_ text
  objobjcode text
  oldtextval text
  optaskid text
  portfolioid text
  programid text
  projectid text
  referenceobjectname text
  securityrootid text
  securityrootobjcode text
  subobjcode text
  subobjid text
  subreferenceobjectname text
  subscribeid text
  taskid text
  templateid text
  timesheetid text
  topobjcode text
  topobjid text
  topreferenceobjectname text
  userid text
  durationminutes numeric
  newnumberval numeric
  numlikes numeric
  numreplies numeric
  oldnumberval numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.layouttemplate_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.layouttemplate_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.like_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.like_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.linkedfolder_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.linkedfolder_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.milestone_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  color text
  customerid text
  description text
  extrefid text
  milestonepathid text
  name text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.milestone_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  color text
  customerid text
  description text
  extrefid text
  milestonepathid text
  name text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.milestonepath_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  customerid text
  description text
  enteredbyid text
  extrefid text
  name text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.milestonepath_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  deleted boolean not null
  objid text not null
  customerid text
  description text
  enteredbyid text
  extrefid text
  name text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.nonworkday_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.nonworkday_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.note_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  formatentrydate timestamp with time zone
  threaddate timestamp with time zone
  deleted boolean not null
  hasreplies boolean
  isdeleted boolean
  ismessage boolean
  isprivate boolean
  isreply boolean
  objid text not null
  ambiguous text[]
  attachdocumentid text
  attachobjcode text
  attachobjid text
  attachoptaskid text
  attachworkid text
  attachworkobjcode text
  attachworkuserid text
  auditrecordid text
  customerid text
  documentid text
  externalserviceid text
  extrefid text
  id text
  iterationid text
  noteobjcode text
  notetext text
  objcode text
  objid_ text
  optaskid text
  ownerid text
  parentendorsementid text
  parentjournalentryid text
  parentnoteid text
  portfolioid text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  proofactionid text
  richtextnoteid text
  securityrootid text
  securityrootobjcode text
  subject text
  taskid text
  templateid text
  templatetaskid text
  threadid text
  timesheetid text
  topnoteobjcode text
  topobjid text
  userid text
  numlikes numeric
  numreplies numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.note_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  formatentrydate timestamp with time zone
  threaddate timestamp with time zone
  deleted boolean not null
  hasreplies boolean
  isdeleted boolean
  ismessage boolean
  isprivate boolean
  isreply boolean
  objid text not null
  attachdocumentid text
  attachobjcode text
  attachobjid text
  attachoptaskid text
  attachworkid text
  attachworkobjcode text
  attachworkuserid text
  auditrecordid text
  customerid text
  documentid text
  externalserviceid text
  extrefid text
  id text
  iterationid text
  noteobjcode text
  notetext text
  objcode text
  objid_ text
  optaskid text
  ownerid text
  parentendorsementid text
  parentjournalentryid text
  parentnoteid text
  portfolioid text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  proofactionid text
  richtextnoteid text
  securityrootid text
  securityrootobjcode text
  subject text
  taskid text
  templateid text
  templatetaskid text
  threadid text
  timesheetid text
  topnoteobjcode text
  topobjid text
  userid text
  numlikes numeric
  numreplies numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

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

table store_1.objectcategory_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  categoryid text
  customerid text
  objid_ text
  objobjcode text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.objectcategory_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  categoryid text
  customerid text
  objid_ text
  objobjcode text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.objectintegration_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.objectintegration_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.optask_now with (fillfactor=80, toast_tuple_target=4080)
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
  autoclosuredate timestamp with time zone
  commitdate timestamp with time zone
  duedate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  deleted boolean not null
  canstart boolean
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  hasresolvables boolean
  hastimednotifications boolean
  iscomplete boolean
  ishelpdesk boolean
  isready boolean
  showcommitdate boolean
  showcondition boolean
  showstatus boolean
  objid text not null
  ambiguous text[]
  actualworkrequiredexpression text
  approvalprocessid text
  approversstring text
  assignedtoid text
  backlogparent text
  categoryid text
  color text
  commitdaterange text
  currentapprovalstepid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  firstresponse text
  groupid text
  id text
  iterationid text
  kanbanboardid text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedbyid text
  name text
  objcode text
  optasktype text
  optasktypelabel text
  ownerid text
  previousstatus text
  prioritycolor text
  projectid text
  queuedefid text
  queuetopicid text
  referenceobjcode text
  referenceobjid text
  rejectionissueid text
  resolutiontime text
  resolveoptaskid text
  resolveprojectid text
  resolvetaskid text
  resolvingobjcode text
  resolvingobjid text
  roleid text
  rootgroupid text
  securityrootid text
  securityrootobjcode text
  sourceobjcode text
  sourceobjid text
  sourcetaskid text
  status text
  statusupdate text
  submittedbyid text
  teamid text
  url text
  workflowautomationid text
  workrequiredexpression text
  actualcost numeric
  actualworkrequired numeric
  approvalplannedstartday numeric
  backlogorder numeric
  condition numeric
  durationminutes numeric
  estimate numeric
  numberofchildren numeric
  percentcomplete numeric
  planneddurationminutes numeric
  priority numeric
  projecteddurationminutes numeric
  referencenumber numeric
  remainingdurationminutes numeric
  severity numeric
  storyboardorder numeric
  storypoints numeric
  version numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  audittypes jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.optask_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
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
  autoclosuredate timestamp with time zone
  commitdate timestamp with time zone
  duedate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  deleted boolean not null
  canstart boolean
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  hasresolvables boolean
  hastimednotifications boolean
  iscomplete boolean
  ishelpdesk boolean
  isready boolean
  showcommitdate boolean
  showcondition boolean
  showstatus boolean
  objid text not null
  actualworkrequiredexpression text
  approvalprocessid text
  approversstring text
  assignedtoid text
  backlogparent text
  categoryid text
  color text
  commitdaterange text
  currentapprovalstepid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  firstresponse text
  groupid text
  id text
  iterationid text
  kanbanboardid text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedbyid text
  name text
  objcode text
  optasktype text
  optasktypelabel text
  ownerid text
  previousstatus text
  prioritycolor text
  projectid text
  queuedefid text
  queuetopicid text
  referenceobjcode text
  referenceobjid text
  rejectionissueid text
  resolutiontime text
  resolveoptaskid text
  resolveprojectid text
  resolvetaskid text
  resolvingobjcode text
  resolvingobjid text
  roleid text
  rootgroupid text
  securityrootid text
  securityrootobjcode text
  sourceobjcode text
  sourceobjid text
  sourcetaskid text
  status text
  statusupdate text
  submittedbyid text
  teamid text
  url text
  workflowautomationid text
  workrequiredexpression text
  actualcost numeric
  actualworkrequired numeric
  approvalplannedstartday numeric
  backlogorder numeric
  condition numeric
  durationminutes numeric
  estimate numeric
  numberofchildren numeric
  percentcomplete numeric
  planneddurationminutes numeric
  priority numeric
  projecteddurationminutes numeric
  referencenumber numeric
  remainingdurationminutes numeric
  severity numeric
  storyboardorder numeric
  storypoints numeric
  version numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  audittypes jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.parameter_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  isactive boolean
  isrequired boolean
  objid text not null
  ambiguous text[]
  customerid text
  description text
  enteredbyid text
  extrefid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.parameter_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  isactive boolean
  isrequired boolean
  objid text not null
  customerid text
  description text
  enteredbyid text
  extrefid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.parametergroup_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  lastupdatedate timestamp with time zone
  deleted boolean not null
  isdefault boolean
  objid text not null
  ambiguous text[]
  customerid text
  description text
  extrefid text
  lastupdatedbyid text
  name text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.parametergroup_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  lastupdatedate timestamp with time zone
  deleted boolean not null
  isdefault boolean
  objid text not null
  customerid text
  description text
  extrefid text
  lastupdatedbyid text
  name text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.parameteroption_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  isdefault boolean
  ishidden boolean
  objid text not null
  ambiguous text[]
  customerid text
  extrefid text
  parameterid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.parameteroption_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  isdefault boolean
  ishidden boolean
  objid text not null
  customerid text
  extrefid text
  parameterid text
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

table store_1.portalsection_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  lastupdatedate timestamp with time zone
  moddate timestamp with time zone
  deleted boolean not null
  isappglobalcopiable boolean
  isappglobaleditable boolean
  isnewformat boolean
  ispublic boolean
  isreport boolean
  isstandalone boolean
  showprompts boolean
  objid text not null
  ambiguous text[]
  appglobalid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  filterid text
  groupbyid text
  id text
  lastupdatedbyid text
  lastviewedbyid text
  name text
  objcode text
  objid_ text
  objobjcode text
  preferenceid text
  publicrunasuserid text
  reportfolderid text
  runasuserid text
  scheduledreportid text
  securityrootid text
  securityrootobjcode text
  uiobjcode text
  viewid text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.portalsection_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  lastupdatedate timestamp with time zone
  moddate timestamp with time zone
  deleted boolean not null
  isappglobalcopiable boolean
  isappglobaleditable boolean
  isnewformat boolean
  ispublic boolean
  isreport boolean
  isstandalone boolean
  showprompts boolean
  objid text not null
  appglobalid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  filterid text
  groupbyid text
  id text
  lastupdatedbyid text
  lastviewedbyid text
  name text
  objcode text
  objid_ text
  objobjcode text
  preferenceid text
  publicrunasuserid text
  reportfolderid text
  runasuserid text
  scheduledreportid text
  securityrootid text
  securityrootobjcode text
  uiobjcode text
  viewid text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.portalsectionlastviewer_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.portalsectionlastviewer_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.portalsectionstatisticinfo_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.portalsectionstatisticinfo_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.portaltab_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  lastupdatedate timestamp with time zone
  deleted boolean not null
  ispublic boolean
  objid text not null
  ambiguous text[]
  customerid text
  description text
  docid text
  extrefid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  portalprofileid text
  userid text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.portaltab_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  lastupdatedate timestamp with time zone
  deleted boolean not null
  ispublic boolean
  objid text not null
  customerid text
  description text
  docid text
  extrefid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  portalprofileid text
  userid text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.portaltabsection_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.portaltabsection_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.portfolio_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  isactive boolean
  objid text not null
  ambiguous text[]
  alignmentscorecardid text
  categoryid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.portfolio_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  isactive boolean
  objid text not null
  alignmentscorecardid text
  categoryid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.positions with (fillfactor=50)
  next bigint not null
  partition integer not null
  topic text not null
  lastdigest bytea
  newest timestamp with time zone

table store_1.predecessor_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  iscp boolean
  isenforced boolean
  objid text not null
  ambiguous text[]
  customerid text
  predecessorid text
  successorid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.predecessor_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  iscp boolean
  isenforced boolean
  objid text not null
  customerid text
  predecessorid text
  successorid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.program_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  objid text not null
  ambiguous text[]
  categoryid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  portfolioid text
  securityrootid text
  securityrootobjcode text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.program_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  objid text not null
  categoryid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  portfolioid text
  securityrootid text
  securityrootobjcode text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.project_now with (fillfactor=80, toast_tuple_target=4080)
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
  convertedoptaskentrydate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  financelastupdatedate timestamp with time zone
  fixedenddate timestamp with time zone
  fixedstartdate timestamp with time zone
  lastcalcdate timestamp with time zone
  lastupdatedate timestamp with time zone
  lucidmigrationdate timestamp with time zone
  nextautobaselinedate timestamp with time zone
  pendingcalculation timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  syncburndowndate timestamp with time zone
  budgetedcompletiondate date
  budgetedstartdate date
  deleted boolean not null
  enableautobaselines boolean
  filterhourtypes boolean
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
  personal boolean
  selectedonportfoliooptimizer boolean
  showcondition boolean
  showstatus boolean
  objid text not null
  ambiguous text[]
  actualdurationexpression text
  actualworkrequiredexpression text
  aemnativefoldertreesrefid text
  alignmentscorecardid text
  approvalprocessid text
  approversstring text
  attachedratecard_sourceid text
  attachedratecardid text
  autobaselinerecurrencetype text
  businesscasestatuslabel text
  categoryid text
  companyid text
  completiontype text
  condition text
  conditiontype text
  convertedoptaskid text
  convertedoptaskname text
  convertedoptaskoriginatorid text
  currency text
  currentapprovalstepid text
  customerid text
  deliverablescorecardid text
  description text
  durationexpression text
  eaccalculationmethod text
  enteredbyid text
  extrefid text
  groupid text
  id text
  issueworkflowautomationid text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedbyid text
  levelingmode text
  milestonepathid text
  name text
  objcode text
  ownerid text
  performanceindexmethod text
  popaccountid text
  portfolioid text
  previousstatus text
  privateratecardid text
  programid text
  queuedefid text
  rejectionissueid text
  resourcepoolid text
  rootgroupid text
  scheduleid text
  schedulemode text
  sponsorid text
  status text
  statusupdate text
  submittedbyid text
  summarycompletiontype text
  taskworkflowautomationid text
  teamid text
  templateid text
  updatetype text
  url text
  workflowautomationid text
  workrequiredexpression text
  actualbenefit numeric
  actualcost numeric
  actualdurationminutes numeric
  actualexpensecost numeric
  actuallaborcost numeric
  actualrevenue numeric
  actualriskcost numeric
  actualvalue numeric
  actualworkrequired numeric
  alignment numeric
  allapprovedhours numeric
  allunapprovedhours numeric
  approvalplannedstartday numeric
  autobaselinerecuron numeric
  bcwp numeric
  billedrevenue numeric
  budget numeric
  budgetedcost numeric
  budgetedhours numeric
  budgetedlaborcost numeric
  budgetstatus numeric
  completedhours numeric
  cpi numeric
  deliverablesuccessscore numeric
  deliverablesuccessscoreratio numeric
  displayorder numeric
  durationminutes numeric
  eac numeric
  fixedcost numeric
  fixedrevenue numeric
  numberopenoptasks numeric
  optimizationscore numeric
  originalworkrequired numeric
  percentcomplete numeric
  plannedbenefit numeric
  plannedcost numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedriskcost numeric
  plannedvalue numeric
  portfoliopriority numeric
  priority numeric
  projectbudgetedcost numeric
  projectnetvalue numeric
  projectroi numeric
  referencenumber numeric
  remainingcost numeric
  remainingrevenue numeric
  remainingriskcost numeric
  resourceplannerbudgetedlaborcost numeric
  risk numeric
  riskperformanceindex numeric
  roi numeric
  totalhours numeric
  totaloptaskcount numeric
  totaltaskcount numeric
  version numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  audittypes jsonb
  bccompletionstate jsonb
  ownerprivileges jsonb
  pendingupdatemethods jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.project_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
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
  convertedoptaskentrydate timestamp with time zone
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  financelastupdatedate timestamp with time zone
  fixedenddate timestamp with time zone
  fixedstartdate timestamp with time zone
  lastcalcdate timestamp with time zone
  lastupdatedate timestamp with time zone
  lucidmigrationdate timestamp with time zone
  nextautobaselinedate timestamp with time zone
  pendingcalculation timestamp with time zone
  plannedcompletiondate timestamp with time zone
  plannedstartdate timestamp with time zone
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  syncburndowndate timestamp with time zone
  budgetedcompletiondate date
  budgetedstartdate date
  deleted boolean not null
  enableautobaselines boolean
  filterhourtypes boolean
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
  personal boolean
  selectedonportfoliooptimizer boolean
  showcondition boolean
  showstatus boolean
  objid text not null
  actualdurationexpression text
  actualworkrequiredexpression text
  aemnativefoldertreesrefid text
  alignmentscorecardid text
  approvalprocessid text
  approversstring text
  attachedratecard_sourceid text
  attachedratecardid text
  autobaselinerecurrencetype text
  businesscasestatuslabel text
  categoryid text
  companyid text
  completiontype text
  condition text
  conditiontype text
  convertedoptaskid text
  convertedoptaskname text
  convertedoptaskoriginatorid text
  currency text
  currentapprovalstepid text
  customerid text
  deliverablescorecardid text
  description text
  durationexpression text
  eaccalculationmethod text
  enteredbyid text
  extrefid text
  groupid text
  id text
  issueworkflowautomationid text
  lastconditionnoteid text
  lastnoteid text
  lastupdatedbyid text
  levelingmode text
  milestonepathid text
  name text
  objcode text
  ownerid text
  performanceindexmethod text
  popaccountid text
  portfolioid text
  previousstatus text
  privateratecardid text
  programid text
  queuedefid text
  rejectionissueid text
  resourcepoolid text
  rootgroupid text
  scheduleid text
  schedulemode text
  sponsorid text
  status text
  statusupdate text
  submittedbyid text
  summarycompletiontype text
  taskworkflowautomationid text
  teamid text
  templateid text
  updatetype text
  url text
  workflowautomationid text
  workrequiredexpression text
  actualbenefit numeric
  actualcost numeric
  actualdurationminutes numeric
  actualexpensecost numeric
  actuallaborcost numeric
  actualrevenue numeric
  actualriskcost numeric
  actualvalue numeric
  actualworkrequired numeric
  alignment numeric
  allapprovedhours numeric
  allunapprovedhours numeric
  approvalplannedstartday numeric
  autobaselinerecuron numeric
  bcwp numeric
  billedrevenue numeric
  budget numeric
  budgetedcost numeric
  budgetedhours numeric
  budgetedlaborcost numeric
  budgetstatus numeric
  completedhours numeric
  cpi numeric
  deliverablesuccessscore numeric
  deliverablesuccessscoreratio numeric
  displayorder numeric
  durationminutes numeric
  eac numeric
  fixedcost numeric
  fixedrevenue numeric
  numberopenoptasks numeric
  optimizationscore numeric
  originalworkrequired numeric
  percentcomplete numeric
  plannedbenefit numeric
  plannedcost numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedriskcost numeric
  plannedvalue numeric
  portfoliopriority numeric
  priority numeric
  projectbudgetedcost numeric
  projectnetvalue numeric
  projectroi numeric
  referencenumber numeric
  remainingcost numeric
  remainingrevenue numeric
  remainingriskcost numeric
  resourceplannerbudgetedlaborcost numeric
  risk numeric
  riskperformanceindex numeric
  roi numeric
  totalhours numeric
  totaloptaskcount numeric
  totaltaskcount numeric
  version numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  audittypes jsonb
  bccompletionstate jsonb
  ownerprivileges jsonb
  pendingupdatemethods jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.projectuser_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.projectuser_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.projectuserrole_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.projectuserrole_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.proofapproval_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  proofcreationdate timestamp with time zone
  deleted boolean not null
  isawaitingdecision boolean
  objid text not null
  ambiguous text[]
  approverid text
  customerid text
  documentid text
  documentversionid text
  id text
  objcode text
  requesterid text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.proofapproval_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  proofcreationdate timestamp with time zone
  deleted boolean not null
  isawaitingdecision boolean
  objid text not null
  approverid text
  customerid text
  documentid text
  documentversionid text
  id text
  objcode text
  requesterid text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.rate_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  companyid text
  customerid text
  extrefid text
  projectid text
  roleid text
  securityrootid text
  securityrootobjcode text
  templateid text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.rate_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  companyid text
  customerid text
  extrefid text
  projectid text
  roleid text
  securityrootid text
  securityrootobjcode text
  templateid text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.record_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  createdat timestamp with time zone
  updatedat timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  customerid text
  id text
  objcode text
  recordtypeid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.record_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  createdat timestamp with time zone
  updatedat timestamp with time zone
  deleted boolean not null
  objid text not null
  customerid text
  id text
  objcode text
  recordtypeid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.recordtype_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  createdat timestamp with time zone
  updatedat timestamp with time zone
  deleted boolean not null
  isexternal boolean
  istaxonomy boolean
  objid text not null
  ambiguous text[]
  color text
  customerid text
  description text
  displayname text
  icon text
  id text
  objcode text
  primaryfieldid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.recordtype_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  createdat timestamp with time zone
  updatedat timestamp with time zone
  deleted boolean not null
  isexternal boolean
  istaxonomy boolean
  objid text not null
  color text
  customerid text
  description text
  displayname text
  icon text
  id text
  objcode text
  primaryfieldid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.reportablebudgetedhour_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.reportablebudgetedhour_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.reportfolder_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.reportfolder_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.reservedtime_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  enddate timestamp with time zone
  startdate timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  customerid text
  taskid text
  userid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.reservedtime_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  enddate timestamp with time zone
  startdate timestamp with time zone
  deleted boolean not null
  objid text not null
  customerid text
  taskid text
  userid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.resourcemanager_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.resourcemanager_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.richtextnote_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.richtextnote_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.richtextparametervalue_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.richtextparametervalue_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.risk_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  customerid text
  description text
  extrefid text
  projectid text
  risktypeid text
  securityrootid text
  securityrootobjcode text
  status text
  templateid text
  actualcost numeric
  mitigationcost numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.risk_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  customerid text
  description text
  extrefid text
  projectid text
  risktypeid text
  securityrootid text
  securityrootobjcode text
  status text
  templateid text
  actualcost numeric
  mitigationcost numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.risktype_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.risktype_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.role_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  customerid text
  description text
  enteredbyid text
  extrefid text
  layouttemplateid text
  name text
  billingperhour numeric
  costperhour numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.role_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  deleted boolean not null
  objid text not null
  customerid text
  description text
  enteredbyid text
  extrefid text
  layouttemplateid text
  name text
  billingperhour numeric
  costperhour numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.rsrcpool_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.rsrcpool_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.schedule_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  deleted boolean not null
  hasnonworkdays boolean
  isdefault boolean
  objid text not null
  ambiguous text[]
  customerid text
  enteredbyid text
  extrefid text
  groupid text
  name text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.schedule_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  deleted boolean not null
  hasnonworkdays boolean
  isdefault boolean
  objid text not null
  customerid text
  enteredbyid text
  extrefid text
  groupid text
  name text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.scorecard_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  ispublic boolean
  objid text not null
  ambiguous text[]
  customerid text
  description text
  enteredbyid text
  extrefid text
  lastupdatedbyid text
  name text
  objid_ text
  objobjcode text
  projectid text
  securityrootid text
  securityrootobjcode text
  templateid text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.scorecard_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  ispublic boolean
  objid text not null
  customerid text
  description text
  enteredbyid text
  extrefid text
  lastupdatedbyid text
  name text
  objid_ text
  objobjcode text
  projectid text
  securityrootid text
  securityrootobjcode text
  templateid text
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.searchevent_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.searchevent_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.staffingplan_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  enddate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  startdate timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  attachedratecard_sourceid text
  attachedratecardid text
  categoryid text
  companyid text
  customerid text
  description text
  enteredbyid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  privateratecardid text
  availableestimatedhours numeric
  referencenumber numeric
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.staffingplan_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  enddate timestamp with time zone
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  startdate timestamp with time zone
  deleted boolean not null
  objid text not null
  attachedratecard_sourceid text
  attachedratecardid text
  categoryid text
  companyid text
  customerid text
  description text
  enteredbyid text
  groupid text
  id text
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  privateratecardid text
  availableestimatedhours numeric
  referencenumber numeric
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.staffingplanparametervalue_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  dateval timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  customerid text
  id text
  objcode text
  objid_ text
  objobjcode text
  parameterid text
  richtextid text
  textval text
  numberval numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.staffingplanparametervalue_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  dateval timestamp with time zone
  deleted boolean not null
  objid text not null
  customerid text
  id text
  objcode text
  objid_ text
  objobjcode text
  parameterid text
  richtextid text
  textval text
  numberval numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.staffingplanresource_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  assignedbyid text
  assignedtoid text
  categoryid text
  customerid text
  id text
  lastupdatedbyid text
  objcode text
  roleid text
  staffingplanid text
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.staffingplanresource_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  objid text not null
  assignedbyid text
  assignedtoid text
  categoryid text
  customerid text
  id text
  lastupdatedbyid text
  objcode text
  roleid text
  staffingplanid text
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.staffingplanresourceattributevalue_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  attributeattachableid text
  attributevaluesetid text
  customerid text
  id text
  objcode text
  rateattributeid text
  refclassifierid text
  refcompanyid text
  refgroupid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.staffingplanresourceattributevalue_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  attributeattachableid text
  attributevaluesetid text
  customerid text
  id text
  objcode text
  rateattributeid text
  refclassifierid text
  refcompanyid text
  refgroupid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.staffingplanresourceattributevalueset_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  attributeattachableid text
  customerid text
  id text
  objcode text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.staffingplanresourceattributevalueset_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  attributeattachableid text
  customerid text
  id text
  objcode text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.staffingplanresourceparametervalue_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  dateval timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  customerid text
  id text
  objcode text
  objid_ text
  objobjcode text
  parameterid text
  richtextid text
  textval text
  numberval numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.staffingplanresourceparametervalue_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  dateval timestamp with time zone
  deleted boolean not null
  objid text not null
  customerid text
  id text
  objcode text
  objid_ text
  objobjcode text
  parameterid text
  richtextid text
  textval text
  numberval numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.stepapprover_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.stepapprover_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

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

table store_1.team_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  isagile boolean
  isstandardissuelist boolean
  objid text not null
  ambiguous text[]
  customerid text
  description text
  layouttemplateid text
  myworkviewid text
  name text
  ownerid text
  requestsviewid text
  scheduleid text
  estimatebyhours numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.team_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  isagile boolean
  isstandardissuelist boolean
  objid text not null
  customerid text
  description text
  layouttemplateid text
  myworkviewid text
  name text
  ownerid text
  requestsviewid text
  scheduleid text
  estimatebyhours numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.teammember_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  hasassignpermissions boolean
  objid text not null
  ambiguous text[]
  customerid text
  teamid text
  userid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.teammember_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  hasassignpermissions boolean
  objid text not null
  customerid text
  teamid text
  userid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.template_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  autobaselinerecuron boolean
  autobaselinerecurrencetype boolean
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  objid text not null
  ambiguous text[]
  approvalprocessid text
  categoryid text
  companyid text
  customerid text
  deliverablescorecardid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  issueworkflowautomationid text
  lastnoteid text
  lastupdatedbyid text
  milestonepathid text
  name text
  objcode text
  ownerid text
  portfolioid text
  programid text
  queuedefid text
  scheduleid text
  sponsorid text
  taskworkflowautomationid text
  teamid text
  workflowautomationid text
  durationminutes numeric
  fixedcost numeric
  fixedrevenue numeric
  plannedcost numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedriskcost numeric
  priority numeric
  referencenumber numeric
  version numeric
  workrequired numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.template_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  autobaselinerecuron boolean
  autobaselinerecurrencetype boolean
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  objid text not null
  approvalprocessid text
  categoryid text
  companyid text
  customerid text
  deliverablescorecardid text
  description text
  enteredbyid text
  extrefid text
  groupid text
  id text
  issueworkflowautomationid text
  lastnoteid text
  lastupdatedbyid text
  milestonepathid text
  name text
  objcode text
  ownerid text
  portfolioid text
  programid text
  queuedefid text
  scheduleid text
  sponsorid text
  taskworkflowautomationid text
  teamid text
  workflowautomationid text
  durationminutes numeric
  fixedcost numeric
  fixedrevenue numeric
  plannedcost numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedriskcost numeric
  priority numeric
  referencenumber numeric
  version numeric
  workrequired numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.templateassignment_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  isprimary boolean
  isteamassignment boolean
  objid text not null
  ambiguous text[]
  assignedtoid text
  customerid text
  mastertaskid text
  objid_ text
  objobjcode text
  roleid text
  teamid text
  templateid text
  templatetaskid text
  assignmentpercent numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.templateassignment_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  isprimary boolean
  isteamassignment boolean
  objid text not null
  assignedtoid text
  customerid text
  mastertaskid text
  objid_ text
  objobjcode text
  roleid text
  teamid text
  templateid text
  templatetaskid text
  assignmentpercent numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.templatepredecessor_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  isenforced boolean
  objid text not null
  ambiguous text[]
  customerid text
  predecessorid text
  successorid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.templatepredecessor_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  isenforced boolean
  objid text not null
  customerid text
  predecessorid text
  successorid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.templatetask_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isworkrequiredlocked boolean
  objid text not null
  ambiguous text[]
  approvalprocessid text
  assignedtoid text
  categoryid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  lastnoteid text
  lastupdatedbyid text
  mastertaskid text
  milestoneid text
  name text
  parentid text
  recurrenceruleid text
  roleid text
  teamid text
  templateid text
  billingamount numeric
  costamount numeric
  durationminutes numeric
  levelingstartdelayminutes numeric
  plannedcost numeric
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  priority numeric
  referencenumber numeric
  tasknumber numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.templatetask_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  deleted boolean not null
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isworkrequiredlocked boolean
  objid text not null
  approvalprocessid text
  assignedtoid text
  categoryid text
  customerid text
  description text
  enteredbyid text
  extrefid text
  lastnoteid text
  lastupdatedbyid text
  mastertaskid text
  milestoneid text
  name text
  parentid text
  recurrenceruleid text
  roleid text
  teamid text
  templateid text
  billingamount numeric
  costamount numeric
  durationminutes numeric
  levelingstartdelayminutes numeric
  plannedcost numeric
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  priority numeric
  referencenumber numeric
  tasknumber numeric
  work numeric
  workrequired numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.timesheet_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  enddate timestamp with time zone
  lastupdatedate timestamp with time zone
  startdate timestamp with time zone
  deleted boolean not null
  hasnotes boolean
  iseditable boolean
  objid text not null
  ambiguous text[]
  approverid text
  customerid text
  displayname text
  extrefid text
  id text
  lastnoteid text
  lastupdatedbyid text
  objcode text
  status text
  timesheetprofileid text
  userid text
  approvercanedithours numeric
  overtimehours numeric
  regularhours numeric
  totalhours numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.timesheet_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  enddate timestamp with time zone
  lastupdatedate timestamp with time zone
  startdate timestamp with time zone
  deleted boolean not null
  hasnotes boolean
  iseditable boolean
  objid text not null
  approverid text
  customerid text
  displayname text
  extrefid text
  id text
  lastnoteid text
  lastupdatedbyid text
  objcode text
  status text
  timesheetprofileid text
  userid text
  approvercanedithours numeric
  overtimehours numeric
  regularhours numeric
  totalhours numeric
  known bytea not null
  custom jsonb
  other jsonb

table store_1.timesheetprofile_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.timesheetprofile_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.uifilter_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.uifilter_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.uigroupby_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.uigroupby_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.uitemplate_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.uitemplate_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.uiview_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.uiview_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.update_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.update_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.user_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  actualdeactivationdate timestamp with time zone
  apikeycreatedate timestamp with time zone
  avatardate timestamp with time zone
  entrydate timestamp with time zone
  lastlogindate timestamp with time zone
  lastupdatedate timestamp with time zone
  passworddate timestamp with time zone
  registrationexpiredate timestamp with time zone
  resetpasswordexpiredate timestamp with time zone
  scheduleddeactivationdate timestamp with time zone
  deleted boolean not null
  hasapiaccess boolean
  hasdocuments boolean
  hasnotes boolean
  haspassword boolean
  hasprooflicense boolean
  hasreservedtimes boolean
  isactive boolean
  isadmin boolean
  isboxauthenticated boolean
  isdropboxauthenticated boolean
  isgoogleauthenticated boolean
  issharepointauthenticated boolean
  iswebdamauthenticated boolean
  isworkfrontdamauthenticated boolean
  logtimeindays boolean
  ssoaccessonly boolean
  objid text not null
  ambiguous text[]
  accesslevelid text
  address text
  address2 text
  alignaccesstype text
  avatardownloadurl text
  categoryid text
  city text
  companyid text
  country text
  customerid text
  defaulthourtypeid text
  delegationtoid text
  eauthuserid text
  emailaddr text
  enteredbyid text
  extrefid text
  firstname text
  homegroupid text
  hometeamid text
  id text
  lastenterednoteid text
  lastname text
  lastnoteid text
  lastupdatedbyid text
  latestupdatenoteid text
  layouttemplateid text
  licensetype text
  locale text
  managerid text
  mobilephonenumber text
  myinfo text
  name text
  objcode text
  password text
  persona text
  phoneextension text
  phonenumber text
  portalprofileid text
  postalcode text
  resourcepoolid text
  roleid text
  scheduleid text
  ssousername text
  state text
  statusupdate text
  timesheetprofileid text
  timezone text
  title text
  uitemplateid text
  username text
  uumuserid text
  avatarsize numeric
  avatarx numeric
  avatary numeric
  billingperhour numeric
  costperhour numeric
  defaultinterface numeric
  fte numeric
  logincount numeric
  workhoursperday numeric
  webdavprofile jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.user_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  actualdeactivationdate timestamp with time zone
  apikeycreatedate timestamp with time zone
  avatardate timestamp with time zone
  entrydate timestamp with time zone
  lastlogindate timestamp with time zone
  lastupdatedate timestamp with time zone
  passworddate timestamp with time zone
  registrationexpiredate timestamp with time zone
  resetpasswordexpiredate timestamp with time zone
  scheduleddeactivationdate timestamp with time zone
  deleted boolean not null
  hasapiaccess boolean
  hasdocuments boolean
  hasnotes boolean
  haspassword boolean
  hasprooflicense boolean
  hasreservedtimes boolean
  isactive boolean
  isadmin boolean
  isboxauthenticated boolean
  isdropboxauthenticated boolean
  isgoogleauthenticated boolean
  issharepointauthenticated boolean
  iswebdamauthenticated boolean
  isworkfrontdamauthenticated boolean
  logtimeindays boolean
  ssoaccessonly boolean
  objid text not null
  accesslevelid text
  address text
  address2 text
  alignaccesstype text
  avatardownloadurl text
  categoryid text
  city text
  companyid text
  country text
  customerid text
  defaulthourtypeid text
  delegationtoid text
  eauthuserid text
  emailaddr text
  enteredbyid text
  extrefid text
  firstname text
  homegroupid text
  hometeamid text
  id text
  lastenterednoteid text
  lastname text
  lastnoteid text
  lastupdatedbyid text
  latestupdatenoteid text
  layouttemplateid text
  licensetype text
  locale text
  managerid text
  mobilephonenumber text
  myinfo text
  name text
  objcode text
  password text
  persona text
  phoneextension text
  phonenumber text
  portalprofileid text
  postalcode text
  resourcepoolid text
  roleid text
  scheduleid text
  ssousername text
  state text
  statusupdate text
  timesheetprofileid text
  timezone text
  title text
  uitemplateid text
  username text
  uumuserid text
  avatarsize numeric
  avatarx numeric
  avatary numeric
  billingperhour numeric
  costperhour numeric
  defaultinterface numeric
  fte numeric
  logincount numeric
  workhoursperday numeric
  webdavprofile jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.userdelegation_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.userdelegation_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.usergroups_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  isowner boolean
  objid text not null
  ambiguous text[]
  customerid text
  groupid text
  userid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.usergroups_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  isowner boolean
  objid text not null
  customerid text
  groupid text
  userid text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.usernote_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.usernote_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.userobjectpref_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.userobjectpref_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.userprefvalue_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.userprefvalue_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.userrole_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.userrole_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.work_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  deleted boolean not null
  objid text not null
  ambiguous text[]
  known bytea not null
  custom jsonb
  other jsonb

table store_1.work_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  deleted boolean not null
  objid text not null
  known bytea not null
  custom jsonb
  other jsonb

table store_1.workitem_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  donedate timestamp with time zone
  lastvieweddate timestamp with time zone
  referenceobjectcommitdate timestamp with time zone
  snoozedate timestamp with time zone
  deleted boolean not null
  isdead boolean
  isdone boolean
  objid text not null
  ambiguous text[]
  assignmentid text
  customerid text
  extrefid text
  objid_ text
  objobjcode text
  optaskid text
  projectid text
  securityrootid text
  securityrootobjcode text
  taskid text
  userid text
  priority numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.workitem_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  donedate timestamp with time zone
  lastvieweddate timestamp with time zone
  referenceobjectcommitdate timestamp with time zone
  snoozedate timestamp with time zone
  deleted boolean not null
  isdead boolean
  isdone boolean
  objid text not null
  assignmentid text
  customerid text
  extrefid text
  objid_ text
  objobjcode text
  optaskid text
  projectid text
  securityrootid text
  securityrootobjcode text
  taskid text
  userid text
  priority numeric
  accessorids jsonb
  known bytea not null
  custom jsonb
  other jsonb

table store_1.workspace_now with (fillfactor=80, toast_tuple_target=4080)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  lastuntil timestamp with time zone not null
  createdat timestamp with time zone
  updatedat timestamp with time zone
  deleted boolean not null
  objid text not null
  ambiguous text[]
  color text
  customerid text
  icon text
  id text
  name text
  objcode text
  known bytea not null
  custom jsonb
  other jsonb

table store_1.workspace_past with (toast_tuple_target=4080, autovacuum_vacuum_insert_scale_factor=0.2)
  began timestamp with time zone not null
  observedat timestamp with time zone not null
  ended timestamp with time zone not null
  createdat timestamp with time zone
  updatedat timestamp with time zone
  deleted boolean not null
  objid text not null
  color text
  customerid text
  icon text
  id text
  name text
  objcode text
  known bytea not null
  custom jsonb
  other jsonb

view workfront.accesslevels_as_of
  accesslevelid text
  accessrestrictions text
  appglobalid text
  customerid text
  description text
  descriptionkey text
  displayaccesstype text
  extrefid text
  fieldaccessprivileges text
  isadmin boolean
  isunsupportedworkerlicense boolean
  lastupdatedbyid text
  lastupdateddate timestamp with time zone
  legacyaccesslevelid text
  licensetype text
  name text
  namekey text
  objid text
  objobjcode text
  rank text
  securitymodeltype text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.accesslevels_current
  accesslevelid text
  accessrestrictions text
  appglobalid text
  customerid text
  description text
  descriptionkey text
  displayaccesstype text
  extrefid text
  fieldaccessprivileges text
  isadmin boolean
  isunsupportedworkerlicense boolean
  lastupdatedbyid text
  lastupdateddate timestamp with time zone
  legacyaccesslevelid text
  licensetype text
  name text
  namekey text
  objid text
  objobjcode text
  rank text
  securitymodeltype text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.accesslevels_daily_history
  accesslevelid text
  accessrestrictions text
  appglobalid text
  customerid text
  description text
  descriptionkey text
  displayaccesstype text
  extrefid text
  fieldaccessprivileges text
  isadmin boolean
  isunsupportedworkerlicense boolean
  lastupdatedbyid text
  lastupdateddate timestamp with time zone
  legacyaccesslevelid text
  licensetype text
  name text
  namekey text
  objid text
  objobjcode text
  rank text
  securitymodeltype text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.accesslevels_event
  accesslevelid text
  accessrestrictions text
  appglobalid text
  customerid text
  description text
  descriptionkey text
  displayaccesstype text
  extrefid text
  fieldaccessprivileges text
  isadmin boolean
  isunsupportedworkerlicense boolean
  lastupdatedbyid text
  lastupdateddate timestamp with time zone
  legacyaccesslevelid text
  licensetype text
  name text
  namekey text
  objid text
  objobjcode text
  rank text
  securitymodeltype text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.accessrequests_as_of
  accessrequestid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.accessrequests_current
  accessrequestid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.accessrequests_daily_history
  accessrequestid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.accessrequests_event
  accessrequestid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.accessrules_as_of
  accessruleid text
  accessorid text
  accessorobjcode text
  ancestorid text
  ancestorobjcode text
  coreaction text
  customerid text
  forbiddenactions text
  isinherited boolean
  lastupdatedbyid text
  secondaryactions text
  securityobjcode text
  securityobjid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.accessrules_current
  accessruleid text
  accessorid text
  accessorobjcode text
  ancestorid text
  ancestorobjcode text
  coreaction text
  customerid text
  forbiddenactions text
  isinherited boolean
  lastupdatedbyid text
  secondaryactions text
  securityobjcode text
  securityobjid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.accessrules_daily_history
  accessruleid text
  accessorid text
  accessorobjcode text
  ancestorid text
  ancestorobjcode text
  coreaction text
  customerid text
  forbiddenactions text
  isinherited boolean
  lastupdatedbyid text
  secondaryactions text
  securityobjcode text
  securityobjid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.accessrules_event
  accessruleid text
  accessorid text
  accessorobjcode text
  ancestorid text
  ancestorobjcode text
  coreaction text
  customerid text
  forbiddenactions text
  isinherited boolean
  lastupdatedbyid text
  secondaryactions text
  securityobjcode text
  securityobjid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.acknowledgements_as_of
  acknowledgementid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.acknowledgements_current
  acknowledgementid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.acknowledgements_daily_history
  acknowledgementid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.acknowledgements_event
  acknowledgementid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.announcements_as_of
  announcementid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.announcements_current
  announcementid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.announcements_daily_history
  announcementid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.announcements_event
  announcementid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approval_as_of
  approvalid text
  assetid text
  createdat timestamp with time zone
  creatorid text
  customerid text
  islocked boolean
  objcode text
  objid text
  realcreatorid text
  status text
  updatedat timestamp with time zone
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approval_current
  approvalid text
  assetid text
  createdat timestamp with time zone
  creatorid text
  customerid text
  islocked boolean
  objcode text
  objid text
  realcreatorid text
  status text
  updatedat timestamp with time zone
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.approval_daily_history
  approvalid text
  assetid text
  createdat timestamp with time zone
  creatorid text
  customerid text
  islocked boolean
  objcode text
  objid text
  realcreatorid text
  status text
  updatedat timestamp with time zone
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.approval_event
  approvalid text
  assetid text
  createdat timestamp with time zone
  creatorid text
  customerid text
  islocked boolean
  objcode text
  objid text
  realcreatorid text
  status text
  updatedat timestamp with time zone
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approval_stage_as_of
  approvalstageid text
  approvalid text
  createdat timestamp with time zone
  creatorid text
  customerid text
  deadlinedate timestamp with time zone
  islocked boolean
  name text
  objcode text
  objid text
  status text
  updatedat timestamp with time zone
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approval_stage_current
  approvalstageid text
  approvalid text
  createdat timestamp with time zone
  creatorid text
  customerid text
  deadlinedate timestamp with time zone
  islocked boolean
  name text
  objcode text
  objid text
  status text
  updatedat timestamp with time zone
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.approval_stage_daily_history
  approvalstageid text
  approvalid text
  createdat timestamp with time zone
  creatorid text
  customerid text
  deadlinedate timestamp with time zone
  islocked boolean
  name text
  objcode text
  objid text
  status text
  updatedat timestamp with time zone
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.approval_stage_event
  approvalstageid text
  approvalid text
  createdat timestamp with time zone
  creatorid text
  customerid text
  deadlinedate timestamp with time zone
  islocked boolean
  name text
  objcode text
  objid text
  status text
  updatedat timestamp with time zone
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approval_stage_participant_as_of
  approvalstageparticipantid text
  approvalid text
  assetid text
  createdat timestamp with time zone
  customerid text
  deadlinedate timestamp with time zone
  decision text
  decisiondate timestamp with time zone
  decisionuserid text
  objcode text
  objid text
  participantid text
  participantmetadata text
  participantrole text
  participanttype text
  realrequestorid text
  realuserid text
  requesterid text
  requestorid text
  stageid text
  status text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approval_stage_participant_current
  approvalstageparticipantid text
  approvalid text
  assetid text
  createdat timestamp with time zone
  customerid text
  deadlinedate timestamp with time zone
  decision text
  decisiondate timestamp with time zone
  decisionuserid text
  objcode text
  objid text
  participantid text
  participantmetadata text
  participantrole text
  participanttype text
  realrequestorid text
  realuserid text
  requesterid text
  requestorid text
  stageid text
  status text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.approval_stage_participant_daily_history
  approvalstageparticipantid text
  approvalid text
  assetid text
  createdat timestamp with time zone
  customerid text
  deadlinedate timestamp with time zone
  decision text
  decisiondate timestamp with time zone
  decisionuserid text
  objcode text
  objid text
  participantid text
  participantmetadata text
  participantrole text
  participanttype text
  realrequestorid text
  realuserid text
  requesterid text
  requestorid text
  stageid text
  status text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.approval_stage_participant_event
  approvalstageparticipantid text
  approvalid text
  assetid text
  createdat timestamp with time zone
  customerid text
  deadlinedate timestamp with time zone
  decision text
  decisiondate timestamp with time zone
  decisionuserid text
  objcode text
  objid text
  participantid text
  participantmetadata text
  participantrole text
  participanttype text
  realrequestorid text
  realuserid text
  requesterid text
  requestorid text
  stageid text
  status text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approvalpaths_as_of
  approvalpathid text
  approvalprocessid text
  customerid text
  durationminutes numeric
  durationunit text
  enteredbyid text
  lastupdatedbyid text
  rejectedstatus text
  rejectedstatuslabel text
  shouldcreateissue boolean
  targetstatus text
  targetstatuslabel text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approvalpaths_current
  approvalpathid text
  approvalprocessid text
  customerid text
  durationminutes numeric
  durationunit text
  enteredbyid text
  lastupdatedbyid text
  rejectedstatus text
  rejectedstatuslabel text
  shouldcreateissue boolean
  targetstatus text
  targetstatuslabel text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.approvalpaths_daily_history
  approvalpathid text
  approvalprocessid text
  customerid text
  durationminutes numeric
  durationunit text
  enteredbyid text
  lastupdatedbyid text
  rejectedstatus text
  rejectedstatuslabel text
  shouldcreateissue boolean
  targetstatus text
  targetstatuslabel text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.approvalpaths_event
  approvalpathid text
  approvalprocessid text
  customerid text
  durationminutes numeric
  durationunit text
  enteredbyid text
  lastupdatedbyid text
  rejectedstatus text
  rejectedstatuslabel text
  shouldcreateissue boolean
  targetstatus text
  targetstatuslabel text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approvalprocesses_as_of
  approvalprocessid text
  accessorids jsonb
  approvalobjcode text
  approvalstatuses text
  customerid text
  description text
  durationminutes numeric
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  isprivate boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  securityrootid text
  securityrootobjcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approvalprocesses_current
  approvalprocessid text
  accessorids jsonb
  approvalobjcode text
  approvalstatuses text
  customerid text
  description text
  durationminutes numeric
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  isprivate boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  securityrootid text
  securityrootobjcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.approvalprocesses_daily_history
  approvalprocessid text
  accessorids jsonb
  approvalobjcode text
  approvalstatuses text
  customerid text
  description text
  durationminutes numeric
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  isprivate boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  securityrootid text
  securityrootobjcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.approvalprocesses_event
  approvalprocessid text
  accessorids jsonb
  approvalobjcode text
  approvalstatuses text
  customerid text
  description text
  durationminutes numeric
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  isprivate boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  securityrootid text
  securityrootobjcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approvals_as_of
  approvalid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approvals_current
  approvalid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.approvals_daily_history
  approvalid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.approvals_event
  approvalid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approvalsteps_as_of
  approvalstepid text
  approvalpathid text
  approvaltype text
  customerid text
  name text
  sequencenumber text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approvalsteps_current
  approvalstepid text
  approvalpathid text
  approvaltype text
  customerid text
  name text
  sequencenumber text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.approvalsteps_daily_history
  approvalstepid text
  approvalpathid text
  approvaltype text
  customerid text
  name text
  sequencenumber text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.approvalsteps_event
  approvalstepid text
  approvalpathid text
  approvaltype text
  customerid text
  name text
  sequencenumber text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approverstatuses_as_of
  approverstatusid text
  approvableobjcode text
  approvableobjid text
  approvalstepid text
  approvedbyid text
  customerid text
  delegateuserid text
  isoverridden boolean
  lastupdatedbyid text
  optaskid text
  overriddenuserid text
  projectid text
  status text
  stepapproverid text
  taskid text
  wildcarduserid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.approverstatuses_current
  approverstatusid text
  approvableobjcode text
  approvableobjid text
  approvalstepid text
  approvedbyid text
  customerid text
  delegateuserid text
  isoverridden boolean
  lastupdatedbyid text
  optaskid text
  overriddenuserid text
  projectid text
  status text
  stepapproverid text
  taskid text
  wildcarduserid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.approverstatuses_daily_history
  approverstatusid text
  approvableobjcode text
  approvableobjid text
  approvalstepid text
  approvedbyid text
  customerid text
  delegateuserid text
  isoverridden boolean
  lastupdatedbyid text
  optaskid text
  overriddenuserid text
  projectid text
  status text
  stepapproverid text
  taskid text
  wildcarduserid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.approverstatuses_event
  approverstatusid text
  approvableobjcode text
  approvableobjid text
  approvalstepid text
  approvedbyid text
  customerid text
  delegateuserid text
  isoverridden boolean
  lastupdatedbyid text
  optaskid text
  overriddenuserid text
  projectid text
  status text
  stepapproverid text
  taskid text
  wildcarduserid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.assignments_as_of
  assignmentid text
  accessorids jsonb
  actualworkcompleted text
  actualworkperdaystartdate timestamp with time zone
  assignedbyid text
  assignedtoid text
  assignmentpercent numeric
  avgworkperday text
  categoryid text
  classifierid text
  customerid text
  feedbackstatus text
  financelastupdatedate timestamp with time zone
  isprimary boolean
  isteamassignment boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  objectcategories text
  olv text
  optaskid text
  planneduserallocationpercentage text
  privateratecardid text
  projectedavgworkperday text
  projecteduserallocationpercentage text
  projectid text
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  taskid text
  teamid text
  work numeric
  workperdate timestamp with time zone
  workperdaylist text
  workrequired numeric
  workunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.assignments_current
  assignmentid text
  accessorids jsonb
  actualworkcompleted text
  actualworkperdaystartdate timestamp with time zone
  assignedbyid text
  assignedtoid text
  assignmentpercent numeric
  avgworkperday text
  categoryid text
  classifierid text
  customerid text
  feedbackstatus text
  financelastupdatedate timestamp with time zone
  isprimary boolean
  isteamassignment boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  objectcategories text
  olv text
  optaskid text
  planneduserallocationpercentage text
  privateratecardid text
  projectedavgworkperday text
  projecteduserallocationpercentage text
  projectid text
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  taskid text
  teamid text
  work numeric
  workperdate timestamp with time zone
  workperdaylist text
  workrequired numeric
  workunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.assignments_daily_history
  assignmentid text
  accessorids jsonb
  actualworkcompleted text
  actualworkperdaystartdate timestamp with time zone
  assignedbyid text
  assignedtoid text
  assignmentpercent numeric
  avgworkperday text
  categoryid text
  classifierid text
  customerid text
  feedbackstatus text
  financelastupdatedate timestamp with time zone
  isprimary boolean
  isteamassignment boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  objectcategories text
  olv text
  optaskid text
  planneduserallocationpercentage text
  privateratecardid text
  projectedavgworkperday text
  projecteduserallocationpercentage text
  projectid text
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  taskid text
  teamid text
  work numeric
  workperdate timestamp with time zone
  workperdaylist text
  workrequired numeric
  workunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.assignments_event
  assignmentid text
  accessorids jsonb
  actualworkcompleted text
  actualworkperdaystartdate timestamp with time zone
  assignedbyid text
  assignedtoid text
  assignmentpercent numeric
  avgworkperday text
  categoryid text
  classifierid text
  customerid text
  feedbackstatus text
  financelastupdatedate timestamp with time zone
  isprimary boolean
  isteamassignment boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  objectcategories text
  olv text
  optaskid text
  planneduserallocationpercentage text
  privateratecardid text
  projectedavgworkperday text
  projecteduserallocationpercentage text
  projectid text
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  taskid text
  teamid text
  work numeric
  workperdate timestamp with time zone
  workperdaylist text
  workrequired numeric
  workunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.awaitingapprovals_as_of
  awaitingapprovalid text
  accessrequestid text
  approvableid text
  approverid text
  customerid text
  documentid text
  documentversionid text
  entrydate timestamp with time zone
  optaskid text
  projectid text
  roleid text
  submittedbyid text
  taskid text
  teamid text
  timesheetid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.awaitingapprovals_current
  awaitingapprovalid text
  accessrequestid text
  approvableid text
  approverid text
  customerid text
  documentid text
  documentversionid text
  entrydate timestamp with time zone
  optaskid text
  projectid text
  roleid text
  submittedbyid text
  taskid text
  teamid text
  timesheetid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.awaitingapprovals_daily_history
  awaitingapprovalid text
  accessrequestid text
  approvableid text
  approverid text
  customerid text
  documentid text
  documentversionid text
  entrydate timestamp with time zone
  optaskid text
  projectid text
  roleid text
  submittedbyid text
  taskid text
  teamid text
  timesheetid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.awaitingapprovals_event
  awaitingapprovalid text
  accessrequestid text
  approvableid text
  approverid text
  customerid text
  documentid text
  documentversionid text
  entrydate timestamp with time zone
  optaskid text
  projectid text
  roleid text
  submittedbyid text
  taskid text
  teamid text
  timesheetid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.backgroundjobs_as_of
  backgroundjobid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.backgroundjobs_current
  backgroundjobid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.backgroundjobs_daily_history
  backgroundjobid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.backgroundjobs_event
  backgroundjobid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.baselines_as_of
  baselineid text
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualdurationminutes numeric
  actualstartdate timestamp with time zone
  actualworkrequired text
  autogenerated boolean
  budget text
  condition text
  cpi text
  csi text
  customerid text
  durationminutes numeric
  eac text
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  exchangerateid text
  isdefault boolean
  name text
  percentcomplete text
  plannedcompletiondate timestamp with time zone
  plannedcost numeric
  plannedstartdate timestamp with time zone
  progressstatus text
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  projectid text
  spi text
  workrequired numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.baselines_current
  baselineid text
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualdurationminutes numeric
  actualstartdate timestamp with time zone
  actualworkrequired text
  autogenerated boolean
  budget text
  condition text
  cpi text
  csi text
  customerid text
  durationminutes numeric
  eac text
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  exchangerateid text
  isdefault boolean
  name text
  percentcomplete text
  plannedcompletiondate timestamp with time zone
  plannedcost numeric
  plannedstartdate timestamp with time zone
  progressstatus text
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  projectid text
  spi text
  workrequired numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.baselines_daily_history
  baselineid text
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualdurationminutes numeric
  actualstartdate timestamp with time zone
  actualworkrequired text
  autogenerated boolean
  budget text
  condition text
  cpi text
  csi text
  customerid text
  durationminutes numeric
  eac text
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  exchangerateid text
  isdefault boolean
  name text
  percentcomplete text
  plannedcompletiondate timestamp with time zone
  plannedcost numeric
  plannedstartdate timestamp with time zone
  progressstatus text
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  projectid text
  spi text
  workrequired numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.baselines_event
  baselineid text
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualdurationminutes numeric
  actualstartdate timestamp with time zone
  actualworkrequired text
  autogenerated boolean
  budget text
  condition text
  cpi text
  csi text
  customerid text
  durationminutes numeric
  eac text
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  exchangerateid text
  isdefault boolean
  name text
  percentcomplete text
  plannedcompletiondate timestamp with time zone
  plannedcost numeric
  plannedstartdate timestamp with time zone
  progressstatus text
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  projectid text
  spi text
  workrequired numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.baselinetasks_as_of
  baselinetaskid text
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualdurationminutes numeric
  actualstartdate timestamp with time zone
  actualworkrequired text
  baselineid text
  cpi text
  csi text
  customerid text
  durationminutes numeric
  durationunit text
  eac text
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  exchangerateid text
  isdefault boolean
  name text
  percentcomplete text
  plannedcompletiondate timestamp with time zone
  plannedcost numeric
  plannedstartdate timestamp with time zone
  progressstatus text
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  projectid text
  spi text
  taskid text
  workrequired numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.baselinetasks_current
  baselinetaskid text
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualdurationminutes numeric
  actualstartdate timestamp with time zone
  actualworkrequired text
  baselineid text
  cpi text
  csi text
  customerid text
  durationminutes numeric
  durationunit text
  eac text
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  exchangerateid text
  isdefault boolean
  name text
  percentcomplete text
  plannedcompletiondate timestamp with time zone
  plannedcost numeric
  plannedstartdate timestamp with time zone
  progressstatus text
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  projectid text
  spi text
  taskid text
  workrequired numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.baselinetasks_daily_history
  baselinetaskid text
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualdurationminutes numeric
  actualstartdate timestamp with time zone
  actualworkrequired text
  baselineid text
  cpi text
  csi text
  customerid text
  durationminutes numeric
  durationunit text
  eac text
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  exchangerateid text
  isdefault boolean
  name text
  percentcomplete text
  plannedcompletiondate timestamp with time zone
  plannedcost numeric
  plannedstartdate timestamp with time zone
  progressstatus text
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  projectid text
  spi text
  taskid text
  workrequired numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.baselinetasks_event
  baselinetaskid text
  actualcompletiondate timestamp with time zone
  actualcost numeric
  actualdurationminutes numeric
  actualstartdate timestamp with time zone
  actualworkrequired text
  baselineid text
  cpi text
  csi text
  customerid text
  durationminutes numeric
  durationunit text
  eac text
  entrydate timestamp with time zone
  estcompletiondate timestamp with time zone
  eststartdate timestamp with time zone
  exchangerateid text
  isdefault boolean
  name text
  percentcomplete text
  plannedcompletiondate timestamp with time zone
  plannedcost numeric
  plannedstartdate timestamp with time zone
  progressstatus text
  projectedcompletiondate timestamp with time zone
  projectedstartdate timestamp with time zone
  projectid text
  spi text
  taskid text
  workrequired numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.billingrecords_as_of
  billingrecordid text
  accessorids jsonb
  amount text
  billingdate timestamp with time zone
  categoryid text
  customerid text
  description text
  displayname text
  exchangerateid text
  extrefid text
  invoiceid text
  lastupdatedbyid text
  otheramount numeric
  ponumber text
  projectid text
  status text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.billingrecords_current
  billingrecordid text
  accessorids jsonb
  amount text
  billingdate timestamp with time zone
  categoryid text
  customerid text
  description text
  displayname text
  exchangerateid text
  extrefid text
  invoiceid text
  lastupdatedbyid text
  otheramount numeric
  ponumber text
  projectid text
  status text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.billingrecords_daily_history
  billingrecordid text
  accessorids jsonb
  amount text
  billingdate timestamp with time zone
  categoryid text
  customerid text
  description text
  displayname text
  exchangerateid text
  extrefid text
  invoiceid text
  lastupdatedbyid text
  otheramount numeric
  ponumber text
  projectid text
  status text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.billingrecords_event
  billingrecordid text
  accessorids jsonb
  amount text
  billingdate timestamp with time zone
  categoryid text
  customerid text
  description text
  displayname text
  exchangerateid text
  extrefid text
  invoiceid text
  lastupdatedbyid text
  otheramount numeric
  ponumber text
  projectid text
  status text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.burndownevents_as_of
  burndowneventid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.burndownevents_current
  burndowneventid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.burndownevents_daily_history
  burndowneventid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.burndownevents_event
  burndowneventid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

table workfront.calendar
  calendardate date not null

view workfront.calendarportalsections_as_of
  calendarportalsectionid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.calendarportalsections_current
  calendarportalsectionid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.calendarportalsections_daily_history
  calendarportalsectionid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.calendarportalsections_event
  calendarportalsectionid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.categories_as_of
  categoryid text
  accessorids jsonb
  catobjcode text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hascalculatedfields boolean
  isactive boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  objtypes text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.categories_current
  categoryid text
  accessorids jsonb
  catobjcode text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hascalculatedfields boolean
  isactive boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  objtypes text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.categories_daily_history
  categoryid text
  accessorids jsonb
  catobjcode text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hascalculatedfields boolean
  isactive boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  objtypes text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.categories_event
  categoryid text
  accessorids jsonb
  catobjcode text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hascalculatedfields boolean
  isactive boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  objtypes text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.categoriesparameters_as_of
  categoriesparameterid text
  categoryid text
  customerid text
  customexpression text
  displayorder text
  isinvalidexpression boolean
  isjournaled boolean
  isrequired boolean
  parametergroupid text
  parameterid text
  rowshared text
  securitylevel text
  updatecalculatedvalues text
  viewsecuritylevel text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.categoriesparameters_current
  categoriesparameterid text
  categoryid text
  customerid text
  customexpression text
  displayorder text
  isinvalidexpression boolean
  isjournaled boolean
  isrequired boolean
  parametergroupid text
  parameterid text
  rowshared text
  securitylevel text
  updatecalculatedvalues text
  viewsecuritylevel text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.categoriesparameters_daily_history
  categoriesparameterid text
  categoryid text
  customerid text
  customexpression text
  displayorder text
  isinvalidexpression boolean
  isjournaled boolean
  isrequired boolean
  parametergroupid text
  parameterid text
  rowshared text
  securitylevel text
  updatecalculatedvalues text
  viewsecuritylevel text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.categoriesparameters_event
  categoriesparameterid text
  categoryid text
  customerid text
  customexpression text
  displayorder text
  isinvalidexpression boolean
  isjournaled boolean
  isrequired boolean
  parametergroupid text
  parameterid text
  rowshared text
  securitylevel text
  updatecalculatedvalues text
  viewsecuritylevel text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.classifier_as_of
  classifierid text
  enteredbyid text
  lastupdatedbyid text
  parentid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.classifier_current
  classifierid text
  enteredbyid text
  lastupdatedbyid text
  parentid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.classifier_daily_history
  classifierid text
  enteredbyid text
  lastupdatedbyid text
  parentid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.classifier_event
  classifierid text
  enteredbyid text
  lastupdatedbyid text
  parentid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.companies_as_of
  companyid text
  categoryid text
  customerid text
  defaultinterface text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hasrateoverride boolean
  isprimary boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  privateratecardid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.companies_current
  companyid text
  categoryid text
  customerid text
  defaultinterface text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hasrateoverride boolean
  isprimary boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  privateratecardid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.companies_daily_history
  companyid text
  categoryid text
  customerid text
  defaultinterface text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hasrateoverride boolean
  isprimary boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  privateratecardid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.companies_event
  companyid text
  categoryid text
  customerid text
  defaultinterface text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hasrateoverride boolean
  isprimary boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  privateratecardid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.customenums_as_of
  customenumid text
  color text
  customerid text
  description text
  enteredbyid text
  enumclass text
  equateswith text
  extrefid text
  groupid text
  isprimary boolean
  label text
  lastupdatedbyid text
  value text
  valueasint text
  valueasstring text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.customenums_current
  customenumid text
  color text
  customerid text
  description text
  enteredbyid text
  enumclass text
  equateswith text
  extrefid text
  groupid text
  isprimary boolean
  label text
  lastupdatedbyid text
  value text
  valueasint text
  valueasstring text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.customenums_daily_history
  customenumid text
  color text
  customerid text
  description text
  enteredbyid text
  enumclass text
  equateswith text
  extrefid text
  groupid text
  isprimary boolean
  label text
  lastupdatedbyid text
  value text
  valueasint text
  valueasstring text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.customenums_event
  customenumid text
  color text
  customerid text
  description text
  enteredbyid text
  enumclass text
  equateswith text
  extrefid text
  groupid text
  isprimary boolean
  label text
  lastupdatedbyid text
  value text
  valueasint text
  valueasstring text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.customers_as_of
  customerid text
  accessrulesperobjectlimit text
  accountrepid text
  accountrepresentative text
  address text
  address2 text
  adminacctname text
  adminacctpassword text
  adminuserid text
  apiconcurrencylimit text
  bizruleexclusions text
  city text
  cloneable text
  country text
  currency text
  customenumtypes text
  customerconfigmapid text
  customerurlconfigmapid text
  ddsvnversion text
  demobaselinedate timestamp with time zone
  description text
  disableddate timestamp with time zone
  documentsize text
  domain text
  emailaddr text
  entrydate timestamp with time zone
  evalexpdate timestamp with time zone
  expdate timestamp with time zone
  externaldocumentstorage text
  externalusersenabled text
  externalusersgroupid text
  extradocumentstorage text
  extrefid text
  financerepresentative text
  firstname text
  fullusers text
  golden text
  hasdocuments boolean
  haspreviewaccess boolean
  hastimednotifications boolean
  helpdeskconfigmapid text
  inlinejavascriptconfigmapid text
  isadvanceddocmgmtenabled boolean
  isapienabled boolean
  isasyncreportingenabled boolean
  iscustomquarterenabled boolean
  isdamenabled boolean
  isdisabled boolean
  isenterprise boolean
  ismigratedtoanaconda boolean
  isportalprofilemigrated boolean
  isproofingenabled boolean
  issearchenabled boolean
  issearchindexactive boolean
  issoapenabled boolean
  iswarningdisabled boolean
  iswhitelistipenabled boolean
  isworkfrontdamenabled boolean
  journalfieldlimit text
  kickstartexpoertdashboardslimit text
  kickstartexpoertreportslimit text
  lastname text
  lastreminddate timestamp with time zone
  lastusagereportdate timestamp with time zone
  limitedusers text
  listautorefreshintervalseconds text
  locale text
  lucidmigrationdate timestamp with time zone
  lucidmigrationmode text
  lucidmigrationoptions text
  lucidmigrationstatus text
  lucidmigrationstep text
  name text
  needlicenseagreement text
  nextusagereportdate timestamp with time zone
  notificationconfigmapid text
  ondemandoptions text
  optaskcountlimit text
  passwordconfigmapid text
  phonenumber text
  portfoliomanagementconfigmapid text
  postalcode text
  projectmanagementconfigmapid text
  proofaccountid text
  querylimit text
  recordlimit text
  requestorusers text
  resellerid text
  reviewusers text
  sandboxcount text
  sandboxrefreshing text
  securitymodeltype text
  ssotype text
  state text
  status text
  stylesheet text
  taskcountlimit text
  teamusers text
  timesheetconfigmapid text
  timezone text
  trial text
  uiconfigmapid text
  usagereportattempts text
  useexternaldocumentstorage boolean
  userinviteconfigmapid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.customers_current
  customerid text
  accessrulesperobjectlimit text
  accountrepid text
  accountrepresentative text
  address text
  address2 text
  adminacctname text
  adminacctpassword text
  adminuserid text
  apiconcurrencylimit text
  bizruleexclusions text
  city text
  cloneable text
  country text
  currency text
  customenumtypes text
  customerconfigmapid text
  customerurlconfigmapid text
  ddsvnversion text
  demobaselinedate timestamp with time zone
  description text
  disableddate timestamp with time zone
  documentsize text
  domain text
  emailaddr text
  entrydate timestamp with time zone
  evalexpdate timestamp with time zone
  expdate timestamp with time zone
  externaldocumentstorage text
  externalusersenabled text
  externalusersgroupid text
  extradocumentstorage text
  extrefid text
  financerepresentative text
  firstname text
  fullusers text
  golden text
  hasdocuments boolean
  haspreviewaccess boolean
  hastimednotifications boolean
  helpdeskconfigmapid text
  inlinejavascriptconfigmapid text
  isadvanceddocmgmtenabled boolean
  isapienabled boolean
  isasyncreportingenabled boolean
  iscustomquarterenabled boolean
  isdamenabled boolean
  isdisabled boolean
  isenterprise boolean
  ismigratedtoanaconda boolean
  isportalprofilemigrated boolean
  isproofingenabled boolean
  issearchenabled boolean
  issearchindexactive boolean
  issoapenabled boolean
  iswarningdisabled boolean
  iswhitelistipenabled boolean
  isworkfrontdamenabled boolean
  journalfieldlimit text
  kickstartexpoertdashboardslimit text
  kickstartexpoertreportslimit text
  lastname text
  lastreminddate timestamp with time zone
  lastusagereportdate timestamp with time zone
  limitedusers text
  listautorefreshintervalseconds text
  locale text
  lucidmigrationdate timestamp with time zone
  lucidmigrationmode text
  lucidmigrationoptions text
  lucidmigrationstatus text
  lucidmigrationstep text
  name text
  needlicenseagreement text
  nextusagereportdate timestamp with time zone
  notificationconfigmapid text
  ondemandoptions text
  optaskcountlimit text
  passwordconfigmapid text
  phonenumber text
  portfoliomanagementconfigmapid text
  postalcode text
  projectmanagementconfigmapid text
  proofaccountid text
  querylimit text
  recordlimit text
  requestorusers text
  resellerid text
  reviewusers text
  sandboxcount text
  sandboxrefreshing text
  securitymodeltype text
  ssotype text
  state text
  status text
  stylesheet text
  taskcountlimit text
  teamusers text
  timesheetconfigmapid text
  timezone text
  trial text
  uiconfigmapid text
  usagereportattempts text
  useexternaldocumentstorage boolean
  userinviteconfigmapid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.customers_daily_history
  customerid text
  accessrulesperobjectlimit text
  accountrepid text
  accountrepresentative text
  address text
  address2 text
  adminacctname text
  adminacctpassword text
  adminuserid text
  apiconcurrencylimit text
  bizruleexclusions text
  city text
  cloneable text
  country text
  currency text
  customenumtypes text
  customerconfigmapid text
  customerurlconfigmapid text
  ddsvnversion text
  demobaselinedate timestamp with time zone
  description text
  disableddate timestamp with time zone
  documentsize text
  domain text
  emailaddr text
  entrydate timestamp with time zone
  evalexpdate timestamp with time zone
  expdate timestamp with time zone
  externaldocumentstorage text
  externalusersenabled text
  externalusersgroupid text
  extradocumentstorage text
  extrefid text
  financerepresentative text
  firstname text
  fullusers text
  golden text
  hasdocuments boolean
  haspreviewaccess boolean
  hastimednotifications boolean
  helpdeskconfigmapid text
  inlinejavascriptconfigmapid text
  isadvanceddocmgmtenabled boolean
  isapienabled boolean
  isasyncreportingenabled boolean
  iscustomquarterenabled boolean
  isdamenabled boolean
  isdisabled boolean
  isenterprise boolean
  ismigratedtoanaconda boolean
  isportalprofilemigrated boolean
  isproofingenabled boolean
  issearchenabled boolean
  issearchindexactive boolean
  issoapenabled boolean
  iswarningdisabled boolean
  iswhitelistipenabled boolean
  isworkfrontdamenabled boolean
  journalfieldlimit text
  kickstartexpoertdashboardslimit text
  kickstartexpoertreportslimit text
  lastname text
  lastreminddate timestamp with time zone
  lastusagereportdate timestamp with time zone
  limitedusers text
  listautorefreshintervalseconds text
  locale text
  lucidmigrationdate timestamp with time zone
  lucidmigrationmode text
  lucidmigrationoptions text
  lucidmigrationstatus text
  lucidmigrationstep text
  name text
  needlicenseagreement text
  nextusagereportdate timestamp with time zone
  notificationconfigmapid text
  ondemandoptions text
  optaskcountlimit text
  passwordconfigmapid text
  phonenumber text
  portfoliomanagementconfigmapid text
  postalcode text
  projectmanagementconfigmapid text
  proofaccountid text
  querylimit text
  recordlimit text
  requestorusers text
  resellerid text
  reviewusers text
  sandboxcount text
  sandboxrefreshing text
  securitymodeltype text
  ssotype text
  state text
  status text
  stylesheet text
  taskcountlimit text
  teamusers text
  timesheetconfigmapid text
  timezone text
  trial text
  uiconfigmapid text
  usagereportattempts text
  useexternaldocumentstorage boolean
  userinviteconfigmapid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.customers_event
  customerid text
  accessrulesperobjectlimit text
  accountrepid text
  accountrepresentative text
  address text
  address2 text
  adminacctname text
  adminacctpassword text
  adminuserid text
  apiconcurrencylimit text
  bizruleexclusions text
  city text
  cloneable text
  country text
  currency text
  customenumtypes text
  customerconfigmapid text
  customerurlconfigmapid text
  ddsvnversion text
  demobaselinedate timestamp with time zone
  description text
  disableddate timestamp with time zone
  documentsize text
  domain text
  emailaddr text
  entrydate timestamp with time zone
  evalexpdate timestamp with time zone
  expdate timestamp with time zone
  externaldocumentstorage text
  externalusersenabled text
  externalusersgroupid text
  extradocumentstorage text
  extrefid text
  financerepresentative text
  firstname text
  fullusers text
  golden text
  hasdocuments boolean
  haspreviewaccess boolean
  hastimednotifications boolean
  helpdeskconfigmapid text
  inlinejavascriptconfigmapid text
  isadvanceddocmgmtenabled boolean
  isapienabled boolean
  isasyncreportingenabled boolean
  iscustomquarterenabled boolean
  isdamenabled boolean
  isdisabled boolean
  isenterprise boolean
  ismigratedtoanaconda boolean
  isportalprofilemigrated boolean
  isproofingenabled boolean
  issearchenabled boolean
  issearchindexactive boolean
  issoapenabled boolean
  iswarningdisabled boolean
  iswhitelistipenabled boolean
  isworkfrontdamenabled boolean
  journalfieldlimit text
  kickstartexpoertdashboardslimit text
  kickstartexpoertreportslimit text
  lastname text
  lastreminddate timestamp with time zone
  lastusagereportdate timestamp with time zone
  limitedusers text
  listautorefreshintervalseconds text
  locale text
  lucidmigrationdate timestamp with time zone
  lucidmigrationmode text
  lucidmigrationoptions text
  lucidmigrationstatus text
  lucidmigrationstep text
  name text
  needlicenseagreement text
  nextusagereportdate timestamp with time zone
  notificationconfigmapid text
  ondemandoptions text
  optaskcountlimit text
  passwordconfigmapid text
  phonenumber text
  portfoliomanagementconfigmapid text
  postalcode text
  projectmanagementconfigmapid text
  proofaccountid text
  querylimit text
  recordlimit text
  requestorusers text
  resellerid text
  reviewusers text
  sandboxcount text
  sandboxrefreshing text
  securitymodeltype text
  ssotype text
  state text
  status text
  stylesheet text
  taskcountlimit text
  teamusers text
  timesheetconfigmapid text
  timezone text
  trial text
  uiconfigmapid text
  usagereportattempts text
  useexternaldocumentstorage boolean
  userinviteconfigmapid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.customquarters_as_of
  customquarterid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.customquarters_current
  customquarterid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.customquarters_daily_history
  customquarterid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.customquarters_event
  customquarterid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.docapprovals_as_of
  docapprovalid text
  approvaldate timestamp with time zone
  approverid text
  autodocumentshareid text
  customerid text
  documentid text
  noteid text
  requestdate timestamp with time zone
  requestorid text
  status text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.docapprovals_current
  docapprovalid text
  approvaldate timestamp with time zone
  approverid text
  autodocumentshareid text
  customerid text
  documentid text
  noteid text
  requestdate timestamp with time zone
  requestorid text
  status text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.docapprovals_daily_history
  docapprovalid text
  approvaldate timestamp with time zone
  approverid text
  autodocumentshareid text
  customerid text
  documentid text
  noteid text
  requestdate timestamp with time zone
  requestorid text
  status text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.docapprovals_event
  docapprovalid text
  approvaldate timestamp with time zone
  approverid text
  autodocumentshareid text
  customerid text
  documentid text
  noteid text
  requestdate timestamp with time zone
  requestorid text
  status text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.docfolders_as_of
  docfolderid text
  accessorids jsonb
  customerid text
  enteredbyid text
  entrydate timestamp with time zone
  issueid text
  iterationid text
  lastmoddate timestamp with time zone
  linkedfolderid text
  name text
  parentid text
  portfolioid text
  programid text
  projectid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.docfolders_current
  docfolderid text
  accessorids jsonb
  customerid text
  enteredbyid text
  entrydate timestamp with time zone
  issueid text
  iterationid text
  lastmoddate timestamp with time zone
  linkedfolderid text
  name text
  parentid text
  portfolioid text
  programid text
  projectid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.docfolders_daily_history
  docfolderid text
  accessorids jsonb
  customerid text
  enteredbyid text
  entrydate timestamp with time zone
  issueid text
  iterationid text
  lastmoddate timestamp with time zone
  linkedfolderid text
  name text
  parentid text
  portfolioid text
  programid text
  projectid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.docfolders_event
  docfolderid text
  accessorids jsonb
  customerid text
  enteredbyid text
  entrydate timestamp with time zone
  issueid text
  iterationid text
  lastmoddate timestamp with time zone
  linkedfolderid text
  name text
  parentid text
  portfolioid text
  programid text
  projectid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.docproviders_as_of
  docproviderid text
  docproviderconfigid text
  ownerid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.docproviders_current
  docproviderid text
  docproviderconfigid text
  ownerid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.docproviders_daily_history
  docproviderid text
  docproviderconfigid text
  ownerid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.docproviders_event
  docproviderid text
  docproviderconfigid text
  ownerid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.documentrequests_as_of
  documentrequestid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.documentrequests_current
  documentrequestid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.documentrequests_daily_history
  documentrequestid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.documentrequests_event
  documentrequestid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.documents_as_of
  documentid text
  accessorids jsonb
  advancedproofingoptions text
  categoryid text
  checkedoutbyid text
  checkouttimestamp timestamp with time zone
  createproof boolean
  currentversionid text
  customer_id text
  customer_isadvanceddocmgmtenabled text
  customer_name text
  customer_objcode text
  customerid text
  description text
  docobjcode text
  documentproviderid text
  documentrequestid text
  downloadurl text
  exchangerateid text
  externalintegrationtype text
  extrefid text
  filetype text
  folderids jsonb
  groups text
  handle text
  hasnotes boolean
  isdir boolean
  isprivate boolean
  ispublic boolean
  iterationid text
  lastmoddate timestamp with time zone
  lastnoteid text
  lastsyncdate timestamp with time zone
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  lastversionnum text
  mastertaskid text
  name text
  noteid text
  objcode text
  objid text
  optaskid text
  ownerid text
  portfolioid text
  previewurl text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  publictoken text
  referencenumber numeric
  referenceobjcode text
  referenceobjectclosed text
  referenceobjectname text
  referenceobjid text
  releaseversionid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topdocobjcode text
  topobjid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.documents_current
  documentid text
  accessorids jsonb
  advancedproofingoptions text
  categoryid text
  checkedoutbyid text
  checkouttimestamp timestamp with time zone
  createproof boolean
  currentversionid text
  customer_id text
  customer_isadvanceddocmgmtenabled text
  customer_name text
  customer_objcode text
  customerid text
  description text
  docobjcode text
  documentproviderid text
  documentrequestid text
  downloadurl text
  exchangerateid text
  externalintegrationtype text
  extrefid text
  filetype text
  folderids jsonb
  groups text
  handle text
  hasnotes boolean
  isdir boolean
  isprivate boolean
  ispublic boolean
  iterationid text
  lastmoddate timestamp with time zone
  lastnoteid text
  lastsyncdate timestamp with time zone
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  lastversionnum text
  mastertaskid text
  name text
  noteid text
  objcode text
  objid text
  optaskid text
  ownerid text
  portfolioid text
  previewurl text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  publictoken text
  referencenumber numeric
  referenceobjcode text
  referenceobjectclosed text
  referenceobjectname text
  referenceobjid text
  releaseversionid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topdocobjcode text
  topobjid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.documents_daily_history
  documentid text
  accessorids jsonb
  advancedproofingoptions text
  categoryid text
  checkedoutbyid text
  checkouttimestamp timestamp with time zone
  createproof boolean
  currentversionid text
  customer_id text
  customer_isadvanceddocmgmtenabled text
  customer_name text
  customer_objcode text
  customerid text
  description text
  docobjcode text
  documentproviderid text
  documentrequestid text
  downloadurl text
  exchangerateid text
  externalintegrationtype text
  extrefid text
  filetype text
  folderids jsonb
  groups text
  handle text
  hasnotes boolean
  isdir boolean
  isprivate boolean
  ispublic boolean
  iterationid text
  lastmoddate timestamp with time zone
  lastnoteid text
  lastsyncdate timestamp with time zone
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  lastversionnum text
  mastertaskid text
  name text
  noteid text
  objcode text
  objid text
  optaskid text
  ownerid text
  portfolioid text
  previewurl text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  publictoken text
  referencenumber numeric
  referenceobjcode text
  referenceobjectclosed text
  referenceobjectname text
  referenceobjid text
  releaseversionid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topdocobjcode text
  topobjid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.documents_event
  documentid text
  accessorids jsonb
  advancedproofingoptions text
  categoryid text
  checkedoutbyid text
  checkouttimestamp timestamp with time zone
  createproof boolean
  currentversionid text
  customer_id text
  customer_isadvanceddocmgmtenabled text
  customer_name text
  customer_objcode text
  customerid text
  description text
  docobjcode text
  documentproviderid text
  documentrequestid text
  downloadurl text
  exchangerateid text
  externalintegrationtype text
  extrefid text
  filetype text
  folderids jsonb
  groups text
  handle text
  hasnotes boolean
  isdir boolean
  isprivate boolean
  ispublic boolean
  iterationid text
  lastmoddate timestamp with time zone
  lastnoteid text
  lastsyncdate timestamp with time zone
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  lastversionnum text
  mastertaskid text
  name text
  noteid text
  objcode text
  objid text
  optaskid text
  ownerid text
  portfolioid text
  previewurl text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  publictoken text
  referencenumber numeric
  referenceobjcode text
  referenceobjectclosed text
  referenceobjectname text
  referenceobjid text
  releaseversionid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topdocobjcode text
  topobjid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.documentversions_as_of
  documentversionid text
  accessorids jsonb
  activeproofstages text
  advancedproofingoptions text
  createproof text
  customerid text
  docsize text
  docstatus text
  documentid text
  documentproviderid text
  documenttypelabel text
  enteredbyid text
  entrydate timestamp with time zone
  ext text
  externaldownloadurl text
  externalintegrationtype text
  externalpreviewurl text
  externalsavelocation text
  externalstorageid text
  filename text
  filetype text
  formatdocsize text
  formatentrydate timestamp with time zone
  handle text
  icon text
  isproofable boolean
  isproofautomated boolean
  location text
  objcode text
  proofapprovalstatusid text
  proofdeadlinedate timestamp with time zone
  proofdecision text
  proofedbyuserid text
  proofid text
  proofname text
  proofownerid text
  proofpages text
  proofprogress text
  proofstageid text
  proofstatus text
  proofstatusdate timestamp with time zone
  proofstatusmsgkey text
  version numeric
  virusscan text
  virusscantimestamp text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.documentversions_current
  documentversionid text
  accessorids jsonb
  activeproofstages text
  advancedproofingoptions text
  createproof text
  customerid text
  docsize text
  docstatus text
  documentid text
  documentproviderid text
  documenttypelabel text
  enteredbyid text
  entrydate timestamp with time zone
  ext text
  externaldownloadurl text
  externalintegrationtype text
  externalpreviewurl text
  externalsavelocation text
  externalstorageid text
  filename text
  filetype text
  formatdocsize text
  formatentrydate timestamp with time zone
  handle text
  icon text
  isproofable boolean
  isproofautomated boolean
  location text
  objcode text
  proofapprovalstatusid text
  proofdeadlinedate timestamp with time zone
  proofdecision text
  proofedbyuserid text
  proofid text
  proofname text
  proofownerid text
  proofpages text
  proofprogress text
  proofstageid text
  proofstatus text
  proofstatusdate timestamp with time zone
  proofstatusmsgkey text
  version numeric
  virusscan text
  virusscantimestamp text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.documentversions_daily_history
  documentversionid text
  accessorids jsonb
  activeproofstages text
  advancedproofingoptions text
  createproof text
  customerid text
  docsize text
  docstatus text
  documentid text
  documentproviderid text
  documenttypelabel text
  enteredbyid text
  entrydate timestamp with time zone
  ext text
  externaldownloadurl text
  externalintegrationtype text
  externalpreviewurl text
  externalsavelocation text
  externalstorageid text
  filename text
  filetype text
  formatdocsize text
  formatentrydate timestamp with time zone
  handle text
  icon text
  isproofable boolean
  isproofautomated boolean
  location text
  objcode text
  proofapprovalstatusid text
  proofdeadlinedate timestamp with time zone
  proofdecision text
  proofedbyuserid text
  proofid text
  proofname text
  proofownerid text
  proofpages text
  proofprogress text
  proofstageid text
  proofstatus text
  proofstatusdate timestamp with time zone
  proofstatusmsgkey text
  version numeric
  virusscan text
  virusscantimestamp text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.documentversions_event
  documentversionid text
  accessorids jsonb
  activeproofstages text
  advancedproofingoptions text
  createproof text
  customerid text
  docsize text
  docstatus text
  documentid text
  documentproviderid text
  documenttypelabel text
  enteredbyid text
  entrydate timestamp with time zone
  ext text
  externaldownloadurl text
  externalintegrationtype text
  externalpreviewurl text
  externalsavelocation text
  externalstorageid text
  filename text
  filetype text
  formatdocsize text
  formatentrydate timestamp with time zone
  handle text
  icon text
  isproofable boolean
  isproofautomated boolean
  location text
  objcode text
  proofapprovalstatusid text
  proofdeadlinedate timestamp with time zone
  proofdecision text
  proofedbyuserid text
  proofid text
  proofname text
  proofownerid text
  proofpages text
  proofprogress text
  proofstageid text
  proofstatus text
  proofstatusdate timestamp with time zone
  proofstatusmsgkey text
  version numeric
  virusscan text
  virusscantimestamp text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.endorsements_as_of
  endorsementid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.endorsements_current
  endorsementid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.endorsements_daily_history
  endorsementid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.endorsements_event
  endorsementid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.endorsementshares_as_of
  endorsementshareid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.endorsementshares_current
  endorsementshareid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.endorsementshares_daily_history
  endorsementshareid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.endorsementshares_event
  endorsementshareid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.exchangerates_as_of
  exchangerateid text
  projectid text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.exchangerates_current
  exchangerateid text
  projectid text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.exchangerates_daily_history
  exchangerateid text
  projectid text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.exchangerates_event
  exchangerateid text
  projectid text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.expenses_as_of
  expenseid text
  accessorids jsonb
  actualamount numeric
  actualunitamount numeric
  billingrecordid text
  categoryid text
  customerid text
  customformsids jsonb
  description text
  effectivedate timestamp with time zone
  enteredbyid text
  entrydate timestamp with time zone
  exchangerateid text
  expensetypeid text
  expobjcode text
  extrefid text
  isbillable boolean
  isreimbursable boolean
  isreimbursed boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  mastertaskid text
  objcode text
  objectcategories text
  objid text
  plannedamount numeric
  planneddate timestamp with time zone
  plannedunitamount numeric
  projectid text
  referenceobjcode text
  referenceobjectname text
  referenceobjid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topobjcode text
  topobjid text
  topreferenceobjcode text
  topreferenceobjid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.expenses_current
  expenseid text
  accessorids jsonb
  actualamount numeric
  actualunitamount numeric
  billingrecordid text
  categoryid text
  customerid text
  customformsids jsonb
  description text
  effectivedate timestamp with time zone
  enteredbyid text
  entrydate timestamp with time zone
  exchangerateid text
  expensetypeid text
  expobjcode text
  extrefid text
  isbillable boolean
  isreimbursable boolean
  isreimbursed boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  mastertaskid text
  objcode text
  objectcategories text
  objid text
  plannedamount numeric
  planneddate timestamp with time zone
  plannedunitamount numeric
  projectid text
  referenceobjcode text
  referenceobjectname text
  referenceobjid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topobjcode text
  topobjid text
  topreferenceobjcode text
  topreferenceobjid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.expenses_daily_history
  expenseid text
  accessorids jsonb
  actualamount numeric
  actualunitamount numeric
  billingrecordid text
  categoryid text
  customerid text
  customformsids jsonb
  description text
  effectivedate timestamp with time zone
  enteredbyid text
  entrydate timestamp with time zone
  exchangerateid text
  expensetypeid text
  expobjcode text
  extrefid text
  isbillable boolean
  isreimbursable boolean
  isreimbursed boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  mastertaskid text
  objcode text
  objectcategories text
  objid text
  plannedamount numeric
  planneddate timestamp with time zone
  plannedunitamount numeric
  projectid text
  referenceobjcode text
  referenceobjectname text
  referenceobjid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topobjcode text
  topobjid text
  topreferenceobjcode text
  topreferenceobjid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.expenses_event
  expenseid text
  accessorids jsonb
  actualamount numeric
  actualunitamount numeric
  billingrecordid text
  categoryid text
  customerid text
  customformsids jsonb
  description text
  effectivedate timestamp with time zone
  enteredbyid text
  entrydate timestamp with time zone
  exchangerateid text
  expensetypeid text
  expobjcode text
  extrefid text
  isbillable boolean
  isreimbursable boolean
  isreimbursed boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  mastertaskid text
  objcode text
  objectcategories text
  objid text
  plannedamount numeric
  planneddate timestamp with time zone
  plannedunitamount numeric
  projectid text
  referenceobjcode text
  referenceobjectname text
  referenceobjid text
  securityrootid text
  securityrootobjcode text
  taskid text
  templateid text
  templatetaskid text
  topobjcode text
  topobjid text
  topreferenceobjcode text
  topreferenceobjid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.expensetypes_as_of
  expensetypeid text
  appglobalid text
  customerid text
  description text
  descriptionkey text
  displayper text
  displayrateunit text
  extrefid text
  name text
  namekey text
  objid text
  objobjcode text
  rate text
  rateunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.expensetypes_current
  expensetypeid text
  appglobalid text
  customerid text
  description text
  descriptionkey text
  displayper text
  displayrateunit text
  extrefid text
  name text
  namekey text
  objid text
  objobjcode text
  rate text
  rateunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.expensetypes_daily_history
  expensetypeid text
  appglobalid text
  customerid text
  description text
  descriptionkey text
  displayper text
  displayrateunit text
  extrefid text
  name text
  namekey text
  objid text
  objobjcode text
  rate text
  rateunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.expensetypes_event
  expensetypeid text
  appglobalid text
  customerid text
  description text
  descriptionkey text
  displayper text
  displayrateunit text
  extrefid text
  name text
  namekey text
  objid text
  objobjcode text
  rate text
  rateunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.externalsections_as_of
  externalsectionid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.externalsections_current
  externalsectionid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.externalsections_daily_history
  externalsectionid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.externalsections_event
  externalsectionid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

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

view workfront.groups_as_of
  groupid text
  businessleaderid text
  categoryid text
  customerid text
  defaultinterface text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  name text
  parentid text
  rootid text
  uitemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.groups_current
  groupid text
  businessleaderid text
  categoryid text
  customerid text
  defaultinterface text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  name text
  parentid text
  rootid text
  uitemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.groups_daily_history
  groupid text
  businessleaderid text
  categoryid text
  customerid text
  defaultinterface text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  name text
  parentid text
  rootid text
  uitemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.groups_event
  groupid text
  businessleaderid text
  categoryid text
  customerid text
  defaultinterface text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  name text
  parentid text
  rootid text
  uitemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.hours_as_of
  hourid text
  accessorids jsonb
  actualcost numeric
  approvedbyid text
  approvedondate timestamp with time zone
  assignedapproverid text
  billingrecordid text
  categoryid text
  classifierid text
  customerid text
  description text
  dupid text
  entrydate date
  exchangerateid text
  externaltimesheetid text
  extrefid text
  hasrateoverride boolean
  hours numeric
  hourtypeid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  optaskid text
  ownerid text
  projectid text
  projectoverheadid text
  referenceobjcode text
  referenceobjid text
  rejectedbyid text
  resourcerevenue numeric
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  submittedbyid text
  taskid text
  timesheetid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.hours_current
  hourid text
  accessorids jsonb
  actualcost numeric
  approvedbyid text
  approvedondate timestamp with time zone
  assignedapproverid text
  billingrecordid text
  categoryid text
  classifierid text
  customerid text
  description text
  dupid text
  entrydate date
  exchangerateid text
  externaltimesheetid text
  extrefid text
  hasrateoverride boolean
  hours numeric
  hourtypeid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  optaskid text
  ownerid text
  projectid text
  projectoverheadid text
  referenceobjcode text
  referenceobjid text
  rejectedbyid text
  resourcerevenue numeric
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  submittedbyid text
  taskid text
  timesheetid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.hours_daily_history
  hourid text
  accessorids jsonb
  actualcost numeric
  approvedbyid text
  approvedondate timestamp with time zone
  assignedapproverid text
  billingrecordid text
  categoryid text
  classifierid text
  customerid text
  description text
  dupid text
  entrydate date
  exchangerateid text
  externaltimesheetid text
  extrefid text
  hasrateoverride boolean
  hours numeric
  hourtypeid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  optaskid text
  ownerid text
  projectid text
  projectoverheadid text
  referenceobjcode text
  referenceobjid text
  rejectedbyid text
  resourcerevenue numeric
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  submittedbyid text
  taskid text
  timesheetid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.hours_event
  hourid text
  accessorids jsonb
  actualcost numeric
  approvedbyid text
  approvedondate timestamp with time zone
  assignedapproverid text
  billingrecordid text
  categoryid text
  classifierid text
  customerid text
  description text
  dupid text
  entrydate date
  exchangerateid text
  externaltimesheetid text
  extrefid text
  hasrateoverride boolean
  hours numeric
  hourtypeid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  optaskid text
  ownerid text
  projectid text
  projectoverheadid text
  referenceobjcode text
  referenceobjid text
  rejectedbyid text
  resourcerevenue numeric
  roleid text
  securityrootid text
  securityrootobjcode text
  status text
  submittedbyid text
  taskid text
  timesheetid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.hourtypes_as_of
  hourtypeid text
  appglobalid text
  countasrevenue numeric
  customerid text
  description text
  descriptionkey text
  displayobjobjcode text
  extrefid text
  isactive boolean
  name text
  namekey text
  objid text
  objobjcode text
  overheadtype text
  scope text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.hourtypes_current
  hourtypeid text
  appglobalid text
  countasrevenue numeric
  customerid text
  description text
  descriptionkey text
  displayobjobjcode text
  extrefid text
  isactive boolean
  name text
  namekey text
  objid text
  objobjcode text
  overheadtype text
  scope text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.hourtypes_daily_history
  hourtypeid text
  appglobalid text
  countasrevenue numeric
  customerid text
  description text
  descriptionkey text
  displayobjobjcode text
  extrefid text
  isactive boolean
  name text
  namekey text
  objid text
  objobjcode text
  overheadtype text
  scope text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.hourtypes_event
  hourtypeid text
  appglobalid text
  countasrevenue numeric
  customerid text
  description text
  descriptionkey text
  displayobjobjcode text
  extrefid text
  isactive boolean
  name text
  namekey text
  objid text
  objobjcode text
  overheadtype text
  scope text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.iterations_as_of
  iterationid text
  capacity text
  categoryid text
  customerid text
  enddate timestamp with time zone
  enteredbyid text
  entrydate timestamp with time zone
  estimatecompleted text
  focusfactor text
  goal text
  hasdocuments boolean
  hasnotes boolean
  islegacy boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  originaltotalestimate text
  ownerid text
  percentcomplete text
  startdate timestamp with time zone
  status text
  targetpercentcomplete text
  taskids jsonb
  teamid text
  totalestimate text
  url text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.iterations_current
  iterationid text
  capacity text
  categoryid text
  customerid text
  enddate timestamp with time zone
  enteredbyid text
  entrydate timestamp with time zone
  estimatecompleted text
  focusfactor text
  goal text
  hasdocuments boolean
  hasnotes boolean
  islegacy boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  originaltotalestimate text
  ownerid text
  percentcomplete text
  startdate timestamp with time zone
  status text
  targetpercentcomplete text
  taskids jsonb
  teamid text
  totalestimate text
  url text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.iterations_daily_history
  iterationid text
  capacity text
  categoryid text
  customerid text
  enddate timestamp with time zone
  enteredbyid text
  entrydate timestamp with time zone
  estimatecompleted text
  focusfactor text
  goal text
  hasdocuments boolean
  hasnotes boolean
  islegacy boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  originaltotalestimate text
  ownerid text
  percentcomplete text
  startdate timestamp with time zone
  status text
  targetpercentcomplete text
  taskids jsonb
  teamid text
  totalestimate text
  url text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.iterations_event
  iterationid text
  capacity text
  categoryid text
  customerid text
  enddate timestamp with time zone
  enteredbyid text
  entrydate timestamp with time zone
  estimatecompleted text
  focusfactor text
  goal text
  hasdocuments boolean
  hasnotes boolean
  islegacy boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  originaltotalestimate text
  ownerid text
  percentcomplete text
  startdate timestamp with time zone
  status text
  targetpercentcomplete text
  taskids jsonb
  teamid text
  totalestimate text
  url text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.journalentries_as_of
  journalentriesid text
  accessorids jsonb
  approverstatusid text
  assignmentid text
  auditrecordid text
  aux1 text
  aux2 text
  aux3 text
  baselineid text
  billingrecordid text
  changetype text
  companyid text
  customerid text
  documentapprovalid text
  documentid text
  documentshareid text
  durationminutes numeric
  editedbyid text
  entrydate timestamp with time zone
  expenseid text
  extrefid text
  fieldname text
  flags text
  hourid text
  initiativeid text
  newdateval timestamp with time zone
  newnumberval numeric
  newtextval text
  numlikes numeric
  numreplies numeric
  objcode text
  objid text
  objobjcode text
  olddateval timestamp with time zone
  oldnumberval numeric
  oldtextval text
  optaskid text
  portfolioid text
  programid text
  projectid text
  referenceobjectname text
  securityrootid text
  securityrootobjcode text
  subobjcode text
  subobjid text
  subreferenceobjectname text
  subscribeid text
  taskid text
  templateid text
  timesheetid text
  topobjcode text
  topobjid text
  topreferenceobjectname text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.journalentries_current
  journalentriesid text
  accessorids jsonb
  approverstatusid text
  assignmentid text
  auditrecordid text
  aux1 text
  aux2 text
  aux3 text
  baselineid text
  billingrecordid text
  changetype text
  companyid text
  customerid text
  documentapprovalid text
  documentid text
  documentshareid text
  durationminutes numeric
  editedbyid text
  entrydate timestamp with time zone
  expenseid text
  extrefid text
  fieldname text
  flags text
  hourid text
  initiativeid text
  newdateval timestamp with time zone
  newnumberval numeric
  newtextval text
  numlikes numeric
  numreplies numeric
  objcode text
  objid text
  objobjcode text
  olddateval timestamp with time zone
  oldnumberval numeric
  oldtextval text
  optaskid text
  portfolioid text
  programid text
  projectid text
  referenceobjectname text
  securityrootid text
  securityrootobjcode text
  subobjcode text
  subobjid text
  subreferenceobjectname text
  subscribeid text
  taskid text
  templateid text
  timesheetid text
  topobjcode text
  topobjid text
  topreferenceobjectname text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.journalentries_daily_history
  journalentriesid text
  accessorids jsonb
  approverstatusid text
  assignmentid text
  auditrecordid text
  aux1 text
  aux2 text
  aux3 text
  baselineid text
  billingrecordid text
  changetype text
  companyid text
  customerid text
  documentapprovalid text
  documentid text
  documentshareid text
  durationminutes numeric
  editedbyid text
  entrydate timestamp with time zone
  expenseid text
  extrefid text
  fieldname text
  flags text
  hourid text
  initiativeid text
  newdateval timestamp with time zone
  newnumberval numeric
  newtextval text
  numlikes numeric
  numreplies numeric
  objcode text
  objid text
  objobjcode text
  olddateval timestamp with time zone
  oldnumberval numeric
  oldtextval text
  optaskid text
  portfolioid text
  programid text
  projectid text
  referenceobjectname text
  securityrootid text
  securityrootobjcode text
  subobjcode text
  subobjid text
  subreferenceobjectname text
  subscribeid text
  taskid text
  templateid text
  timesheetid text
  topobjcode text
  topobjid text
  topreferenceobjectname text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.journalentries_event
  journalentriesid text
  accessorids jsonb
  approverstatusid text
  assignmentid text
  auditrecordid text
  aux1 text
  aux2 text
  aux3 text
  baselineid text
  billingrecordid text
  changetype text
  companyid text
  customerid text
  documentapprovalid text
  documentid text
  documentshareid text
  durationminutes numeric
  editedbyid text
  entrydate timestamp with time zone
  expenseid text
  extrefid text
  fieldname text
  flags text
  hourid text
  initiativeid text
  newdateval timestamp with time zone
  newnumberval numeric
  newtextval text
  numlikes numeric
  numreplies numeric
  objcode text
  objid text
  objobjcode text
  olddateval timestamp with time zone
  oldnumberval numeric
  oldtextval text
  optaskid text
  portfolioid text
  programid text
  projectid text
  referenceobjectname text
  securityrootid text
  securityrootobjcode text
  subobjcode text
  subobjid text
  subreferenceobjectname text
  subscribeid text
  taskid text
  templateid text
  timesheetid text
  topobjcode text
  topobjid text
  topreferenceobjectname text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.layouttemplates_as_of
  layouttemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.layouttemplates_current
  layouttemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.layouttemplates_daily_history
  layouttemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.layouttemplates_event
  layouttemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.likes_as_of
  likeid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.likes_current
  likeid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.likes_daily_history
  likeid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.likes_event
  likeid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.linkedfolders_as_of
  linkedfolderid text
  documentproviderid text
  folderid text
  linkedbyid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.linkedfolders_current
  linkedfolderid text
  documentproviderid text
  folderid text
  linkedbyid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.linkedfolders_daily_history
  linkedfolderid text
  documentproviderid text
  folderid text
  linkedbyid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.linkedfolders_event
  linkedfolderid text
  documentproviderid text
  folderid text
  linkedbyid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.milestonepaths_as_of
  milestonepathid text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  lastupdatedbyid text
  name text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.milestonepaths_current
  milestonepathid text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  lastupdatedbyid text
  name text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.milestonepaths_daily_history
  milestonepathid text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  lastupdatedbyid text
  name text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.milestonepaths_event
  milestonepathid text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  lastupdatedbyid text
  name text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.milestones_as_of
  milestoneid text
  color text
  customerid text
  description text
  extrefid text
  lastupdatedbyid text
  milestonepathid text
  name text
  sequence text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.milestones_current
  milestoneid text
  color text
  customerid text
  description text
  extrefid text
  lastupdatedbyid text
  milestonepathid text
  name text
  sequence text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.milestones_daily_history
  milestoneid text
  color text
  customerid text
  description text
  extrefid text
  lastupdatedbyid text
  milestonepathid text
  name text
  sequence text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.milestones_event
  milestoneid text
  color text
  customerid text
  description text
  extrefid text
  lastupdatedbyid text
  milestonepathid text
  name text
  sequence text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.nonworkdays_as_of
  nonworkdayid text
  objid text
  scheduleid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.nonworkdays_current
  nonworkdayid text
  objid text
  scheduleid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.nonworkdays_daily_history
  nonworkdayid text
  objid text
  scheduleid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.nonworkdays_event
  nonworkdayid text
  objid text
  scheduleid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.notes_as_of
  noteid text
  accessorids jsonb
  attachdocumentid text
  attachobjcode text
  attachobjid text
  attachoptaskid text
  attachworkid text
  attachworkname text
  attachworkobjcode text
  attachworkuserid text
  auditrecordid text
  audittext text
  audittype text
  companyid text
  customerid text
  documentid text
  emailusers text
  entrydate timestamp with time zone
  externalserviceid text
  extrefid text
  formatentrydate timestamp with time zone
  hasreplies boolean
  indent text
  isdeleted boolean
  ismessage boolean
  isprivate boolean
  isreply boolean
  iterationid text
  noteobjcode text
  notetext text
  numlikes numeric
  numreplies numeric
  objcode text
  objid text
  optaskid text
  ownerid text
  parentendorsementid text
  parentjournalentryid text
  parentnoteid text
  portfolioid text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  proofactionid text
  referenceobjectname text
  richtextnoteid text
  securityrootid text
  securityrootobjcode text
  subject text
  taskid text
  templateid text
  templatetaskid text
  threaddate timestamp with time zone
  threadid text
  timesheetid text
  topnoteobjcode text
  topobjid text
  topreferenceobjectname text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.notes_current
  noteid text
  accessorids jsonb
  attachdocumentid text
  attachobjcode text
  attachobjid text
  attachoptaskid text
  attachworkid text
  attachworkname text
  attachworkobjcode text
  attachworkuserid text
  auditrecordid text
  audittext text
  audittype text
  companyid text
  customerid text
  documentid text
  emailusers text
  entrydate timestamp with time zone
  externalserviceid text
  extrefid text
  formatentrydate timestamp with time zone
  hasreplies boolean
  indent text
  isdeleted boolean
  ismessage boolean
  isprivate boolean
  isreply boolean
  iterationid text
  noteobjcode text
  notetext text
  numlikes numeric
  numreplies numeric
  objcode text
  objid text
  optaskid text
  ownerid text
  parentendorsementid text
  parentjournalentryid text
  parentnoteid text
  portfolioid text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  proofactionid text
  referenceobjectname text
  richtextnoteid text
  securityrootid text
  securityrootobjcode text
  subject text
  taskid text
  templateid text
  templatetaskid text
  threaddate timestamp with time zone
  threadid text
  timesheetid text
  topnoteobjcode text
  topobjid text
  topreferenceobjectname text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.notes_daily_history
  noteid text
  accessorids jsonb
  attachdocumentid text
  attachobjcode text
  attachobjid text
  attachoptaskid text
  attachworkid text
  attachworkname text
  attachworkobjcode text
  attachworkuserid text
  auditrecordid text
  audittext text
  audittype text
  companyid text
  customerid text
  documentid text
  emailusers text
  entrydate timestamp with time zone
  externalserviceid text
  extrefid text
  formatentrydate timestamp with time zone
  hasreplies boolean
  indent text
  isdeleted boolean
  ismessage boolean
  isprivate boolean
  isreply boolean
  iterationid text
  noteobjcode text
  notetext text
  numlikes numeric
  numreplies numeric
  objcode text
  objid text
  optaskid text
  ownerid text
  parentendorsementid text
  parentjournalentryid text
  parentnoteid text
  portfolioid text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  proofactionid text
  referenceobjectname text
  richtextnoteid text
  securityrootid text
  securityrootobjcode text
  subject text
  taskid text
  templateid text
  templatetaskid text
  threaddate timestamp with time zone
  threadid text
  timesheetid text
  topnoteobjcode text
  topobjid text
  topreferenceobjectname text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.notes_event
  noteid text
  accessorids jsonb
  attachdocumentid text
  attachobjcode text
  attachobjid text
  attachoptaskid text
  attachworkid text
  attachworkname text
  attachworkobjcode text
  attachworkuserid text
  auditrecordid text
  audittext text
  audittype text
  companyid text
  customerid text
  documentid text
  emailusers text
  entrydate timestamp with time zone
  externalserviceid text
  extrefid text
  formatentrydate timestamp with time zone
  hasreplies boolean
  indent text
  isdeleted boolean
  ismessage boolean
  isprivate boolean
  isreply boolean
  iterationid text
  noteobjcode text
  notetext text
  numlikes numeric
  numreplies numeric
  objcode text
  objid text
  optaskid text
  ownerid text
  parentendorsementid text
  parentjournalentryid text
  parentnoteid text
  portfolioid text
  programid text
  project_portfolioid text
  project_programid text
  projectid text
  proofactionid text
  referenceobjectname text
  richtextnoteid text
  securityrootid text
  securityrootobjcode text
  subject text
  taskid text
  templateid text
  templatetaskid text
  threaddate timestamp with time zone
  threadid text
  timesheetid text
  topnoteobjcode text
  topobjid text
  topreferenceobjectname text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.object_views
  objcode text
  current_view text
  event_view text
  daily_history_view text
  as_of_view text
  key_column text

view workfront.objectintegration_as_of
  objectintegrationid text
  linkedobjectid text
  objid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.objectintegration_current
  objectintegrationid text
  linkedobjectid text
  objid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.objectintegration_daily_history
  objectintegrationid text
  linkedobjectid text
  objid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.objectintegration_event
  objectintegrationid text
  linkedobjectid text
  objid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.objectscategories_as_of
  objectscategoryid text
  categoryid text
  categoryorder text
  customerid text
  objid text
  objobjcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.objectscategories_current
  objectscategoryid text
  categoryid text
  categoryorder text
  customerid text
  objid text
  objobjcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.objectscategories_daily_history
  objectscategoryid text
  categoryid text
  categoryorder text
  customerid text
  objid text
  objobjcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.objectscategories_event
  objectscategoryid text
  categoryid text
  categoryorder text
  customerid text
  objid text
  objobjcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.optasks_as_of
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

view workfront.parametergroups_as_of
  parametergroupid text
  customerid text
  description text
  displayorder text
  extrefid text
  isdefault boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.parametergroups_current
  parametergroupid text
  customerid text
  description text
  displayorder text
  extrefid text
  isdefault boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.parametergroups_daily_history
  parametergroupid text
  customerid text
  description text
  displayorder text
  extrefid text
  isdefault boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.parametergroups_event
  parametergroupid text
  customerid text
  description text
  displayorder text
  extrefid text
  isdefault boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.parameteroptions_as_of
  parameteroptionid text
  customerid text
  displayorder text
  extrefid text
  isdefault boolean
  ishidden boolean
  label text
  parameterid text
  value text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.parameteroptions_current
  parameteroptionid text
  customerid text
  displayorder text
  extrefid text
  isdefault boolean
  ishidden boolean
  label text
  parameterid text
  value text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.parameteroptions_daily_history
  parameteroptionid text
  customerid text
  displayorder text
  extrefid text
  isdefault boolean
  ishidden boolean
  label text
  parameterid text
  value text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.parameteroptions_event
  parameteroptionid text
  customerid text
  displayorder text
  extrefid text
  isdefault boolean
  ishidden boolean
  label text
  parameterid text
  value text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.parameters_as_of
  parameterid text
  accessorids jsonb
  customerid text
  datatype text
  description text
  displaysize text
  displaytype text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  formatconstraint text
  isactive boolean
  isrequired boolean
  label text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.parameters_current
  parameterid text
  accessorids jsonb
  customerid text
  datatype text
  description text
  displaysize text
  displaytype text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  formatconstraint text
  isactive boolean
  isrequired boolean
  label text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.parameters_daily_history
  parameterid text
  accessorids jsonb
  customerid text
  datatype text
  description text
  displaysize text
  displaytype text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  formatconstraint text
  isactive boolean
  isrequired boolean
  label text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.parameters_event
  parameterid text
  accessorids jsonb
  customerid text
  datatype text
  description text
  displaysize text
  displaytype text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  formatconstraint text
  isactive boolean
  isrequired boolean
  label text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.people
  personid text
  userid text
  name text
  isims boolean

view workfront.portalsections_as_of
  portalsectionid text
  accessorids jsonb
  appglobalid text
  controllerclass text
  currency text
  customerid text
  defaulttab text
  definition text
  description text
  descriptionkey text
  enablepromptsecurity text
  enteredbyid text
  extrefid text
  filtercontrol text
  filterid text
  foldername text
  forceload text
  globaluikey text
  groupbyid text
  groupcontrol text
  isappglobalcopiable boolean
  isappglobaleditable boolean
  isnewformat boolean
  ispublic boolean
  isreport boolean
  isstandalone boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  lastviewedbyid text
  maxresults text
  methodname text
  moddate timestamp with time zone
  name text
  namekey text
  objcode text
  objid text
  objinterface text
  objobjcode text
  preferenceid text
  publicrunasuserid text
  publictoken text
  reportfolderid text
  reporttype text
  runasuserid text
  scheduledreportid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  showprompts boolean
  sortby text
  sortby2 text
  sortby3 text
  sorttype text
  sorttype2 text
  sorttype3 text
  specialview text
  toolbar text
  uiobjcode text
  viewcontrol text
  viewid text
  width text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.portalsections_current
  portalsectionid text
  accessorids jsonb
  appglobalid text
  controllerclass text
  currency text
  customerid text
  defaulttab text
  definition text
  description text
  descriptionkey text
  enablepromptsecurity text
  enteredbyid text
  extrefid text
  filtercontrol text
  filterid text
  foldername text
  forceload text
  globaluikey text
  groupbyid text
  groupcontrol text
  isappglobalcopiable boolean
  isappglobaleditable boolean
  isnewformat boolean
  ispublic boolean
  isreport boolean
  isstandalone boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  lastviewedbyid text
  maxresults text
  methodname text
  moddate timestamp with time zone
  name text
  namekey text
  objcode text
  objid text
  objinterface text
  objobjcode text
  preferenceid text
  publicrunasuserid text
  publictoken text
  reportfolderid text
  reporttype text
  runasuserid text
  scheduledreportid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  showprompts boolean
  sortby text
  sortby2 text
  sortby3 text
  sorttype text
  sorttype2 text
  sorttype3 text
  specialview text
  toolbar text
  uiobjcode text
  viewcontrol text
  viewid text
  width text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.portalsections_daily_history
  portalsectionid text
  accessorids jsonb
  appglobalid text
  controllerclass text
  currency text
  customerid text
  defaulttab text
  definition text
  description text
  descriptionkey text
  enablepromptsecurity text
  enteredbyid text
  extrefid text
  filtercontrol text
  filterid text
  foldername text
  forceload text
  globaluikey text
  groupbyid text
  groupcontrol text
  isappglobalcopiable boolean
  isappglobaleditable boolean
  isnewformat boolean
  ispublic boolean
  isreport boolean
  isstandalone boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  lastviewedbyid text
  maxresults text
  methodname text
  moddate timestamp with time zone
  name text
  namekey text
  objcode text
  objid text
  objinterface text
  objobjcode text
  preferenceid text
  publicrunasuserid text
  publictoken text
  reportfolderid text
  reporttype text
  runasuserid text
  scheduledreportid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  showprompts boolean
  sortby text
  sortby2 text
  sortby3 text
  sorttype text
  sorttype2 text
  sorttype3 text
  specialview text
  toolbar text
  uiobjcode text
  viewcontrol text
  viewid text
  width text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.portalsections_event
  portalsectionid text
  accessorids jsonb
  appglobalid text
  controllerclass text
  currency text
  customerid text
  defaulttab text
  definition text
  description text
  descriptionkey text
  enablepromptsecurity text
  enteredbyid text
  extrefid text
  filtercontrol text
  filterid text
  foldername text
  forceload text
  globaluikey text
  groupbyid text
  groupcontrol text
  isappglobalcopiable boolean
  isappglobaleditable boolean
  isnewformat boolean
  ispublic boolean
  isreport boolean
  isstandalone boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  lastviewedbyid text
  maxresults text
  methodname text
  moddate timestamp with time zone
  name text
  namekey text
  objcode text
  objid text
  objinterface text
  objobjcode text
  preferenceid text
  publicrunasuserid text
  publictoken text
  reportfolderid text
  reporttype text
  runasuserid text
  scheduledreportid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  showprompts boolean
  sortby text
  sortby2 text
  sortby3 text
  sorttype text
  sorttype2 text
  sorttype3 text
  specialview text
  toolbar text
  uiobjcode text
  viewcontrol text
  viewid text
  width text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.portaltabs_as_of
  portaltabid text
  accessorids jsonb
  customerid text
  description text
  displayorder text
  docid text
  extrefid text
  ispublic boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  namekey text
  objcode text
  portalprofileid text
  tabname text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.portaltabs_current
  portaltabid text
  accessorids jsonb
  customerid text
  description text
  displayorder text
  docid text
  extrefid text
  ispublic boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  namekey text
  objcode text
  portalprofileid text
  tabname text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.portaltabs_daily_history
  portaltabid text
  accessorids jsonb
  customerid text
  description text
  displayorder text
  docid text
  extrefid text
  ispublic boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  namekey text
  objcode text
  portalprofileid text
  tabname text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.portaltabs_event
  portaltabid text
  accessorids jsonb
  customerid text
  description text
  displayorder text
  docid text
  extrefid text
  ispublic boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  namekey text
  objcode text
  portalprofileid text
  tabname text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.portaltabsportalsections_as_of
  portaltabsectionid text
  internalsectionid text
  portalsectionobjid text
  portaltabid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.portaltabsportalsections_current
  portaltabsectionid text
  internalsectionid text
  portalsectionobjid text
  portaltabid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.portaltabsportalsections_daily_history
  portaltabsectionid text
  internalsectionid text
  portalsectionobjid text
  portaltabid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.portaltabsportalsections_event
  portaltabsectionid text
  internalsectionid text
  portalsectionobjid text
  portaltabid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.portfolios_as_of
  portfolioid text
  accessorids jsonb
  aligned text
  alignmentscorecardid text
  audittypes text
  budget text
  categoryid text
  currency text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  isactive boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  netvalue text
  objcode text
  onbudget text
  ontime text
  ownerid text
  roi text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.portfolios_current
  portfolioid text
  accessorids jsonb
  aligned text
  alignmentscorecardid text
  audittypes text
  budget text
  categoryid text
  currency text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  isactive boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  netvalue text
  objcode text
  onbudget text
  ontime text
  ownerid text
  roi text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.portfolios_daily_history
  portfolioid text
  accessorids jsonb
  aligned text
  alignmentscorecardid text
  audittypes text
  budget text
  categoryid text
  currency text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  isactive boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  netvalue text
  objcode text
  onbudget text
  ontime text
  ownerid text
  roi text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.portfolios_event
  portfolioid text
  accessorids jsonb
  aligned text
  alignmentscorecardid text
  audittypes text
  budget text
  categoryid text
  currency text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  isactive boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  netvalue text
  objcode text
  onbudget text
  ontime text
  ownerid text
  roi text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.predecessors_as_of
  id text
  customerid text
  iscp boolean
  isenforced boolean
  lagdays text
  lagtype text
  predecessorid text
  predecessortype text
  successorid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.predecessors_current
  id text
  customerid text
  iscp boolean
  isenforced boolean
  lagdays text
  lagtype text
  predecessorid text
  predecessortype text
  successorid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.predecessors_daily_history
  id text
  customerid text
  iscp boolean
  isenforced boolean
  lagdays text
  lagtype text
  predecessorid text
  predecessortype text
  successorid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.predecessors_event
  id text
  customerid text
  iscp boolean
  isenforced boolean
  lagdays text
  lagtype text
  predecessorid text
  predecessortype text
  successorid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.programs_as_of
  programid text
  accessorids jsonb
  audittypes text
  categoryid text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  portfolioid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.programs_current
  programid text
  accessorids jsonb
  audittypes text
  categoryid text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  portfolioid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.programs_daily_history
  programid text
  accessorids jsonb
  audittypes text
  categoryid text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  portfolioid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.programs_event
  programid text
  accessorids jsonb
  audittypes text
  categoryid text
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  groupid text
  hasdocuments boolean
  hasmessages boolean
  hasnotes boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  portfolioid text
  securityancestorsdisabled text
  securityrootid text
  securityrootobjcode text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.projects_as_of
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

view workfront.projectsusers_as_of
  projectsuserid text
  projectid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.projectsusers_current
  projectsuserid text
  projectid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.projectsusers_daily_history
  projectsuserid text
  projectid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.projectsusers_event
  projectsuserid text
  projectid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.projectsusersroles_as_of
  projectsusersroleid text
  projectid text
  roleid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.projectsusersroles_current
  projectsusersroleid text
  projectid text
  roleid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.projectsusersroles_daily_history
  projectsusersroleid text
  projectid text
  roleid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.projectsusersroles_event
  projectsusersroleid text
  projectid text
  roleid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.proofapprovals_as_of
  proofapprovalid text
  accessorids jsonb
  approverdecision text
  approverid text
  customerid text
  documentid text
  documentversionid text
  isawaitingdecision boolean
  objcode text
  proofcreationdate timestamp with time zone
  requesterid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.proofapprovals_current
  proofapprovalid text
  accessorids jsonb
  approverdecision text
  approverid text
  customerid text
  documentid text
  documentversionid text
  isawaitingdecision boolean
  objcode text
  proofcreationdate timestamp with time zone
  requesterid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.proofapprovals_daily_history
  proofapprovalid text
  accessorids jsonb
  approverdecision text
  approverid text
  customerid text
  documentid text
  documentversionid text
  isawaitingdecision boolean
  objcode text
  proofcreationdate timestamp with time zone
  requesterid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.proofapprovals_event
  proofapprovalid text
  accessorids jsonb
  approverdecision text
  approverid text
  customerid text
  documentid text
  documentversionid text
  isawaitingdecision boolean
  objcode text
  proofcreationdate timestamp with time zone
  requesterid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.rates_as_of
  rateid text
  accessorids jsonb
  assignmentid text
  classifierid text
  companyid text
  customerid text
  exchangerateid text
  extrefid text
  nlbrcategoryid text
  nonlaborresourceid text
  objid text
  projectid text
  ratecardid text
  ratevalue text
  roleid text
  securityrootid text
  securityrootobjcode text
  sourceratecardid text
  templateid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.rates_current
  rateid text
  accessorids jsonb
  assignmentid text
  classifierid text
  companyid text
  customerid text
  exchangerateid text
  extrefid text
  nlbrcategoryid text
  nonlaborresourceid text
  objid text
  projectid text
  ratecardid text
  ratevalue text
  roleid text
  securityrootid text
  securityrootobjcode text
  sourceratecardid text
  templateid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.rates_daily_history
  rateid text
  accessorids jsonb
  assignmentid text
  classifierid text
  companyid text
  customerid text
  exchangerateid text
  extrefid text
  nlbrcategoryid text
  nonlaborresourceid text
  objid text
  projectid text
  ratecardid text
  ratevalue text
  roleid text
  securityrootid text
  securityrootobjcode text
  sourceratecardid text
  templateid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.rates_event
  rateid text
  accessorids jsonb
  assignmentid text
  classifierid text
  companyid text
  customerid text
  exchangerateid text
  extrefid text
  nlbrcategoryid text
  nonlaborresourceid text
  objid text
  projectid text
  ratecardid text
  ratevalue text
  roleid text
  securityrootid text
  securityrootobjcode text
  sourceratecardid text
  templateid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.reportablebudgetedhours_as_of
  reportablebudgetedhourid text
  projectid text
  roleid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.reportablebudgetedhours_current
  reportablebudgetedhourid text
  projectid text
  roleid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.reportablebudgetedhours_daily_history
  reportablebudgetedhourid text
  projectid text
  roleid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.reportablebudgetedhours_event
  reportablebudgetedhourid text
  projectid text
  roleid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.reportfolders_as_of
  reportfolderid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.reportfolders_current
  reportfolderid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.reportfolders_daily_history
  reportfolderid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.reportfolders_event
  reportfolderid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.reportlastviewers_as_of
  reportlastviewerid text
  reportid text
  viewerid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.reportlastviewers_current
  reportlastviewerid text
  reportid text
  viewerid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.reportlastviewers_daily_history
  reportlastviewerid text
  reportid text
  viewerid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.reportlastviewers_event
  reportlastviewerid text
  reportid text
  viewerid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.reportviewstatisticcounts_as_of
  reportviewstatisticcountid text
  reportid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.reportviewstatisticcounts_current
  reportviewstatisticcountid text
  reportid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.reportviewstatisticcounts_daily_history
  reportviewstatisticcountid text
  reportid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.reportviewstatisticcounts_event
  reportviewstatisticcountid text
  reportid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.reservedtextnotes_as_of
  richtextnoteid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.reservedtextnotes_current
  richtextnoteid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.reservedtextnotes_daily_history
  richtextnoteid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.reservedtextnotes_event
  richtextnoteid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.reservedtimes_as_of
  reservedtimeid text
  customerid text
  enddate timestamp with time zone
  startdate timestamp with time zone
  taskid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.reservedtimes_current
  reservedtimeid text
  customerid text
  enddate timestamp with time zone
  startdate timestamp with time zone
  taskid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.reservedtimes_daily_history
  reservedtimeid text
  customerid text
  enddate timestamp with time zone
  startdate timestamp with time zone
  taskid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.reservedtimes_event
  reservedtimeid text
  customerid text
  enddate timestamp with time zone
  startdate timestamp with time zone
  taskid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.resourcemanagers_as_of
  id text
  projectid text
  resourcemanagerid text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.resourcemanagers_current
  id text
  projectid text
  resourcemanagerid text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.resourcemanagers_daily_history
  id text
  projectid text
  resourcemanagerid text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.resourcemanagers_event
  id text
  projectid text
  resourcemanagerid text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.richtextparametervalues_as_of
  richtextparametervalueid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.richtextparametervalues_current
  richtextparametervalueid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.richtextparametervalues_daily_history
  richtextparametervalueid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.richtextparametervalues_event
  richtextparametervalueid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.risks_as_of
  riskid text
  accessorids jsonb
  actualcost numeric
  customerid text
  description text
  enteredbyid text
  estimatedeffect text
  exchangerateid text
  extrefid text
  lastupdatedbyid text
  mitigationcost numeric
  mitigationdescription text
  probability text
  projectid text
  risktypeid text
  securityrootid text
  securityrootobjcode text
  status text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.risks_current
  riskid text
  accessorids jsonb
  actualcost numeric
  customerid text
  description text
  enteredbyid text
  estimatedeffect text
  exchangerateid text
  extrefid text
  lastupdatedbyid text
  mitigationcost numeric
  mitigationdescription text
  probability text
  projectid text
  risktypeid text
  securityrootid text
  securityrootobjcode text
  status text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.risks_daily_history
  riskid text
  accessorids jsonb
  actualcost numeric
  customerid text
  description text
  enteredbyid text
  estimatedeffect text
  exchangerateid text
  extrefid text
  lastupdatedbyid text
  mitigationcost numeric
  mitigationdescription text
  probability text
  projectid text
  risktypeid text
  securityrootid text
  securityrootobjcode text
  status text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.risks_event
  riskid text
  accessorids jsonb
  actualcost numeric
  customerid text
  description text
  enteredbyid text
  estimatedeffect text
  exchangerateid text
  extrefid text
  lastupdatedbyid text
  mitigationcost numeric
  mitigationdescription text
  probability text
  projectid text
  risktypeid text
  securityrootid text
  securityrootobjcode text
  status text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.risktypes_as_of
  risktypeid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.risktypes_current
  risktypeid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.risktypes_daily_history
  risktypeid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.risktypes_event
  risktypeid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.roles_as_of
  roleid text
  billingperhour numeric
  costperhour numeric
  customerid text
  defaultinterface text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  layouttemplateid text
  maxusers text
  name text
  privateratecardid text
  uitemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.roles_current
  roleid text
  billingperhour numeric
  costperhour numeric
  customerid text
  defaultinterface text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  layouttemplateid text
  maxusers text
  name text
  privateratecardid text
  uitemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.roles_daily_history
  roleid text
  billingperhour numeric
  costperhour numeric
  customerid text
  defaultinterface text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  layouttemplateid text
  maxusers text
  name text
  privateratecardid text
  uitemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.roles_event
  roleid text
  billingperhour numeric
  costperhour numeric
  customerid text
  defaultinterface text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  layouttemplateid text
  maxusers text
  name text
  privateratecardid text
  uitemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.rsrcpools_as_of
  resourcepoolid text
  enteredbyid text
  lastupdatedbyid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.rsrcpools_current
  resourcepoolid text
  enteredbyid text
  lastupdatedbyid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.rsrcpools_daily_history
  resourcepoolid text
  enteredbyid text
  lastupdatedbyid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.rsrcpools_event
  resourcepoolid text
  enteredbyid text
  lastupdatedbyid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.schedules_as_of
  scheduleid text
  customerid text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  friday text
  groupid text
  hasnonworkdays boolean
  homegroupid text
  isdefault boolean
  monday text
  name text
  saturday text
  sunday text
  thursday text
  timezone text
  tuesday text
  wednesday text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.schedules_current
  scheduleid text
  customerid text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  friday text
  groupid text
  hasnonworkdays boolean
  homegroupid text
  isdefault boolean
  monday text
  name text
  saturday text
  sunday text
  thursday text
  timezone text
  tuesday text
  wednesday text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.schedules_daily_history
  scheduleid text
  customerid text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  friday text
  groupid text
  hasnonworkdays boolean
  homegroupid text
  isdefault boolean
  monday text
  name text
  saturday text
  sunday text
  thursday text
  timezone text
  tuesday text
  wednesday text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.schedules_event
  scheduleid text
  customerid text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  friday text
  groupid text
  hasnonworkdays boolean
  homegroupid text
  isdefault boolean
  monday text
  name text
  saturday text
  sunday text
  thursday text
  timezone text
  tuesday text
  wednesday text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.scorecards_as_of
  scorecardid text
  accessorids jsonb
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  ispublic boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objid text
  objobjcode text
  projectid text
  securityrootid text
  securityrootobjcode text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.scorecards_current
  scorecardid text
  accessorids jsonb
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  ispublic boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objid text
  objobjcode text
  projectid text
  securityrootid text
  securityrootobjcode text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.scorecards_daily_history
  scorecardid text
  accessorids jsonb
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  ispublic boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objid text
  objobjcode text
  projectid text
  securityrootid text
  securityrootobjcode text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.scorecards_event
  scorecardid text
  accessorids jsonb
  customerid text
  description text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  ispublic boolean
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objid text
  objobjcode text
  projectid text
  securityrootid text
  securityrootobjcode text
  templateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.searchevents_as_of
  searcheventid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.searchevents_current
  searcheventid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.searchevents_daily_history
  searcheventid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.searchevents_event
  searcheventid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.staffing_plan_as_of
  staffingplanid text
  accessorids jsonb
  attachedratecard_sourceid text
  attachedratecardid text
  availableestimatedhours numeric
  categoryid text
  companyid text
  currency text
  customerid text
  description text
  enddate timestamp with time zone
  enteredbyid text
  entrydate timestamp with time zone
  groupid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  preservebilling text
  privateratecardid text
  referencenumber numeric
  scheduleid text
  startdate timestamp with time zone
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  url text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.staffing_plan_current
  staffingplanid text
  accessorids jsonb
  attachedratecard_sourceid text
  attachedratecardid text
  availableestimatedhours numeric
  categoryid text
  companyid text
  currency text
  customerid text
  description text
  enddate timestamp with time zone
  enteredbyid text
  entrydate timestamp with time zone
  groupid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  preservebilling text
  privateratecardid text
  referencenumber numeric
  scheduleid text
  startdate timestamp with time zone
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  url text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.staffing_plan_daily_history
  staffingplanid text
  accessorids jsonb
  attachedratecard_sourceid text
  attachedratecardid text
  availableestimatedhours numeric
  categoryid text
  companyid text
  currency text
  customerid text
  description text
  enddate timestamp with time zone
  enteredbyid text
  entrydate timestamp with time zone
  groupid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  preservebilling text
  privateratecardid text
  referencenumber numeric
  scheduleid text
  startdate timestamp with time zone
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  url text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.staffing_plan_event
  staffingplanid text
  accessorids jsonb
  attachedratecard_sourceid text
  attachedratecardid text
  availableestimatedhours numeric
  categoryid text
  companyid text
  currency text
  customerid text
  description text
  enddate timestamp with time zone
  enteredbyid text
  entrydate timestamp with time zone
  groupid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  name text
  objcode text
  ownerid text
  preservebilling text
  privateratecardid text
  referencenumber numeric
  scheduleid text
  startdate timestamp with time zone
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  url text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.staffing_plan_resource_as_of
  staffingplanresourceid text
  accessorids jsonb
  assignedbyid text
  assignedtoid text
  categoryid text
  customerid text
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  olv text
  roleid text
  staffingplanid text
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.staffing_plan_resource_current
  staffingplanresourceid text
  accessorids jsonb
  assignedbyid text
  assignedtoid text
  categoryid text
  customerid text
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  olv text
  roleid text
  staffingplanid text
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.staffing_plan_resource_daily_history
  staffingplanresourceid text
  accessorids jsonb
  assignedbyid text
  assignedtoid text
  categoryid text
  customerid text
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  olv text
  roleid text
  staffingplanid text
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.staffing_plan_resource_event
  staffingplanresourceid text
  accessorids jsonb
  assignedbyid text
  assignedtoid text
  categoryid text
  customerid text
  entrydate timestamp with time zone
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  olv text
  roleid text
  staffingplanid text
  totalestimatedcost numeric
  totalestimatedhours numeric
  totalestimatedrevenue numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.staffingplanparametervalues_as_of
  staffingplanparametervalueid text
  customerid text
  dateval timestamp with time zone
  numberval numeric
  objcode text
  objid text
  objobjcode text
  parameterid text
  parametername text
  richtextid text
  textval text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.staffingplanparametervalues_current
  staffingplanparametervalueid text
  customerid text
  dateval timestamp with time zone
  numberval numeric
  objcode text
  objid text
  objobjcode text
  parameterid text
  parametername text
  richtextid text
  textval text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.staffingplanparametervalues_daily_history
  staffingplanparametervalueid text
  customerid text
  dateval timestamp with time zone
  numberval numeric
  objcode text
  objid text
  objobjcode text
  parameterid text
  parametername text
  richtextid text
  textval text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.staffingplanparametervalues_event
  staffingplanparametervalueid text
  customerid text
  dateval timestamp with time zone
  numberval numeric
  objcode text
  objid text
  objobjcode text
  parameterid text
  parametername text
  richtextid text
  textval text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.staffingplanresourceattributevalues_as_of
  staffingplanresourceattributevalueid text
  attributeattachableid text
  attributevaluesetid text
  customerid text
  objcode text
  rateattributeid text
  refclassifierid text
  refcompanyid text
  refgroupid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.staffingplanresourceattributevalues_current
  staffingplanresourceattributevalueid text
  attributeattachableid text
  attributevaluesetid text
  customerid text
  objcode text
  rateattributeid text
  refclassifierid text
  refcompanyid text
  refgroupid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.staffingplanresourceattributevalues_daily_history
  staffingplanresourceattributevalueid text
  attributeattachableid text
  attributevaluesetid text
  customerid text
  objcode text
  rateattributeid text
  refclassifierid text
  refcompanyid text
  refgroupid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.staffingplanresourceattributevalues_event
  staffingplanresourceattributevalueid text
  attributeattachableid text
  attributevaluesetid text
  customerid text
  objcode text
  rateattributeid text
  refclassifierid text
  refcompanyid text
  refgroupid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.staffingplanresourceattributevaluesets_as_of
  staffingplanresourceattributevaluesetid text
  attributeattachableid text
  customerid text
  objcode text
  systemgenerated text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.staffingplanresourceattributevaluesets_current
  staffingplanresourceattributevaluesetid text
  attributeattachableid text
  customerid text
  objcode text
  systemgenerated text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.staffingplanresourceattributevaluesets_daily_history
  staffingplanresourceattributevaluesetid text
  attributeattachableid text
  customerid text
  objcode text
  systemgenerated text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.staffingplanresourceattributevaluesets_event
  staffingplanresourceattributevaluesetid text
  attributeattachableid text
  customerid text
  objcode text
  systemgenerated text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.staffingplanresourceparametervalues_as_of
  staffingplanresourceparametervalueid text
  customerid text
  dateval timestamp with time zone
  numberval numeric
  objcode text
  objid text
  objobjcode text
  parameterid text
  parametername text
  richtextid text
  textval text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.staffingplanresourceparametervalues_current
  staffingplanresourceparametervalueid text
  customerid text
  dateval timestamp with time zone
  numberval numeric
  objcode text
  objid text
  objobjcode text
  parameterid text
  parametername text
  richtextid text
  textval text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.staffingplanresourceparametervalues_daily_history
  staffingplanresourceparametervalueid text
  customerid text
  dateval timestamp with time zone
  numberval numeric
  objcode text
  objid text
  objobjcode text
  parameterid text
  parametername text
  richtextid text
  textval text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.staffingplanresourceparametervalues_event
  staffingplanresourceparametervalueid text
  customerid text
  dateval timestamp with time zone
  numberval numeric
  objcode text
  objid text
  objobjcode text
  parameterid text
  parametername text
  richtextid text
  textval text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.stepapprovers_as_of
  stepapproverid text
  approvalstepid text
  roleid text
  teamid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.stepapprovers_current
  stepapproverid text
  approvalstepid text
  roleid text
  teamid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.stepapprovers_daily_history
  stepapproverid text
  approvalstepid text
  roleid text
  teamid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.stepapprovers_event
  stepapproverid text
  approvalstepid text
  roleid text
  teamid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

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

view workfront.teammembers_as_of
  teammemberid text
  adhocteam text
  customerid text
  hasassignpermissions boolean
  teamid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.teammembers_current
  teammemberid text
  adhocteam text
  customerid text
  hasassignpermissions boolean
  teamid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.teammembers_daily_history
  teammemberid text
  adhocteam text
  customerid text
  hasassignpermissions boolean
  teamid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.teammembers_event
  teammemberid text
  adhocteam text
  customerid text
  hasassignpermissions boolean
  teamid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.teams_as_of
  teamid text
  customerid text
  defaultinterface text
  description text
  enteredbyid text
  estimatebyhours numeric
  groupid text
  hoursperpoint text
  isagile boolean
  isstandardissuelist boolean
  layouttemplateid text
  myworkviewid text
  name text
  optaskbugreportstatuses text
  optaskchangeorderstatuses text
  optaskissuestatuses text
  optaskrequeststatuses text
  ownerid text
  requestsviewid text
  scheduleid text
  taskstatuses text
  teamstoryboardstatuses text
  teamtype text
  uitemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.teams_current
  teamid text
  customerid text
  defaultinterface text
  description text
  enteredbyid text
  estimatebyhours numeric
  groupid text
  hoursperpoint text
  isagile boolean
  isstandardissuelist boolean
  layouttemplateid text
  myworkviewid text
  name text
  optaskbugreportstatuses text
  optaskchangeorderstatuses text
  optaskissuestatuses text
  optaskrequeststatuses text
  ownerid text
  requestsviewid text
  scheduleid text
  taskstatuses text
  teamstoryboardstatuses text
  teamtype text
  uitemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.teams_daily_history
  teamid text
  customerid text
  defaultinterface text
  description text
  enteredbyid text
  estimatebyhours numeric
  groupid text
  hoursperpoint text
  isagile boolean
  isstandardissuelist boolean
  layouttemplateid text
  myworkviewid text
  name text
  optaskbugreportstatuses text
  optaskchangeorderstatuses text
  optaskissuestatuses text
  optaskrequeststatuses text
  ownerid text
  requestsviewid text
  scheduleid text
  taskstatuses text
  teamstoryboardstatuses text
  teamtype text
  uitemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.teams_event
  teamid text
  customerid text
  defaultinterface text
  description text
  enteredbyid text
  estimatebyhours numeric
  groupid text
  hoursperpoint text
  isagile boolean
  isstandardissuelist boolean
  layouttemplateid text
  myworkviewid text
  name text
  optaskbugreportstatuses text
  optaskchangeorderstatuses text
  optaskissuestatuses text
  optaskrequeststatuses text
  ownerid text
  requestsviewid text
  scheduleid text
  taskstatuses text
  teamstoryboardstatuses text
  teamtype text
  uitemplateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.templateassignments_as_of
  templateassignmentid text
  accessorids jsonb
  assignedtoid text
  assignmentpercent numeric
  categoryid text
  customerid text
  isprimary boolean
  isteamassignment boolean
  lastupdatedbyid text
  mastertaskid text
  objid text
  objobjcode text
  roleid text
  teamid text
  templateid text
  templatetaskid text
  work numeric
  workrequired numeric
  workunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.templateassignments_current
  templateassignmentid text
  accessorids jsonb
  assignedtoid text
  assignmentpercent numeric
  categoryid text
  customerid text
  isprimary boolean
  isteamassignment boolean
  lastupdatedbyid text
  mastertaskid text
  objid text
  objobjcode text
  roleid text
  teamid text
  templateid text
  templatetaskid text
  work numeric
  workrequired numeric
  workunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.templateassignments_daily_history
  templateassignmentid text
  accessorids jsonb
  assignedtoid text
  assignmentpercent numeric
  categoryid text
  customerid text
  isprimary boolean
  isteamassignment boolean
  lastupdatedbyid text
  mastertaskid text
  objid text
  objobjcode text
  roleid text
  teamid text
  templateid text
  templatetaskid text
  work numeric
  workrequired numeric
  workunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.templateassignments_event
  templateassignmentid text
  accessorids jsonb
  assignedtoid text
  assignmentpercent numeric
  categoryid text
  customerid text
  isprimary boolean
  isteamassignment boolean
  lastupdatedbyid text
  mastertaskid text
  objid text
  objobjcode text
  roleid text
  teamid text
  templateid text
  templatetaskid text
  work numeric
  workrequired numeric
  workunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.templatepredecessors_as_of
  templatepredecessorid text
  customerid text
  isenforced boolean
  lagdays text
  lagtype text
  predecessorid text
  predecessortype text
  successorid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.templatepredecessors_current
  templatepredecessorid text
  customerid text
  isenforced boolean
  lagdays text
  lagtype text
  predecessorid text
  predecessortype text
  successorid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.templatepredecessors_daily_history
  templatepredecessorid text
  customerid text
  isenforced boolean
  lagdays text
  lagtype text
  predecessorid text
  predecessortype text
  successorid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.templatepredecessors_event
  templatepredecessorid text
  customerid text
  isenforced boolean
  lagdays text
  lagtype text
  predecessorid text
  predecessortype text
  successorid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.templates_as_of
  templateid text
  accessorids jsonb
  approvalprocessid text
  autobaselinerecuron boolean
  autobaselinerecurrencetype boolean
  budget text
  categoryid text
  companyid text
  completionday text
  completiontype text
  conditiontype text
  currency text
  customerid text
  defaultforbiddencontributeactions text
  defaultforbiddenmanageactions text
  defaultforbiddenviewactions text
  deliverablescorecardid text
  deliverablesuccessscore text
  description text
  durationexpression text
  durationminutes numeric
  enableautobaselines text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  filterhourtypes text
  fixedcost numeric
  fixedrevenue numeric
  groupid text
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  issueworkflowautomationid text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  levelingmode text
  milestonepathid text
  name text
  objcode text
  olv text
  ownerid text
  ownerprivileges text
  pendingcalculation text
  pendingupdatemethods text
  performanceindexmethod text
  plannedbenefit text
  plannedcost numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedriskcost numeric
  portfolioid text
  priority numeric
  privateratecardid text
  programid text
  queuedefid text
  referencenumber numeric
  risk text
  scheduleid text
  schedulemode text
  sponsorid text
  startday text
  summarycompletiontype text
  taskworkflowautomationid text
  teamid text
  updatetype text
  url text
  version numeric
  workflowautomationid text
  workrequired numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.templates_current
  templateid text
  accessorids jsonb
  approvalprocessid text
  autobaselinerecuron boolean
  autobaselinerecurrencetype boolean
  budget text
  categoryid text
  companyid text
  completionday text
  completiontype text
  conditiontype text
  currency text
  customerid text
  defaultforbiddencontributeactions text
  defaultforbiddenmanageactions text
  defaultforbiddenviewactions text
  deliverablescorecardid text
  deliverablesuccessscore text
  description text
  durationexpression text
  durationminutes numeric
  enableautobaselines text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  filterhourtypes text
  fixedcost numeric
  fixedrevenue numeric
  groupid text
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  issueworkflowautomationid text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  levelingmode text
  milestonepathid text
  name text
  objcode text
  olv text
  ownerid text
  ownerprivileges text
  pendingcalculation text
  pendingupdatemethods text
  performanceindexmethod text
  plannedbenefit text
  plannedcost numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedriskcost numeric
  portfolioid text
  priority numeric
  privateratecardid text
  programid text
  queuedefid text
  referencenumber numeric
  risk text
  scheduleid text
  schedulemode text
  sponsorid text
  startday text
  summarycompletiontype text
  taskworkflowautomationid text
  teamid text
  updatetype text
  url text
  version numeric
  workflowautomationid text
  workrequired numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.templates_daily_history
  templateid text
  accessorids jsonb
  approvalprocessid text
  autobaselinerecuron boolean
  autobaselinerecurrencetype boolean
  budget text
  categoryid text
  companyid text
  completionday text
  completiontype text
  conditiontype text
  currency text
  customerid text
  defaultforbiddencontributeactions text
  defaultforbiddenmanageactions text
  defaultforbiddenviewactions text
  deliverablescorecardid text
  deliverablesuccessscore text
  description text
  durationexpression text
  durationminutes numeric
  enableautobaselines text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  filterhourtypes text
  fixedcost numeric
  fixedrevenue numeric
  groupid text
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  issueworkflowautomationid text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  levelingmode text
  milestonepathid text
  name text
  objcode text
  olv text
  ownerid text
  ownerprivileges text
  pendingcalculation text
  pendingupdatemethods text
  performanceindexmethod text
  plannedbenefit text
  plannedcost numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedriskcost numeric
  portfolioid text
  priority numeric
  privateratecardid text
  programid text
  queuedefid text
  referencenumber numeric
  risk text
  scheduleid text
  schedulemode text
  sponsorid text
  startday text
  summarycompletiontype text
  taskworkflowautomationid text
  teamid text
  updatetype text
  url text
  version numeric
  workflowautomationid text
  workrequired numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.templates_event
  templateid text
  accessorids jsonb
  approvalprocessid text
  autobaselinerecuron boolean
  autobaselinerecurrencetype boolean
  budget text
  categoryid text
  companyid text
  completionday text
  completiontype text
  conditiontype text
  currency text
  customerid text
  defaultforbiddencontributeactions text
  defaultforbiddenmanageactions text
  defaultforbiddenviewactions text
  deliverablescorecardid text
  deliverablesuccessscore text
  description text
  durationexpression text
  durationminutes numeric
  enableautobaselines text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  filterhourtypes text
  fixedcost numeric
  fixedrevenue numeric
  groupid text
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  issueworkflowautomationid text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  levelingmode text
  milestonepathid text
  name text
  objcode text
  olv text
  ownerid text
  ownerprivileges text
  pendingcalculation text
  pendingupdatemethods text
  performanceindexmethod text
  plannedbenefit text
  plannedcost numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  plannedriskcost numeric
  portfolioid text
  priority numeric
  privateratecardid text
  programid text
  queuedefid text
  referencenumber numeric
  risk text
  scheduleid text
  schedulemode text
  sponsorid text
  startday text
  summarycompletiontype text
  taskworkflowautomationid text
  teamid text
  updatetype text
  url text
  version numeric
  workflowautomationid text
  workrequired numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.templatetasks_as_of
  templatetaskid text
  accessorids jsonb
  approvalprocessid text
  assignedtoid text
  assignmentsliststring text
  audittypes text
  billingamount numeric
  categoryid text
  completionday text
  constraintday text
  costamount numeric
  costtype text
  customerid text
  description text
  duration text
  durationexpression text
  durationminutes numeric
  durationtype text
  durationunit text
  enteredbyid text
  entrydate timestamp with time zone
  exchangerateid text
  extrefid text
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  indent text
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isworkrequiredlocked boolean
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  levelingstartdelay text
  levelingstartdelayminutes numeric
  mastertaskid text
  milestoneid text
  name text
  numberofchildren text
  originalduration text
  originalworkrequired text
  parentid text
  parentlag text
  parentlagtype text
  pendingcalculation text
  pendingupdatemethods text
  plannedcost numeric
  plannedduration text
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  predecessorexpression text
  priority numeric
  recurrencenumber text
  recurrenceruleid text
  referencenumber numeric
  revenuetype text
  roleid text
  startday text
  taskconstraint text
  tasknumber numeric
  tasknumberpredecessorstring text
  teamid text
  templateid text
  trackingmode text
  url text
  work numeric
  workrequired numeric
  workrequiredexpression text
  workunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.templatetasks_current
  templatetaskid text
  accessorids jsonb
  approvalprocessid text
  assignedtoid text
  assignmentsliststring text
  audittypes text
  billingamount numeric
  categoryid text
  completionday text
  constraintday text
  costamount numeric
  costtype text
  customerid text
  description text
  duration text
  durationexpression text
  durationminutes numeric
  durationtype text
  durationunit text
  enteredbyid text
  entrydate timestamp with time zone
  exchangerateid text
  extrefid text
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  indent text
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isworkrequiredlocked boolean
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  levelingstartdelay text
  levelingstartdelayminutes numeric
  mastertaskid text
  milestoneid text
  name text
  numberofchildren text
  originalduration text
  originalworkrequired text
  parentid text
  parentlag text
  parentlagtype text
  pendingcalculation text
  pendingupdatemethods text
  plannedcost numeric
  plannedduration text
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  predecessorexpression text
  priority numeric
  recurrencenumber text
  recurrenceruleid text
  referencenumber numeric
  revenuetype text
  roleid text
  startday text
  taskconstraint text
  tasknumber numeric
  tasknumberpredecessorstring text
  teamid text
  templateid text
  trackingmode text
  url text
  work numeric
  workrequired numeric
  workrequiredexpression text
  workunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.templatetasks_daily_history
  templatetaskid text
  accessorids jsonb
  approvalprocessid text
  assignedtoid text
  assignmentsliststring text
  audittypes text
  billingamount numeric
  categoryid text
  completionday text
  constraintday text
  costamount numeric
  costtype text
  customerid text
  description text
  duration text
  durationexpression text
  durationminutes numeric
  durationtype text
  durationunit text
  enteredbyid text
  entrydate timestamp with time zone
  exchangerateid text
  extrefid text
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  indent text
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isworkrequiredlocked boolean
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  levelingstartdelay text
  levelingstartdelayminutes numeric
  mastertaskid text
  milestoneid text
  name text
  numberofchildren text
  originalduration text
  originalworkrequired text
  parentid text
  parentlag text
  parentlagtype text
  pendingcalculation text
  pendingupdatemethods text
  plannedcost numeric
  plannedduration text
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  predecessorexpression text
  priority numeric
  recurrencenumber text
  recurrenceruleid text
  referencenumber numeric
  revenuetype text
  roleid text
  startday text
  taskconstraint text
  tasknumber numeric
  tasknumberpredecessorstring text
  teamid text
  templateid text
  trackingmode text
  url text
  work numeric
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

view workfront.templatetasks_event
  templatetaskid text
  accessorids jsonb
  approvalprocessid text
  assignedtoid text
  assignmentsliststring text
  audittypes text
  billingamount numeric
  categoryid text
  completionday text
  constraintday text
  costamount numeric
  costtype text
  customerid text
  description text
  duration text
  durationexpression text
  durationminutes numeric
  durationtype text
  durationunit text
  enteredbyid text
  entrydate timestamp with time zone
  exchangerateid text
  extrefid text
  hasdocuments boolean
  hasexpenses boolean
  hasnotes boolean
  hastimednotifications boolean
  indent text
  iscritical boolean
  isdurationlocked boolean
  islevelingexcluded boolean
  isworkrequiredlocked boolean
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  levelingstartdelay text
  levelingstartdelayminutes numeric
  mastertaskid text
  milestoneid text
  name text
  numberofchildren text
  originalduration text
  originalworkrequired text
  parentid text
  parentlag text
  parentlagtype text
  pendingcalculation text
  pendingupdatemethods text
  plannedcost numeric
  plannedduration text
  planneddurationminutes numeric
  plannedexpensecost numeric
  plannedlaborcost numeric
  plannedrevenue numeric
  predecessorexpression text
  priority numeric
  recurrencenumber text
  recurrenceruleid text
  referencenumber numeric
  revenuetype text
  roleid text
  startday text
  taskconstraint text
  tasknumber numeric
  tasknumberpredecessorstring text
  teamid text
  templateid text
  trackingmode text
  url text
  work numeric
  workrequired numeric
  workrequiredexpression text
  workunit text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.timesheetprofiles_as_of
  timesheetprofileid text
  approverid text
  enteredbyid text
  groupid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.timesheetprofiles_current
  timesheetprofileid text
  approverid text
  enteredbyid text
  groupid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.timesheetprofiles_daily_history
  timesheetprofileid text
  approverid text
  enteredbyid text
  groupid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.timesheetprofiles_event
  timesheetprofileid text
  approverid text
  enteredbyid text
  groupid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.timesheets_as_of
  timesheetid text
  approvercanedithours numeric
  approverid text
  approversliststring text
  availableactions text
  customerid text
  displayname text
  enddate timestamp with time zone
  extrefid text
  hasnotes boolean
  hoursduration text
  iseditable boolean
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  overtimehours numeric
  regularhours numeric
  startdate timestamp with time zone
  status text
  timesheetprofileid text
  totalhours numeric
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.timesheets_current
  timesheetid text
  approvercanedithours numeric
  approverid text
  approversliststring text
  availableactions text
  customerid text
  displayname text
  enddate timestamp with time zone
  extrefid text
  hasnotes boolean
  hoursduration text
  iseditable boolean
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  overtimehours numeric
  regularhours numeric
  startdate timestamp with time zone
  status text
  timesheetprofileid text
  totalhours numeric
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.timesheets_daily_history
  timesheetid text
  approvercanedithours numeric
  approverid text
  approversliststring text
  availableactions text
  customerid text
  displayname text
  enddate timestamp with time zone
  extrefid text
  hasnotes boolean
  hoursduration text
  iseditable boolean
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  overtimehours numeric
  regularhours numeric
  startdate timestamp with time zone
  status text
  timesheetprofileid text
  totalhours numeric
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.timesheets_event
  timesheetid text
  approvercanedithours numeric
  approverid text
  approversliststring text
  availableactions text
  customerid text
  displayname text
  enddate timestamp with time zone
  extrefid text
  hasnotes boolean
  hoursduration text
  iseditable boolean
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  objcode text
  overtimehours numeric
  regularhours numeric
  startdate timestamp with time zone
  status text
  timesheetprofileid text
  totalhours numeric
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.uifilters_as_of
  uifilterid text
  enteredbyid text
  lastupdatedbyid text
  objid text
  preferenceid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.uifilters_current
  uifilterid text
  enteredbyid text
  lastupdatedbyid text
  objid text
  preferenceid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.uifilters_daily_history
  uifilterid text
  enteredbyid text
  lastupdatedbyid text
  objid text
  preferenceid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.uifilters_event
  uifilterid text
  enteredbyid text
  lastupdatedbyid text
  objid text
  preferenceid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.uigroupbys_as_of
  uigroupbyid text
  enteredbyid text
  lastupdatedbyid text
  objid text
  preferenceid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.uigroupbys_current
  uigroupbyid text
  enteredbyid text
  lastupdatedbyid text
  objid text
  preferenceid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.uigroupbys_daily_history
  uigroupbyid text
  enteredbyid text
  lastupdatedbyid text
  objid text
  preferenceid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.uigroupbys_event
  uigroupbyid text
  enteredbyid text
  lastupdatedbyid text
  objid text
  preferenceid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.uitemplates_as_of
  uitemplateid text
  enteredbyid text
  groupid text
  lastupdatedbyid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.uitemplates_current
  uitemplateid text
  enteredbyid text
  groupid text
  lastupdatedbyid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.uitemplates_daily_history
  uitemplateid text
  enteredbyid text
  groupid text
  lastupdatedbyid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.uitemplates_event
  uitemplateid text
  enteredbyid text
  groupid text
  lastupdatedbyid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.uiviews_as_of
  uiviewid text
  enteredbyid text
  lastupdatedbyid text
  objid text
  preferenceid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.uiviews_current
  uiviewid text
  enteredbyid text
  lastupdatedbyid text
  objid text
  preferenceid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.uiviews_daily_history
  uiviewid text
  enteredbyid text
  lastupdatedbyid text
  objid text
  preferenceid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.uiviews_event
  uiviewid text
  enteredbyid text
  lastupdatedbyid text
  objid text
  preferenceid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.updates_as_of
  updateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.updates_current
  updateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.updates_daily_history
  updateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.updates_event
  updateid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.userdelegations_as_of
  userdelegationid text
  fromuserid text
  touserid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.userdelegations_current
  userdelegationid text
  fromuserid text
  touserid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.userdelegations_daily_history
  userdelegationid text
  fromuserid text
  touserid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.userdelegations_event
  userdelegationid text
  fromuserid text
  touserid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.usernotes_as_of
  usernoteid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.usernotes_current
  usernoteid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.usernotes_daily_history
  usernoteid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.usernotes_event
  usernoteid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.userobjectprefs_as_of
  userobjectprefid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.userobjectprefs_current
  userobjectprefid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.userobjectprefs_daily_history
  userobjectprefid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.userobjectprefs_event
  userobjectprefid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.userprefvalues_as_of
  userprefvalueid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.userprefvalues_current
  userprefvalueid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.userprefvalues_daily_history
  userprefvalueid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.userprefvalues_event
  userprefvalueid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.users_as_of
  userid text
  accesslevelid text
  actualdeactivationdate timestamp with time zone
  address text
  address2 text
  alignaccesstype text
  apikeycreatedate timestamp with time zone
  avatardate timestamp with time zone
  avatardownloadurl text
  avatarsize numeric
  avatarx numeric
  avatary numeric
  billingperhour numeric
  categoryid text
  city text
  companyid text
  costperhour numeric
  country text
  customerid text
  defaulthourtypeid text
  defaultinterface numeric
  delegationtoid text
  eauthuserid text
  emailaddr text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  firstname text
  fte numeric
  hasapiaccess boolean
  hasdocuments boolean
  hasnotes boolean
  haspassword boolean
  hasprooflicense boolean
  hasreservedtimes boolean
  homegroupid text
  hometeamid text
  isactive boolean
  isadmin boolean
  isboxauthenticated boolean
  isdropboxauthenticated boolean
  isgoogleauthenticated boolean
  issharepointauthenticated boolean
  iswebdamauthenticated boolean
  isworkfrontdamauthenticated boolean
  lastenterednoteid text
  lastlogindate timestamp with time zone
  lastname text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  lastwhatsnew text
  latestupdatenoteid text
  layouttemplateid text
  licensetype text
  locale text
  logincount numeric
  logtimeindays boolean
  managerid text
  mobilephonenumber text
  myinfo text
  name text
  objcode text
  password text
  passworddate timestamp with time zone
  persona text
  phoneextension text
  phonenumber text
  portalprofileid text
  postalcode text
  privateratecardid text
  registrationexpiredate timestamp with time zone
  resetpasswordexpiredate timestamp with time zone
  resourcepoolid text
  roleid text
  scheduleddeactivationdate timestamp with time zone
  scheduleid text
  ssoaccessonly boolean
  ssousername text
  state text
  statusupdate text
  timesheetprofileid text
  timezone text
  title text
  uitemplateid text
  username text
  userroles text
  uumuserid text
  webdavprofile jsonb
  workhoursperday numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.users_current
  userid text
  accesslevelid text
  actualdeactivationdate timestamp with time zone
  address text
  address2 text
  alignaccesstype text
  apikeycreatedate timestamp with time zone
  avatardate timestamp with time zone
  avatardownloadurl text
  avatarsize numeric
  avatarx numeric
  avatary numeric
  billingperhour numeric
  categoryid text
  city text
  companyid text
  costperhour numeric
  country text
  customerid text
  defaulthourtypeid text
  defaultinterface numeric
  delegationtoid text
  eauthuserid text
  emailaddr text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  firstname text
  fte numeric
  hasapiaccess boolean
  hasdocuments boolean
  hasnotes boolean
  haspassword boolean
  hasprooflicense boolean
  hasreservedtimes boolean
  homegroupid text
  hometeamid text
  isactive boolean
  isadmin boolean
  isboxauthenticated boolean
  isdropboxauthenticated boolean
  isgoogleauthenticated boolean
  issharepointauthenticated boolean
  iswebdamauthenticated boolean
  isworkfrontdamauthenticated boolean
  lastenterednoteid text
  lastlogindate timestamp with time zone
  lastname text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  lastwhatsnew text
  latestupdatenoteid text
  layouttemplateid text
  licensetype text
  locale text
  logincount numeric
  logtimeindays boolean
  managerid text
  mobilephonenumber text
  myinfo text
  name text
  objcode text
  password text
  passworddate timestamp with time zone
  persona text
  phoneextension text
  phonenumber text
  portalprofileid text
  postalcode text
  privateratecardid text
  registrationexpiredate timestamp with time zone
  resetpasswordexpiredate timestamp with time zone
  resourcepoolid text
  roleid text
  scheduleddeactivationdate timestamp with time zone
  scheduleid text
  ssoaccessonly boolean
  ssousername text
  state text
  statusupdate text
  timesheetprofileid text
  timezone text
  title text
  uitemplateid text
  username text
  userroles text
  uumuserid text
  webdavprofile jsonb
  workhoursperday numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.users_daily_history
  userid text
  accesslevelid text
  actualdeactivationdate timestamp with time zone
  address text
  address2 text
  alignaccesstype text
  apikeycreatedate timestamp with time zone
  avatardate timestamp with time zone
  avatardownloadurl text
  avatarsize numeric
  avatarx numeric
  avatary numeric
  billingperhour numeric
  categoryid text
  city text
  companyid text
  costperhour numeric
  country text
  customerid text
  defaulthourtypeid text
  defaultinterface numeric
  delegationtoid text
  eauthuserid text
  emailaddr text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  firstname text
  fte numeric
  hasapiaccess boolean
  hasdocuments boolean
  hasnotes boolean
  haspassword boolean
  hasprooflicense boolean
  hasreservedtimes boolean
  homegroupid text
  hometeamid text
  isactive boolean
  isadmin boolean
  isboxauthenticated boolean
  isdropboxauthenticated boolean
  isgoogleauthenticated boolean
  issharepointauthenticated boolean
  iswebdamauthenticated boolean
  isworkfrontdamauthenticated boolean
  lastenterednoteid text
  lastlogindate timestamp with time zone
  lastname text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  lastwhatsnew text
  latestupdatenoteid text
  layouttemplateid text
  licensetype text
  locale text
  logincount numeric
  logtimeindays boolean
  managerid text
  mobilephonenumber text
  myinfo text
  name text
  objcode text
  password text
  passworddate timestamp with time zone
  persona text
  phoneextension text
  phonenumber text
  portalprofileid text
  postalcode text
  privateratecardid text
  registrationexpiredate timestamp with time zone
  resetpasswordexpiredate timestamp with time zone
  resourcepoolid text
  roleid text
  scheduleddeactivationdate timestamp with time zone
  scheduleid text
  ssoaccessonly boolean
  ssousername text
  state text
  statusupdate text
  timesheetprofileid text
  timezone text
  title text
  uitemplateid text
  username text
  userroles text
  uumuserid text
  webdavprofile jsonb
  workhoursperday numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.users_event
  userid text
  accesslevelid text
  actualdeactivationdate timestamp with time zone
  address text
  address2 text
  alignaccesstype text
  apikeycreatedate timestamp with time zone
  avatardate timestamp with time zone
  avatardownloadurl text
  avatarsize numeric
  avatarx numeric
  avatary numeric
  billingperhour numeric
  categoryid text
  city text
  companyid text
  costperhour numeric
  country text
  customerid text
  defaulthourtypeid text
  defaultinterface numeric
  delegationtoid text
  eauthuserid text
  emailaddr text
  enteredbyid text
  entrydate timestamp with time zone
  extrefid text
  firstname text
  fte numeric
  hasapiaccess boolean
  hasdocuments boolean
  hasnotes boolean
  haspassword boolean
  hasprooflicense boolean
  hasreservedtimes boolean
  homegroupid text
  hometeamid text
  isactive boolean
  isadmin boolean
  isboxauthenticated boolean
  isdropboxauthenticated boolean
  isgoogleauthenticated boolean
  issharepointauthenticated boolean
  iswebdamauthenticated boolean
  isworkfrontdamauthenticated boolean
  lastenterednoteid text
  lastlogindate timestamp with time zone
  lastname text
  lastnoteid text
  lastupdatedate timestamp with time zone
  lastupdatedbyid text
  lastwhatsnew text
  latestupdatenoteid text
  layouttemplateid text
  licensetype text
  locale text
  logincount numeric
  logtimeindays boolean
  managerid text
  mobilephonenumber text
  myinfo text
  name text
  objcode text
  password text
  passworddate timestamp with time zone
  persona text
  phoneextension text
  phonenumber text
  portalprofileid text
  postalcode text
  privateratecardid text
  registrationexpiredate timestamp with time zone
  resetpasswordexpiredate timestamp with time zone
  resourcepoolid text
  roleid text
  scheduleddeactivationdate timestamp with time zone
  scheduleid text
  ssoaccessonly boolean
  ssousername text
  state text
  statusupdate text
  timesheetprofileid text
  timezone text
  title text
  uitemplateid text
  username text
  userroles text
  uumuserid text
  webdavprofile jsonb
  workhoursperday numeric
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.usersgroups_as_of
  usersgroupid text
  customerid text
  groupid text
  isowner boolean
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.usersgroups_current
  usersgroupid text
  customerid text
  groupid text
  isowner boolean
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.usersgroups_daily_history
  usersgroupid text
  customerid text
  groupid text
  isowner boolean
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.usersgroups_event
  usersgroupid text
  customerid text
  groupid text
  isowner boolean
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.usersroles_as_of
  userlocationid text
  roleid text
  userid text
  userrolesetid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.usersroles_current
  userlocationid text
  roleid text
  userid text
  userrolesetid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.usersroles_daily_history
  userlocationid text
  roleid text
  userid text
  userrolesetid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.usersroles_event
  userlocationid text
  roleid text
  userid text
  userrolesetid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

table workfront.view_comments
  viewname text not null
  columnname text not null
  comment text not null

view workfront.workitems_as_of
  workitemid text
  accessorids jsonb
  assignmentid text
  customerid text
  donedate timestamp with time zone
  extrefid text
  isdead boolean
  isdone boolean
  lastvieweddate timestamp with time zone
  objid text
  objobjcode text
  optaskid text
  priority numeric
  projectid text
  referenceobjectcommitdate timestamp with time zone
  referenceobjectname text
  securityrootid text
  securityrootobjcode text
  snoozedate timestamp with time zone
  taskid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.workitems_current
  workitemid text
  accessorids jsonb
  assignmentid text
  customerid text
  donedate timestamp with time zone
  extrefid text
  isdead boolean
  isdone boolean
  lastvieweddate timestamp with time zone
  objid text
  objobjcode text
  optaskid text
  priority numeric
  projectid text
  referenceobjectcommitdate timestamp with time zone
  referenceobjectname text
  securityrootid text
  securityrootobjcode text
  snoozedate timestamp with time zone
  taskid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.workitems_daily_history
  workitemid text
  accessorids jsonb
  assignmentid text
  customerid text
  donedate timestamp with time zone
  extrefid text
  isdead boolean
  isdone boolean
  lastvieweddate timestamp with time zone
  objid text
  objobjcode text
  optaskid text
  priority numeric
  projectid text
  referenceobjectcommitdate timestamp with time zone
  referenceobjectname text
  securityrootid text
  securityrootobjcode text
  snoozedate timestamp with time zone
  taskid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.workitems_event
  workitemid text
  accessorids jsonb
  assignmentid text
  customerid text
  donedate timestamp with time zone
  extrefid text
  isdead boolean
  isdone boolean
  lastvieweddate timestamp with time zone
  objid text
  objobjcode text
  optaskid text
  priority numeric
  projectid text
  referenceobjectcommitdate timestamp with time zone
  referenceobjectname text
  securityrootid text
  securityrootobjcode text
  snoozedate timestamp with time zone
  taskid text
  userid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.works_as_of
  workid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

view workfront.works_current
  workid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone

view workfront.works_daily_history
  workid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone
  calendardate date
  calendar_date date

view workfront.works_event
  workid text
  parametervalues jsonb
  deleted text
  dl_load_timestamp timestamp with time zone
  begin_effective_timestamp timestamp with time zone
  end_effective_timestamp timestamp with time zone

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

constraint on control.wanted_reads
  PRIMARY KEY (objcode, objid)

constraint on control.watermark_trail
  PRIMARY KEY (objcode, kind, up_to)

constraint on control.watermarks
  CHECK ((kind = ANY (ARRAY['current'::text, 'swept'::text, 'history'::text])))
  PRIMARY KEY (objcode, kind)

constraint on live.stores
  PRIMARY KEY (projection)

constraint on store_1.accesslevel_now
  PRIMARY KEY (objid)

constraint on store_1.accesslevel_past
  PRIMARY KEY (objid, began)

constraint on store_1.accessrequest_now
  PRIMARY KEY (objid)

constraint on store_1.accessrequest_past
  PRIMARY KEY (objid, began)

constraint on store_1.accessrule_now
  PRIMARY KEY (objid)

constraint on store_1.accessrule_past
  PRIMARY KEY (objid, began)

constraint on store_1.acknowledgement_now
  PRIMARY KEY (objid)

constraint on store_1.acknowledgement_past
  PRIMARY KEY (objid, began)

constraint on store_1.announcement_now
  PRIMARY KEY (objid)

constraint on store_1.announcement_past
  PRIMARY KEY (objid, began)

constraint on store_1.approval_now
  PRIMARY KEY (objid)

constraint on store_1.approval_past
  PRIMARY KEY (objid, began)

constraint on store_1.approval_request_now
  PRIMARY KEY (objid)

constraint on store_1.approval_request_past
  PRIMARY KEY (objid, began)

constraint on store_1.approvalpath_now
  PRIMARY KEY (objid)

constraint on store_1.approvalpath_past
  PRIMARY KEY (objid, began)

constraint on store_1.approvalprocess_now
  PRIMARY KEY (objid)

constraint on store_1.approvalprocess_past
  PRIMARY KEY (objid, began)

constraint on store_1.approvalstage_now
  PRIMARY KEY (objid)

constraint on store_1.approvalstage_past
  PRIMARY KEY (objid, began)

constraint on store_1.approvalstageparticipant_now
  PRIMARY KEY (objid)

constraint on store_1.approvalstageparticipant_past
  PRIMARY KEY (objid, began)

constraint on store_1.approvalstep_now
  PRIMARY KEY (objid)

constraint on store_1.approvalstep_past
  PRIMARY KEY (objid, began)

constraint on store_1.approverstatus_now
  PRIMARY KEY (objid)

constraint on store_1.approverstatus_past
  PRIMARY KEY (objid, began)

constraint on store_1.assignment_now
  PRIMARY KEY (objid)

constraint on store_1.assignment_past
  PRIMARY KEY (objid, began)

constraint on store_1.awaitingapproval_now
  PRIMARY KEY (objid)

constraint on store_1.awaitingapproval_past
  PRIMARY KEY (objid, began)

constraint on store_1.backgroundjob_now
  PRIMARY KEY (objid)

constraint on store_1.backgroundjob_past
  PRIMARY KEY (objid, began)

constraint on store_1.baseline_now
  PRIMARY KEY (objid)

constraint on store_1.baseline_past
  PRIMARY KEY (objid, began)

constraint on store_1.baselinetask_now
  PRIMARY KEY (objid)

constraint on store_1.baselinetask_past
  PRIMARY KEY (objid, began)

constraint on store_1.billingrecord_now
  PRIMARY KEY (objid)

constraint on store_1.billingrecord_past
  PRIMARY KEY (objid, began)

constraint on store_1.burndownevent_now
  PRIMARY KEY (objid)

constraint on store_1.burndownevent_past
  PRIMARY KEY (objid, began)

constraint on store_1.calendarportalsection_now
  PRIMARY KEY (objid)

constraint on store_1.calendarportalsection_past
  PRIMARY KEY (objid, began)

constraint on store_1.category_now
  PRIMARY KEY (objid)

constraint on store_1.category_past
  PRIMARY KEY (objid, began)

constraint on store_1.categoryparameter_now
  PRIMARY KEY (objid)

constraint on store_1.categoryparameter_past
  PRIMARY KEY (objid, began)

constraint on store_1.changes
  PRIMARY KEY (objid, objcode, eventid)

constraint on store_1.classifier_now
  PRIMARY KEY (objid)

constraint on store_1.classifier_past
  PRIMARY KEY (objid, began)

constraint on store_1.company_now
  PRIMARY KEY (objid)

constraint on store_1.company_past
  PRIMARY KEY (objid, began)

constraint on store_1.customenum_now
  PRIMARY KEY (objid)

constraint on store_1.customenum_past
  PRIMARY KEY (objid, began)

constraint on store_1.customer_now
  PRIMARY KEY (objid)

constraint on store_1.customer_past
  PRIMARY KEY (objid, began)

constraint on store_1.customquarter_now
  PRIMARY KEY (objid)

constraint on store_1.customquarter_past
  PRIMARY KEY (objid, began)

constraint on store_1.document_now
  PRIMARY KEY (objid)

constraint on store_1.document_past
  PRIMARY KEY (objid, began)

constraint on store_1.documentapproval_now
  PRIMARY KEY (objid)

constraint on store_1.documentapproval_past
  PRIMARY KEY (objid, began)

constraint on store_1.documentfolder_now
  PRIMARY KEY (objid)

constraint on store_1.documentfolder_past
  PRIMARY KEY (objid, began)

constraint on store_1.documentprovider_now
  PRIMARY KEY (objid)

constraint on store_1.documentprovider_past
  PRIMARY KEY (objid, began)

constraint on store_1.documentrequest_now
  PRIMARY KEY (objid)

constraint on store_1.documentrequest_past
  PRIMARY KEY (objid, began)

constraint on store_1.documentversion_now
  PRIMARY KEY (objid)

constraint on store_1.documentversion_past
  PRIMARY KEY (objid, began)

constraint on store_1.endorsement_now
  PRIMARY KEY (objid)

constraint on store_1.endorsement_past
  PRIMARY KEY (objid, began)

constraint on store_1.endorsementshare_now
  PRIMARY KEY (objid)

constraint on store_1.endorsementshare_past
  PRIMARY KEY (objid, began)

constraint on store_1.exchangerate_now
  PRIMARY KEY (objid)

constraint on store_1.exchangerate_past
  PRIMARY KEY (objid, began)

constraint on store_1.expense_now
  PRIMARY KEY (objid)

constraint on store_1.expense_past
  PRIMARY KEY (objid, began)

constraint on store_1.expensetype_now
  PRIMARY KEY (objid)

constraint on store_1.expensetype_past
  PRIMARY KEY (objid, began)

constraint on store_1.externalsection_now
  PRIMARY KEY (objid)

constraint on store_1.externalsection_past
  PRIMARY KEY (objid, began)

constraint on store_1.field_now
  PRIMARY KEY (objid)

constraint on store_1.field_past
  PRIMARY KEY (objid, began)

constraint on store_1.group_now
  PRIMARY KEY (objid)

constraint on store_1.group_past
  PRIMARY KEY (objid, began)

constraint on store_1.hour_now
  PRIMARY KEY (objid)

constraint on store_1.hour_past
  PRIMARY KEY (objid, began)

constraint on store_1.hourtype_now
  PRIMARY KEY (objid)

constraint on store_1.hourtype_past
  PRIMARY KEY (objid, began)

constraint on store_1.iteration_now
  PRIMARY KEY (objid)

constraint on store_1.iteration_past
  PRIMARY KEY (objid, began)

constraint on store_1.journalentry_now
  PRIMARY KEY (objid)

constraint on store_1.journalentry_past
  PRIMARY KEY (objid, began)

constraint on store_1.layouttemplate_now
  PRIMARY KEY (objid)

constraint on store_1.layouttemplate_past
  PRIMARY KEY (objid, began)

constraint on store_1.like_now
  PRIMARY KEY (objid)

constraint on store_1.like_past
  PRIMARY KEY (objid, began)

constraint on store_1.linkedfolder_now
  PRIMARY KEY (objid)

constraint on store_1.linkedfolder_past
  PRIMARY KEY (objid, began)

constraint on store_1.milestone_now
  PRIMARY KEY (objid)

constraint on store_1.milestone_past
  PRIMARY KEY (objid, began)

constraint on store_1.milestonepath_now
  PRIMARY KEY (objid)

constraint on store_1.milestonepath_past
  PRIMARY KEY (objid, began)

constraint on store_1.nonworkday_now
  PRIMARY KEY (objid)

constraint on store_1.nonworkday_past
  PRIMARY KEY (objid, began)

constraint on store_1.note_now
  PRIMARY KEY (objid)

constraint on store_1.note_past
  PRIMARY KEY (objid, began)

constraint on store_1.object_now
  PRIMARY KEY (objid, objcode)

constraint on store_1.object_past
  PRIMARY KEY (objid, objcode, began)

constraint on store_1.objectcategory_now
  PRIMARY KEY (objid)

constraint on store_1.objectcategory_past
  PRIMARY KEY (objid, began)

constraint on store_1.objectintegration_now
  PRIMARY KEY (objid)

constraint on store_1.objectintegration_past
  PRIMARY KEY (objid, began)

constraint on store_1.optask_now
  PRIMARY KEY (objid)

constraint on store_1.optask_past
  PRIMARY KEY (objid, began)

constraint on store_1.parameter_now
  PRIMARY KEY (objid)

constraint on store_1.parameter_past
  PRIMARY KEY (objid, began)

constraint on store_1.parametergroup_now
  PRIMARY KEY (objid)

constraint on store_1.parametergroup_past
  PRIMARY KEY (objid, began)

constraint on store_1.parameteroption_now
  PRIMARY KEY (objid)

constraint on store_1.parameteroption_past
  PRIMARY KEY (objid, began)

constraint on store_1.parked
  PRIMARY KEY (topic, partition, "offset")

constraint on store_1.portalsection_now
  PRIMARY KEY (objid)

constraint on store_1.portalsection_past
  PRIMARY KEY (objid, began)

constraint on store_1.portalsectionlastviewer_now
  PRIMARY KEY (objid)

constraint on store_1.portalsectionlastviewer_past
  PRIMARY KEY (objid, began)

constraint on store_1.portalsectionstatisticinfo_now
  PRIMARY KEY (objid)

constraint on store_1.portalsectionstatisticinfo_past
  PRIMARY KEY (objid, began)

constraint on store_1.portaltab_now
  PRIMARY KEY (objid)

constraint on store_1.portaltab_past
  PRIMARY KEY (objid, began)

constraint on store_1.portaltabsection_now
  PRIMARY KEY (objid)

constraint on store_1.portaltabsection_past
  PRIMARY KEY (objid, began)

constraint on store_1.portfolio_now
  PRIMARY KEY (objid)

constraint on store_1.portfolio_past
  PRIMARY KEY (objid, began)

constraint on store_1.positions
  PRIMARY KEY (topic, partition)

constraint on store_1.predecessor_now
  PRIMARY KEY (objid)

constraint on store_1.predecessor_past
  PRIMARY KEY (objid, began)

constraint on store_1.program_now
  PRIMARY KEY (objid)

constraint on store_1.program_past
  PRIMARY KEY (objid, began)

constraint on store_1.project_now
  PRIMARY KEY (objid)

constraint on store_1.project_past
  PRIMARY KEY (objid, began)

constraint on store_1.projectuser_now
  PRIMARY KEY (objid)

constraint on store_1.projectuser_past
  PRIMARY KEY (objid, began)

constraint on store_1.projectuserrole_now
  PRIMARY KEY (objid)

constraint on store_1.projectuserrole_past
  PRIMARY KEY (objid, began)

constraint on store_1.proofapproval_now
  PRIMARY KEY (objid)

constraint on store_1.proofapproval_past
  PRIMARY KEY (objid, began)

constraint on store_1.rate_now
  PRIMARY KEY (objid)

constraint on store_1.rate_past
  PRIMARY KEY (objid, began)

constraint on store_1.record_now
  PRIMARY KEY (objid)

constraint on store_1.record_past
  PRIMARY KEY (objid, began)

constraint on store_1.recordtype_now
  PRIMARY KEY (objid)

constraint on store_1.recordtype_past
  PRIMARY KEY (objid, began)

constraint on store_1.reportablebudgetedhour_now
  PRIMARY KEY (objid)

constraint on store_1.reportablebudgetedhour_past
  PRIMARY KEY (objid, began)

constraint on store_1.reportfolder_now
  PRIMARY KEY (objid)

constraint on store_1.reportfolder_past
  PRIMARY KEY (objid, began)

constraint on store_1.reservedtime_now
  PRIMARY KEY (objid)

constraint on store_1.reservedtime_past
  PRIMARY KEY (objid, began)

constraint on store_1.resourcemanager_now
  PRIMARY KEY (objid)

constraint on store_1.resourcemanager_past
  PRIMARY KEY (objid, began)

constraint on store_1.richtextnote_now
  PRIMARY KEY (objid)

constraint on store_1.richtextnote_past
  PRIMARY KEY (objid, began)

constraint on store_1.richtextparametervalue_now
  PRIMARY KEY (objid)

constraint on store_1.richtextparametervalue_past
  PRIMARY KEY (objid, began)

constraint on store_1.risk_now
  PRIMARY KEY (objid)

constraint on store_1.risk_past
  PRIMARY KEY (objid, began)

constraint on store_1.risktype_now
  PRIMARY KEY (objid)

constraint on store_1.risktype_past
  PRIMARY KEY (objid, began)

constraint on store_1.role_now
  PRIMARY KEY (objid)

constraint on store_1.role_past
  PRIMARY KEY (objid, began)

constraint on store_1.rsrcpool_now
  PRIMARY KEY (objid)

constraint on store_1.rsrcpool_past
  PRIMARY KEY (objid, began)

constraint on store_1.schedule_now
  PRIMARY KEY (objid)

constraint on store_1.schedule_past
  PRIMARY KEY (objid, began)

constraint on store_1.scorecard_now
  PRIMARY KEY (objid)

constraint on store_1.scorecard_past
  PRIMARY KEY (objid, began)

constraint on store_1.searchevent_now
  PRIMARY KEY (objid)

constraint on store_1.searchevent_past
  PRIMARY KEY (objid, began)

constraint on store_1.staffingplan_now
  PRIMARY KEY (objid)

constraint on store_1.staffingplan_past
  PRIMARY KEY (objid, began)

constraint on store_1.staffingplanparametervalue_now
  PRIMARY KEY (objid)

constraint on store_1.staffingplanparametervalue_past
  PRIMARY KEY (objid, began)

constraint on store_1.staffingplanresource_now
  PRIMARY KEY (objid)

constraint on store_1.staffingplanresource_past
  PRIMARY KEY (objid, began)

constraint on store_1.staffingplanresourceattributevalue_now
  PRIMARY KEY (objid)

constraint on store_1.staffingplanresourceattributevalue_past
  PRIMARY KEY (objid, began)

constraint on store_1.staffingplanresourceattributevalueset_now
  PRIMARY KEY (objid)

constraint on store_1.staffingplanresourceattributevalueset_past
  PRIMARY KEY (objid, began)

constraint on store_1.staffingplanresourceparametervalue_now
  PRIMARY KEY (objid)

constraint on store_1.staffingplanresourceparametervalue_past
  PRIMARY KEY (objid, began)

constraint on store_1.stepapprover_now
  PRIMARY KEY (objid)

constraint on store_1.stepapprover_past
  PRIMARY KEY (objid, began)

constraint on store_1.task_now
  PRIMARY KEY (objid)

constraint on store_1.task_past
  PRIMARY KEY (objid, began)

constraint on store_1.team_now
  PRIMARY KEY (objid)

constraint on store_1.team_past
  PRIMARY KEY (objid, began)

constraint on store_1.teammember_now
  PRIMARY KEY (objid)

constraint on store_1.teammember_past
  PRIMARY KEY (objid, began)

constraint on store_1.template_now
  PRIMARY KEY (objid)

constraint on store_1.template_past
  PRIMARY KEY (objid, began)

constraint on store_1.templateassignment_now
  PRIMARY KEY (objid)

constraint on store_1.templateassignment_past
  PRIMARY KEY (objid, began)

constraint on store_1.templatepredecessor_now
  PRIMARY KEY (objid)

constraint on store_1.templatepredecessor_past
  PRIMARY KEY (objid, began)

constraint on store_1.templatetask_now
  PRIMARY KEY (objid)

constraint on store_1.templatetask_past
  PRIMARY KEY (objid, began)

constraint on store_1.timesheet_now
  PRIMARY KEY (objid)

constraint on store_1.timesheet_past
  PRIMARY KEY (objid, began)

constraint on store_1.timesheetprofile_now
  PRIMARY KEY (objid)

constraint on store_1.timesheetprofile_past
  PRIMARY KEY (objid, began)

constraint on store_1.uifilter_now
  PRIMARY KEY (objid)

constraint on store_1.uifilter_past
  PRIMARY KEY (objid, began)

constraint on store_1.uigroupby_now
  PRIMARY KEY (objid)

constraint on store_1.uigroupby_past
  PRIMARY KEY (objid, began)

constraint on store_1.uitemplate_now
  PRIMARY KEY (objid)

constraint on store_1.uitemplate_past
  PRIMARY KEY (objid, began)

constraint on store_1.uiview_now
  PRIMARY KEY (objid)

constraint on store_1.uiview_past
  PRIMARY KEY (objid, began)

constraint on store_1.update_now
  PRIMARY KEY (objid)

constraint on store_1.update_past
  PRIMARY KEY (objid, began)

constraint on store_1.user_now
  PRIMARY KEY (objid)

constraint on store_1.user_past
  PRIMARY KEY (objid, began)

constraint on store_1.userdelegation_now
  PRIMARY KEY (objid)

constraint on store_1.userdelegation_past
  PRIMARY KEY (objid, began)

constraint on store_1.usergroups_now
  PRIMARY KEY (objid)

constraint on store_1.usergroups_past
  PRIMARY KEY (objid, began)

constraint on store_1.usernote_now
  PRIMARY KEY (objid)

constraint on store_1.usernote_past
  PRIMARY KEY (objid, began)

constraint on store_1.userobjectpref_now
  PRIMARY KEY (objid)

constraint on store_1.userobjectpref_past
  PRIMARY KEY (objid, began)

constraint on store_1.userprefvalue_now
  PRIMARY KEY (objid)

constraint on store_1.userprefvalue_past
  PRIMARY KEY (objid, began)

constraint on store_1.userrole_now
  PRIMARY KEY (objid)

constraint on store_1.userrole_past
  PRIMARY KEY (objid, began)

constraint on store_1.work_now
  PRIMARY KEY (objid)

constraint on store_1.work_past
  PRIMARY KEY (objid, began)

constraint on store_1.workitem_now
  PRIMARY KEY (objid)

constraint on store_1.workitem_past
  PRIMARY KEY (objid, began)

constraint on store_1.workspace_now
  PRIMARY KEY (objid)

constraint on store_1.workspace_past
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

index on control.wanted_reads
  CREATE UNIQUE INDEX wanted_reads_pkey ON control.wanted_reads USING btree (objcode, objid)

index on control.watermark_trail
  CREATE UNIQUE INDEX watermark_trail_pkey ON control.watermark_trail USING btree (objcode, kind, up_to)

index on control.watermarks
  CREATE UNIQUE INDEX watermarks_pkey ON control.watermarks USING btree (objcode, kind)

index on live.stores
  CREATE UNIQUE INDEX stores_pkey ON live.stores USING btree (projection)

index on store_1.accesslevel_now
  CREATE INDEX accesslevel_now_doubtful ON store_1.accesslevel_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX accesslevel_now_pkey ON store_1.accesslevel_now USING btree (objid)

index on store_1.accesslevel_past
  CREATE UNIQUE INDEX accesslevel_past_pkey ON store_1.accesslevel_past USING btree (objid, began)

index on store_1.accessrequest_now
  CREATE INDEX accessrequest_now_doubtful ON store_1.accessrequest_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX accessrequest_now_pkey ON store_1.accessrequest_now USING btree (objid)

index on store_1.accessrequest_past
  CREATE UNIQUE INDEX accessrequest_past_pkey ON store_1.accessrequest_past USING btree (objid, began)

index on store_1.accessrule_now
  CREATE INDEX accessrule_now_doubtful ON store_1.accessrule_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX accessrule_now_pkey ON store_1.accessrule_now USING btree (objid)

index on store_1.accessrule_past
  CREATE UNIQUE INDEX accessrule_past_pkey ON store_1.accessrule_past USING btree (objid, began)

index on store_1.acknowledgement_now
  CREATE INDEX acknowledgement_now_doubtful ON store_1.acknowledgement_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX acknowledgement_now_pkey ON store_1.acknowledgement_now USING btree (objid)

index on store_1.acknowledgement_past
  CREATE UNIQUE INDEX acknowledgement_past_pkey ON store_1.acknowledgement_past USING btree (objid, began)

index on store_1.announcement_now
  CREATE INDEX announcement_now_doubtful ON store_1.announcement_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX announcement_now_pkey ON store_1.announcement_now USING btree (objid)

index on store_1.announcement_past
  CREATE UNIQUE INDEX announcement_past_pkey ON store_1.announcement_past USING btree (objid, began)

index on store_1.approval_now
  CREATE INDEX approval_now_doubtful ON store_1.approval_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX approval_now_pkey ON store_1.approval_now USING btree (objid)

index on store_1.approval_past
  CREATE UNIQUE INDEX approval_past_pkey ON store_1.approval_past USING btree (objid, began)

index on store_1.approval_request_now
  CREATE INDEX approval_request_now_doubtful ON store_1.approval_request_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX approval_request_now_pkey ON store_1.approval_request_now USING btree (objid)

index on store_1.approval_request_past
  CREATE UNIQUE INDEX approval_request_past_pkey ON store_1.approval_request_past USING btree (objid, began)

index on store_1.approvalpath_now
  CREATE INDEX approvalpath_now_doubtful ON store_1.approvalpath_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX approvalpath_now_pkey ON store_1.approvalpath_now USING btree (objid)

index on store_1.approvalpath_past
  CREATE UNIQUE INDEX approvalpath_past_pkey ON store_1.approvalpath_past USING btree (objid, began)

index on store_1.approvalprocess_now
  CREATE INDEX approvalprocess_now_doubtful ON store_1.approvalprocess_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX approvalprocess_now_pkey ON store_1.approvalprocess_now USING btree (objid)

index on store_1.approvalprocess_past
  CREATE UNIQUE INDEX approvalprocess_past_pkey ON store_1.approvalprocess_past USING btree (objid, began)

index on store_1.approvalstage_now
  CREATE INDEX approvalstage_now_doubtful ON store_1.approvalstage_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX approvalstage_now_pkey ON store_1.approvalstage_now USING btree (objid)

index on store_1.approvalstage_past
  CREATE UNIQUE INDEX approvalstage_past_pkey ON store_1.approvalstage_past USING btree (objid, began)

index on store_1.approvalstageparticipant_now
  CREATE INDEX approvalstageparticipant_now_doubtful ON store_1.approvalstageparticipant_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX approvalstageparticipant_now_pkey ON store_1.approvalstageparticipant_now USING btree (objid)

index on store_1.approvalstageparticipant_past
  CREATE UNIQUE INDEX approvalstageparticipant_past_pkey ON store_1.approvalstageparticipant_past USING btree (objid, began)

index on store_1.approvalstep_now
  CREATE INDEX approvalstep_now_doubtful ON store_1.approvalstep_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX approvalstep_now_pkey ON store_1.approvalstep_now USING btree (objid)

index on store_1.approvalstep_past
  CREATE UNIQUE INDEX approvalstep_past_pkey ON store_1.approvalstep_past USING btree (objid, began)

index on store_1.approverstatus_now
  CREATE INDEX approverstatus_now_doubtful ON store_1.approverstatus_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX approverstatus_now_pkey ON store_1.approverstatus_now USING btree (objid)

index on store_1.approverstatus_past
  CREATE UNIQUE INDEX approverstatus_past_pkey ON store_1.approverstatus_past USING btree (objid, began)

index on store_1.assignment_now
  CREATE INDEX assignment_now_doubtful ON store_1.assignment_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX assignment_now_pkey ON store_1.assignment_now USING btree (objid)

index on store_1.assignment_past
  CREATE UNIQUE INDEX assignment_past_pkey ON store_1.assignment_past USING btree (objid, began)

index on store_1.awaitingapproval_now
  CREATE INDEX awaitingapproval_now_doubtful ON store_1.awaitingapproval_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX awaitingapproval_now_pkey ON store_1.awaitingapproval_now USING btree (objid)

index on store_1.awaitingapproval_past
  CREATE UNIQUE INDEX awaitingapproval_past_pkey ON store_1.awaitingapproval_past USING btree (objid, began)

index on store_1.backgroundjob_now
  CREATE INDEX backgroundjob_now_doubtful ON store_1.backgroundjob_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX backgroundjob_now_pkey ON store_1.backgroundjob_now USING btree (objid)

index on store_1.backgroundjob_past
  CREATE UNIQUE INDEX backgroundjob_past_pkey ON store_1.backgroundjob_past USING btree (objid, began)

index on store_1.baseline_now
  CREATE INDEX baseline_now_doubtful ON store_1.baseline_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX baseline_now_pkey ON store_1.baseline_now USING btree (objid)

index on store_1.baseline_past
  CREATE UNIQUE INDEX baseline_past_pkey ON store_1.baseline_past USING btree (objid, began)

index on store_1.baselinetask_now
  CREATE INDEX baselinetask_now_doubtful ON store_1.baselinetask_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX baselinetask_now_pkey ON store_1.baselinetask_now USING btree (objid)

index on store_1.baselinetask_past
  CREATE UNIQUE INDEX baselinetask_past_pkey ON store_1.baselinetask_past USING btree (objid, began)

index on store_1.billingrecord_now
  CREATE INDEX billingrecord_now_doubtful ON store_1.billingrecord_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX billingrecord_now_pkey ON store_1.billingrecord_now USING btree (objid)

index on store_1.billingrecord_past
  CREATE UNIQUE INDEX billingrecord_past_pkey ON store_1.billingrecord_past USING btree (objid, began)

index on store_1.burndownevent_now
  CREATE INDEX burndownevent_now_doubtful ON store_1.burndownevent_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX burndownevent_now_pkey ON store_1.burndownevent_now USING btree (objid)

index on store_1.burndownevent_past
  CREATE UNIQUE INDEX burndownevent_past_pkey ON store_1.burndownevent_past USING btree (objid, began)

index on store_1.calendarportalsection_now
  CREATE INDEX calendarportalsection_now_doubtful ON store_1.calendarportalsection_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX calendarportalsection_now_pkey ON store_1.calendarportalsection_now USING btree (objid)

index on store_1.calendarportalsection_past
  CREATE UNIQUE INDEX calendarportalsection_past_pkey ON store_1.calendarportalsection_past USING btree (objid, began)

index on store_1.category_now
  CREATE INDEX category_now_doubtful ON store_1.category_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX category_now_pkey ON store_1.category_now USING btree (objid)

index on store_1.category_past
  CREATE UNIQUE INDEX category_past_pkey ON store_1.category_past USING btree (objid, began)

index on store_1.categoryparameter_now
  CREATE INDEX categoryparameter_now_doubtful ON store_1.categoryparameter_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX categoryparameter_now_pkey ON store_1.categoryparameter_now USING btree (objid)

index on store_1.categoryparameter_past
  CREATE UNIQUE INDEX categoryparameter_past_pkey ON store_1.categoryparameter_past USING btree (objid, began)

index on store_1.changes
  CREATE UNIQUE INDEX changes_pkey ON store_1.changes USING btree (objid, objcode, eventid)

index on store_1.classifier_now
  CREATE INDEX classifier_now_doubtful ON store_1.classifier_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX classifier_now_pkey ON store_1.classifier_now USING btree (objid)

index on store_1.classifier_past
  CREATE UNIQUE INDEX classifier_past_pkey ON store_1.classifier_past USING btree (objid, began)

index on store_1.company_now
  CREATE INDEX company_now_doubtful ON store_1.company_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX company_now_pkey ON store_1.company_now USING btree (objid)

index on store_1.company_past
  CREATE UNIQUE INDEX company_past_pkey ON store_1.company_past USING btree (objid, began)

index on store_1.customenum_now
  CREATE INDEX customenum_now_doubtful ON store_1.customenum_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX customenum_now_pkey ON store_1.customenum_now USING btree (objid)

index on store_1.customenum_past
  CREATE UNIQUE INDEX customenum_past_pkey ON store_1.customenum_past USING btree (objid, began)

index on store_1.customer_now
  CREATE INDEX customer_now_doubtful ON store_1.customer_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX customer_now_pkey ON store_1.customer_now USING btree (objid)

index on store_1.customer_past
  CREATE UNIQUE INDEX customer_past_pkey ON store_1.customer_past USING btree (objid, began)

index on store_1.customquarter_now
  CREATE INDEX customquarter_now_doubtful ON store_1.customquarter_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX customquarter_now_pkey ON store_1.customquarter_now USING btree (objid)

index on store_1.customquarter_past
  CREATE UNIQUE INDEX customquarter_past_pkey ON store_1.customquarter_past USING btree (objid, began)

index on store_1.document_now
  CREATE INDEX document_now_doubtful ON store_1.document_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX document_now_pkey ON store_1.document_now USING btree (objid)

index on store_1.document_past
  CREATE UNIQUE INDEX document_past_pkey ON store_1.document_past USING btree (objid, began)

index on store_1.documentapproval_now
  CREATE INDEX documentapproval_now_doubtful ON store_1.documentapproval_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX documentapproval_now_pkey ON store_1.documentapproval_now USING btree (objid)

index on store_1.documentapproval_past
  CREATE UNIQUE INDEX documentapproval_past_pkey ON store_1.documentapproval_past USING btree (objid, began)

index on store_1.documentfolder_now
  CREATE INDEX documentfolder_now_doubtful ON store_1.documentfolder_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX documentfolder_now_pkey ON store_1.documentfolder_now USING btree (objid)

index on store_1.documentfolder_past
  CREATE UNIQUE INDEX documentfolder_past_pkey ON store_1.documentfolder_past USING btree (objid, began)

index on store_1.documentprovider_now
  CREATE INDEX documentprovider_now_doubtful ON store_1.documentprovider_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX documentprovider_now_pkey ON store_1.documentprovider_now USING btree (objid)

index on store_1.documentprovider_past
  CREATE UNIQUE INDEX documentprovider_past_pkey ON store_1.documentprovider_past USING btree (objid, began)

index on store_1.documentrequest_now
  CREATE INDEX documentrequest_now_doubtful ON store_1.documentrequest_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX documentrequest_now_pkey ON store_1.documentrequest_now USING btree (objid)

index on store_1.documentrequest_past
  CREATE UNIQUE INDEX documentrequest_past_pkey ON store_1.documentrequest_past USING btree (objid, began)

index on store_1.documentversion_now
  CREATE INDEX documentversion_now_doubtful ON store_1.documentversion_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX documentversion_now_pkey ON store_1.documentversion_now USING btree (objid)

index on store_1.documentversion_past
  CREATE UNIQUE INDEX documentversion_past_pkey ON store_1.documentversion_past USING btree (objid, began)

index on store_1.endorsement_now
  CREATE INDEX endorsement_now_doubtful ON store_1.endorsement_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX endorsement_now_pkey ON store_1.endorsement_now USING btree (objid)

index on store_1.endorsement_past
  CREATE UNIQUE INDEX endorsement_past_pkey ON store_1.endorsement_past USING btree (objid, began)

index on store_1.endorsementshare_now
  CREATE INDEX endorsementshare_now_doubtful ON store_1.endorsementshare_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX endorsementshare_now_pkey ON store_1.endorsementshare_now USING btree (objid)

index on store_1.endorsementshare_past
  CREATE UNIQUE INDEX endorsementshare_past_pkey ON store_1.endorsementshare_past USING btree (objid, began)

index on store_1.exchangerate_now
  CREATE INDEX exchangerate_now_doubtful ON store_1.exchangerate_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX exchangerate_now_pkey ON store_1.exchangerate_now USING btree (objid)

index on store_1.exchangerate_past
  CREATE UNIQUE INDEX exchangerate_past_pkey ON store_1.exchangerate_past USING btree (objid, began)

index on store_1.expense_now
  CREATE INDEX expense_now_doubtful ON store_1.expense_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX expense_now_pkey ON store_1.expense_now USING btree (objid)

index on store_1.expense_past
  CREATE UNIQUE INDEX expense_past_pkey ON store_1.expense_past USING btree (objid, began)

index on store_1.expensetype_now
  CREATE INDEX expensetype_now_doubtful ON store_1.expensetype_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX expensetype_now_pkey ON store_1.expensetype_now USING btree (objid)

index on store_1.expensetype_past
  CREATE UNIQUE INDEX expensetype_past_pkey ON store_1.expensetype_past USING btree (objid, began)

index on store_1.externalsection_now
  CREATE INDEX externalsection_now_doubtful ON store_1.externalsection_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX externalsection_now_pkey ON store_1.externalsection_now USING btree (objid)

index on store_1.externalsection_past
  CREATE UNIQUE INDEX externalsection_past_pkey ON store_1.externalsection_past USING btree (objid, began)

index on store_1.field_now
  CREATE INDEX field_now_doubtful ON store_1.field_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX field_now_pkey ON store_1.field_now USING btree (objid)

index on store_1.field_past
  CREATE UNIQUE INDEX field_past_pkey ON store_1.field_past USING btree (objid, began)

index on store_1.group_now
  CREATE INDEX group_now_doubtful ON store_1.group_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX group_now_pkey ON store_1.group_now USING btree (objid)

index on store_1.group_past
  CREATE UNIQUE INDEX group_past_pkey ON store_1.group_past USING btree (objid, began)

index on store_1.hour_now
  CREATE INDEX hour_now_doubtful ON store_1.hour_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX hour_now_pkey ON store_1.hour_now USING btree (objid)

index on store_1.hour_past
  CREATE UNIQUE INDEX hour_past_pkey ON store_1.hour_past USING btree (objid, began)

index on store_1.hourtype_now
  CREATE INDEX hourtype_now_doubtful ON store_1.hourtype_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX hourtype_now_pkey ON store_1.hourtype_now USING btree (objid)

index on store_1.hourtype_past
  CREATE UNIQUE INDEX hourtype_past_pkey ON store_1.hourtype_past USING btree (objid, began)

index on store_1.iteration_now
  CREATE INDEX iteration_now_doubtful ON store_1.iteration_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX iteration_now_pkey ON store_1.iteration_now USING btree (objid)

index on store_1.iteration_past
  CREATE UNIQUE INDEX iteration_past_pkey ON store_1.iteration_past USING btree (objid, began)

index on store_1.journalentry_now
  CREATE INDEX journalentry_now_doubtful ON store_1.journalentry_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX journalentry_now_pkey ON store_1.journalentry_now USING btree (objid)

index on store_1.journalentry_past
  CREATE UNIQUE INDEX journalentry_past_pkey ON store_1.journalentry_past USING btree (objid, began)

index on store_1.layouttemplate_now
  CREATE INDEX layouttemplate_now_doubtful ON store_1.layouttemplate_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX layouttemplate_now_pkey ON store_1.layouttemplate_now USING btree (objid)

index on store_1.layouttemplate_past
  CREATE UNIQUE INDEX layouttemplate_past_pkey ON store_1.layouttemplate_past USING btree (objid, began)

index on store_1.like_now
  CREATE INDEX like_now_doubtful ON store_1.like_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX like_now_pkey ON store_1.like_now USING btree (objid)

index on store_1.like_past
  CREATE UNIQUE INDEX like_past_pkey ON store_1.like_past USING btree (objid, began)

index on store_1.linkedfolder_now
  CREATE INDEX linkedfolder_now_doubtful ON store_1.linkedfolder_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX linkedfolder_now_pkey ON store_1.linkedfolder_now USING btree (objid)

index on store_1.linkedfolder_past
  CREATE UNIQUE INDEX linkedfolder_past_pkey ON store_1.linkedfolder_past USING btree (objid, began)

index on store_1.milestone_now
  CREATE INDEX milestone_now_doubtful ON store_1.milestone_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX milestone_now_pkey ON store_1.milestone_now USING btree (objid)

index on store_1.milestone_past
  CREATE UNIQUE INDEX milestone_past_pkey ON store_1.milestone_past USING btree (objid, began)

index on store_1.milestonepath_now
  CREATE INDEX milestonepath_now_doubtful ON store_1.milestonepath_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX milestonepath_now_pkey ON store_1.milestonepath_now USING btree (objid)

index on store_1.milestonepath_past
  CREATE UNIQUE INDEX milestonepath_past_pkey ON store_1.milestonepath_past USING btree (objid, began)

index on store_1.nonworkday_now
  CREATE INDEX nonworkday_now_doubtful ON store_1.nonworkday_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX nonworkday_now_pkey ON store_1.nonworkday_now USING btree (objid)

index on store_1.nonworkday_past
  CREATE UNIQUE INDEX nonworkday_past_pkey ON store_1.nonworkday_past USING btree (objid, began)

index on store_1.note_now
  CREATE INDEX note_now_doubtful ON store_1.note_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX note_now_pkey ON store_1.note_now USING btree (objid)

index on store_1.note_past
  CREATE UNIQUE INDEX note_past_pkey ON store_1.note_past USING btree (objid, began)

index on store_1.object_now
  CREATE INDEX object_now_doubtful ON store_1.object_now USING btree (objid, objcode) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX object_now_pkey ON store_1.object_now USING btree (objid, objcode)

index on store_1.object_past
  CREATE UNIQUE INDEX object_past_pkey ON store_1.object_past USING btree (objid, objcode, began)

index on store_1.objectcategory_now
  CREATE INDEX objectcategory_now_doubtful ON store_1.objectcategory_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX objectcategory_now_pkey ON store_1.objectcategory_now USING btree (objid)

index on store_1.objectcategory_past
  CREATE UNIQUE INDEX objectcategory_past_pkey ON store_1.objectcategory_past USING btree (objid, began)

index on store_1.objectintegration_now
  CREATE INDEX objectintegration_now_doubtful ON store_1.objectintegration_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX objectintegration_now_pkey ON store_1.objectintegration_now USING btree (objid)

index on store_1.objectintegration_past
  CREATE UNIQUE INDEX objectintegration_past_pkey ON store_1.objectintegration_past USING btree (objid, began)

index on store_1.optask_now
  CREATE INDEX optask_now_doubtful ON store_1.optask_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX optask_now_pkey ON store_1.optask_now USING btree (objid)

index on store_1.optask_past
  CREATE UNIQUE INDEX optask_past_pkey ON store_1.optask_past USING btree (objid, began)

index on store_1.parameter_now
  CREATE INDEX parameter_now_doubtful ON store_1.parameter_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX parameter_now_pkey ON store_1.parameter_now USING btree (objid)

index on store_1.parameter_past
  CREATE UNIQUE INDEX parameter_past_pkey ON store_1.parameter_past USING btree (objid, began)

index on store_1.parametergroup_now
  CREATE INDEX parametergroup_now_doubtful ON store_1.parametergroup_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX parametergroup_now_pkey ON store_1.parametergroup_now USING btree (objid)

index on store_1.parametergroup_past
  CREATE UNIQUE INDEX parametergroup_past_pkey ON store_1.parametergroup_past USING btree (objid, began)

index on store_1.parameteroption_now
  CREATE INDEX parameteroption_now_doubtful ON store_1.parameteroption_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX parameteroption_now_pkey ON store_1.parameteroption_now USING btree (objid)

index on store_1.parameteroption_past
  CREATE UNIQUE INDEX parameteroption_past_pkey ON store_1.parameteroption_past USING btree (objid, began)

index on store_1.parked
  CREATE UNIQUE INDEX parked_pkey ON store_1.parked USING btree (topic, partition, "offset")

index on store_1.portalsection_now
  CREATE INDEX portalsection_now_doubtful ON store_1.portalsection_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX portalsection_now_pkey ON store_1.portalsection_now USING btree (objid)

index on store_1.portalsection_past
  CREATE UNIQUE INDEX portalsection_past_pkey ON store_1.portalsection_past USING btree (objid, began)

index on store_1.portalsectionlastviewer_now
  CREATE INDEX portalsectionlastviewer_now_doubtful ON store_1.portalsectionlastviewer_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX portalsectionlastviewer_now_pkey ON store_1.portalsectionlastviewer_now USING btree (objid)

index on store_1.portalsectionlastviewer_past
  CREATE UNIQUE INDEX portalsectionlastviewer_past_pkey ON store_1.portalsectionlastviewer_past USING btree (objid, began)

index on store_1.portalsectionstatisticinfo_now
  CREATE INDEX portalsectionstatisticinfo_now_doubtful ON store_1.portalsectionstatisticinfo_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX portalsectionstatisticinfo_now_pkey ON store_1.portalsectionstatisticinfo_now USING btree (objid)

index on store_1.portalsectionstatisticinfo_past
  CREATE UNIQUE INDEX portalsectionstatisticinfo_past_pkey ON store_1.portalsectionstatisticinfo_past USING btree (objid, began)

index on store_1.portaltab_now
  CREATE INDEX portaltab_now_doubtful ON store_1.portaltab_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX portaltab_now_pkey ON store_1.portaltab_now USING btree (objid)

index on store_1.portaltab_past
  CREATE UNIQUE INDEX portaltab_past_pkey ON store_1.portaltab_past USING btree (objid, began)

index on store_1.portaltabsection_now
  CREATE INDEX portaltabsection_now_doubtful ON store_1.portaltabsection_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX portaltabsection_now_pkey ON store_1.portaltabsection_now USING btree (objid)

index on store_1.portaltabsection_past
  CREATE UNIQUE INDEX portaltabsection_past_pkey ON store_1.portaltabsection_past USING btree (objid, began)

index on store_1.portfolio_now
  CREATE INDEX portfolio_now_doubtful ON store_1.portfolio_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX portfolio_now_pkey ON store_1.portfolio_now USING btree (objid)

index on store_1.portfolio_past
  CREATE UNIQUE INDEX portfolio_past_pkey ON store_1.portfolio_past USING btree (objid, began)

index on store_1.positions
  CREATE UNIQUE INDEX positions_pkey ON store_1.positions USING btree (topic, partition)

index on store_1.predecessor_now
  CREATE INDEX predecessor_now_doubtful ON store_1.predecessor_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX predecessor_now_pkey ON store_1.predecessor_now USING btree (objid)

index on store_1.predecessor_past
  CREATE UNIQUE INDEX predecessor_past_pkey ON store_1.predecessor_past USING btree (objid, began)

index on store_1.program_now
  CREATE INDEX program_now_doubtful ON store_1.program_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX program_now_pkey ON store_1.program_now USING btree (objid)

index on store_1.program_past
  CREATE UNIQUE INDEX program_past_pkey ON store_1.program_past USING btree (objid, began)

index on store_1.project_now
  CREATE INDEX project_now_doubtful ON store_1.project_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX project_now_pkey ON store_1.project_now USING btree (objid)

index on store_1.project_past
  CREATE UNIQUE INDEX project_past_pkey ON store_1.project_past USING btree (objid, began)

index on store_1.projectuser_now
  CREATE INDEX projectuser_now_doubtful ON store_1.projectuser_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX projectuser_now_pkey ON store_1.projectuser_now USING btree (objid)

index on store_1.projectuser_past
  CREATE UNIQUE INDEX projectuser_past_pkey ON store_1.projectuser_past USING btree (objid, began)

index on store_1.projectuserrole_now
  CREATE INDEX projectuserrole_now_doubtful ON store_1.projectuserrole_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX projectuserrole_now_pkey ON store_1.projectuserrole_now USING btree (objid)

index on store_1.projectuserrole_past
  CREATE UNIQUE INDEX projectuserrole_past_pkey ON store_1.projectuserrole_past USING btree (objid, began)

index on store_1.proofapproval_now
  CREATE INDEX proofapproval_now_doubtful ON store_1.proofapproval_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX proofapproval_now_pkey ON store_1.proofapproval_now USING btree (objid)

index on store_1.proofapproval_past
  CREATE UNIQUE INDEX proofapproval_past_pkey ON store_1.proofapproval_past USING btree (objid, began)

index on store_1.rate_now
  CREATE INDEX rate_now_doubtful ON store_1.rate_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX rate_now_pkey ON store_1.rate_now USING btree (objid)

index on store_1.rate_past
  CREATE UNIQUE INDEX rate_past_pkey ON store_1.rate_past USING btree (objid, began)

index on store_1.record_now
  CREATE INDEX record_now_doubtful ON store_1.record_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX record_now_pkey ON store_1.record_now USING btree (objid)

index on store_1.record_past
  CREATE UNIQUE INDEX record_past_pkey ON store_1.record_past USING btree (objid, began)

index on store_1.recordtype_now
  CREATE INDEX recordtype_now_doubtful ON store_1.recordtype_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX recordtype_now_pkey ON store_1.recordtype_now USING btree (objid)

index on store_1.recordtype_past
  CREATE UNIQUE INDEX recordtype_past_pkey ON store_1.recordtype_past USING btree (objid, began)

index on store_1.reportablebudgetedhour_now
  CREATE INDEX reportablebudgetedhour_now_doubtful ON store_1.reportablebudgetedhour_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX reportablebudgetedhour_now_pkey ON store_1.reportablebudgetedhour_now USING btree (objid)

index on store_1.reportablebudgetedhour_past
  CREATE UNIQUE INDEX reportablebudgetedhour_past_pkey ON store_1.reportablebudgetedhour_past USING btree (objid, began)

index on store_1.reportfolder_now
  CREATE INDEX reportfolder_now_doubtful ON store_1.reportfolder_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX reportfolder_now_pkey ON store_1.reportfolder_now USING btree (objid)

index on store_1.reportfolder_past
  CREATE UNIQUE INDEX reportfolder_past_pkey ON store_1.reportfolder_past USING btree (objid, began)

index on store_1.reservedtime_now
  CREATE INDEX reservedtime_now_doubtful ON store_1.reservedtime_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX reservedtime_now_pkey ON store_1.reservedtime_now USING btree (objid)

index on store_1.reservedtime_past
  CREATE UNIQUE INDEX reservedtime_past_pkey ON store_1.reservedtime_past USING btree (objid, began)

index on store_1.resourcemanager_now
  CREATE INDEX resourcemanager_now_doubtful ON store_1.resourcemanager_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX resourcemanager_now_pkey ON store_1.resourcemanager_now USING btree (objid)

index on store_1.resourcemanager_past
  CREATE UNIQUE INDEX resourcemanager_past_pkey ON store_1.resourcemanager_past USING btree (objid, began)

index on store_1.richtextnote_now
  CREATE INDEX richtextnote_now_doubtful ON store_1.richtextnote_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX richtextnote_now_pkey ON store_1.richtextnote_now USING btree (objid)

index on store_1.richtextnote_past
  CREATE UNIQUE INDEX richtextnote_past_pkey ON store_1.richtextnote_past USING btree (objid, began)

index on store_1.richtextparametervalue_now
  CREATE INDEX richtextparametervalue_now_doubtful ON store_1.richtextparametervalue_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX richtextparametervalue_now_pkey ON store_1.richtextparametervalue_now USING btree (objid)

index on store_1.richtextparametervalue_past
  CREATE UNIQUE INDEX richtextparametervalue_past_pkey ON store_1.richtextparametervalue_past USING btree (objid, began)

index on store_1.risk_now
  CREATE INDEX risk_now_doubtful ON store_1.risk_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX risk_now_pkey ON store_1.risk_now USING btree (objid)

index on store_1.risk_past
  CREATE UNIQUE INDEX risk_past_pkey ON store_1.risk_past USING btree (objid, began)

index on store_1.risktype_now
  CREATE INDEX risktype_now_doubtful ON store_1.risktype_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX risktype_now_pkey ON store_1.risktype_now USING btree (objid)

index on store_1.risktype_past
  CREATE UNIQUE INDEX risktype_past_pkey ON store_1.risktype_past USING btree (objid, began)

index on store_1.role_now
  CREATE INDEX role_now_doubtful ON store_1.role_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX role_now_pkey ON store_1.role_now USING btree (objid)

index on store_1.role_past
  CREATE UNIQUE INDEX role_past_pkey ON store_1.role_past USING btree (objid, began)

index on store_1.rsrcpool_now
  CREATE INDEX rsrcpool_now_doubtful ON store_1.rsrcpool_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX rsrcpool_now_pkey ON store_1.rsrcpool_now USING btree (objid)

index on store_1.rsrcpool_past
  CREATE UNIQUE INDEX rsrcpool_past_pkey ON store_1.rsrcpool_past USING btree (objid, began)

index on store_1.schedule_now
  CREATE INDEX schedule_now_doubtful ON store_1.schedule_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX schedule_now_pkey ON store_1.schedule_now USING btree (objid)

index on store_1.schedule_past
  CREATE UNIQUE INDEX schedule_past_pkey ON store_1.schedule_past USING btree (objid, began)

index on store_1.scorecard_now
  CREATE INDEX scorecard_now_doubtful ON store_1.scorecard_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX scorecard_now_pkey ON store_1.scorecard_now USING btree (objid)

index on store_1.scorecard_past
  CREATE UNIQUE INDEX scorecard_past_pkey ON store_1.scorecard_past USING btree (objid, began)

index on store_1.searchevent_now
  CREATE INDEX searchevent_now_doubtful ON store_1.searchevent_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX searchevent_now_pkey ON store_1.searchevent_now USING btree (objid)

index on store_1.searchevent_past
  CREATE UNIQUE INDEX searchevent_past_pkey ON store_1.searchevent_past USING btree (objid, began)

index on store_1.staffingplan_now
  CREATE INDEX staffingplan_now_doubtful ON store_1.staffingplan_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX staffingplan_now_pkey ON store_1.staffingplan_now USING btree (objid)

index on store_1.staffingplan_past
  CREATE UNIQUE INDEX staffingplan_past_pkey ON store_1.staffingplan_past USING btree (objid, began)

index on store_1.staffingplanparametervalue_now
  CREATE INDEX staffingplanparametervalue_now_doubtful ON store_1.staffingplanparametervalue_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX staffingplanparametervalue_now_pkey ON store_1.staffingplanparametervalue_now USING btree (objid)

index on store_1.staffingplanparametervalue_past
  CREATE UNIQUE INDEX staffingplanparametervalue_past_pkey ON store_1.staffingplanparametervalue_past USING btree (objid, began)

index on store_1.staffingplanresource_now
  CREATE INDEX staffingplanresource_now_doubtful ON store_1.staffingplanresource_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX staffingplanresource_now_pkey ON store_1.staffingplanresource_now USING btree (objid)

index on store_1.staffingplanresource_past
  CREATE UNIQUE INDEX staffingplanresource_past_pkey ON store_1.staffingplanresource_past USING btree (objid, began)

index on store_1.staffingplanresourceattributevalue_now
  CREATE INDEX staffingplanresourceattributevalue_now_doubtful ON store_1.staffingplanresourceattributevalue_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX staffingplanresourceattributevalue_now_pkey ON store_1.staffingplanresourceattributevalue_now USING btree (objid)

index on store_1.staffingplanresourceattributevalue_past
  CREATE UNIQUE INDEX staffingplanresourceattributevalue_past_pkey ON store_1.staffingplanresourceattributevalue_past USING btree (objid, began)

index on store_1.staffingplanresourceattributevalueset_now
  CREATE INDEX staffingplanresourceattributevalueset_now_doubtful ON store_1.staffingplanresourceattributevalueset_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX staffingplanresourceattributevalueset_now_pkey ON store_1.staffingplanresourceattributevalueset_now USING btree (objid)

index on store_1.staffingplanresourceattributevalueset_past
  CREATE UNIQUE INDEX staffingplanresourceattributevalueset_past_pkey ON store_1.staffingplanresourceattributevalueset_past USING btree (objid, began)

index on store_1.staffingplanresourceparametervalue_now
  CREATE INDEX staffingplanresourceparametervalue_now_doubtful ON store_1.staffingplanresourceparametervalue_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX staffingplanresourceparametervalue_now_pkey ON store_1.staffingplanresourceparametervalue_now USING btree (objid)

index on store_1.staffingplanresourceparametervalue_past
  CREATE UNIQUE INDEX staffingplanresourceparametervalue_past_pkey ON store_1.staffingplanresourceparametervalue_past USING btree (objid, began)

index on store_1.stepapprover_now
  CREATE INDEX stepapprover_now_doubtful ON store_1.stepapprover_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX stepapprover_now_pkey ON store_1.stepapprover_now USING btree (objid)

index on store_1.stepapprover_past
  CREATE UNIQUE INDEX stepapprover_past_pkey ON store_1.stepapprover_past USING btree (objid, began)

index on store_1.task_now
  CREATE INDEX task_now_doubtful ON store_1.task_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX task_now_pkey ON store_1.task_now USING btree (objid)

index on store_1.task_past
  CREATE UNIQUE INDEX task_past_pkey ON store_1.task_past USING btree (objid, began)

index on store_1.team_now
  CREATE INDEX team_now_doubtful ON store_1.team_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX team_now_pkey ON store_1.team_now USING btree (objid)

index on store_1.team_past
  CREATE UNIQUE INDEX team_past_pkey ON store_1.team_past USING btree (objid, began)

index on store_1.teammember_now
  CREATE INDEX teammember_now_doubtful ON store_1.teammember_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX teammember_now_pkey ON store_1.teammember_now USING btree (objid)

index on store_1.teammember_past
  CREATE UNIQUE INDEX teammember_past_pkey ON store_1.teammember_past USING btree (objid, began)

index on store_1.template_now
  CREATE INDEX template_now_doubtful ON store_1.template_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX template_now_pkey ON store_1.template_now USING btree (objid)

index on store_1.template_past
  CREATE UNIQUE INDEX template_past_pkey ON store_1.template_past USING btree (objid, began)

index on store_1.templateassignment_now
  CREATE INDEX templateassignment_now_doubtful ON store_1.templateassignment_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX templateassignment_now_pkey ON store_1.templateassignment_now USING btree (objid)

index on store_1.templateassignment_past
  CREATE UNIQUE INDEX templateassignment_past_pkey ON store_1.templateassignment_past USING btree (objid, began)

index on store_1.templatepredecessor_now
  CREATE INDEX templatepredecessor_now_doubtful ON store_1.templatepredecessor_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX templatepredecessor_now_pkey ON store_1.templatepredecessor_now USING btree (objid)

index on store_1.templatepredecessor_past
  CREATE UNIQUE INDEX templatepredecessor_past_pkey ON store_1.templatepredecessor_past USING btree (objid, began)

index on store_1.templatetask_now
  CREATE INDEX templatetask_now_doubtful ON store_1.templatetask_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX templatetask_now_pkey ON store_1.templatetask_now USING btree (objid)

index on store_1.templatetask_past
  CREATE UNIQUE INDEX templatetask_past_pkey ON store_1.templatetask_past USING btree (objid, began)

index on store_1.timesheet_now
  CREATE INDEX timesheet_now_doubtful ON store_1.timesheet_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX timesheet_now_pkey ON store_1.timesheet_now USING btree (objid)

index on store_1.timesheet_past
  CREATE UNIQUE INDEX timesheet_past_pkey ON store_1.timesheet_past USING btree (objid, began)

index on store_1.timesheetprofile_now
  CREATE INDEX timesheetprofile_now_doubtful ON store_1.timesheetprofile_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX timesheetprofile_now_pkey ON store_1.timesheetprofile_now USING btree (objid)

index on store_1.timesheetprofile_past
  CREATE UNIQUE INDEX timesheetprofile_past_pkey ON store_1.timesheetprofile_past USING btree (objid, began)

index on store_1.uifilter_now
  CREATE INDEX uifilter_now_doubtful ON store_1.uifilter_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX uifilter_now_pkey ON store_1.uifilter_now USING btree (objid)

index on store_1.uifilter_past
  CREATE UNIQUE INDEX uifilter_past_pkey ON store_1.uifilter_past USING btree (objid, began)

index on store_1.uigroupby_now
  CREATE INDEX uigroupby_now_doubtful ON store_1.uigroupby_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX uigroupby_now_pkey ON store_1.uigroupby_now USING btree (objid)

index on store_1.uigroupby_past
  CREATE UNIQUE INDEX uigroupby_past_pkey ON store_1.uigroupby_past USING btree (objid, began)

index on store_1.uitemplate_now
  CREATE INDEX uitemplate_now_doubtful ON store_1.uitemplate_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX uitemplate_now_pkey ON store_1.uitemplate_now USING btree (objid)

index on store_1.uitemplate_past
  CREATE UNIQUE INDEX uitemplate_past_pkey ON store_1.uitemplate_past USING btree (objid, began)

index on store_1.uiview_now
  CREATE INDEX uiview_now_doubtful ON store_1.uiview_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX uiview_now_pkey ON store_1.uiview_now USING btree (objid)

index on store_1.uiview_past
  CREATE UNIQUE INDEX uiview_past_pkey ON store_1.uiview_past USING btree (objid, began)

index on store_1.update_now
  CREATE INDEX update_now_doubtful ON store_1.update_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX update_now_pkey ON store_1.update_now USING btree (objid)

index on store_1.update_past
  CREATE UNIQUE INDEX update_past_pkey ON store_1.update_past USING btree (objid, began)

index on store_1.user_now
  CREATE INDEX user_now_doubtful ON store_1.user_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX user_now_pkey ON store_1.user_now USING btree (objid)

index on store_1.user_past
  CREATE UNIQUE INDEX user_past_pkey ON store_1.user_past USING btree (objid, began)

index on store_1.userdelegation_now
  CREATE INDEX userdelegation_now_doubtful ON store_1.userdelegation_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX userdelegation_now_pkey ON store_1.userdelegation_now USING btree (objid)

index on store_1.userdelegation_past
  CREATE UNIQUE INDEX userdelegation_past_pkey ON store_1.userdelegation_past USING btree (objid, began)

index on store_1.usergroups_now
  CREATE INDEX usergroups_now_doubtful ON store_1.usergroups_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX usergroups_now_pkey ON store_1.usergroups_now USING btree (objid)

index on store_1.usergroups_past
  CREATE UNIQUE INDEX usergroups_past_pkey ON store_1.usergroups_past USING btree (objid, began)

index on store_1.usernote_now
  CREATE INDEX usernote_now_doubtful ON store_1.usernote_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX usernote_now_pkey ON store_1.usernote_now USING btree (objid)

index on store_1.usernote_past
  CREATE UNIQUE INDEX usernote_past_pkey ON store_1.usernote_past USING btree (objid, began)

index on store_1.userobjectpref_now
  CREATE INDEX userobjectpref_now_doubtful ON store_1.userobjectpref_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX userobjectpref_now_pkey ON store_1.userobjectpref_now USING btree (objid)

index on store_1.userobjectpref_past
  CREATE UNIQUE INDEX userobjectpref_past_pkey ON store_1.userobjectpref_past USING btree (objid, began)

index on store_1.userprefvalue_now
  CREATE INDEX userprefvalue_now_doubtful ON store_1.userprefvalue_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX userprefvalue_now_pkey ON store_1.userprefvalue_now USING btree (objid)

index on store_1.userprefvalue_past
  CREATE UNIQUE INDEX userprefvalue_past_pkey ON store_1.userprefvalue_past USING btree (objid, began)

index on store_1.userrole_now
  CREATE INDEX userrole_now_doubtful ON store_1.userrole_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX userrole_now_pkey ON store_1.userrole_now USING btree (objid)

index on store_1.userrole_past
  CREATE UNIQUE INDEX userrole_past_pkey ON store_1.userrole_past USING btree (objid, began)

index on store_1.work_now
  CREATE INDEX work_now_doubtful ON store_1.work_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX work_now_pkey ON store_1.work_now USING btree (objid)

index on store_1.work_past
  CREATE UNIQUE INDEX work_past_pkey ON store_1.work_past USING btree (objid, began)

index on store_1.workitem_now
  CREATE INDEX workitem_now_doubtful ON store_1.workitem_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX workitem_now_pkey ON store_1.workitem_now USING btree (objid)

index on store_1.workitem_past
  CREATE UNIQUE INDEX workitem_past_pkey ON store_1.workitem_past USING btree (objid, began)

index on store_1.workspace_now
  CREATE INDEX workspace_now_doubtful ON store_1.workspace_now USING btree (objid) WHERE (ambiguous IS NOT NULL)
  CREATE UNIQUE INDEX workspace_now_pkey ON store_1.workspace_now USING btree (objid)

index on store_1.workspace_past
  CREATE UNIQUE INDEX workspace_past_pkey ON store_1.workspace_past USING btree (objid, began)

index on workfront.calendar
  CREATE UNIQUE INDEX calendar_pkey ON workfront.calendar USING btree (calendardate)

index on workfront.view_comments
  CREATE UNIQUE INDEX view_comments_pkey ON workfront.view_comments USING btree (viewname, columnname)

function
  planning.displayed(value jsonb, options jsonb) returns jsonb
  planning.displayed_one(value jsonb, options jsonb) returns jsonb
  workfront.add_months(value timestamp with time zone, count numeric) returns timestamp with time zone
  workfront.array_contains(value anyelement, list jsonb) returns boolean
  workfront.array_size(value jsonb) returns integer
  workfront.array_text(list jsonb, separator text) returns text
  workfront.as_of(objcode text, instant timestamp with time zone) returns TABLE(objid text, begin_effective_timestamp timestamp with time zone, end_effective_timestamp timestamp with time zone, deleted text, fields jsonb)
  workfront.as_of_instant() returns timestamp with time zone
  workfront.base64_decode_string(value text) returns text
  workfront.base64_encode(value text) returns text
  workfront.bitand(a bigint, b bigint) returns bigint
  workfront.bitor(a bigint, b bigint) returns bigint
  workfront.bitxor(a bigint, b bigint) returns bigint
  workfront.charindex(part text, whole text, start integer DEFAULT 1) returns integer
  workfront.contains(whole text, part text) returns boolean
  workfront.convert_timezone(source text, target text, value timestamp with time zone) returns timestamp without time zone
  workfront.convert_timezone(source text, target text, value timestamp without time zone) returns timestamp without time zone
  workfront.convert_timezone(target text, value timestamp with time zone) returns timestamp without time zone
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
  workfront.div0(a numeric, b numeric) returns numeric
  workfront.div0null(a numeric, b numeric) returns numeric
  workfront.endswith(whole text, part text) returns boolean
  workfront.equal_null(a anycompatible, b anycompatible) returns boolean
  workfront.first_not_null(anyelement) returns anyelement
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
  workfront.len(value text) returns integer
  workfront.median(numeric) returns numeric
  workfront.median_of(state numeric[]) returns numeric
  workfront.minute(value timestamp with time zone) returns integer
  workfront.month(value timestamp with time zone) returns integer
  workfront.monthname(value timestamp with time zone) returns text
  workfront.months_between(a timestamp with time zone, b timestamp with time zone) returns numeric
  workfront.next_day(value timestamp with time zone, weekday text) returns date
  workfront.nth_last_not_null(anyelement, integer) returns anyelement
  workfront.nullifzero(value numeric) returns numeric
  workfront.nvl(value anycompatible, otherwise anycompatible) returns anycompatible
  workfront.nvl2(value anyelement, present anycompatible, absent anycompatible) returns anycompatible
  workfront.object_keys(value jsonb) returns jsonb
  workfront.oldest_of(state anyarray, value anyelement, count integer) returns anyelement
  workfront.parse_json(value text) returns jsonb
  workfront.previous_day(value timestamp with time zone, weekday text) returns date
  workfront.quarter(value timestamp with time zone) returns integer
  workfront.refuse(message text) returns text
  workfront.regexp_substr_all(value text, pattern text) returns jsonb
  workfront.rlike(value text, pattern text) returns boolean
  workfront.round(value double precision, places integer) returns numeric
  workfront.second(value timestamp with time zone) returns integer
  workfront.set_aside() returns TABLE(objcode text, is_history boolean, since timestamp with time zone, swept_since timestamp with time zone, set_aside_at timestamp with time zone)
  workfront.sha2(value text, bits integer DEFAULT 256) returns text
  workfront.span(unit text, count numeric) returns interval
  workfront.split(value text, separator text) returns jsonb
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
  workfront.try_parse_json(value text) returns jsonb
  workfront.try_to_boolean(value text) returns boolean
  workfront.try_to_date(value text) returns date
  workfront.try_to_number(value text) returns numeric
  workfront.try_to_timestamp(value text) returns timestamp with time zone
  workfront.typeof(value jsonb) returns text
  workfront.variant_text(value jsonb) returns text
  workfront.wait_for(topic text, partition integer, "offset" bigint, patience interval DEFAULT '00:00:30'::interval) returns boolean
  workfront.watermarks() returns TABLE(objcode text, kind text, up_to timestamp with time zone, ends jsonb)
  workfront.week(value timestamp with time zone) returns integer
  workfront.weekiso(value timestamp with time zone) returns integer
  workfront.without_nulls(value jsonb) returns jsonb
  workfront.year(value timestamp with time zone) returns integer
  workfront.yearofweek(value timestamp with time zone) returns integer
  workfront.yearofweekiso(value timestamp with time zone) returns integer
  workfront.zeroifnull(value numeric) returns numeric
