/** A rebuild from its order to the readers' switch. */
import { PipelineError } from '../../core/errors.ts';
import { unreachable } from '../../core/unreachable.ts';
import { inTransaction } from '../../platform/postgres/postgres.ts';
import type { Client, Pool } from '../../platform/postgres/postgres.ts';
import { compareStores } from '../../store/compare/compare-stores.ts';
import type { Comparison } from '../../store/compare/compare-stores.ts';
import { explainDifference } from '../../store/compare/explain-difference.ts';
import { definitionMark, markOfStore } from '../../store/live-store.ts';
import { moveLivePointer, readLivePointer } from '../../store/live-pointer.ts';
import type { LivePointer } from '../../store/live-pointer.ts';
import type { ProjectorParts } from '../open-projector.ts';
import { buildFromKept } from './build-from-kept.ts';
import { buildStore } from './build-store.ts';
import { CatchUp, positionsOf } from './catch-up.ts';
import { builtFrom, dropStore } from './next-store.ts';
import type { RebuildOptions } from './rebuild-options.ts';
import { sourceOf } from './rebuild-order.ts';
import type { Teller } from './rebuild-order.ts';
import { hasOtherTopics, refuseOtherLog } from './log-generation.ts';
import { switchWhenLevel } from './switch-when-level.ts';

/** @returns the exit code: 1 where stores differ and readers stay where they are */
export async function rebuild(options: RebuildOptions): Promise<number> {
  const { pool, parts, order } = options;
  return pool.withClient(async (client) => {
    await lockRebuild(client);
    const { projection } = parts.projection.store;
    const pointer = await readLivePointer(pool, projection);
    if (pointer === null) {
      throw new PipelineError(
        'USAGE',
        'There is no store yet: start the projector, which makes it.',
      );
    }
    switch (order.act) {
      case 'build':
      case 'switch':
        return forth(options, pointer);
      case 'back':
        return back(options, pointer);
      case 'drop':
        return drop(options, client, pointer);
      default:
        return unreachable(order.act);
    }
  });
}

/** One at a time; free again when the session ends, however it does. */
async function lockRebuild(client: Client): Promise<void> {
  const { rows } = await client.query<{ locked: boolean }>(
    `select pg_try_advisory_lock(hashtext('workfront rebuild')) as locked`,
  );
  if (rows[0]?.locked === true) return;
  throw new PipelineError('ALREADY_RUNNING', 'Another rebuild runs on this database.');
}

async function forth(options: RebuildOptions, pointer: LivePointer): Promise<number> {
  const { pool, order, teller } = options;
  const live = pointer.store;
  const build = order.fromChanges ? buildFromKept : buildStore;
  const next = (await waitingStore(options, pointer)) ?? (await build({ ...options, live }));
  if (order.untilMs !== null) {
    teller.print(
      `${next} holds the log up to ${new Date(order.untilMs).toISOString()}: read its tables as ` +
        `${next}.task_now and so on. npx workfront-cdc rebuild brings it up to date and compares it.`,
    );
    return 0;
  }
  return withCatchUp(options, live, next, async (catchUp) => {
    const comparison = await compareLevel(options, catchUp, live, next);
    const isSame = comparison.differing.length === 0;
    if (order.stay || (!isSame && order.act === 'build')) {
      teller.print(
        `Readers stay on ${live}; npx workfront-cdc rebuild --switch takes them to ${next}.`,
      );
      return isSame ? 0 : 1;
    }
    await switchWhenLevel(options, catchUp, { store: next, previous: live }, live);
    if (pointer.previous !== null && pointer.previous !== next) {
      await dropStore(pool, pointer.previous);
      teller.note(`${pointer.previous}, the store before ${live}, is dropped.`);
    }
    teller.print(
      `Readers are on ${next}. ${live} stays as it is: npx workfront-cdc rebuild --back goes ` +
        'back to it, --drop deletes it.',
    );
    await handOver(options, catchUp);
    return 0;
  });
}

/** The store that was built before and waits, where the order is for it; null: to be built. */
async function waitingStore(
  { pool, parts, log, order, teller }: RebuildOptions,
  pointer: LivePointer,
): Promise<string | null> {
  const found = await wholeStore(pool, parts, pointer);
  if (found === null) {
    if (order.act !== 'switch' || order.restart) return null;
    throw new PipelineError('USAGE', 'No store waits for the switch: build one first.');
  }
  if (order.restart) {
    teller.note(`Dropping ${found}, which was built before.`);
    await dropStore(pool, found);
    return null;
  }
  const source = await builtFrom(pool, found);
  if (order.untilMs !== null || (order.act === 'build' && source !== sourceOf(order))) {
    const built = `${found} was built before, by ${`rebuild ${source}`.trim()}, and waits`;
    throw new PipelineError('USAGE', `${built}: say the same, or add --restart.`);
  }
  await refuseOtherLog(pool, found, log.topics);
  teller.note(`${found} was built before and waits; --restart builds it anew.`);
  return found;
}

