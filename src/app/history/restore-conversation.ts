import type { ServerMessage } from '../../services/index.ts';
import { type ConversationEvent, reduceAll } from '../conversation-model/reduce-conversation.ts';
import { type ConversationState, EMPTY_CONVERSATION } from '../conversation-model/turn.ts';
import type { ConversationContent, PromptRecord } from './store/records.ts';

/** What is there besides what is kept. */
export interface Present {
  /** The log that is followed now; undefined where none is. */
  readonly log: string | undefined;
  /** What passed of the jobs under way. */
  readonly passing: readonly ServerMessage[];
}

/** Makes the conversation of what is kept of it. */
export function restoreConversation(content: ConversationContent, { log, passing }: Present): ConversationState {
  const events = [...keptEvents(content, log), ...passing.map((message) => ({ kind: 'received', message }) as const)];
  return reduceAll(EMPTY_CONVERSATION, events);
}

/** The events of a conversation in the order in which they came, prompts among them. */
function* keptEvents({ prompts, events }: ConversationContent, log: string | undefined): Generator<ConversationEvent> {
  const waiting = prompts.toSorted((one, other) => one.after - other.after || one.at - other.at).values();
  let next = waiting.next();
  let logBefore: string | undefined;
  for (const { position, event, log: logOfEvent } of events) {
    for (; next.done !== true && next.value.after < position; next = waiting.next()) yield* sentEvents(next.value);
    if (logBefore !== undefined && logOfEvent !== logBefore) yield { kind: 'log-changed' };
    logBefore = logOfEvent;
    yield event;
  }
  for (; next.done !== true; next = waiting.next()) yield* sentEvents(next.value);
  if (logBefore !== undefined && log !== undefined && log !== logBefore) yield { kind: 'log-changed' };
}

function* sentEvents({ id: promptId, at, prompt, setAside, failure }: PromptRecord): Generator<ConversationEvent> {
  if (prompt === undefined) return;
  yield { kind: 'sent', prompt, at };
  if (failure !== undefined) yield { kind: 'failed', promptId, failure };
  if (setAside !== undefined) yield { kind: 'set-aside', promptId, as: setAside };
}
