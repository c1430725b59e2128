import { SqliteFile } from './sqlite-file.ts';
import { TrimClock } from './trim-clock.ts';

const HOUR = 60 * 60 * 1_000;
const DAY = 24 * HOUR;
const START = 1_700_000_000_000;

describe('TrimClock', () => {
  let file: SqliteFile;
  let uptime: number;
  const newClock = (): TrimClock => new TrimClock(file, () => uptime);

  beforeEach(() => {
    file = SqliteFile.open(':memory:');
    uptime = 0;
    newClock().advance(START);
  });

  afterEach(() => file.close());

  it('does not follow a clock that is ahead by starts', () => {
    for (let start = 1; start <= 40; start++) expect(newClock().advance(START + 40 * DAY)).toBe(START);
  });

  it('believes one that stays ahead, a day for each hour, in however many processes', () => {
    for (let hours = 1; hours <= 10; hours++) {
      const clock = newClock();
      uptime += HOUR;
      expect(clock.advance(START + 10 * DAY)).toBe(START + hours * DAY);
    }
    uptime += HOUR;
    expect(newClock().advance(START + 10 * DAY)).toBe(START + 10 * DAY);
  });

  it('follows the machine’s own, makes up for a time off, and goes on by a day at most', () => {
    const clock = newClock();
    uptime += HOUR;
    expect(clock.advance(START + HOUR)).toBe(START + HOUR);
    uptime += HOUR;
    expect(clock.advance(START + 20 * HOUR)).toBe(START + 20 * HOUR);
    uptime += 100 * HOUR;
    expect(clock.advance(START + 20 * HOUR + 9 * DAY)).toBe(START + 20 * HOUR + DAY);
  });

  it('is put right with the machine’s', () => {
    const clock = newClock();
    uptime += HOUR;
    clock.advance(START + 40 * DAY);
    expect(clock.advance(START + 2 * HOUR)).toBe(START + 2 * HOUR);
  });
});
