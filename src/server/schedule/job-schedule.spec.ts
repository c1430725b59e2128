import { randomUUID } from 'node:crypto';
import { flush } from '../../testing/index.ts';
import type { Job } from '../ports/index.ts';
import { prompt } from '../ports/testing/messages.ts';
import { JobSchedule } from './job-schedule.ts';

describe('JobSchedule of a lane whose room changes', () => {
  let room: number;
  let change: () => void;
  let ran: string[];
  let positions: string[];
  let ends: (() => void)[];
  let schedule: JobSchedule;

  beforeEach(() => {
    room = 2;
    [ran, positions, ends] = [[], [], []];
    const capacity = {
      get jobs() {
        return room;
      },
      change: () => new Promise<void>((resolve) => (change = resolve)),
    };
    schedule = new JobSchedule({
      laneOf: () => ({ id: 'one', concurrency: 2, capacity }),
      run: ({ prompt: { content } }) => {
        ran.push(content);
        return new Promise((resolve) => ends.push(() => resolve(false)));
      },
      onPosition: ({ prompt: { content } }, position) => positions.push(`${content} ${position}`),
    });
  });

  function add(content: string): void {
    const job: Job = { id: randomUUID(), code: 'code', address: '192.0.2.1', prompt: prompt(content) };
    schedule.add(job);
  }

  it('has a job wait for its turn that would find no place, and runs it as soon as there is one', async () => {
    room = 1;
    add('一');
    add('二');
    expect(ran).toEqual(['一']);
    await flush();
    expect(positions).toEqual(['二 1']);
    room = 2;
    change();
    await flush();
    expect(ran).toEqual(['一', '二']);
  });

  it('waits on where a change brought no room, and runs the next one when one is over', async () => {
    room = 1;
    add('一');
    add('二');
    change();
    await flush();
    expect(ran).toEqual(['一']);
    ends[0]?.();
    await flush();
    expect(ran).toEqual(['一', '二']);
  });

  it('never runs more than its lane takes', () => {
    room = Infinity;
    for (const content of ['一', '二', '三']) add(content);
    expect(ran).toEqual(['一', '二']);
  });

  it('starts nothing for room that comes after its end', async () => {
    room = 0;
    add('一');
    await schedule.close();
    room = 2;
    change();
    await flush();
    expect(ran).toEqual([]);
  });
});
