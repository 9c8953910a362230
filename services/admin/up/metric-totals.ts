/** Reads the processes' /metrics for the live summary. */
export interface MetricsSource {
  readonly name: string;
  readonly opsUrl: string;
}

export type Totals = ReadonlyMap<string, number>;

const SCRAPE_DEADLINE_MS = 2_000;

/**
 * Adds up each metric over its labels, per process. Counters go on where they were when a process
 * is started again; a process that does not answer keeps its last values.
 */
export class MetricTotals {
  readonly #last = new Map<string, Totals>();
  readonly #before = new Map<string, number>();

  async read(sources: readonly MetricsSource[]): Promise<void> {
    await Promise.all(sources.map((source) => this.#readOne(source)));
  }

  /** Of the processes named, or of all. */
  sum(metric: string, names?: readonly string[]): number {
    let sum = 0;
    for (const [name, totals] of this.#last) {
      if (names !== undefined && !names.includes(name)) continue;
      sum += (totals.get(metric) ?? 0) + (this.#before.get(`${name} ${metric}`) ?? 0);
    }
    return sum;
  }

  async #readOne({ name, opsUrl }: MetricsSource): Promise<void> {
    const totals = await scrape(opsUrl);
    if (totals === null) return;
    for (const [metric, value] of this.#last.get(name) ?? []) {
      const isReset = metric.endsWith('_total') && (totals.get(metric) ?? 0) < value;
      if (!isReset) continue;
      const key = `${name} ${metric}`;
      this.#before.set(key, (this.#before.get(key) ?? 0) + value);
    }
    this.#last.set(name, totals);
  }
}

async function scrape(opsUrl: string): Promise<Totals | null> {
  try {
    const signal = AbortSignal.timeout(SCRAPE_DEADLINE_MS);
    const response = await fetch(`${opsUrl}/metrics`, { signal });
    return response.ok ? readTotals(await response.text()) : null;
  } catch {
    return null;
  }
}

/**
 * Of our own metrics in the Prometheus text format. Of several projections of one log that of the
 * objects counts: the others read the same events.
 */
export function readTotals(text: string): Totals {
  const totals = new Map<string, number>();
  for (const [, name = '', labels = '', value = ''] of text.matchAll(SAMPLE)) {
    const projection = /\bprojection="([^"]*)"/.exec(labels)?.[1] ?? 'objects';
    if (projection !== 'objects') continue;
    const number = Number(value);
    if (Number.isFinite(number)) totals.set(name, (totals.get(name) ?? 0) + number);
  }
  return totals;
}

const SAMPLE = /^(workfront_cdc_\w+)(\{[^\n]*\})? (\S+)$/gm;
