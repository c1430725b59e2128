import { TestBed } from '@angular/core/testing';

import { FakeWebSocketService, provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { PROMPT, system, welcome } from '../../testing/messages.ts';
import { PastRuns, RUN_STORAGE } from './past-runs.ts';

describe('PastRuns', () => {
  let stored: string | null;
  let socket: FakeWebSocketService;

  beforeEach(() => {
    stored = null;
    begin();
  });

  function begin(): void {
    TestBed.resetTestingModule();
    const storage = { getItem: () => stored, setItem: (_: string, text: string) => void (stored = text) };
    TestBed.configureTestingModule({
      providers: [provideFakeWebSocket(), { provide: RUN_STORAGE, useValue: () => storage }],
    });
    socket = TestBed.inject(FakeWebSocketService);
    TestBed.inject(PastRuns);
    socket.receive(welcome());
  }

  function run(jobId: string, totalMs: number): void {
    const job = { jobId, replyTo: PROMPT.id };
    socket.receive(system('started', { ...job, ts: 1_000 }));
    for (const part of [0.3, 0.5, 0.8]) {
      socket.receive(system('progress', { ...job, progress: part, ts: 1_000 + totalMs * part }));
    }
    socket.receive(system('completed', { ...job, ts: 1_000 + totalMs }));
  }

  function totals(prompt = PROMPT): readonly number[] {
    return TestBed.inject(PastRuns).like(prompt).map(({ totalMs }) => totalMs);
  }

  it('learns how long jobs take and how they go on, and keeps it', () => {
    run('a', 10_000);
    begin();
    expect(TestBed.inject(PastRuns).like(PROMPT)).toEqual([
      jasmine.objectContaining({ totalMs: 10_000, marks: [0.3, 0.5, 0.8] }),
    ]);
  });

  it('learns of a job once', () => {
    run('a', 10_000);
    run('a', 10_000);
    expect(totals()).toEqual([10_000]);
  });

  it('learns nothing of what was cancelled, or is replayed without its progress', () => {
    socket.receive(system('started', { jobId: 'a', ts: 1 }), system('cancelled', { jobId: 'a', ts: 9 }));
    socket.receive(system('started', { jobId: 'b', ts: 1 }), system('completed', { jobId: 'b', ts: 9 }));
    expect(totals()).toEqual([]);
  });

  it('goes by the same length and size where it knows enough of those', () => {
    const asked = { ...PROMPT, options: { seconds: 8 } };
    for (const id of ['a', 'b', 'c']) run(id, 10_000);
    expect(totals(asked)).toEqual([10_000, 10_000, 10_000]);
    const id = socket.send('长的', { seconds: 8 });
    for (const jobId of ['d', 'e', 'f']) {
      socket.receive(system('started', { jobId, replyTo: id, ts: 0 }));
      socket.receive(system('progress', { jobId, replyTo: id, progress: 0.9, ts: 30_000 }));
      socket.receive(system('completed', { jobId, replyTo: id, ts: 40_000 }));
    }
    expect(totals(asked)).toEqual([40_000, 40_000, 40_000]);
  });

  it('keeps the runs of engines apart', () => {
    run('a', 10_000);
    socket.receive(welcome({ engine: { name: 'sora', isModel: true } }));
    expect(totals()).toEqual([]);
  });

  it('keeps sixty', () => {
    for (let index = 0; index < 70; index++) run(`job-${index}`, 1_000 + index);
    expect(totals().length).toBe(60);
    expect(totals()[0]).toBe(1_010);
  });

  it('takes what it can\'t read for nothing', () => {
    stored = '[{"jobId":1},null,7]';
    begin();
    expect(totals()).toEqual([]);
    stored = 'nonsense';
    begin();
    expect(totals()).toEqual([]);
  });
});
