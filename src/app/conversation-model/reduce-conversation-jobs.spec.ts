import { error, image, OF_JOB, PROMPT, system, text, welcome } from '../testing/messages.ts';
import { reduceConversation } from './reduce-conversation.ts';
import { after, ASKED, onlyTurn } from './testing/conversation-states.ts';
import { EMPTY_CONVERSATION } from './turn.ts';

describe('reduceConversation: a job that runs again', () => {
  const id = 'text-1';
  const first = after(
    ASKED,
    system('accepted', OF_JOB),
    system('started', OF_JOB),
    system('progress', { ...OF_JOB, progress: 0.7 }),
    text({ ...OF_JOB, id, content: '一只橘猫', append: true }),
    image({ ...OF_JOB, preview: true }),
  );

  it('begins anew with the second start', () => {
    const turn = onlyTurn(after(first, system('started', { ...OF_JOB, ts: 9_000 })));
    expect(turn.job).toEqual({ status: 'running', startedAt: 9_000, hasStartedBefore: true });
    expect(turn.replies).toEqual([]);
    expect(turn.preview).toBeUndefined();
  });

  it('has the text once, whatever of both runs has come', () => {
    const again = after(
      first,
      system('started', OF_JOB),
      text({ ...OF_JOB, id, content: '一只' }),
      text({ ...OF_JOB, id, content: '橘猫', append: true }),
    );
    expect(onlyTurn(again).replies).toEqual([jasmine.objectContaining({ content: '一只橘猫', isGrowing: true })]);
    const done = after(again, text({ ...OF_JOB, id, content: '一只橘猫。', seq: 4 }), system('completed', OF_JOB));
    expect(onlyTurn(done).replies).toEqual([jasmine.objectContaining({ content: '一只橘猫。', isGrowing: false })]);
  });

  it('keeps what the server keeps', () => {
    const kept = after(first, text({ ...OF_JOB, id, content: '一只橘猫。', seq: 4 }), system('started', OF_JOB));
    expect(onlyTurn(kept).replies.length).toBe(1);
  });

  it('is joined where it is by a page that comes later', () => {
    const turn = onlyTurn(
      after(
        EMPTY_CONVERSATION,
        { ...system('accepted', { ...OF_JOB, prompt: '一只猫' }), seq: 1 },
        { ...system('started', { ...OF_JOB, ts: 5_000 }), seq: 2 },
        system('progress', { ...OF_JOB, progress: 0.4 }),
        text({ ...OF_JOB, id, content: '一只橘' }),
        text({ ...OF_JOB, id, content: '猫', append: true }),
      ),
    );
    expect(turn.job).toEqual({ status: 'running', startedAt: 5_000, progress: 0.4 });
    expect(turn.replies).toEqual([jasmine.objectContaining({ content: '一只橘猫' })]);
  });
});

describe('reduceConversation: errors', () => {
  it('ends the job with an error that names it', () => {
    const turn = onlyTurn(after(ASKED, system('started', OF_JOB), error(OF_JOB)));
    expect(turn.job?.status).toBe('failed');
    expect(turn.replies[0]?.kind).toBe('error');
  });

  it('lets a refused prompt be accepted later', () => {
    const refused = after(ASKED, error({ replyTo: PROMPT.id, code: 'rate_limited' }));
    expect(onlyTurn(refused).job).toBeUndefined();
    expect(onlyTurn(after(refused, system('accepted', OF_JOB))).job?.status).toBe('accepted');
  });

  it('leaves a running job alone when only its prompt is named', () => {
    const turn = onlyTurn(after(ASKED, system('started', OF_JOB), error({ replyTo: PROMPT.id, code: 'not_found' })));
    expect(turn.job?.status).toBe('running');
  });

  it('shows an error of nobody by itself', () => {
    expect(after(ASKED, error()).turns.length).toBe(2);
  });
});

describe('reduceConversation: jobs that are lost', () => {
  const running = after(ASKED, system('started', OF_JOB), image({ ...OF_JOB, preview: true }));
  const lost = reduceConversation(running, { kind: 'log-changed' });

  it('goes on after a reconnect', () => {
    expect(after(running, welcome())).toBe(running);
  });

  it('gives up on jobs of another log', () => {
    expect(onlyTurn(lost).job?.status).toBe('lost');
    expect(onlyTurn(lost).preview).toBeUndefined();
  });

  it('takes a job up again that it had given up', () => {
    expect(onlyTurn(after(lost, system('started', OF_JOB))).job?.status).toBe('running');
    expect(onlyTurn(after(lost, system('accepted', OF_JOB))).job?.status).toBe('accepted');
  });

  it('keeps those that are over', () => {
    const state = after(running, system('completed', { jobId: 'job-0', replyTo: 'prompt-0' }));
    const changed = reduceConversation(state, { kind: 'log-changed' });
    expect(changed.turns.map(({ job }) => job?.status)).toEqual(['lost', 'completed']);
    expect(reduceConversation(changed, { kind: 'log-changed' })).toBe(changed);
  });
});
