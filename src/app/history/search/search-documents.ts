import type { ServerMessage } from '../../../services/index.ts';
import { isAccepted } from '../../conversation-model/job-lifecycle.ts';
import type { HistoryContent } from '../store/history-store.ts';
import { type ConversationRecord, type EventRecord, posterUrlOf, type PromptRecord } from '../store/records.ts';

/** Something that can be found. */
export interface SearchDocument {
  readonly id: string;
  readonly kind: 'title' | 'prompt' | 'reply';
  readonly text: string;
  readonly at: number;
  readonly conversation: ConversationRecord;
  /** The turn that it stands in; absent for a name. */
  readonly turnId?: string;
  /** The still of what was made there, or else of its conversation. */
  readonly posterUrl?: string;
}

/** Everything that can be found in the conversations that are not deleted. */
export function searchDocuments({ conversations, prompts, events }: HistoryContent): readonly SearchDocument[] {
  const visible = new Map(
    conversations
      .filter(({ deletedAt }) => deletedAt === undefined)
      .map((conversation) => [conversation.id, conversation]),
  );
  const asked = new Set(prompts.filter(({ prompt }) => prompt !== undefined).map(({ id }) => id));
  const titles = [...visible.values()].flatMap((conversation): SearchDocument[] => {
    const { id, title, changedAt: at } = conversation;
    return title === undefined ? [] : [{ id: `title ${id}`, kind: 'title', text: title, at, conversation }];
  });
  const posters = new Map(events.flatMap((event) => postersOf(event, asked)));
  const said = [...prompts.map(ofPrompt), ...events.map((event) => ofEvent(event, asked))];
  return [
    ...titles,
    ...said.flatMap((document): SearchDocument[] => {
      const conversation = document === null ? undefined : visible.get(document.conversationId);
      if (document === null || conversation === undefined) return [];
      const { conversationId: _, ...found } = document;
      const posterUrl = posters.get(found.turnId ?? '');
      return [{ ...found, conversation, ...(posterUrl !== undefined && { posterUrl }) }];
    }),
  ];
}

type Said = Omit<SearchDocument, 'conversation'> & { readonly conversationId: string };

function ofPrompt({ id, conversationId, at, prompt }: PromptRecord): Said | null {
  if (prompt === undefined) return null;
  return { id: `prompt ${id}`, kind: 'prompt', text: prompt.content, at, conversationId, turnId: id };
}

/** Replies, and what another device asked: its turn is named after the job. */
function ofEvent({ id, conversationId, event }: EventRecord, asked: ReadonlySet<string>): Said | null {
  if (event.kind === 'gap') return null;
  const { message } = event;
  const { replyTo, ts: at } = message;
  const isKnown = replyTo !== undefined && asked.has(replyTo);
  const turnId = turnOf(message, asked);
  if (message.type === 'text') return { id, kind: 'reply', text: message.content, at, conversationId, turnId };
  if (!isAccepted(message) || message.prompt === undefined || isKnown) return null;
  return { id, kind: 'prompt', text: message.prompt, at, conversationId, turnId };
}

/** The turn of an event, with the still that stands for it; none where it shows nothing. */
function postersOf({ event }: EventRecord, asked: ReadonlySet<string>): readonly (readonly [string, string])[] {
  const posterUrl = event.kind === 'gap' ? undefined : posterUrlOf(event.message);
  return event.kind === 'gap' || posterUrl === undefined ? [] : [[turnOf(event.message, asked), posterUrl]];
}

function turnOf({ id, replyTo, jobId }: ServerMessage, asked: ReadonlySet<string>): string {
  return replyTo !== undefined && asked.has(replyTo) ? replyTo : (jobId ?? id);
}
