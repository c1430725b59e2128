import type { SystemMessage } from '../../services/index.ts';
import { error, image, system } from '../testing/messages.ts';
import { advanceJob, endOf, isJobMessage, isProgress, type JobSystemMessage, showPreview } from './job-lifecycle.ts';
import type { Job } from './turn.ts';

function told(message: SystemMessage): JobSystemMessage {
  if (!isJobMessage(message)) throw new Error(`${message.event} tells nothing of a job`);
  return message;
}

function through(...events: readonly JobSystemMessage[]): Job | undefined {
  return events.reduce<Job | undefined>(advanceJob, undefined);
}

describe('advanceJob', () => {
  it('goes from accepted over the queue to its end, and knows how long the work took', () => {
    const [accepted, queued, started, progress, completed] = [
      told(system('accepted', {})),
      told(system('queued', { position: 3 })),
      told(system('started', { ts: 1_000 })),
      told(system('progress', { progress: 0.5, stage: 'draw', etaMs: 900, ts: 2_000 })),
      told(system('completed', { ts: 4_000 })),
    ];
    expect(through(accepted)).toEqual({ status: 'accepted' });
    expect(through(accepted, queued)).toEqual({ status: 'queued', position: 3 });
    expect(through(queued, started)).toEqual({ status: 'running', startedAt: 1_000 });
    expect(through(started, progress)).toEqual({
      status: 'running',
      startedAt: 1_000,
      progress: 0.5,
      stage: 'draw',
      etaMs: 900,
    });
    expect(through(started, progress, completed)).toEqual({ status: 'completed', startedAt: 1_000, endedAt: 4_000 });
  });

  it('is not thrown back by a second accepted', () => {
    expect(through(told(system('progress', { progress: 0.5 })), told(system('accepted', {})))?.progress).toBe(0.5);
  });

  it('remembers of a job that starts again that its time does not count from there', () => {
    const started = told(system('started', { ts: 1_000 }));
    const again = told(system('started', { ts: 61_000 }));
    const progress = told(system('progress', { progress: 0.8 }));
    expect(through(started, progress)?.hasStartedBefore).toBeUndefined();
    const resumed = { status: 'running', startedAt: 61_000, hasStartedBefore: true } as const;
    expect(through(started, progress, again)).toEqual(resumed);
    expect(through(started, told(system('queued', { position: 1 })), again, progress)).toEqual({
      ...resumed,
      progress: 0.8,
    });
  });

  it('forgets an estimate that is no longer given', () => {
    const job = through(
      told(system('progress', { progress: 0.1, etaMs: 9 })),
      told(system('progress', { progress: 0.2 })),
    );
    expect(job?.etaMs).toBeUndefined();
  });

  it('has one end', () => {
    const job = through(told(system('cancelled', { ts: 1 })));
    expect(job?.status).toBe('cancelled');
    expect(job && advanceJob(job, told(system('completed', {})))).toBe(job);
    expect(job && advanceJob(job, error())).toBe(job as Job);
  });

  it('takes a preview as a sign of work', () => {
    expect(showPreview(undefined, image({ ts: 7 }))).toEqual({ status: 'running', startedAt: 7 });
  });

  it('knows how a message ends its job, and which only says how far it is', () => {
    const messages = [
      system('accepted', {}),
      system('queued', { position: 1 }),
      system('started', {}),
      system('progress', { progress: 0.5 }),
      system('completed', {}),
      system('cancelled', {}),
      error(),
      error({ code: 'bad_frame' }),
      image(),
    ];
    expect(messages.map(endOf).filter((end) => end !== undefined)).toEqual(['completed', 'cancelled', 'failed']);
    expect(messages.filter(isProgress).map((message) => message.type === 'system' && message.event)).toEqual([
      'queued',
      'progress',
    ]);
  });

  it('tells events of a job from others', () => {
    expect(isJobMessage(system('queued', { position: 1 }))).toBeTrue();
    expect(isJobMessage(system('gap', { fromSeq: 9 }))).toBeFalse();
    expect(isJobMessage(error())).toBeTrue();
    expect(isJobMessage(error({ code: 'bad_frame' }))).toBeFalse();
  });
});
