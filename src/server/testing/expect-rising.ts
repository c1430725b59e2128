/** Expects that progress was told, and never went back. */
export function expectRising(shares: readonly number[]): void {
  expect(shares.length).toBeGreaterThan(0);
  expect(shares).toEqual([...shares].sort((one, other) => one - other));
}
