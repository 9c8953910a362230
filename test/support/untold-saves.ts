/**
 * Saves of which no event and no journal row tells. Each needs one way of finding it:
 * - one that search shows late, while another save of its type is shown at once: only a poll that
 *   looks back behind its cursor meets it before the next sweep (`pollByClock`);
 * - one that the next save has covered before search shows it: no read ever has it, and only the
 *   state before of that save's event says that it was (`MissedChanges`).
 */
import { systemClock } from '../../services/core/clock.ts';
import type { Random } from '../../services/core/random.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { eventually } from './eventually.ts';
import { sandbox } from './pipeline.ts';
import type { TestPipeline } from './pipeline.ts';

/** With a change clock, each with a text that anybody may write. */
const TEXT_OF = { TASK: 'name', PROJ: 'name', OPTASK: 'name', HOUR: 'description' } as const;
/** More than the clocks of one save differ by: the save that covers is another one. */
const APART_MS = 800;

type Clocked = keyof typeof TEXT_OF;

const OBJ_CODES = Object.keys(TEXT_OF) as Clocked[];

export interface UntoldSaves {
  readonly random: Random;
  /** Until search shows them: later than `APART_MS`, and no later than the pollers reckon with. */
  readonly shownAfterMs: number;
}

/** One save of each type that is told: only where events come can one be missed. */
export async function tellOfEach(pipeline: TestPipeline, pool: Pool): Promise<void> {
  for (const objCode of OBJ_CODES) {
    const [objID = ''] = await idsOf(pool, objCode);
    await save(pipeline, { objCode, objID, text: 'told', event: true });
  }
  const areTold = async (): Promise<boolean> => {
    const { rows } = await pool.query(
      'select from control.watched_types where told and objcode = any($1)',
      [OBJ_CODES],
    );
    return rows.length === OBJ_CODES.length;
  };
  await eventually(areTold, { what: 'events of each type have come', deadlineMs: 60_000 });
}

export async function saveUntold(
  pipeline: TestPipeline,
  pool: Pool,
  { random, shownAfterMs }: UntoldSaves,
): Promise<void> {
  const covers: SaveOrder[] = [];
  const text = (): string => `saved ${random.int(0, 1_000_000)}`;
  for (const objCode of OBJ_CODES) {
    const [late = '', brief = '', mover = ''] = random.shuffle(await idsOf(pool, objCode));
    await save(pipeline, { objCode, objID: late, text: text(), shownAfterMs });
    await save(pipeline, { objCode, objID: brief, text: text(), shownAfterMs });
    await save(pipeline, { objCode, objID: mover, text: text(), shownAfterMs: 0, event: true });
    covers.push({ objCode, objID: brief, text: text(), event: true });
  }
  await systemClock.sleep(APART_MS); // as the tenant's people do, not for anything to happen
  for (const cover of covers) await save(pipeline, cover);
}

interface SaveOrder {
  readonly objCode: Clocked;
  readonly objID: string;
  readonly text: string;
  /** Otherwise nothing tells of it. */
  readonly event?: boolean;
  readonly shownAfterMs?: number;
}

async function save(pipeline: TestPipeline, { text, ...order }: SaveOrder): Promise<void> {
  const fields = { [TEXT_OF[order.objCode]]: text };
  const body = { act: 'recalculate', clock: true, fields, ...order };
  await sandbox(pipeline, 'POST', '/acts', body).catch(() => null); // gone meanwhile
}

async function idsOf(pool: Pool, objCode: Clocked): Promise<string[]> {
  const { rows } = await pool.query<{ objid: string }>(
    `select objid from control.known_objects where objcode = $1 and not gone
     order by objid limit 60`,
    [objCode],
  );
  return rows.map(({ objid }) => objid);
}
