import { TestBed } from '@angular/core/testing';

import { MemoryHistoryStore } from '../history/store/memory-history-store.ts';
import { HISTORY_STORE } from '../history/store/history-token.ts';
import { DEVICE_STORAGE } from '../preferences/text-storage.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { PROMPT, system, welcome } from '../testing/messages.ts';
import { until } from '../../testing/index.ts';
import { PastRuns } from './past-runs.ts';

describe('PastRuns', () => {
  let stored: string | null;
  let socket: FakeWebSocketService;
  let history: MemoryHistoryStore;

  beforeEach(() => {
    stored = null;
    history = new MemoryHistoryStore();
    begin();
  });

  function begin(): void {
    TestBed.resetTestingModule();
    const storage = { getItem: () => stored, setItem: (_: string, text: string) => void (stored = text) };
    TestBed.configureTestingModule({
      providers: [
        provideFakeWebSocket(),
        { provide: DEVICE_STORAGE, useValue: () => storage },
        { provide: HISTORY_STORE, useValue: history },
      ],
    });
    socket = TestBed.inject(FakeWebSocketService);
    TestBed.inject(PastRuns);
    socket.receive(welcome());
  }

  function run(jobId: string, totalMs: number, replyTo = socket.send(PROMPT.content)): void {
    const job = { jobId, replyTo };
    socket.receive(system('started', { ...job, ts: 1_000 }));
    for (const part of [0.3, 0.5, 0.8]) {
      socket.receive(system('progress', { ...job, progress: part, ts: 1_000 + totalMs * part }));
    }
    socket.receive(system('completed', { ...job, ts: 1_000 + totalMs }));
  }

  function totals(prompt = PROMPT): readonly number[] {
    return TestBed.inject(PastRuns)
      .runsLike(prompt)
      .map(({ totalMs }) => totalMs);
  }

  it('learns how long jobs take and how they go on, and keeps it', () => {
    run('a', 10_000);
    begin();
    expect(TestBed.inject(PastRuns).runsLike(PROMPT)).toEqual([
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
    socket.receive(welcome({ lastSeq: 2 }));
    const replayed = [system('started', { jobId: 'b', ts: 1 }), system('completed', { jobId: 'b', ts: 9 })];
    socket.receive(...replayed.map((message, index) => ({ ...message, seq: index + 1 })));
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

  it('takes the options of a prompt that another page has sent from the history', async () => {
    const prompt = { type: 'text', id: 'before the reload', content: '长的', options: { seconds: 8 } } as const;
    await history.addPrompt({ id: prompt.id, conversationId: 'c', at: 1, prompt });
    for (const jobId of ['a', 'b', 'c']) run(jobId, 40_000, prompt.id);
    for (const jobId of ['d', 'e', 'f']) run(jobId, 10_000);
    await until(() => totals(prompt).length === 3 && totals(PROMPT).length === 3);
    expect([totals(prompt), totals(PROMPT)]).toEqual([
      [40_000, 40_000, 40_000],
      [10_000, 10_000, 10_000],
    ]);
  });

  it('does not take what another device asked in a way nobody knows for a prompt without options', async () => {
    for (const jobId of ['a', 'b', 'c']) run(jobId, 10_000);
    run('far', 40_000, 'asked elsewhere');
    await until(() => stored?.includes('far') === true);
    expect(totals(PROMPT)).toEqual([10_000, 10_000, 10_000]);
  });

  it('leaves what another tab has kept meanwhile', () => {
    run('a', 10_000);
    const other = JSON.parse(stored!) as readonly object[];
    stored = JSON.stringify([...other, { ...other[0], jobId: 'of the other tab', totalMs: 20_000 }]);
    run('b', 30_000);
    begin();
    expect(totals()).toEqual([10_000, 20_000, 30_000]);
  });

  it('keeps the runs of engines apart', () => {
    run('a', 10_000);
    socket.receive(welcome({ engine: { name: 'sora', isModel: true } }));
    expect(totals()).toEqual([]);
  });

  describe('of a server with several engines', () => {
    const engines = [
      { id: 'storyboard', name: '内置草图', isModel: false },
      { id: 'wan', name: '通义万相', isModel: true },
    ];
    const wan = { ...PROMPT, options: { engine: 'wan' } };

    function runOn(engine: (typeof engines)[number], jobId: string, totalMs: number): void {
      socket.receive(system('accepted', { jobId, replyTo: 'asked elsewhere', madeWith: engine }));
      run(jobId, totalMs, 'asked elsewhere');
    }

    beforeEach(() => socket.receive(welcome({ engines })));

    it('learns of each by itself, by what each job was made with', async () => {
      runOn(engines[0]!, 'a', 10_000);
      runOn(engines[1]!, 'b', 90_000);
      await until(() => totals(wan).length === 1 && totals().length === 1);
      expect([totals(), totals(wan)]).toEqual([[10_000], [90_000]]);
    });

    it('goes by the prompt where nobody has said what made it', () => {
      const id = socket.send(PROMPT.content, wan.options);
      run('a', 90_000, id);
      expect([totals(), totals(wan)]).toEqual([[], [90_000]]);
    });

    it('still knows what it has learned of the default engine by its name', () => {
      socket.receive(welcome());
      run('a', 10_000);
      socket.receive(welcome({ engines }));
      expect([totals(), totals(wan)]).toEqual([[10_000], []]);
    });

    it('learns of an engine that tells no progress, as if its time went evenly', () => {
      const job = { jobId: 'a', replyTo: socket.send(PROMPT.content, wan.options) };
      socket.receive(system('started', { ...job, ts: 1_000 }), system('completed', { ...job, ts: 91_000 }));
      expect(TestBed.inject(PastRuns).runsLike(wan)).toEqual([
        jasmine.objectContaining({ totalMs: 90_000, marks: [0.25, 0.5, 0.75] }),
      ]);
    });
  });

  it('keeps sixty of each engine', () => {
    const far = { ...PROMPT, options: { engine: 'wan' } };
    run('of wan', 90_000, socket.send(PROMPT.content, far.options));
    for (let index = 0; index < 70; index++) run(`job-${index}`, 1_000 + index);
    expect(totals().length).toBe(60);
    expect(totals()[0]).toBe(1_010);
    expect(totals(far)).toEqual([90_000]);
  });

  it("takes what it can't read for nothing", () => {
    stored = '[{"jobId":1},null,7]';
    begin();
    expect(totals()).toEqual([]);
    stored = 'nonsense';
    begin();
    expect(totals()).toEqual([]);
  });
});
