/**
 * A made-up tenant whose tasks are saved over and over, as Workfront's webhooks would tell it
 * (reference B.4, B.6): v2 bodies with the whole state after and before, about fifty fields.
 * The same seed gives the same saves.
 */
import type { JsonObject } from '../../services/core/json.ts';
import { formatEventDate } from '../../services/workfront/dates.ts';
import { seededRandom } from '../../services/core/random.ts';
import type { Random } from '../../services/core/random.ts';
import { asMicros, plus } from '../../services/core/units.ts';
import type { Micros } from '../../services/core/units.ts';

/** Wide: about fifty fields, with the state before. Narrow: thirteen, of a save what it left. */
export type Facts = 'wide' | 'narrow';

/** One save and the body that tells it. */
export interface TaskSave {
  readonly objID: string;
  readonly name: string;
  readonly deleted: boolean;
  /** Of the version that it makes. */
  readonly instant: Micros;
  readonly body: JsonObject;
}

export interface TaskWorldOptions {
  readonly seed: number;
  readonly facts: Facts;
  /** Tasks that live at once. */
  readonly tasks: number;
  /** Of the saves, those that delete. */
  readonly deletedShare: number;
}

interface Task {
  readonly objID: string;
  clock: Micros;
  state: JsonObject;
}

const FIRST_CLOCK: Micros = asMicros(Date.UTC(2026, 0, 5) * 1000);
const SECOND: Micros = asMicros(1_000_000);
const ZONE_MINUTES = -360;

export class TaskWorld {
  readonly #random: Random;
  readonly #options: TaskWorldOptions;
  readonly #people: readonly string[];
  readonly #projects: readonly string[];
  readonly #tasks: (Task | undefined)[];
  #made = 0;

  constructor(options: TaskWorldOptions) {
    this.#options = options;
    this.#random = seededRandom(options.seed);
    this.#people = Array.from({ length: 200 }, () => this.#id());
    this.#projects = Array.from({ length: 500 }, () => this.#id());
    this.#tasks = new Array<Task | undefined>(options.tasks);
  }

