import type { ServerMessage } from '../../services/index.ts';
import { type ConversationEvent, LiveConversation } from '../conversation-model/reduce-conversation.ts';
import type { ConversationContent, PromptRecord } from './store/records.ts';

/** What there is besides what is saved. */
export interface Present {
  /** The log that is followed now; undefined where none is. */
  readonly log: string | undefined;
  /** The transient messages of the jobs under way. */
  readonly transient: readonly ServerMessage[];
}

/** Makes the conversation of what is saved of it. */
export function restoreConversation(content: ConversationContent, { log, transient }: Present): LiveConversation {
  const events = [
    ...savedEvents(content, log),
    ...transient.map((message) => ({ kind: 'received', message }) as const),
  ];
  return new LiveConversation(events);
}

/** The events of a conversation in the order in which they came, prompts among them. */
function* savedEvents({ prompts, events }: ConversationContent, log: string | undefined): Generator<ConversationEvent> {
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
