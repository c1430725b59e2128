import { TestBed } from '@angular/core/testing';

import type { ServerMessage } from '../../services/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { error, OF_JOB, PROMPT, system, text, video, welcome } from '../testing/messages.ts';
import { JobTracker, type JobUpdate } from './job-tracker.ts';

describe('JobTracker', () => {
  let socket: FakeWebSocketService;
  let tracker: JobTracker;
  let updates: JobUpdate[];

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    socket = TestBed.inject(FakeWebSocketService);
    tracker = TestBed.inject(JobTracker);
    updates = [];
    tracker.updates$.subscribe((update) => updates.push(update));
  });

  function numbered(message: ServerMessage, seq: number): ServerMessage {
    return { ...message, seq };
  }

  /** The update by the last of some messages. */
  function lastUpdate(...messages: readonly ServerMessage[]): JobUpdate | undefined {
    socket.receive(...messages);
    return updates.at(-1);
  }

  const started = system('started', { ...OF_JOB, ts: 1_000 });
  const progress = system('progress', { ...OF_JOB, progress: 0.4, stage: 'draw', ts: 2_000 });
  const completed = system('completed', { ...OF_JOB, ts: 3_000 });

  it('emits each thing that happens to a job, with the job after it', () => {
    socket.receive(started, progress, video(OF_JOB), completed);
    const identity = { key: 'job-1', id: 'job-1', promptId: PROMPT.id, isFollowed: true };
    expect(updates).toEqual([
      {
        job: { ...identity, status: 'running', startedAt: 1_000 },
        event: 'started',
        isReplay: false,
        at: 1_000,
      },
      {
        job: { ...identity, status: 'running', startedAt: 1_000, progress: 0.4, stage: 'draw' },
        event: 'progress',
        isReplay: false,
        at: 2_000,
      },
      {
        job: { ...identity, status: 'completed', startedAt: 1_000, endedAt: 3_000, hasClip: true },
        event: 'completed',
        isReplay: false,
        at: 3_000,
      },
    ]);
  });

  it('knows whether a clip has come of it, or only words', () => {
    expect(lastUpdate(started, text(OF_JOB), completed)?.job.hasClip).toBeUndefined();
    expect(lastUpdate(started, video(OF_JOB), completed)?.job.hasClip).toBeTrue();
  });

  it('knows how far the jobs are, until they end', () => {
    socket.receive(started);
    expect(tracker.active.map(({ key, status }) => [key, status])).toEqual([['job-1', 'running']]);
    socket.receive(progress, system('started', { jobId: 'job-2' }));
    expect(tracker.active.map(({ key, progress: part }) => [key, part])).toEqual([
      ['job-1', 0.4],
      ['job-2', undefined],
    ]);
    socket.receive(completed, system('cancelled', { jobId: 'job-2' }));
    expect(tracker.active).toEqual([]);
  });

  it('tells of an error, but not of a frame that could not be read', () => {
    expect(lastUpdate(started, error(OF_JOB))?.event).toBe('failed');
    expect(lastUpdate(error({ replyTo: 'refused', code: 'queue_full' }))?.job.promptId).toBe('refused');
    updates = [];
    expect(lastUpdate(error({ code: 'bad_frame' }))).toBeUndefined();
  });

  it('leaves a job alone when only its prompt is refused', () => {
    socket.receive(started, error({ replyTo: PROMPT.id, code: 'rate_limited' }));
    expect(tracker.active.map(({ key }) => key)).toEqual(['job-1']);
  });

  it('marks what ended before the page was loaded as a replay', () => {
    const update = lastUpdate(welcome({ lastSeq: 2 }), numbered(started, 1), numbered(completed, 2));
    expect(update).toEqual(jasmine.objectContaining({ event: 'completed', isReplay: true }));
    expect(update?.job.isFollowed).toBeFalse();
  });

  it('remembers that it has followed a job that ends in a lost connection', () => {
    const back = [welcome({ lastSeq: 2 }), numbered(completed, 2)];
    expect(lastUpdate(welcome(), numbered(started, 1), ...back)?.job.isFollowed).toBeTrue();
    expect(lastUpdate(...back)?.isReplay).toBeTrue();
  });

  it('follows a job from the progress on where its start is replayed', () => {
    const back = [welcome({ lastSeq: 2 }), numbered(completed, 2)];
    expect(lastUpdate(welcome({ lastSeq: 1 }), numbered(started, 1), progress, ...back)?.job.isFollowed).toBeTrue();
  });

  it('knows what was asked, also where another page asked it', () => {
    const replyTo = socket.send('一只猫');
    expect(lastUpdate(system('started', { jobId: 'job-2', replyTo }))?.job.prompt).toBe('一只猫');
    expect(lastUpdate(system('completed', { jobId: 'job-2' }))?.job.prompt).toBe('一只猫');
    const accepted = system('accepted', { ...OF_JOB, prompt: '一只狗' });
    expect(lastUpdate(accepted, started)?.job.prompt).toBe('一只狗');
  });

  it('loses the jobs of a user code that is no longer in use', () => {
    socket.receive(started);
    socket.refreshUserCode();
    expect(updates.at(-1)).toEqual(jasmine.objectContaining({ event: 'lost', isReplay: false }));
    expect(updates.at(-1)?.job.status).toBe('lost');
    expect(tracker.active).toEqual([]);
  });

  it('loses the jobs of a log that another one has replaced', () => {
    expect(lastUpdate(welcome(), started, welcome({ epoch: 'epoch-2' }))?.event).toBe('lost');
    expect(tracker.active).toEqual([]);
  });

  it('follows the jobs of a basic server, which names none, one after the other', () => {
    socket.receive(system('started', {}), system('completed', {}), system('started', {}));
    expect(updates.map(({ job, event }) => [job.key, event])).toEqual([
      ['', 'started'],
      ['', 'completed'],
      ['', 'started'],
    ]);
    expect(tracker.active.map(({ status }) => status)).toEqual(['running']);
  });
});
