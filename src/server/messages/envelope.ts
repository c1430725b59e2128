import { randomUUID } from 'node:crypto';
import type { ServerMessage } from '../../protocol/index.ts';
import type { DurableMessage, MessageDraft } from '../ports/index.ts';

/** Makes a draft a transient message: gives it an `id` where it has none, and the time. */
export function envelope<Draft extends MessageDraft>(draft: Draft): Draft & Pick<ServerMessage, 'id' | 'ts'> {
  return { ...draft, id: draft.id ?? randomUUID(), ts: Date.now() };
}

/** Makes a draft a durable message, which the log stores and replays under its `seq`. */
export function durableEnvelope(draft: MessageDraft, seq: number): DurableMessage {
  return { ...envelope(draft), seq };
}

/** The JSON of messages that have been written: one message goes to the log and to every socket of its code. */
const texts = new WeakMap<ServerMessage, string>();

/** A message as JSON. Throws a TypeError for what JSON can't hold, which the gateway never puts into a message. */
export function messageText(message: ServerMessage): string {
  const known = texts.get(message);
  if (known !== undefined) return known;
  const text = JSON.stringify(message);
  texts.set(message, text);
  return text;
}

/** Reads a message of a gateway's: it is sent on as the text that it was. */
export function messageOf(text: string): ServerMessage {
  const message = JSON.parse(text) as ServerMessage;
  texts.set(message, text);
  return message;
}
