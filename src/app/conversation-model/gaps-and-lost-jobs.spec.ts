import type { PromptMessage, ReceivedMessage, ServerMessage } from '../../services/index.ts';
import { ScriptedWebSocketService } from '../../services/testing/index.ts';
import { OF_JOB, PROMPT, system, text, welcome } from '../testing/messages.ts';
import { type ConversationEvent, reduceConversation } from './reduce-conversation.ts';
import { type ConversationState, EMPTY_CONVERSATION } from './turn.ts';

/** A conversation that goes on from another one, with all that is known of the log. */
interface Followed {
  readonly state: ConversationState;
  readonly heard: readonly ServerMessage[];
}

const EMPTY: Followed = { state: EMPTY_CONVERSATION, heard: [] };

function received(messages: readonly ServerMessage[]): readonly ReceivedMessage[] {
  const service = new ScriptedWebSocketService();
  const all: ReceivedMessage[] = [];
  service.received$.subscribe((message) => all.push(message));
  service.receive(...messages);
  return all;
}

function after({ state, heard }: Followed, ...messages: readonly ServerMessage[]): Followed {
  const all = [...heard, ...messages];
  const events = received(all)
    .slice(heard.length)
    .flatMap(({ message, logChange, lost }): ConversationEvent[] => [
      ...(logChange === 'replaced' ? [{ kind: 'log-changed' } as const] : []),
      ...(lost ? [{ kind: 'gap', id: lost.id, at: message.ts, missing: lost.count } as const] : []),
      { kind: 'received', message },
    ]);
  return { state: events.reduce(reduceConversation, state), heard: all };
}

/** What stands in the conversation, in order: prompts, texts, and how much is missing where something is. */
function shown({ state }: Followed): readonly unknown[] {
  return state.turns.flatMap(({ prompt, replies }) => [
    ...(prompt === undefined ? [] : [prompt.content]),
    ...replies.map((reply) => (reply.kind === 'gap' ? reply.missing : reply.kind)),
  ]);
}

function accepted(promptId: string, seq: number): ServerMessage {
  return { ...system('accepted', { jobId: `job of ${promptId}`, replyTo: promptId, prompt: promptId }), seq };
}

function sent(
  { state, heard }: Followed,
  id: string,
  prompt: PromptMessage = { type: 'text', id, content: id },
): Followed {
  return { state: reduceConversation(state, { kind: 'sent', prompt, at: 1 }), heard };
}

describe('the log: what is missing', () => {
  const begun = after(EMPTY, welcome(), accepted('a', 3));

  it('says nothing where nothing is', () => {
    expect(shown(after(begun, welcome()))).toEqual(['a']);
  });

  it('counts what is gone since the last message that came', () => {
    expect(
      shown(
        after(begun, welcome({ recovered: false, lastSeq: 10 }), system('gap', { fromSeq: 10 }), accepted('b', 10)),
      ),
    ).toEqual(['a', 6, 'b']);
  });

  it('counts from the beginning after a reload', () => {
    expect(shown(after(EMPTY, welcome({ recovered: false }), system('gap', { fromSeq: 10 })))).toEqual([9]);
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
    const waiting = sent(EMPTY, 'waiting');
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
    const both = after(sent(EMPTY, 'mine'), accepted('other tab', 1), accepted('mine', 2), accepted('mine', 2));
    expect(shown(both)).toEqual(['other tab', 'mine']);
    expect(shown(sent(both, 'mine'))).toEqual(['other tab', 'mine']);
  });

  it('gives a job its prompt that this page recalls later', () => {
    const unnamed = after(EMPTY, system('started', OF_JOB), text(OF_JOB));
    expect(shown(sent(unnamed, PROMPT.id, PROMPT))).toEqual([PROMPT.content, 'text']);
  });
});
