/** What people do to a company's work: one believable act at a time, seeded. */
import type { JsonObject } from '../../core/json.ts';
import { unreachable } from '../../core/unreachable.ts';
import type { RecycleBin } from '../tenant/recycle-bin.ts';
import { completed, consequences } from '../tenant/rules/object-rules.ts';
import type { Random } from '../../core/random.ts';
import { idOf, numberOf, parametersOf, fieldText } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import type { SaveOptions, Tenant } from '../tenant/tenant.ts';
import { Desk } from './desk.ts';
import { EditorNews, namedIn } from './editor-news.ts';
import type { Named } from './editor-news.ts';
import { formForNew } from './campaign-form.ts';
import { COMMENTS, ISSUES, PLACES, TASKS } from './names.ts';
import { RecordEditor } from './record-editor.ts';

const DAY = 86_400_000_000;
const EDITED: readonly string[] = ['PROJ', 'TASK', 'OPTASK'];

/** How often each act happens, of 100. */
const ACTS = [
  ['editTask', 39],
  ['editIssue', 15],
  ['editProject', 11],
  ['createTask', 8],
  ['createIssue', 6],
  ['logHours', 5],
  ['comment', 3],
  ['bulkEdit', 3],
  ['deleteTask', 2],
  ['deleteIssue', 1],
  ['restore', 1],
  ['createProject', 1],
  ['editRecord', 2],
  ['paperwork', 3],
] as const;

type Act = (typeof ACTS)[number][0];

export class Editor {
  readonly #tenant: Tenant;
  readonly #bin: RecycleBin;
  readonly #random: Random;
  readonly #records: RecordEditor;
  readonly #desk: Desk;
  readonly #ids = new Map<string, string[]>();
  readonly #binned: Named[] = [];
  readonly #news = new EditorNews();

  constructor(tenant: Tenant, bin: RecycleBin, random: Random) {
    this.#tenant = tenant;
    this.#bin = bin;
    this.#random = random;
    this.#records = new RecordEditor(tenant, random);
    this.#desk = new Desk(tenant, random);
    for (const objCode of [...EDITED, 'USER']) {
      this.#ids.set(objCode, [...tenant.store.rows(objCode)].map(idOf));
    }
  }

  takeNews(): JsonObject {
    return this.#news.take();
  }

  /** Of an editor of an earlier run. */
  learn(news: JsonObject): void {
    for (const { objCode, id } of namedIn(news['created'])) this.#know(objCode, id);
    for (const one of namedIn(news['binned'])) this.#binned.push(one);
    this.#binned.splice(0, numberOf(news, 'restored') ?? 0);
  }

  /** Does one thing; a bulk edit or a restore makes several changes. */
  act(): void {
    this.#do(this.#drawAct());
  }

