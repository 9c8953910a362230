/**
 * A seeded company: users, roles, forms, portfolios, projects, tasks, issues, hours, notes,
 * documents.
 */
import type { Random } from '../../core/random.ts';
import { asMicros, minus } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { idOf, fieldText } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Ground } from './ground.ts';
import { CAMPAIGNS, COMMENTS, FIRST_NAMES, ISSUES, LAST_NAMES } from './names.ts';
import { PLACES, STATUSES, TASKS } from './names.ts';
import { FORM, FORM_TYPES, PARAMETERS, placeFields } from './campaign-form.ts';
import { makeOffice } from './office.ts';
import { makePaperwork } from './paperwork.ts';

export interface WorldSize {
  readonly users: number;
  readonly projects: number;
  readonly tasksPerProject: number;
  readonly issuesPerProject: number;
  /** Assignments, hours, notes, documents and all the rest too. */
  readonly everything: boolean;
  readonly planningRecords: number;
}

export const SMALL: WorldSize = {
  users: 12,
  projects: 8,
  tasksPerProject: 10,
  issuesPerProject: 3,
  everything: true,
  planningRecords: 40,
};

/** What tests of one behaviour need. */
export const TINY: WorldSize = {
  users: 6,
  projects: 2,
  tasksPerProject: 3,
  issuesPerProject: 1,
  everything: true,
  planningRecords: 8,
};

/** A million tasks; no further rows, so that a gigabyte and a half holds them. */
export const LARGE: WorldSize = {
  users: 500,
  projects: 10_000,
  tasksPerProject: 100,
  issuesPerProject: 2,
  everything: false,
  planningRecords: 20_000,
};

/** A hundred thousand tasks: what the search benchmark polls. */
export const MEDIUM: WorldSize = {
  users: 100,
  projects: 1_000,
  tasksPerProject: 100,
  issuesPerProject: 2,
  everything: false,
  planningRecords: 100,
};

export const WORLD_SIZES = { tiny: TINY, small: SMALL, medium: MEDIUM, large: LARGE } as const;

const DAY = 86_400_000_000;
/** One for all rows that have none: a million empty objects weigh. */
const NO_VALUES: ObjectRow = {};

/** Tells nobody: the company is there before the first poll. Returns the administrator's ID. */
export function buildWorld(tenant: Tenant, random: Random, size: WorldSize = SMALL): string {
  const maker = new Maker(tenant, random);
  const admin = maker.makePeople(size.users);
  maker.makeForms();
  maker.makeStatuses();
  for (let number = 0; number < size.projects; number += 1) maker.makeProject(size);
  if (size.everything) {
    const ground = maker.ground(random.fork('office'));
    makeOffice(ground);
    makePaperwork(ground, tenant.store);
  }
  placeFields(tenant, admin);
  return admin;
}

class Maker {
  readonly #tenant: Tenant;
  readonly #random: Random;
  readonly #users: string[] = [];
  #company = '';
  #group = '';
  #form = '';
  readonly #portfolios: string[] = [];

  constructor(tenant: Tenant, random: Random) {
    this.#tenant = tenant;
    this.#random = random;
  }

  /** What the rest of the company is built on. */
  ground(random: Random): Ground {
    const tenant = this.#tenant;
    return {
      random,
      users: this.#users,
      companyID: this.#company,
      groupID: this.#group,
      customerID: tenant.customerID,
      put: (objCode, fields, ageDays) => this.#put(objCode, fields, ageDays),
      rows: (objCode) => [...tenant.store.rows(objCode)],
      daysAgo: (days) => this.#daysAgo(days),
    };
  }

