import type { ErrorMessage, PromptMessage, ServerMessage, WelcomeMessage } from '../../protocol/index.ts';
import { welcomeMessage } from '../../protocol/testing/welcome.ts';

/** A full server's greeting, with a short name of its log. */
export function welcome(fields: Partial<WelcomeMessage> = {}): WelcomeMessage {
  return welcomeMessage({ epoch: 'e', ...fields });
}

/** A text; durable where it has a `seq`. */
export function text(seq?: number, content = ''): ServerMessage {
  return { type: 'text', id: `text ${seq ?? ''}`, ts: 0, content, ...(seq !== undefined && { seq }) };
}

/** A server's word that what is before `fromSeq` is gone for good. */
export function gap(fromSeq: number): ServerMessage {
  return { type: 'system', event: 'gap', id: 'gap', ts: 0, fromSeq };
}

/** A prompt by its id. */
export function prompt(id: string, content = id): PromptMessage {
  return { type: 'text', id, content };
}

/** A server's answer to a prompt that it accepts. */
export function accepted(replyTo: string): ServerMessage {
  return { type: 'system', event: 'accepted', id: 'a', ts: 0, jobId: `job-${replyTo}`, replyTo };
}

/** A server's answer to a prompt that it does not accept for now. */
export function refused(replyTo: string, fields: Partial<ErrorMessage> = {}): ServerMessage {
  return { type: 'error', id: 'e', ts: 0, code: 'queue_full', content: '满了', retryable: true, replyTo, ...fields };
}
