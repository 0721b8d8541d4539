/** The value below which a share of the samples lies, between neighbours by proportion. */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place % 1);
}

/** Median and quartiles. */
export function summary(samples) {
  return { median: quantile(samples, 0.5), q1: quantile(samples, 0.25), q3: quantile(samples, 0.75) };
}

/** Ours compared to the floor, run by run: what both share in a run (a busy machine) falls out. */
export function paired(ours, floor, compare) {
  return summary(ours.map((value, i) => compare(value, floor[i])));
}
