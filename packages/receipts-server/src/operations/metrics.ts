/** Numbers for Prometheus. */
export interface Metrics {
  /** Counts an answered request. */
  readonly request: (route: string, method: string, status: number, seconds: number) => void;
  /** Counts what became of a posted record: `added`, `duplicate`, `conflict`, `refused`, `unavailable`. */
  readonly record: (outcome: string) => void;
  /** The text format, version 0.0.4, with values that are asked for now. */
  readonly render: (gauges: Readonly<Record<string, number>>) => string;
}

/** Upper bounds in seconds: an answer should be there within a hundredth, and is given up after ten. */
const BOUNDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Counts in memory, from the start of the process. Labels are routes and codes, never anything of a request. */
export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const records = new Map<string, number>();
  const durations = new Map<string, { readonly buckets: number[]; sum: number; count: number }>();
  // Few, and needed for every request: written once.
  const written = new Map<string, { readonly request: string; readonly duration: string }>();
  const labelsOf = (route: string, method: string, status: number) => {
    const name = `${method} ${status} ${route}`;
    const known = written.get(name);
    if (known) return known;
    const made = { request: labels({ route, method, status }), duration: labels({ route, method }) };
    written.set(name, made);
    return made;
  };
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

  return {
    request(route, method, status, seconds) {
      const key = labelsOf(route, method, status);
      add(requests, key.request);
      const duration = durations.get(key.duration) ?? { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
      for (let i = BOUNDS.length - 1; i >= 0 && seconds <= (BOUNDS[i] as number); i--)
        duration.buckets[i] = (duration.buckets[i] as number) + 1;
      duration.sum += seconds;
      duration.count++;
      durations.set(key.duration, duration);
    },
    record: (outcome) => void add(records, outcome),
    render(gauges) {
      const lines: string[] = [];
      const family = (name: string, type: string, help: string) =>
        lines.push(`# HELP consentry_${name} ${help}`, `# TYPE consentry_${name} ${type}`);
      family('requests_total', 'counter', 'Requests answered.');
      for (const [key, count] of requests) lines.push(`consentry_requests_total{${key}} ${count}`);
      family('request_seconds', 'histogram', 'Seconds until a request was answered.');
      for (const [key, { buckets, sum, count }] of durations) {
        for (const [i, bound] of BOUNDS.entries())
          lines.push(`consentry_request_seconds_bucket{${key},le="${bound}"} ${buckets[i]}`);
        lines.push(`consentry_request_seconds_bucket{${key},le="+Inf"} ${count}`);
        lines.push(`consentry_request_seconds_sum{${key}} ${sum}`);
        lines.push(`consentry_request_seconds_count{${key}} ${count}`);
      }
      family('records_total', 'counter', 'Posted records by what became of them.');
      for (const [outcome, count] of records)
        lines.push(`consentry_records_total{${labels({ outcome })}} ${count}`);
      for (const [name, value] of Object.entries(gauges)) {
        family(name, 'gauge', GAUGES[name] ?? name);
        lines.push(`consentry_${name} ${value}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

const GAUGES: Readonly<Record<string, string>> = {
  log_size: 'Rows of the log.',
  log_waiting: 'Committed, and not yet in the log.',
  checkpoint_age_seconds: 'Since the latest checkpoint was signed.',
  requests_in_flight: 'Requests being answered.',
};

function labels(pairs: Readonly<Record<string, string | number>>): string {
  return Object.entries(pairs)
    .map(([name, value]) => `${name}="${String(value).replace(/["\\\n]/g, '_')}"`)
    .join(',');
}
