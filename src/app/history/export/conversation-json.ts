import type { ConversationContent, ConversationRecord } from '../store/records.ts';

/** The version of the form below; another number is another form. */
export const VERSION = 1;

/**
 * The conversation as JSON: its prompts and the server's messages as they are saved, without the user code. Bytes of
 * media become base64; `paths` says of addresses where in the same archive their files are.
 */
export function conversationJson(
  { id, title, opening, createdAt, pinnedAt }: ConversationRecord,
  { prompts, events }: ConversationContent,
  paths: ReadonlyMap<string, string> = new Map(),
): string {
  const messages = events.flatMap(({ event }) => (event.kind === 'received' ? [event.message] : []));
  const asked = prompts.map(({ prompt, at, setAside, failure }) => ({ ...prompt, at, setAside, failure }));
  const media = paths.size > 0 && { media: Object.fromEntries(paths) };
  const document = {
    version: VERSION,
    id,
    title: title ?? opening ?? null,
    createdAt,
    pinnedAt,
    prompts: asked,
    messages,
    ...media,
  };
  return `${JSON.stringify(document, plain, 2)}\n`;
}

function plain(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? base64(value) : value;
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
