import { error, image, PROMPT, system, text, video } from '../testing/messages.ts';
import { after, ASKED, onlyTurn } from './testing/conversation-states.ts';
import { EMPTY_CONVERSATION } from './turn.ts';

describe('reduceConversation: a basic server, which names no job', () => {
  it('shows each message by itself, in order', () => {
    const state = after(
      ASKED,
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
    expect(onlyTurn(after(ASKED, text({ replyTo: PROMPT.id }))).replies.length).toBe(1);
  });

  it('lets a text grow', () => {
    const id = 'growing';
    const state = after(
      EMPTY_CONVERSATION,
      text({ id, content: '一只', append: true }),
      text({ id, content: '猫', append: true }),
    );
    expect(onlyTurn(state).replies).toEqual([jasmine.objectContaining({ content: '一只猫', isGrowing: true })]);
  });

  it('shows progress at the end, and the next message in its place', () => {
    const moving = after(ASKED, system('progress', { progress: 0.1 }), system('progress', { progress: 0.4 }));
    expect(moving.turns.map(({ job }) => job?.progress)).toEqual([undefined, 0.4]);
    const done = after(moving, image({ preview: true }), video());
    expect(done.turns.length).toBe(2);
    expect(done.turns[1]?.replies[0]?.kind).toBe('video');
  });

  it('ends progress with the words of its end, or with none', () => {
    const moving = after(ASKED, system('progress', { progress: 0.1 }));
    expect(after(moving, system('completed', {})).turns).toEqual(ASKED.turns);
    expect(after(moving, system('completed', { content: '好了' })).turns[1]?.replies[0]?.kind).toBe('system');
  });

  it('tells of an answer of a type that it does not know, and of nothing that answers nothing', () => {
    const unknown = { type: 'unknown', id: 'u', ts: 1, sourceType: 'audio', raw: {} } as const;
    expect(after(EMPTY_CONVERSATION, unknown).turns).toEqual([]);
    const state = after(EMPTY_CONVERSATION, { ...unknown, replyTo: 'p' });
    expect(onlyTurn(state).replies[0]?.kind).toBe('system');
  });
});
