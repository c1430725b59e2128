import type { ServerMessage } from '../../../services/index.ts';
import { PROMPT } from '../../testing/messages.ts';
import { reduceConversation } from '../reduce-conversation.ts';
import { type ConversationState, EMPTY_CONVERSATION, type Turn } from '../turn.ts';

/** A conversation in which {@link PROMPT} was asked. */
export const ASKED = reduceConversation(EMPTY_CONVERSATION, { kind: 'sent', prompt: PROMPT, at: 5 });

/** The conversation after some messages. */
export function after(state: ConversationState, ...messages: readonly ServerMessage[]): ConversationState {
  return messages.reduce((before, message) => reduceConversation(before, { kind: 'received', message }), state);
}

/** Its only turn. */
export function onlyTurn(state: ConversationState): Turn {
  expect(state.turns.length).toBe(1);
  const [turn] = state.turns;
  if (turn === undefined) throw new Error('there is no turn');
  return turn;
}
