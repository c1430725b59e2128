import { GATEWAY_CODEC, type PromptMessage, type ServerMessage } from '../../../services/index.ts';
import { fieldsOf, parseJson } from '../../preferences/parse-json.ts';
import type { NewPrompt } from '../store/history-store.ts';
import type { NewEvent, PromptRecord } from '../store/records.ts';
import { VERSION } from './conversation-json.ts';

/** A conversation that was exported, as the history takes it, in the order in which it went. */
export interface ExportedConversation {
  readonly id: string;
  readonly title: string | null;
  /** When it was pinned, if it was. */
  readonly pinnedAt: number | undefined;
  readonly entries: readonly ExportedEntry[];
  /** Where in its archive the files of some addresses are. */
  readonly paths: ReadonlyMap<string, string>;
}

/** A prompt, or a message that came. */
export type ExportedEntry =
  { readonly kind: 'prompt'; readonly prompt: NewPrompt } | { readonly kind: 'event'; readonly event: NewEvent };

/**
 * Reads a conversation out of its JSON; undefined where it is none, or of another form. It may come from anywhere: messages
 * are read as a server's are, and what can't be read is left out.
 */
export function readExport(json: string, origin: string): ExportedConversation | undefined {
  const document = fieldsOf(parseJson(json));
  const { version, id, title, pinnedAt, prompts, messages, media } = document ?? {};
  if (version !== VERSION || typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return undefined;
  const asked = listOf(prompts).flatMap((prompt) => promptOf(prompt, id) ?? []);
  const received = listOf(messages).flatMap((message) => messagesOf(message, origin));
  return {
    id,
    title: typeof title === 'string' ? title : null,
    pinnedAt: typeof pinnedAt === 'number' ? pinnedAt : undefined,
    entries: interleaved(asked, received, id),
    paths: pathsOf(media),
  };
}

/** A prompt goes before what answers it, whatever the clocks said, and before what came later. */
function interleaved(
  prompts: readonly NewPrompt[],
  messages: readonly ServerMessage[],
  conversationId: string,
): readonly ExportedEntry[] {
  const waiting = [...prompts];
  const entries: ExportedEntry[] = [];
  const addPrompts = (count: number): void => {
    for (const prompt of waiting.splice(0, count)) entries.push({ kind: 'prompt', prompt });
  };
  for (const message of messages) {
    const replyTo = 'replyTo' in message ? message.replyTo : undefined;
    const answered = waiting.findIndex(({ id }) => id === replyTo) + 1;
    const earlier = waiting.findIndex(({ at }) => at > message.ts);
    addPrompts(Math.max(answered, earlier < 0 ? waiting.length : earlier));
    entries.push({ kind: 'event', event: { id: message.id, conversationId, event: { kind: 'received', message } } });
  }
  addPrompts(waiting.length);
  return entries;
}

function promptOf(value: unknown, conversationId: string): NewPrompt | undefined {
  const { at, setAside, failure: _, ...prompt } = fieldsOf(value) ?? {};
  const { id, content, type } = prompt;
  if (type !== 'text' || typeof id !== 'string' || typeof content !== 'string' || typeof at !== 'number')
    return undefined;
  const aside = ASIDE.find((known) => known === setAside);
  return {
    id,
    conversationId,
    at,
    prompt: prompt as unknown as PromptMessage,
    ...(aside !== undefined && { setAside: aside }),
  };
}

const ASIDE: readonly NonNullable<PromptRecord['setAside']>[] = ['withdrawn', 'resent'];

/** Bytes were written as base64, which a server sends as `data`. */
function messagesOf(value: unknown, origin: string): readonly ServerMessage[] {
  const { body, ...message } = fieldsOf(value) ?? {};
  const frame = JSON.stringify({ ...message, ...(typeof body === 'string' && { data: body }) });
  const decoded = [GATEWAY_CODEC.decode(frame, origin)].flat();
  return decoded.filter((each): each is ServerMessage => 'id' in each && each.id === message['id']);
}

function pathsOf(media: unknown): ReadonlyMap<string, string> {
  const entries = Object.entries(fieldsOf(media) ?? {});
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
