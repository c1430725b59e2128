import type { ServerMessage } from '../../../services/index.ts';
import { OF_JOB, PROMPT, system, text, welcome } from '../../testing/messages.ts';
import { reduceConversation } from './reduce-conversation.ts';
import { type ConversationState, EMPTY_CONVERSATION } from './turn.ts';

function after(state: ConversationState, ...messages: readonly ServerMessage[]): ConversationState {
  return messages.reduce((before, message) => reduceConversation(before, { kind: 'received', message }), state);
}

/** What stands in the conversation, in order: prompts, texts, and how much is missing where something is. */
function shown({ turns }: ConversationState): readonly unknown[] {
  return turns.flatMap(({ prompt, replies }) => [
    ...(prompt === undefined ? [] : [prompt.content]),
    ...replies.map((reply) => (reply.kind === 'gap' ? reply.missing : reply.kind)),
  ]);
}

function accepted(promptId: string, seq: number): ServerMessage {
  return { ...system('accepted', { jobId: `job of ${promptId}`, replyTo: promptId, prompt: promptId }), seq };
}

function sent(state: ConversationState, id: string): ConversationState {
  return reduceConversation(state, { kind: 'sent', prompt: { type: 'text', id, content: id }, at: 1 });
}

describe('the log: what is missing', () => {
  const begun = after(EMPTY_CONVERSATION, welcome(), accepted('a', 3));

  it('says nothing where nothing is', () => {
    expect(shown(after(begun, welcome()))).toEqual(['a']);
  });

  it('counts what is gone since the last message that came', () => {
    expect(shown(after(begun, welcome({ recovered: false }), system('gap', { fromSeq: 10 }), accepted('b', 10)))).toEqual([
      'a',
      6,
      'b',
    ]);
  });

  it('counts from the beginning after a reload', () => {
    expect(shown(after(EMPTY_CONVERSATION, welcome({ recovered: false }), system('gap', { fromSeq: 10 })))).toEqual([9]);
  });

  it('shows a gap without a greeting, as the service itself finds one', () => {
    expect(shown(after(begun, system('gap', { fromSeq: 5 }), accepted('b', 5)))).toEqual(['a', 1, 'b']);
  });

  it('is not silent about another log, and counts in that one anew', () => {
    const other = after(begun, welcome({ epoch: 'epoch-2', recovered: false }));
    expect(shown(other)).toEqual(['a', null]);
    expect(shown(after(other, accepted('b', 1), system('gap', { fromSeq: 4 })))).toEqual(['a', null, 'b', 2]);
  });

  it('says once what is said twice', () => {
    const lost = after(begun, welcome({ recovered: false }), welcome({ recovered: false }));
    expect(shown(lost)).toEqual(['a', null]);
  });

  it('does not make up a count', () => {
    expect(shown(after(begun, system('gap', { fromSeq: 2 })))).toEqual(['a', null]);
  });
});

describe('the log: order', () => {
  it('puts what is replayed before a prompt that has waited over a reload', () => {
    const waiting = sent(EMPTY_CONVERSATION, 'waiting');
    const replayed = after(waiting, welcome({ recovered: false }), accepted('old', 1), accepted('newer', 2));
    expect(shown(replayed)).toEqual([null, 'old', 'newer', 'waiting']);
    expect(shown(after(replayed, accepted('waiting', 3), accepted('newest', 4)))).toEqual([
      null,
      'old',
      'newer',
      'waiting',
      'newest',
    ]);
  });

  it('shows a prompt once that this page has sent and hears of again', () => {
    const both = after(sent(EMPTY_CONVERSATION, 'mine'), accepted('other tab', 1), accepted('mine', 2), accepted('mine', 2));
    expect(shown(both)).toEqual(['other tab', 'mine']);
    expect(shown(sent(both, 'mine'))).toEqual(['other tab', 'mine']);
  });

  it('gives a job its prompt that this page recalls later', () => {
    const unnamed = after(EMPTY_CONVERSATION, system('started', OF_JOB), text(OF_JOB));
    const state = reduceConversation(unnamed, { kind: 'sent', prompt: PROMPT, at: 1 });
    expect(shown(state)).toEqual([PROMPT.content, 'text']);
  });
});
