/**
 * The saves of a task world as they reach us: most in order, some again, some after a later one.
 * Counts what the tables must hold in the end; knows nothing of fold or SQL.
 */
import { seededRandom } from '../../services/core/random.ts';
import type { Micros } from '../../services/core/units.ts';
import { TaskWorld } from './task-world.ts';
import type { Facts, TaskSave } from './task-world.ts';

export interface DeliveryOptions {
  readonly seed: number;
  readonly facts: Facts;
  readonly count: number;
  readonly tasks: number;
  /** Of the deliveries, those that come again, from among the latest. */
  readonly repeatedShare: number;
  /** Those that come after the same task's next one. */
  readonly lateShare: number;
  readonly deletedShare: number;
}

const RECENT_MAX = 2_000;

/** Exactly `count` deliveries; `truth` hears of each save once. */
export function* deliveries(options: DeliveryOptions, truth: GroundTruth): Generator<TaskSave> {
  const { seed, count, repeatedShare, lateShare } = options;
  const world = new TaskWorld(options);
  const random = seededRandom(seed ^ 0x5eed);
  const held = new Map<number, TaskSave>();
  const recent: TaskSave[] = [];
  let delivered = 0;
  while (delivered + held.size < count) {
    if (recent.length > 0 && random.chance(repeatedShare)) {
      delivered += 1;
      yield random.pick(recent);
      continue;
    }
    const { slot, save } = world.next();
    truth.add(save);
    const before = held.get(slot);
    if (before === undefined && random.chance(lateShare)) {
      held.set(slot, save);
      continue;
    }
    if (recent.length < RECENT_MAX) recent.push(save);
    else recent[random.int(0, RECENT_MAX - 1)] = save;
    delivered += 1;
    yield save;
    if (before === undefined) continue;
    held.delete(slot);
    delivered += 1;
    yield before;
  }
  yield* held.values();
}

/** The last that is known of one task. */
export interface LastSave {
  readonly instant: Micros;
  readonly deleted: boolean;
  readonly name: string;
}

/**
 * What the tables must hold: each save is one row of `changes` and, since each moves the change
 * clock, one of `versions`; each task is one row of `current`, as its last save left it.
 */
export class GroundTruth {
  readonly tasks = new Map<string, LastSave>();
  saves = 0;
  /** Of all saves' instants: finds a version at a wrong one. */
  instants = 0n;

  add({ objID, instant, deleted, name }: TaskSave): void {
    this.saves += 1;
    this.instants += BigInt(instant);
    this.tasks.set(objID, { instant, deleted, name });
  }
}