  #drawAct(): Act {
    let left = this.#random.int(1, 100);
    for (const [act, weight] of ACTS) {
      left -= weight;
      if (left <= 0) return act;
    }
    return 'editTask';
  }

  #do(act: Act): void {
    switch (act) {
      case 'editTask':
        return this.#edit('TASK');
      case 'editIssue':
        return this.#edit('OPTASK');
      case 'editProject':
        return this.#edit('PROJ');
      case 'createTask':
        return this.#createChild('TASK');
      case 'createIssue':
        return this.#createChild('OPTASK');
      case 'createProject':
        return this.#create('PROJ', { name: `Initiative ${this.#random.hex(4)}` });
      case 'logHours':
        return this.#logHours();
      case 'comment':
        return this.#comment();
      case 'bulkEdit':
        return this.#bulkEdit();
      case 'deleteTask':
        return this.#delete('TASK');
      case 'deleteIssue':
        return this.#delete('OPTASK');
      case 'editRecord':
        return this.#editRecord();
      case 'paperwork':
        return this.#desk.act(this.#some('TASK'), this.#anyID('USER'));
      case 'restore':
        return this.#restore();
      default:
        return unreachable(act);
    }
  }

  #editRecord(): void {
    const made = this.#records.edit(this.#by());
    if (made !== null) this.#note('RECORD', made);
  }

  #edit(objCode: string): void {
    const row = this.#some(objCode);
    if (row === null) return;
    this.#save(objCode, row, this.#changesFor(objCode, row));
  }

  #save(objCode: string, row: ObjectRow, changes: ObjectRow): void {
    const effects = consequences(objCode, row, { ...row, ...changes }, this.#tenant.now());
    this.#tenant.update(objCode, idOf(row), { ...changes, ...effects }, this.#by());
  }

  /** One to three fields in one save, as a person does. */
  #changesFor(objCode: string, row: ObjectRow): ObjectRow {
    const changes: Record<string, ObjectRow[string]> = {};
    const count = this.#random.pick([1, 1, 1, 2, 3]);
    for (let n = 0; n < count; n += 1) Object.assign(changes, this.#oneChange(objCode, row));
    return changes;
  }

  #oneChange(objCode: string, row: ObjectRow): ObjectRow {
    const random = this.#random;
    switch (random.int(1, 9)) {
      case 1:
        return { name: `${random.pick(objCode === 'OPTASK' ? ISSUES : TASKS)} ${random.hex(3)}` };
      case 2:
        return { description: random.chance(0.2) ? null : random.pick(COMMENTS) };
      case 3:
        return { status: random.pick(objCode === 'PROJ' ? PROJECT_STATUSES : WORK_STATUSES) };
      case 4:
        return { priority: random.int(0, 4) };
      case 5:
        return { percentComplete: random.int(0, 20) * 5 };
      case 6: {
        const at = numberOf(row, 'plannedCompletionDate') ?? this.#tenant.now();
        return { plannedCompletionDate: at + random.int(-5, 15) * DAY };
      }
      case 7:
        return objCode === 'PROJ'
          ? { condition: random.pick(['ON', 'AR', 'IT']), budget: random.int(1, 400) * 500 }
          : { condition: random.int(0, 2) };
      case 8: {
        const user = this.#anyID('USER');
        return objCode === 'PROJ' ? { ownerID: user } : { assignedToID: user };
      }
      default:
        return { parameterValues: this.#changedParameters(row) };
    }
  }

  #changedParameters(row: ObjectRow): ObjectRow {
    const random = this.#random;
    const values: Record<string, ObjectRow[string]> = { ...parametersOf(row) };
    switch (random.int(1, 5)) {
      case 1:
        values['DE:Region'] = random.pick(PLACES);
        break;
      case 2:
        values['DE:Channels'] = random.pick([['Print'], ['Web', 'Social'], ['Web']]);
        break;
      case 3:
        values['DE:Effort'] = random.int(1, 400) / 4;
        break;
      case 4:
        values['DE:Notes'] = random.pick(COMMENTS);
        break;
      default:
        for (const name of Object.keys(values).slice(0, 1)) delete values[name];
    }
    return values;
  }

  #createChild(objCode: string): void {
    const project = this.#some('PROJ');
    if (project === null) return;
    const name = this.#random.pick(objCode === 'TASK' ? TASKS : ISSUES);
    this.#create(objCode, { name, projectID: idOf(project), assignedToID: this.#anyID('USER') });
  }

  #create(objCode: string, fields: ObjectRow): void {
    const user = this.#anyID('USER') ?? '';
    const sent = { ...fields, ...formForNew(this.#tenant, objCode) };
    const row = completed(this.#tenant, objCode, sent, user);
    const created = this.#tenant.create(objCode, row, { actorID: user });
    this.#note(objCode, idOf(created));
  }

  #note(objCode: string, id: string): void {
    this.#news.created(objCode, id);
    this.#know(objCode, id);
  }

  #know(objCode: string, id: string): void {
    if (objCode === 'RECORD') this.#records.know(id);
    else this.#ids.get(objCode)?.push(id);
  }

  #logHours(): void {
    const task = this.#some('TASK');
    if (task === null) return;
    const hours = this.#random.int(1, 16) / 2;
    this.#create('HOUR', { hours, taskID: idOf(task), projectID: fieldText(task, 'projectID') });
  }

  #comment(): void {
    const task = this.#some('TASK');
    if (task === null) return;
    this.#create('NOTE', {
      noteText: this.#random.pick(COMMENTS),
      objID: idOf(task),
      taskID: idOf(task),
      projectID: fieldText(task, 'projectID'),
    });
  }

  /** The same change to several tasks at once: equal clocks, one actor. */
  #bulkEdit(): void {
    const changes = {
      priority: this.#random.int(0, 4),
      status: this.#random.pick(WORK_STATUSES),
    };
    const by = this.#by();
    for (let n = this.#random.int(2, 8); n > 0; n -= 1) {
      const task = this.#some('TASK');
      if (task !== null) this.#tenant.update('TASK', idOf(task), changes, by);
    }
  }

  #delete(objCode: string): void {
    const row = this.#some(objCode);
    if (row === null) return;
    const id = idOf(row);
    if (!this.#bin.remove(objCode, id, this.#by())) return;
    this.#binned.push({ objCode, id });
    this.#news.binned({ objCode, id });
  }

  #restore(): void {
    const binned = this.#binned.shift();
    if (binned === undefined) return;
    this.#news.restored();
    this.#bin.restore(binned.objCode, binned.id, this.#by());
  }

  #some(objCode: string): ObjectRow | null {
    for (let tries = 0; tries < 20; tries += 1) {
      const id = this.#anyID(objCode);
      if (id === null) return null;
      const row = this.#tenant.store.get(objCode, id);
      if (row !== null) return row;
    }
    return null;
  }

  #anyID(objCode: string): string | null {
    const ids = this.#ids.get(objCode) ?? [];
    return ids.length === 0 ? null : this.#random.pick(ids);
  }

  #by(): SaveOptions {
    return { actorID: this.#anyID('USER') };
  }
}

const PROJECT_STATUSES = ['CUR', 'PLN', 'ONH', 'CPL', 'DED'];
const WORK_STATUSES = ['NEW', 'INP', 'INP', 'CPL'];
