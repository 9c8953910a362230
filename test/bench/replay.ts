/**
 * The log once more over tables that have all of it, against the rate at which it was applied the
 * first time, in the same run: what a reset of positions or a copied log costs.
 */
import { applyLog } from './apply-log.ts';
import { checkTables } from './check-tables.ts';
import { GroundTruth } from './deliveries.ts';
import { fillLog } from './fill-log.ts';
import { grouped } from './progress.ts';
import type { Measured } from './report.ts';
import type { Load, Stand } from './stand.ts';

const NAME = 'replay';
const PREFIX = 'replayed';
const COUNT = 300_000;
/** Of the live rate. */
const RATIO_MIN = 3;

export async function replay(stand: Stand, load: Load): Promise<Measured> {
  const count = load.events ?? COUNT;
  const truth = new GroundTruth();
  const log = await fillLog(
    stand,
    { seed: load.seed, facts: 'wide', count, prefix: PREFIX },
    truth,
  );
  const database = await stand.makeDatabase(PREFIX);
  try {
    const options = { prefix: PREFIX, records: log.records, projectors: 1 };
    const live = await applyLog(stand, database, { ...options, label: `${NAME}: first` });
    await database.observer.query('update store_1.positions set next = 0, lastdigest = null');
    const again = await applyLog(stand, database, { ...options, label: `${NAME}: again` });
    await checkTables(database.observer, truth);
    const value = again.events / again.seconds;
    const ceiling = live.events / live.seconds;
    const isMissed = value / ceiling < RATIO_MIN;
    return {
      name: NAME,
      value,
      unit: 'events/s',
      ceiling,
      ratio: value / ceiling,
      cpuMicrosPerEvent: {
        ours: again.ours / again.events,
        postgres: again.postgres / again.events,
      },
      rssMiBMax: again.rssMiB,
      n: count,
      seed: load.seed,
      notes:
        `${grouped(count)} wide events over tables that have them all; the tables checked after. ` +
        `WAL ${grouped(again.wal / again.events)} bytes an event. What stands for the ceiling is ` +
        'no ceiling: the same projector on the same log, the first time. ' +
        (isMissed ? `Missed: under ${RATIO_MIN} times that.` : `At least ${RATIO_MIN} times that.`),
    };
  } finally {
    await database.drop();
  }
}