/** To the store before, which is brought up to where readers are. */
async function back(options: RebuildOptions, { store, previous }: LivePointer): Promise<number> {
  if (previous === null) {
    throw new PipelineError('USAGE', `There is no store before ${store} to go back to.`);
  }
  const { pool, parts } = options;
  if ((await markOfStore(pool, previous)) !== definitionMark(parts.projection.store)) {
    throw new PipelineError(
      'USAGE',
      `The tables of ${previous} are another release's: run that release's rebuild --back.`,
    );
  }
  return withCatchUp(options, store, previous, async (catchUp) => {
    await switchWhenLevel(options, catchUp, { store: previous, previous: store }, store);
    options.teller.print(`Readers are back on ${previous}; ${store} stays as it is.`);
    await handOver(options, catchUp);
    return 0;
  });
}

async function drop(
  { parts, teller }: RebuildOptions,
  client: Client,
  { store, previous }: LivePointer,
): Promise<number> {
  if (previous === null) throw new PipelineError('USAGE', `There is no store beside ${store}.`);
  const { projection } = parts.projection.store;
  await inTransaction(client, async () => {
    await client.query(`drop schema if exists ${previous} cascade`);
    await moveLivePointer(client, projection, { store, previous: null });
  });
  teller.print(`Dropped ${previous}.`);
  return 0;
}

async function withCatchUp<T>(
  { parts, log, signal, teller }: RebuildOptions,
  live: string,
  next: string,
  act: (catchUp: CatchUp) => Promise<T>,
): Promise<T> {
  const catchUp = new CatchUp(parts, log, live, next);
  try {
    await catchUp.start();
    await catchUp.untilNear(signal, ({ behind, ahead }) =>
      teller.progress(
        ahead > 0n
          ? `waiting for the projector of ${live}: ${ahead.toLocaleString('en')} records behind ${next}`
          : `catching up: ${behind.toLocaleString('en')} records behind ${live}`,
      ),
    );
    return await act(catchUp);
  } finally {
    await catchUp.stop();
  }
}

async function handOver({ teller, signal }: RebuildOptions, catchUp: CatchUp): Promise<void> {
  teller.progress('waiting for the projector to come over');
  if (await catchUp.handOver(signal, HANDOVER_MS_MAX)) return;
  teller.print('No projector has come over: start one, or the tables stand still.');
}

const HANDOVER_MS_MAX = 60_000;

/** A store of today's definition that was built, and to which readers were not switched. */
async function wholeStore(
  pool: Pool,
  { projection }: ProjectorParts,
  { store, previous }: LivePointer,
): Promise<string | null> {
  const { rows } = await pool.query<{ name: string }>(
    `select nspname as name from pg_namespace
     where obj_description(oid, 'pg_namespace') = $1 and nspname <> $2
       and nspname is distinct from $3 and nspname ~ ('^' || $4 || '_[0-9]+$')
     order by length(nspname) desc, nspname desc limit 1`,
    [definitionMark(projection.store), store, previous, store.replace(/_\d+$/, '')],
  );
  return rows[0]?.name ?? null;
}

async function compareLevel(
  { pool, log, signal, teller }: RebuildOptions,
  catchUp: CatchUp,
  live: string,
  next: string,
): Promise<Comparison> {
  return pool.withClient((snapshot) =>
    inTransaction(snapshot, async () => {
      await snapshot.query('set transaction isolation level repeatable read, read only');
      const records = await pool.withClient((holder) =>
        catchUp.level(holder, signal, async () => {
          const vector = await positionsOf(snapshot, live, log.topics);
          return [...vector.values()].reduce((sum, offset) => sum + offset, 0n);
        }),
      );
      teller.progress(`comparing ${live} with ${next}`);
      // Where an event stands is another place in each generation of the log.
      const isRewritten = await hasOtherTopics(snapshot, live, log.topics);
      const ignored = isRewritten ? PLACE_COLUMNS : [];
      if (isRewritten) {
        teller.note(
          `${live} was made from topics of another prefix too: places in the log are not compared.`,
        );
      }
      const comparison = await compareStores(snapshot, live, next, ignored);
      teller.print(reportHead(comparison, live, next, records));
      await explainAll(snapshot, comparison, live, next, teller);
      return comparison;
    }),
  );
}

const PLACE_COLUMNS = ['topic', 'partition', 'offset'];

function reportHead(
  { rows, tables, buckets, hash, differing, unshared }: Comparison,
  live: string,
  next: string,
  records: bigint,
): string {
  const n = (count: number | bigint): string => count.toLocaleString('en');
  const same =
    differing.length === 0 ? `the same (${hash})` : `${n(differing.length)} objects differ`;
  const columns = unshared.length === 0 ? '' : ` Only one of them has ${unshared.join(', ')}.`;
  return (
    `Compared ${live} with ${next}, both at the same ${n(records)} records of the log: ` +
    `${n(rows)} rows of ${n(tables)} tables by ${n(buckets)} hashes: ${same}.${columns}`
  );
}

async function explainAll(
  snapshot: Client,
  { differing }: Comparison,
  live: string,
  next: string,
  teller: Teller,
): Promise<void> {
  for (const [at, object] of differing.entries()) {
    const name = `${object.objCode ?? ''} ${object.objID} (${object.tables.join(', ')})`;
    // All are named; to say why reads both stores for each.
    const why = at < EXPLAINED_MAX ? await explainDifference(snapshot, live, next, object) : '';
    teller.print(`  ${name}${why === '' ? '' : `: ${why}`}`);
  }
}

const EXPLAINED_MAX = 1_000;
