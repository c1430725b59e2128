import { TestBed } from '@angular/core/testing';

import { MemoryHistoryStore } from '../history/store/memory-history-store.ts';
import { HISTORY_STORE } from '../history/store/history-token.ts';
import { DEVICE_STORAGE } from '../preferences/text-storage.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { PROMPT, system, text, video, welcome } from '../testing/messages.ts';
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
    socket.receive(system('accepted', job));
    work(job, { from: 1_000, to: 1_000 + totalMs });
    finish(job, 1_000 + totalMs);
  }

  interface JobName {
    readonly jobId: string;
    readonly replyTo: string;
  }

  function asked(jobId: string): JobName {
    return { jobId, replyTo: socket.send(PROMPT.content) };
  }

  /** An engine works on a job, and tells how far it is. */
  function work(job: JobName, { from, to }: { readonly from: number; readonly to: number }): void {
    socket.receive(system('started', { ...job, ts: from }));
    for (const progress of [0.3, 0.5, 0.8]) {
      socket.receive(system('progress', { ...job, progress, ts: from + (to - from) * progress }));
    }
  }

  function finish(job: JobName, ts: number): void {
    socket.receive(video(job), system('completed', { ...job, ts }));
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
    const [a, b] = [asked('a'), asked('b')];
    socket.receive(system('accepted', a));
    work(a, { from: 1_000, to: 9_000 });
    socket.receive(system('cancelled', { ...a, ts: 9_000 }));
    socket.receive(welcome({ lastSeq: 4 }));
    const replayed = [
      system('accepted', b),
      system('started', { ...b, ts: 1 }),
      video(b),
      system('completed', { ...b, ts: 9 }),
    ];
    socket.receive(...replayed.map((message, index) => ({ ...message, seq: index + 1 })));
    expect(totals()).toEqual([]);
  });

  it('learns nothing of a job that was interrupted: its engine begins anew, or goes on with what it had begun', () => {
    const job = asked('a');
    socket.receive(system('accepted', job));
    work(job, { from: 1_000, to: 11_000 });
    // Who has sent a prompt twice is answered twice, by which nothing begins.
    socket.receive(system('accepted', job));
    work(job, { from: 61_000, to: 71_000 });
    finish(job, 71_000);
    expect(totals()).toEqual([]);
  });

  it('learns nothing of a job that may have started before anybody here has heard of it', () => {
    const job = asked('a');
    work(job, { from: 61_000, to: 71_000 });
    finish(job, 71_000);
    expect(totals()).toEqual([]);
  });

  it('measures from the one start, also where the prompt is accepted once more meanwhile', () => {
    const job = asked('a');
    socket.receive(system('accepted', job));
    work(job, { from: 1_000, to: 11_000 });
    socket.receive(system('accepted', job));
    finish(job, 11_000);
    expect(totals()).toEqual([10_000]);
  });

  it('does not take the time of an answer in words for that of a clip', () => {
    const job = asked('a');
    socket.receive(system('accepted', job), system('started', { ...job, ts: 1_000 }), text(job));
    socket.receive(system('completed', { ...job, ts: 1_005 }));
    expect(totals()).toEqual([]);
  });

  it('goes by the same length and size where it knows enough of those', () => {
    const asked = { ...PROMPT, options: { seconds: 8 } };
    for (const id of ['a', 'b', 'c']) run(id, 10_000);
    expect(totals(asked)).toEqual([10_000, 10_000, 10_000]);
    const id = socket.send('长的', { seconds: 8 });
    for (const jobId of ['d', 'e', 'f']) {
      const job = { jobId, replyTo: id };
      socket.receive(system('accepted', job), system('started', { ...job, ts: 0 }));
      socket.receive(system('progress', { ...job, progress: 0.9, ts: 30_000 }));
      finish(job, 40_000);
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
      { id: 'storyboard', name: '内置引擎', isModel: false },
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
      socket.receive(system('accepted', job), system('started', { ...job, ts: 1_000 }));
      finish(job, 91_000);
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
