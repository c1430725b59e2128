import { image, OF_JOB, PROMPT, system, text, video } from '../testing/messages.ts';
import { reduceConversation } from './reduce-conversation.ts';
import { after, ASKED, onlyTurn } from './testing/conversation-states.ts';
import { EMPTY_CONVERSATION } from './turn.ts';

describe('reduceConversation: a prompt and its job', () => {
  it('begins a turn with the prompt', () => {
    expect(ASKED.turns).toEqual([{ id: PROMPT.id, at: 5, prompt: PROMPT, promptId: PROMPT.id, replies: [] }]);
  });

  it('takes a prompt once', () => {
    expect(reduceConversation(ASKED, { kind: 'sent', prompt: PROMPT, at: 6 })).toBe(ASKED);
  });

  it('puts everything of the job into the turn of its prompt', () => {
    const state = after(
      ASKED,
      system('accepted', OF_JOB),
      system('queued', { ...OF_JOB, position: 2 }),
      system('started', OF_JOB),
      text({ ...OF_JOB, content: '一只猫' }),
      video(OF_JOB),
      system('completed', OF_JOB),
    );
    expect(onlyTurn(state).replies.map(({ kind }) => kind)).toEqual(['text', 'video']);
    expect(onlyTurn(state).job?.status).toBe('completed');
  });

  it('is dated by the server, as its answers are, from when that has accepted it', () => {
    const accepted = after(ASKED, system('accepted', { ...OF_JOB, ts: 3_600_000 }));
    expect(onlyTurn(accepted).at).toBe(3_600_000);
    expect(onlyTurn(after(accepted, system('accepted', { ...OF_JOB, ts: 7_200_000 }))).at).toBe(3_600_000);
  });

  it('finds the turn by the job alone once it knows the job', () => {
    const state = after(ASKED, system('accepted', OF_JOB), system('started', { jobId: OF_JOB.jobId }));
    expect(onlyTurn(state).job?.status).toBe('running');
  });

  it('keeps two jobs apart while both run', () => {
    const other = { jobId: 'job-2', replyTo: 'prompt-2' };
    const both = reduceConversation(ASKED, { kind: 'sent', prompt: { ...PROMPT, id: 'prompt-2' }, at: 6 });
    const state = after(
      both,
      system('progress', { ...OF_JOB, progress: 0.5 }),
      system('progress', { ...other, progress: 0.1 }),
      system('progress', { ...OF_JOB, progress: 0.6 }),
    );
    expect(state.turns.map(({ job }) => job?.progress)).toEqual([0.6, 0.1]);
  });

  it('makes a turn without a prompt where the server does not say what was asked, and can still cancel it', () => {
    const turn = onlyTurn(after(EMPTY_CONVERSATION, system('started', OF_JOB), text(OF_JOB)));
    expect(turn.prompt).toBeUndefined();
    expect(turn.promptId).toBe(PROMPT.id);
    expect(turn.replies.length).toBe(1);
  });

  it('recalls what was asked before a reload, or in another tab', () => {
    const turn = onlyTurn(after(EMPTY_CONVERSATION, system('accepted', { ...OF_JOB, prompt: '一只猫', ts: 7 })));
    expect(turn.prompt).toEqual({ type: 'text', id: PROMPT.id, content: '一只猫' });
    expect(turn.at).toBe(7);
    expect(onlyTurn(after(ASKED, system('accepted', { ...OF_JOB, prompt: '别的' }))).prompt).toBe(PROMPT);
  });

  describe('knows what it is made with', () => {
    const wan = { id: 'wan', name: '通义万相', isModel: true, model: 'wan2.6-t2v' };

    it('from the answer on, and best from the clip', () => {
      const state = after(ASKED, system('accepted', { ...OF_JOB, madeWith: { ...wan, options: { seconds: 7 } } }));
      expect(onlyTurn(state).madeWith?.options).toEqual({ seconds: 7 });
      const made = { ...wan, options: { seconds: 5, seed: 42 } };
      expect(onlyTurn(after(state, video({ ...OF_JOB, madeWith: made }))).madeWith).toEqual(made);
    });

    it('and recalls the engine and the options of a prompt by it', () => {
      const accepted = system('accepted', {
        ...OF_JOB,
        prompt: '一只猫',
        madeWith: { ...wan, options: { seconds: 7 } },
      });
      const { prompt } = onlyTurn(after(EMPTY_CONVERSATION, accepted));
      expect(prompt?.options).toEqual({ seconds: 7, engine: 'wan' });
    });

    it('unless nobody says so', () => {
      expect(onlyTurn(after(ASKED, system('accepted', OF_JOB), video(OF_JOB))).madeWith).toBeUndefined();
    });
  });

  it('recalls the reference images of a prompt with it', () => {
    const attachments = ['https://kitten.example/media/8b1d.png'];
    const turn = onlyTurn(after(EMPTY_CONVERSATION, system('accepted', { ...OF_JOB, prompt: '像这样', attachments })));
    expect(turn.prompt).toEqual({ type: 'text', id: PROMPT.id, content: '像这样', attachments });
  });

  it('leaves the turns that a message does not concern as they are', () => {
    const state = after(ASKED, text());
    expect(after(state, text()).turns[0]).toBe(state.turns[0]);
  });
});

describe('reduceConversation: what passes and what stays', () => {
  it('replaces the preview and drops it at the end', () => {
    const second = image({ ...OF_JOB, preview: true });
    const running = after(ASKED, system('started', OF_JOB), image({ ...OF_JOB, preview: true }), second);
    expect(onlyTurn(running).preview).toBe(second);
    expect(onlyTurn(running).replies).toEqual([]);
    expect(onlyTurn(after(running, system('completed', OF_JOB))).preview).toBeUndefined();
  });

  it('drops the preview when the clip is there, before the job has ended', () => {
    const state = after(ASKED, image({ ...OF_JOB, preview: true }), video(OF_JOB));
    expect(onlyTurn(state).preview).toBeUndefined();
    expect(onlyTurn(state).job?.status).toBe('running');
  });

  it('is not revived by what comes late', () => {
    const done = after(ASKED, system('completed', OF_JOB));
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
    expect(onlyTurn(after(ASKED, whole, clip, whole, clip)).replies.length).toBe(2);
  });

  it('says nothing of a pong and of a notice without words', () => {
    expect(after(ASKED, system('pong', { replyTo: 'ping-1' }), system('notice', {}))).toBe(ASKED);
  });
});

describe('reduceConversation: what becomes of a prompt besides its job', () => {
  it('remembers why it was not sent, and what the person did then', () => {
    const failed = reduceConversation(ASKED, {
      kind: 'failed',
      promptId: PROMPT.id,
      failure: { reason: 'too_large', cause: '太长' },
    });
    const resent = reduceConversation(failed, { kind: 'set-aside', promptId: PROMPT.id, as: 'resent' });
    expect(onlyTurn(resent)).toEqual(
      jasmine.objectContaining({ failure: { reason: 'too_large', cause: '太长' }, setAside: 'resent' }),
    );
  });

  it('changes nothing for a prompt of another conversation', () => {
    expect(
      reduceConversation(ASKED, {
        kind: 'failed',
        promptId: 'another',
        failure: { reason: 'too_large', cause: '太长' },
      }),
    ).toBe(ASKED);
  });

  it('says once that something is missing, however often it is told', () => {
    const gap = { kind: 'gap', id: 'gap', at: 1, missing: 3 } as const;
    const told = reduceConversation(ASKED, gap);
    expect(told.turns.length).toBe(2);
    expect(reduceConversation(told, gap)).toBe(told);
  });
});
