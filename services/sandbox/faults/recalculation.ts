/**
 * What Workfront recalculates by itself when people edit: a project's percent complete from its
 * tasks, a calculated custom field. With and without an event, with and without moving the clock,
 * never journaled (reference A.5, C.8).
 */
import type { Random } from '../../core/random.ts';
import { withCalculated } from '../tenant/rules/calculated-values.ts';
import type { Change } from '../tenant/change.ts';
import { numberOf, parametersOf, fieldText } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import type { Tenant } from '../tenant/tenant.ts';

interface Sum {
  percent: number;
  tasks: number;
}

export class Recalculation {
  readonly #tenant: Tenant;
  readonly #random: Random;
  /** By project; built from all tasks when first needed, kept up from then on. */
  #sums: Map<string, Sum> | null = null;

  constructor(tenant: Tenant, random: Random) {
    this.#tenant = tenant;
    this.#random = random;
  }

  onChange(change: Change): void {
    if (change.objCode === 'TASK') this.#follow(change);
    if (!this.#tenant.settings.recalculation || change.kind === 'RECALCULATE') return;
    if (change.objCode === 'TASK')
      this.#rollUp(fieldText(change.after ?? change.before, 'projectID'));
    if (change.objCode === 'PROJ' && change.after !== null) this.#calculate(change.after);
  }

  #follow({ before, after }: Change): void {
    if (this.#sums === null) return;
    this.#add(before, -1);
    this.#add(after, 1);
  }

  #add(task: ObjectRow | null, sign: 1 | -1): void {
    const projectID = fieldText(task, 'projectID');
    if (projectID === null || this.#sums === null) return;
    const sum = this.#sums.get(projectID) ?? { percent: 0, tasks: 0 };
    sum.percent += sign * (numberOf(task, 'percentComplete') ?? 0);
    sum.tasks += sign;
    this.#sums.set(projectID, sum);
  }

  #rollUp(projectID: string | null): void {
    if (this.#sums === null) {
      this.#sums = new Map();
      for (const task of this.#tenant.store.rows('TASK')) this.#add(task, 1);
    }
    const sum = this.#sums.get(projectID ?? '');
    const project = projectID === null ? null : this.#tenant.store.get('PROJ', projectID);
    if (projectID === null || project === null || sum === undefined || sum.tasks === 0) return;
    const percentComplete = Math.round(sum.percent / sum.tasks);
    if (percentComplete === numberOf(project, 'percentComplete')) return;
    this.#save(projectID, { percentComplete, lastCalcDate: this.#tenant.now() });
  }

  #calculate(project: ObjectRow): void {
    const values = parametersOf(project);
    const parameterValues = withCalculated(values);
    if (parameterValues === values) return;
    this.#save(fieldText(project, 'ID') ?? '', { parameterValues });
  }

  #save(projectID: string, changes: ObjectRow): void {
    const { recalculationEvent, recalculationMovesClock } = this.#tenant.settings;
    this.#tenant.update('PROJ', projectID, changes, {
      actorID: null,
      kind: 'RECALCULATE',
      silent: !this.#random.chance(recalculationEvent),
      keepsClock: !this.#random.chance(recalculationMovesClock),
      journaled: false,
    });
  }
}