  /** The next save, of whichever task; `slot` says of which, until it is deleted. */
  next(): { slot: number; save: TaskSave } {
    const slot = this.#random.int(0, this.#options.tasks - 1);
    const task = this.#tasks[slot];
    if (task === undefined) return { slot, save: this.#create(slot) };
    if (!this.#random.chance(this.#options.deletedShare)) return { slot, save: this.#update(task) };
    this.#tasks[slot] = undefined;
    return { slot, save: this.#delete(task) };
  }

  #create(slot: number): TaskSave {
    const clock = plus(FIRST_CLOCK, asMicros(this.#random.int(0, 86_400_000) * 1_000));
    const objID = this.#id();
    const task = { objID, clock, state: this.#firstState(objID, clock) };
    this.#tasks[slot] = task;
    return saveOf(task, clock, this.#body('CREATE', clock, task.state, {}));
  }

  #update(task: Task): TaskSave {
    const before = task.state;
    // Far enough apart for each to be a save of its own to the fold.
    task.clock = plus(task.clock, asMicros(this.#random.int(5_000, 7_200_000) * 1_000));
    task.state = this.#changed(before, task.clock);
    return saveOf(task, task.clock, this.#body('UPDATE', task.clock, task.state, before));
  }

  #delete(task: Task): TaskSave {
    const instant = plus(task.clock, asMicros(this.#random.int(5_000, 7_200_000) * 1_000));
    const body = this.#body('DELETE', instant, {}, task.state, 0);
    return { ...saveOf(task, instant, body), deleted: true };
  }

  #body(
    eventType: string,
    clock: Micros,
    newState: JsonObject,
    oldState: JsonObject,
    // Samples show 18 to 414 ms between the change clock and eventTime.
    lagMs = this.#random.int(18, 414),
  ): JsonObject {
    const eventTime = clock + lagMs * 1_000;
    const epochSecond = Math.floor(eventTime / SECOND);
    return {
      eventType,
      subscriptionId: SUBSCRIPTION,
      eventTime: { nano: (eventTime - epochSecond * SECOND) * 1_000, epochSecond },
      eventVersion: 'v2',
      subscriptionVersion: 'v2',
      ...this.#statesOf(eventType, newState, oldState),
    };
  }

  #statesOf(eventType: string, newState: JsonObject, oldState: JsonObject): JsonObject {
    if (this.#options.facts === 'wide') return { newState, oldState };
    // A delete has no state after, and is told by the one before.
    return {
      newState: narrow(newState),
      oldState: eventType === 'DELETE' ? narrow(oldState) : {},
    };
  }

  #changed(before: JsonObject, clock: Micros): JsonObject {
    const random = this.#random;
    const parameters = before['parameterValues'] as JsonObject;
    return {
      ...before,
      lastUpdateDate: formatEventDate(clock, ZONE_MINUTES),
      lastUpdatedByID: random.pick(this.#people),
      status: random.pick(STATUSES),
      ...(random.chance(0.1) && { name: this.#words(4) }),
      ...(random.chance(0.3) && { priority: random.int(0, 4) }),
      ...(random.chance(0.3) && { assignedToID: random.pick(this.#people) }),
      ...(random.chance(0.3) && { plannedCompletionDate: this.#dateAfter(clock) }),
      ...(random.chance(0.2) && {
        parameterValues: { ...parameters, 'DE:Effort': random.int(1, 4_000) / 4 },
      }),
    };
  }

  #firstState(objID: string, clock: Micros): JsonObject {
    const random = this.#random;
    this.#made += 1;
    const person = random.pick(this.#people);
    return {
      ID: objID,
      name: this.#words(4),
      objCode: 'TASK',
      entryDate: formatEventDate(clock, ZONE_MINUTES),
      lastUpdateDate: formatEventDate(clock, ZONE_MINUTES),
      accessorIDs: [person, random.pick(this.#people), random.pick(this.#people)],
      assignedToID: random.pick(this.#people),
      canStart: random.chance(0.5),
      categoryID: CATEGORY,
      customerID: CUSTOMER,
      description: this.#words(random.int(5, 30)),
      enteredByID: person,
      groupID: GROUP,
      lastUpdatedByID: person,
      milestoneID: null,
      parentID: random.chance(0.5) ? this.#id() : null,
      plannedCompletionDate: this.#dateAfter(clock),
      priority: random.int(0, 4),
      projectID: random.pick(this.#projects),
      'project:status': 'CUR',
      referenceNumber: 100_000 + this.#made,
      roleID: this.#id(),
      rootGroupID: GROUP,
      securityRootID: random.pick(this.#projects),
      status: 'NEW',
      teamID: this.#id(),
      ...EMPTY_FIELDS,
      parameterValues: this.#parameters(clock),
    };
  }

  #parameters(clock: Micros): JsonObject {
    const random = this.#random;
    return {
      'DE:Campaign': this.#words(3),
      'DE:Channels': ['Web', 'Print', 'Social', 'Mail'].filter(() => random.chance(0.5)),
      'DE:Cost Centre': `CC-${random.int(1_000, 9_999)}`,
      'DE:Effort': random.int(1, 4_000) / 4,
      'DE:Go Live': this.#dateAfter(clock),
      'DE:Market': random.pick(['DE', 'FR', 'UK', 'US', 'JP']),
      'DE:Notes': this.#words(random.int(2, 20)),
      'DE:Region Lead': random.pick(this.#people),
      'DE:Risk': random.pick(['low', 'medium', 'high']),
      'DE:Score': random.int(0, 100),
    };
  }

  #dateAfter(clock: Micros): string {
    return formatEventDate(
      plus(clock, asMicros(this.#random.int(1, 90) * 86_400 * SECOND)),
      ZONE_MINUTES,
    );
  }

  #words(count: number): string {
    return Array.from({ length: count }, () => this.#random.pick(WORDS)).join(' ');
  }

  #id(): string {
    return Array.from({ length: 4 }, () =>
      this.#random
        .int(0, 2 ** 32 - 1)
        .toString(16)
        .padStart(8, '0'),
    ).join('');
  }
}

function narrow(state: JsonObject): JsonObject {
  const fields = Object.entries(state).filter(([name]) => NARROW_FIELDS.has(name));
  const custom = state['parameterValues'] as JsonObject | undefined;
  if (custom === undefined) return Object.fromEntries(fields);
  const kept = Object.entries(custom).filter(([name]) => NARROW_FIELDS.has(name));
  return { ...Object.fromEntries(fields), parameterValues: Object.fromEntries(kept) };
}

function saveOf({ objID, state }: Task, instant: Micros, body: JsonObject): TaskSave {
  return { objID, name: state['name'] as string, deleted: false, instant, body };
}

const NARROW_FIELDS: ReadonlySet<string> = new Set(
  (
    'ID objCode name description status priority plannedCompletionDate assignedToID ' +
    'projectID entryDate lastUpdateDate DE:Campaign DE:Effort DE:Market'
  ).split(' '),
);
const STATUSES = ['NEW', 'INP', 'CPL', 'HLD', 'AWF'];
const SUBSCRIPTION = '8a0d839d5ef32c9a015ef336a5ed0002';
const CATEGORY = '5c1b0f2a0000d1e9a3b4c5d6e7f80912';
const CUSTOMER = '544820df0000135b7719dcca654391f6';
const GROUP = '544820df0000140f6a9c1faa7cacadd3';
const EMPTY_FIELDS = {
  approvalProcessID: null,
  billingRecordID: null,
  convertedOpTaskID: null,
  convertedOpTaskOriginatorID: null,
  currentApprovalStepID: null,
  extRefID: null,
  iterationID: null,
  kanbanBoardID: null,
  lastConditionNoteID: null,
  lastNoteID: null,
  recurrenceRuleID: null,
  rejectionIssueID: null,
  submittedByID: null,
  templateTaskID: null,
  workflowAutomationID: null,
};
const WORDS = (
  'review launch brief banner copy approve final draft campaign spring autumn ' +
  'Düsseldorf budget legal translate homepage press'
).split(' ');
