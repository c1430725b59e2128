import type { ServerMessage } from '../../services/index.ts';
import { error, image, OF_JOB, PROMPT, system, text, video, welcome } from '../testing/messages.ts';
import { reduceConversation } from './reduce-conversation.ts';
import { type ConversationState, EMPTY_CONVERSATION, type Turn } from './turn.ts';

const asked = reduceConversation(EMPTY_CONVERSATION, { kind: 'sent', prompt: PROMPT, at: 5 });

function after(state: ConversationState, ...messages: readonly ServerMessage[]): ConversationState {
  return messages.reduce((before, message) => reduceConversation(before, { kind: 'received', message }), state);
}

function only(state: ConversationState): Turn {
  expect(state.turns.length).toBe(1);
  const [turn] = state.turns;
  if (turn === undefined) throw new Error('there is no turn');
  return turn;
}

describe('reduceConversation: a prompt and its job', () => {
  it('begins a turn with the prompt', () => {
    expect(asked.turns).toEqual([{ id: PROMPT.id, at: 5, prompt: PROMPT, promptId: PROMPT.id, replies: [] }]);
  });

  it('takes a prompt once', () => {
    expect(reduceConversation(asked, { kind: 'sent', prompt: PROMPT, at: 6 })).toBe(asked);
  });

  it('puts everything of the job into the turn of its prompt', () => {
    const state = after(
      asked,
      system('accepted', OF_JOB),
      system('queued', { ...OF_JOB, position: 2 }),
      system('started', OF_JOB),
      text({ ...OF_JOB, content: '一只猫' }),
      video(OF_JOB),
      system('completed', OF_JOB),
    );
    expect(only(state).replies.map(({ kind }) => kind)).toEqual(['text', 'video']);
    expect(only(state).job?.status).toBe('completed');
  });

  it('finds the turn by the job alone once it knows the job', () => {
    const state = after(asked, system('accepted', OF_JOB), system('started', { jobId: OF_JOB.jobId }));
    expect(only(state).job?.status).toBe('running');
  });

  it('keeps two jobs apart while both run', () => {
    const other = { jobId: 'job-2', replyTo: 'prompt-2' };
    const both = reduceConversation(asked, { kind: 'sent', prompt: { ...PROMPT, id: 'prompt-2' }, at: 6 });
    const state = after(
      both,
      system('progress', { ...OF_JOB, progress: 0.5 }),
      system('progress', { ...other, progress: 0.1 }),
      system('progress', { ...OF_JOB, progress: 0.6 }),
    );
    expect(state.turns.map(({ job }) => job?.progress)).toEqual([0.6, 0.1]);
  });

  it('makes a turn without a prompt where the server does not say what was asked, and can still cancel it', () => {
    const turn = only(after(EMPTY_CONVERSATION, system('started', OF_JOB), text(OF_JOB)));
    expect(turn.prompt).toBeUndefined();
    expect(turn.promptId).toBe(PROMPT.id);
    expect(turn.replies.length).toBe(1);
  });

  it('recalls what was asked before a reload, or in another tab', () => {
    const turn = only(after(EMPTY_CONVERSATION, system('accepted', { ...OF_JOB, prompt: '一只猫', ts: 7 })));
    expect(turn.prompt).toEqual({ type: 'text', id: PROMPT.id, content: '一只猫' });
    expect(turn.at).toBe(7);
    expect(only(after(asked, system('accepted', { ...OF_JOB, prompt: '别的' }))).prompt).toBe(PROMPT);
  });

  it('recalls the reference images of a prompt with it', () => {
    const attachments = ['https://kitten.example/media/8b1d.png'];
    const turn = only(after(EMPTY_CONVERSATION, system('accepted', { ...OF_JOB, prompt: '像这样', attachments })));
    expect(turn.prompt).toEqual({ type: 'text', id: PROMPT.id, content: '像这样', attachments });
  });

  it('leaves the turns that a message does not concern as they are', () => {
    const state = after(asked, text());
    expect(after(state, text()).turns[0]).toBe(state.turns[0]);
  });
});

