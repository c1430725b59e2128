import type { DeliveryFigures } from '../fixtures/delivery-figures.ts';

/** What happened, for the table. */
export interface SoakEvents {
  readonly strikes: ReadonlyMap<string, number>;
  readonly kills: number;
  readonly connections: number;
  /** Clips whose loading failed with the gateway, and that were asked for again. */
  readonly loadedAgain: number;
}

/** The figures of a soak, a name and a number on each line. */
export function soakTable(events: SoakEvents, figures: DeliveryFigures, seconds: number): string {
  const rows: readonly (readonly [string, number])[] = [
    ...events.strikes,
    ['disconnections forced', sum(events.strikes.values())],
    ['kill -9 of the gateway', events.kills],
    ['connections opened', events.connections],
    ['clips loaded again', events.loadedAgain],
    ...Object.entries(figures).map(([name, count]: [string, number]) => [name, count] as const),
    ['seconds', Math.round(seconds)],
  ];
  return rows.map(([name, count]) => `  ${name.padEnd(28)}${String(count).padStart(6)}`).join('\n');
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0);
}
