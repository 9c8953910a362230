/**
 * Counters, gauges and histograms in the Prometheus text format. Labels come from closed sets,
 * never from data.
 */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export type MetricName = `workfront_cdc_${string}`;
export type Labels = Readonly<Record<string, string | number>>;

export interface CounterMetric {
  /** Adds `by` (1 when left out). */
  add(by?: number, labels?: Labels): void;
}

export interface GaugeMetric {
  set(value: number, labels?: Labels): void;
  /** Drops a labelled series, for example of a partition that went to another process. */
  remove(labels: Labels): void;
}

export interface HistogramMetric {
  observe(value: number, labels?: Labels): void;
}

export interface Metrics {
  counter(name: MetricName, help: string, labels?: readonly string[]): CounterMetric;
  gauge(name: MetricName, help: string, labels?: readonly string[]): GaugeMetric;
  histogram(
    name: MetricName,
    help: string,
    labels?: readonly string[],
    buckets?: readonly number[],
  ): HistogramMetric;
  text(): Promise<string>;
  readonly contentType: string;
}

/** Each process makes one. Every series bears the label `service`. */
export function createMetrics(service: string): Metrics {
  const register = new Registry();
  register.setDefaultLabels({ service });
  collectDefaultMetrics({ register });
  return {
    counter: (name, help, labels = []) => {
      const counter = new Counter({ name, help, labelNames: [...labels], registers: [register] });
      return { add: (by = 1, given = {}) => counter.inc({ ...given }, by) };
    },
    gauge: (name, help, labels = []) => {
      const gauge = new Gauge({ name, help, labelNames: [...labels], registers: [register] });
      return {
        set: (value, given = {}) => gauge.set({ ...given }, value),
        remove: (given) => gauge.remove({ ...given }),
      };
    },
    histogram: (name, help, labels = [], buckets = SECONDS) => {
      const histogram = new Histogram({
        name,
        help,
        labelNames: [...labels],
        buckets: [...buckets],
        registers: [register],
      });
      return { observe: (value, given = {}) => histogram.observe({ ...given }, value) };
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