  makePeople(count: number): string {
    this.#company = this.#put('CMPY', { name: 'Northwind Creative' }, 400);
    this.#group = this.#put('GROUP', { name: 'Marketing' }, 400);
    const roles = ['Designer', 'Copywriter', 'Project Manager', 'Developer', 'Legal'].map((name) =>
      this.#put('ROLE', { name, description: name, maxUsers: 0 }, 400),
    );
    for (let number = 0; number < count; number += 1) {
      const first = FIRST_NAMES[number % FIRST_NAMES.length] ?? 'Ada';
      const last = this.#random.pick(LAST_NAMES);
      const username =
        number === 0 ? 'admin@sandbox.example' : `${first}.${number}@sandbox.example`;
      this.#users.push(
        this.#put(
          'USER',
          {
            name: `${first} ${last}`,
            firstName: first,
            lastName: last,
            username: username.toLowerCase(),
            emailAddr: username.toLowerCase(),
            title: this.#random.pick(['Manager', 'Specialist', 'Lead', 'Director']),
            isActive: true,
            eauthUserID: `${(number + 1).toString(16).toUpperCase().padStart(24, '0')}@AdobeID`,
            roleID: this.#random.pick(roles),
            companyID: this.#company,
            homeGroupID: this.#group,
            timeZone: number % 3 === 2 ? 'Europe/Paris' : 'America/Denver',
          },
          380,
        ),
      );
    }
    for (const name of ['Campaigns', 'Product', 'Operations']) {
      const ownerID = this.#random.pick(this.#users);
      this.#portfolios.push(this.#put('PORT', { name, ownerID, description: null }, 370));
    }
    return this.#users[0] ?? '';
  }

  /** Custom fields of every kind; `Margin` is calculated and never journaled (reference A.5). */
  makeForms(): void {
    for (const [name, dataType, displayType] of PARAMETERS) {
      this.#put('PARAM', { name, dataType, displayType, isActive: true }, 360);
    }
    this.#form = this.#put('CTGY', { name: FORM, isActive: true, objTypes: FORM_TYPES }, 360);
  }

  makeStatuses(): void {
    for (const [label, value, color] of STATUSES) {
      const row = { label, value, equatesWith: value, color, groupID: this.#group };
      this.#put('CSTEM', row, 400);
    }
  }

  makeProject(size: WorldSize): void {
    const random = this.#random;
    const age = random.int(20, 300);
    const start = this.#daysAgo(age - 5);
    const ownerID = random.pick(this.#users);
    const projectID = this.#put(
      'PROJ',
      {
        name: `${random.pick(CAMPAIGNS)} ${random.pick(PLACES)}`,
        description: random.chance(0.5) ? random.pick(COMMENTS) : null,
        status: random.pick(['CUR', 'CUR', 'CUR', 'PLN', 'ONH']),
        condition: random.pick(['ON', 'AR', 'IT']),
        priority: random.int(0, 4),
        percentComplete: random.int(0, 9) * 10,
        budget: random.int(5, 200) * 1000,
        currency: null,
        ownerID,
        accessorIDs: [ownerID],
        companyID: this.#company,
        groupID: this.#group,
        portfolioID: random.pick(this.#portfolios),
        plannedStartDate: start,
        plannedCompletionDate: start + random.int(20, 200) * DAY,
        projectedCompletionDate: start + random.int(20, 220) * DAY,
        categoryID: this.#form,
        parameterValues: {
          'DE:Region': random.pick(PLACES),
          'DE:Channels': random.chance(0.5) ? ['Print'] : ['Web', 'Social'],
          'DE:Go-live': start + 60 * DAY,
          'DE:Revenue': random.int(1, 90) * 1000,
        },
      },
      age,
    );
    for (let n = 0; n < size.tasksPerProject; n += 1) {
      this.#makeTask(projectID, age - 1, n + 1, size.everything);
    }
    for (let n = 0; n < size.issuesPerProject; n += 1) this.#makeIssue(projectID, age - 10);
    if (!size.everything) return;
    const aged = Math.max(1, age - 5);
    const name = `${random.pick(['Brief', 'Layout', 'Contract'])}.pdf`;
    this.#put('DOCU', { name, projectID, objID: projectID, ownerID }, aged);
    const noteText = random.pick(COMMENTS);
    this.#put('NOTE', { noteText, projectID, objID: projectID, ownerID, subject: null }, aged);
  }

  #makeTask(projectID: string, age: number, number: number, everything: boolean): void {
    const random = this.#random;
    const start = this.#daysAgo(age) + number * 3 * DAY;
    const done = random.chance(0.2);
    const assignedToID = random.pick(this.#users);
    const taskID = this.#put(
      'TASK',
      {
        name: random.pick(TASKS),
        description: null,
        projectID,
        status: done ? 'CPL' : random.pick(['NEW', 'INP']),
        percentComplete: done ? 100 : random.int(0, 9) * 10,
        priority: random.int(0, 4),
        condition: 0,
        progressStatus: 'ON',
        taskNumber: number,
        wbs: String(number),
        workRequired: random.int(1, 20) * 60,
        durationMinutes: random.int(1, 10) * 480,
        canStart: true,
        assignedToID,
        groupID: this.#group,
        plannedStartDate: start,
        plannedCompletionDate: start + 5 * DAY,
        projectedStartDate: start,
        projectedCompletionDate: start + 6 * DAY,
        actualCompletionDate: done ? start + 5 * DAY : null,
        categoryID: this.#form,
        parameterValues: random.chance(0.3) ? { 'DE:Effort': random.int(1, 8) } : NO_VALUES,
      },
      age,
    );
    if (!everything) return;
    this.#put('ASSGN', { taskID, projectID, assignedToID, isPrimary: true, status: 'AA' }, age);
    if (!random.chance(0.3)) return;
    const hours = random.int(1, 16) / 2;
    const entryDate = new Date(start / 1000).toISOString().slice(0, 10);
    const logged = { hours, entryDate, ownerID: assignedToID, taskID, projectID, status: 'SUB' };
    this.#put('HOUR', logged, Math.max(1, age - 4));
  }

  #makeIssue(projectID: string, age: number): void {
    const random = this.#random;
    const start = this.#daysAgo(Math.max(1, age));
    this.#put(
      'OPTASK',
      {
        name: random.pick(ISSUES),
        description: random.pick(COMMENTS),
        projectID,
        status: random.pick(['NEW', 'INP', 'CPL']),
        priority: random.int(0, 4),
        severity: random.int(0, 4),
        condition: 0,
        ownerID: random.pick(this.#users),
        assignedToID: random.pick(this.#users),
        plannedStartDate: start,
        plannedCompletionDate: start + 10 * DAY,
        categoryID: this.#form,
        parameterValues: NO_VALUES,
      },
      Math.max(1, age),
    );
  }

  #put(objCode: string, fields: ObjectRow, ageDays: number): string {
    const tenant = this.#tenant;
    const row = tenant.seedNew(objCode, fields, this.#daysAgo(ageDays), this.#users[0] ?? null);
    tenant.seed(objCode, row);
    return fieldText(row, 'ID') ?? idOf(row);
  }

  #daysAgo(days: number): Micros {
    const agoMicros = days * DAY + this.#random.int(0, 80_000) * 1_000_000;
    return minus(this.#tenant.now(), asMicros(agoMicros));
  }
}
