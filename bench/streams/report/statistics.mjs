/** The middle of some numbers, or the mean of the two that are. */
export function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

/**
 * The median of each figure of some samples.
 * @template {Record<string, number>} Sample
 * @param {readonly Sample[]} samples at least one, all with the same figures
 * @returns {Sample}
 */
export function medians(samples) {
  const names = Object.keys(samples[0]);
  return Object.fromEntries(names.map((name) => [name, median(samples.map((sample) => sample[name]))]));
}
