/** So many of so many, e.g. grants of decisions. */
export interface Proportion {
  readonly part: number;
  /** At least 1. */
  readonly whole: number;
}

/** An estimate and where the true value is, with the confidence that was asked for. From 0 to 1, or -1 to 1. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** z of a two-sided interval of 95 %. */
export const Z_95 = 1.959963984540054;
/** z of the chance of 80 % to see a difference that is there. */
const Z_POWER_80 = 0.8416212335729143;

/**
 * The score interval of a proportion: E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22 (1927). Good at 0 and 1 and with few decisions, where the textbook's is not.
 */
export function wilson({ part, whole }: Proportion, z = Z_95): Interval {
  const value = part / whole;
  const middle = (value + (z * z) / (2 * whole)) / (1 + (z * z) / whole);
  const half =
    (z / (1 + (z * z) / whole)) * Math.sqrt((value * (1 - value)) / whole + (z * z) / (4 * whole * whole));
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * By how much the first proportion is larger: R. G. Newcombe, "Interval estimation for the difference between
 * independent proportions", Statistics in Medicine 17 (1998), method 10.
 */
export function difference(one: Proportion, other: Proportion, z = Z_95): Interval {
  const [a, b] = [wilson(one, z), wilson(other, z)];
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}

/**
 * Decisions needed on each side to tell a difference of `delta` with a chance of 80 %, at 95 %: the usual formula for
 * two proportions, with the rates as they look now.
 */
export function neededEach(one: Proportion, other: Proportion, delta: number): number {
  const variance = ({ part, whole }: Proportion) => {
    // Never 0, or nothing would be needed to tell apart what nobody has denied yet.
    const rate = (part + 1) / (whole + 2);
    return rate * (1 - rate);
  };
  return Math.ceil(((Z_95 + Z_POWER_80) ** 2 * (variance(one) + variance(other))) / delta ** 2);
}

/** z of a two-sided interval when so many are looked at and all are to hold together (Bonferroni). */
export function zFor(looks: number): number {
  const tail = 0.05 / Math.max(1, looks) / 2;
  let [low, high] = [0, 10];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (upperTail(middle) > tail) low = middle;
    else high = middle;
  }
  return low;
}

/** How much of a normal distribution lies above z, to 8 digits: Abramowitz and Stegun, 26.2.17. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const sum =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