describe('reduceConversation: what passes and what stays', () => {
  it('replaces the preview and drops it at the end', () => {
    const second = image({ ...OF_JOB, preview: true });
    const running = after(asked, system('started', OF_JOB), image({ ...OF_JOB, preview: true }), second);
    expect(only(running).preview).toBe(second);
    expect(only(running).replies).toEqual([]);
    expect(only(after(running, system('completed', OF_JOB))).preview).toBeUndefined();
  });

  it('drops the preview when the clip is there, before the job has ended', () => {
    const state = after(asked, image({ ...OF_JOB, preview: true }), video(OF_JOB));
    expect(only(state).preview).toBeUndefined();
    expect(only(state).job?.status).toBe('running');
  });

  it('is not revived by what comes late', () => {
    const done = after(asked, system('completed', OF_JOB));
    const late = [
      system('progress', { ...OF_JOB, progress: 0.9 }),
      system('started', OF_JOB),
      image({ ...OF_JOB, preview: true }),
    ];
    expect(after(done, ...late)).toBe(done);
  });

  it('shows what is replayed once', () => {
    const whole = text(OF_JOB);
    const clip = video(OF_JOB);
    expect(only(after(asked, whole, clip, whole, clip)).replies.length).toBe(2);
  });

  it('says nothing of a pong and of a notice without words', () => {
    expect(after(asked, system('pong', { replyTo: 'ping-1' }), system('notice', {}))).toBe(asked);
  });
});

