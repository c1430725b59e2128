/** How fast a clip may play, from slow to fast; 1 is as it was made. */
const SPEEDS = [0.25, 0.5, 1, 1.5, 2] as const;

/** The next speed in a direction; at the ends it stays. */
export function nextSpeed(speed: number, by: 1 | -1): number {
  const place = SPEEDS.findIndex((each) => each >= speed);
  return SPEEDS[Math.min(Math.max((place < 0 ? SPEEDS.length - 1 : place) + by, 0), SPEEDS.length - 1)] ?? 1;
}

/** The speed that a press of one button leads to: slower and slower, then fast, then as it was. */
export function cycledSpeed(speed: number): number {
  const order = [1, 0.5, 0.25, 2];
  return order[(order.indexOf(speed) + 1) % order.length] ?? 1;
}
