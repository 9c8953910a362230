/**
 * What a company sets up once: templates, schedules, programs, dashboards, staffing plans, and
 * a few of every kind that a clock can follow though little more than its name is public.
 */
import { idOf, fieldText } from '../../workfront/object-row.ts';
import { PLACES, TASKS } from './names.ts';
import type { Ground } from './ground.ts';

const DAY = 86_400_000_000;

export function makeOffice(ground: Ground): void {
  const { put, customerID, random, users } = ground;
  const adminUserID = users[0] ?? null;
  put('CUST', { ID: customerID, name: 'Northwind Creative', adminUserID }, 410);
  const week = { monday: '09:00-17:00', friday: '09:00-15:00', isDefault: true };
  put('SCHED', { name: 'Office hours', timeZone: 'America/Denver', ...week }, 400);
  put('PGRP', { name: 'Campaign details', displayOrder: 1, isDefault: true }, 360);
  for (const portfolio of ground.rows('PORT')) {
    const ownerID = random.pick(users);
    const name = `${random.pick(PLACES)} program`;
    put('PRGM', { name, portfolioID: idOf(portfolio), ownerID, description: null }, 350);
  }
  makeTemplates(ground);
  makeBoards(ground);
  makeStaffing(ground);
  for (const [objCode, names] of FEW) {
    for (const name of names) put(objCode, { name }, random.int(30, 330));
  }
}

/** With a form whose values every project made from it takes along (reference B.4). */
function makeTemplates({ put, random, users, companyID, groupID }: Ground): void {
  const milestonePathID = put('MPATH', { name: 'Campaign path', description: null }, 345);
  const approvalProcessID = put(
    'ARVPRC',
    { name: 'Manager approves', approvalObjCode: 'PROJ', durationMinutes: 2880, isPrivate: false },
    345,
  );
  for (const kind of ['Campaign', 'Event', 'Relaunch']) {
    const templateID = put(
      'TMPL',
      {
        name: `${kind} template`,
        description: `For every ${kind.toLowerCase()}`,
        companyID,
        groupID,
        ownerID: random.pick(users),
        priority: 2,
        version: 1,
        milestonePathID,
        approvalProcessID,
        durationMinutes: 14_400,
        parameterValues: { 'DE:Revenue': random.int(5, 50) * 1000, 'DE:Channels': ['Web'] },
      },
      340,
    );
    for (let taskNumber = 1; taskNumber <= 4; taskNumber += 1) {
      const name = random.pick(TASKS);
      put('TTSK', { name, templateID, taskNumber, durationMinutes: 960, workRequired: 480 }, 339);
    }
  }
}

function makeBoards({ put, random, users, daysAgo }: Ground): void {
  for (const name of ['My projects', 'Late work']) {
    const userID = random.pick(users);
    const tab = put('PTLTAB', { name, userID, description: null, isPublic: true }, 300);
    for (const what of ['tasks', 'issues']) {
      const report = { name: `${name}: ${what}`, enteredByID: userID, isReport: true };
      put('PTLSEC', { ...report, objID: tab, objObjCode: 'PTLTAB', maxResults: 100 }, 299);
    }
  }
  for (let number = 1; number <= 2; number += 1) {
    const startDate = daysAgo(28 - number * 14);
    const dates = { startDate, endDate: startDate + 14 * DAY };
    const ownerID = random.pick(users);
    put(
      'ITRN',
      { name: `Iteration ${number}`, status: 'INP', capacity: 40, ownerID, ...dates },
      30,
    );
  }
}

function makeStaffing(ground: Ground): void {
  const { put, random, users, companyID, groupID, daysAgo } = ground;
  const staffingPlanID = put(
    'STAFFP',
    {
      name: 'Next quarter',
      ownerID: users[0] ?? null,
      companyID,
      groupID,
      startDate: daysAgo(-30),
      endDate: daysAgo(-120),
      currency: 'USD',
      totalEstimatedHours: 960,
    },
    60,
  );
  const [parameter] = ground.rows('PARAM');
  const parameterID = parameter === undefined ? null : idOf(parameter);
  const value = { parameterID, parameterName: fieldText(parameter, 'name'), textVal: 'DACH' };
  put('SPVAL', { ...value, objID: staffingPlanID, objObjCode: 'STAFFP' }, 60);
  for (const role of ground.rows('ROLE').slice(0, 3)) {
    const roleID = idOf(role);
    const resource = put(
      'STAFFR',
      { staffingPlanID, roleID, assignedToID: random.pick(users), totalEstimatedHours: 320 },
      60,
    );
    put('SRPVAL', { ...value, objID: resource, objObjCode: 'STAFFR' }, 60);
    const set = put('SAVSET', { attributeAttachableID: resource, systemGenerated: false }, 60);
    const attribute = { attributeAttachableID: resource, attributeValueSetID: set };
    put('SPAVAL', { ...attribute, refCompanyID: companyID, refGroupID: groupID }, 60);
  }
}

const FEW: readonly (readonly [objCode: string, names: readonly string[]])[] = [
  ['ACSREQ', ['Access to Spring launch']],
  ['ANCMNT', ['Maintenance on Sunday', 'New release']],
  ['APPROVAL', ['Access approval']],
  ['BDNEVT', ['Iteration started', 'Iteration ended']],
  ['BKGJOB', ['Nightly recalculation', 'Report delivery']],
  ['CALPTL', ['Campaign calendar']],
  ['DOCPRO', ['Shared drive']],
  ['EXTSEC', ['Company news']],
  ['LYTMPL', ['Marketing layout']],
  ['SRCEVT', ['Search']],
  ['UIFT', ['My open tasks', 'Late projects']],
  ['UIGB', ['By status', 'By owner']],
  ['UIVW', ['Standard', 'Budget']],
  ['USOP', ['Preferences of Ada']],
];