describe('reduceConversation: a job that runs again', () => {
  const id = 'text-1';
  const first = after(
    asked,
    system('accepted', OF_JOB),
    system('started', OF_JOB),
    system('progress', { ...OF_JOB, progress: 0.7 }),
    text({ ...OF_JOB, id, content: '一只橘猫', append: true }),
    image({ ...OF_JOB, preview: true }),
  );

  it('begins anew with the second start', () => {
    const turn = only(after(first, system('started', { ...OF_JOB, ts: 9_000 })));
    expect(turn.job).toEqual({ status: 'running', startedAt: 9_000 });
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
    expect(only(again).replies).toEqual([jasmine.objectContaining({ content: '一只橘猫', isGrowing: true })]);
    const done = after(again, text({ ...OF_JOB, id, content: '一只橘猫。', seq: 4 }), system('completed', OF_JOB));
    expect(only(done).replies).toEqual([jasmine.objectContaining({ content: '一只橘猫。', isGrowing: false })]);
  });

  it('keeps what the server keeps', () => {
    const kept = after(first, text({ ...OF_JOB, id, content: '一只橘猫。', seq: 4 }), system('started', OF_JOB));
    expect(only(kept).replies.length).toBe(1);
  });

  it('is joined where it is by a page that comes later', () => {
    const turn = only(
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
    const turn = only(after(asked, system('started', OF_JOB), error(OF_JOB)));
    expect(turn.job?.status).toBe('failed');
    expect(turn.replies[0]?.kind).toBe('error');
  });

  it('lets a refused prompt be accepted later', () => {
    const refused = after(asked, error({ replyTo: PROMPT.id, code: 'rate_limited' }));
    expect(only(refused).job).toBeUndefined();
    expect(only(after(refused, system('accepted', OF_JOB))).job?.status).toBe('accepted');
  });

  it('leaves a running job alone when only its prompt is named', () => {
    const turn = only(after(asked, system('started', OF_JOB), error({ replyTo: PROMPT.id, code: 'not_found' })));
    expect(turn.job?.status).toBe('running');
  });

  it('shows an error of nobody by itself', () => {
    expect(after(asked, error()).turns.length).toBe(2);
  });
});

describe('reduceConversation: jobs that are lost', () => {
  const running = after(asked, system('started', OF_JOB), image({ ...OF_JOB, preview: true }));
  const lost = reduceConversation(running, { kind: 'log-changed' });

  it('goes on after a reconnect', () => {
    expect(after(running, welcome())).toBe(running);
  });

  it('gives up on jobs of another log', () => {
    expect(only(lost).job?.status).toBe('lost');
    expect(only(lost).preview).toBeUndefined();
  });

  it('takes a job up again that it had given up', () => {
    expect(only(after(lost, system('started', OF_JOB))).job?.status).toBe('running');
    expect(only(after(lost, system('accepted', OF_JOB))).job?.status).toBe('accepted');
  });

  it('keeps those that are over', () => {
    const state = after(running, system('completed', { jobId: 'job-0', replyTo: 'prompt-0' }));
    const changed = reduceConversation(state, { kind: 'log-changed' });
    expect(changed.turns.map(({ job }) => job?.status)).toEqual(['lost', 'completed']);
    expect(reduceConversation(changed, { kind: 'log-changed' })).toBe(changed);
  });
});

describe('reduceConversation: what becomes of a prompt besides its job', () => {
  it('remembers why it was not sent, and what the person did then', () => {
    const failed = reduceConversation(asked, {
      kind: 'failed',
      promptId: PROMPT.id,
      failure: { reason: 'too_large', cause: '太长' },
    });
    const resent = reduceConversation(failed, { kind: 'set-aside', promptId: PROMPT.id, as: 'resent' });
    expect(only(resent)).toEqual(
      jasmine.objectContaining({ failure: { reason: 'too_large', cause: '太长' }, setAside: 'resent' }),
    );
  });

  it('changes nothing for a prompt of another conversation', () => {
    expect(
      reduceConversation(asked, {
        kind: 'failed',
        promptId: 'another',
        failure: { reason: 'too_large', cause: '太长' },
      }),
    ).toBe(asked);
  });

  it('says once that something is missing, however often it is told', () => {
    const gap = { kind: 'gap', id: 'gap', at: 1, missing: 3 } as const;
    const told = reduceConversation(asked, gap);
    expect(told.turns.length).toBe(2);
    expect(reduceConversation(told, gap)).toBe(told);
  });
});

describe('reduceConversation: a basic server, which names no job', () => {
  it('shows each message by itself, in order', () => {
    const state = after(
      asked,
      text({ content: '一' }),
      image(),
      video(),
      error(),
      system('notice', { content: '维护' }),
    );
    expect(state.turns.map(({ replies }) => replies[0]?.kind)).toEqual([
      undefined,
      'text',
      'image',
      'video',
      'error',
      'system',
    ]);
  });

  it('puts an answer that names its prompt with the prompt', () => {
    expect(only(after(asked, text({ replyTo: PROMPT.id }))).replies.length).toBe(1);
  });

  it('lets a text grow', () => {
    const id = 'growing';
    const state = after(
      EMPTY_CONVERSATION,
      text({ id, content: '一只', append: true }),
      text({ id, content: '猫', append: true }),
    );
    expect(only(state).replies).toEqual([jasmine.objectContaining({ content: '一只猫', isGrowing: true })]);
  });

  it('shows progress at the end, and the next message in its place', () => {
    const moving = after(asked, system('progress', { progress: 0.1 }), system('progress', { progress: 0.4 }));
    expect(moving.turns.map(({ job }) => job?.progress)).toEqual([undefined, 0.4]);
    const done = after(moving, image({ preview: true }), video());
    expect(done.turns.length).toBe(2);
    expect(done.turns[1]?.replies[0]?.kind).toBe('video');
  });

  it('ends progress with the words of its end, or with none', () => {
    const moving = after(asked, system('progress', { progress: 0.1 }));
    expect(after(moving, system('completed', {})).turns).toEqual(asked.turns);
    expect(after(moving, system('completed', { content: '好了' })).turns[1]?.replies[0]?.kind).toBe('system');
  });

  it('tells of a type that it does not know', () => {
    const state = after(EMPTY_CONVERSATION, { type: 'unknown', id: 'u', ts: 1, sourceType: 'audio', raw: {} });
    expect(only(state).replies[0]?.kind).toBe('system');
  });
});
