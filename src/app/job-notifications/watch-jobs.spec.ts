import type { ServerMessage } from '../../services/index.ts';
import { error, OF_JOB, PROMPT, system, welcome } from '../testing/messages.ts';
import { NO_JOBS, watchMessage, type WatchedJobs, watchPrompt } from './watch-jobs.ts';

describe('watchMessage', () => {
  function after(...messages: readonly ServerMessage[]): WatchedJobs {
    return messages.reduce(watchMessage, NO_JOBS);
  }

  function numbered(message: ServerMessage, seq: number): ServerMessage {
    return { ...message, seq };
  }

  const started = system('started', OF_JOB);
  const progress = system('progress', { ...OF_JOB, progress: 0.4 });
  const completed = system('completed', OF_JOB);

  it('knows how far the jobs are, until they end', () => {
    expect([...after(started).progress]).toEqual([['job-1', 0]]);
    expect([...after(started, progress).progress]).toEqual([['job-1', 0.4]]);
    expect(after(started, progress, completed).progress.size).toBe(0);
    expect(after(started, progress, system('cancelled', OF_JOB)).progress.size).toBe(0);
  });

  it('tells of an end once', () => {
    const jobs = after(started, completed);
    expect(jobs.ended).toEqual({ key: 'job-1', outcome: 'completed', promptId: PROMPT.id });
    expect(watchMessage(jobs, system('pong', {})).ended).toBeNull();
    expect(watchPrompt(jobs, PROMPT).ended).toBeNull();
  });

  it('tells of an error, but not of a frame that could not be read, nor of what the person cancelled', () => {
    expect(after(started, error(OF_JOB)).ended?.outcome).toBe('failed');
    expect(after(error({ replyTo: PROMPT.id, code: 'queue_full' })).ended?.promptId).toBe(PROMPT.id);
    expect(after(error({ code: 'bad_frame' })).ended).toBeNull();
    expect(after(started, system('cancelled', OF_JOB)).ended).toBeNull();
  });

  it('takes what ended before the page was loaded for no news', () => {
    const history = [numbered(started, 1), numbered(completed, 2)];
    expect(after(welcome({ lastSeq: 2 }), ...history).ended).toBeNull();
    expect(after(welcome({ lastSeq: 2 }), ...history).progress.size).toBe(0);
  });

  it('takes an end that was missed in a lost connection for news', () => {
    const back = [welcome({ lastSeq: 2 }), numbered(completed, 2)];
    expect(after(welcome(), numbered(started, 1), ...back).ended?.outcome).toBe('completed');
    expect(after(welcome({ lastSeq: 1 }), numbered(started, 1), progress, ...back).ended?.outcome).toBe('completed');
  });

  it('remembers what was asked, also where another page asked it', () => {
    const accepted = system('accepted', { ...OF_JOB, prompt: '一只狗' });
    expect(after(accepted).prompts.get(PROMPT.id)).toBe('一只狗');
    expect(watchPrompt(NO_JOBS, PROMPT).prompts.get(PROMPT.id)).toBe(PROMPT.content);
  });
});
