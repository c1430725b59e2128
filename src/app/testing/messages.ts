import type {
  ErrorMessage,
  ImageMessage,
  PromptMessage,
  SystemMessage,
  TextMessage,
  VideoMessage,
  WelcomeMessage,
} from '../../services/index.ts';
import { welcomeMessage } from '../../services/testing/index.ts';

/** The prompt of the specs and its job. */
export const PROMPT: PromptMessage = { type: 'text', id: 'prompt-1', content: '一只橘猫在雨夜的霓虹街头散步' };
/** Makes a message one of the job of {@link PROMPT}. */
export const OF_JOB = { jobId: 'job-1', replyTo: PROMPT.id } as const;

let made = 0;

function envelope(): { readonly id: string; readonly ts: number } {
  made++;
  return { id: `message-${made}`, ts: 1_000 * made };
}

/** A text reply. */
export function text(fields: Partial<TextMessage> = {}): TextMessage {
  return { ...envelope(), type: 'text', content: '你好', ...fields };
}

/** A still of 1 by 1 pixel. */
export function image(fields: Partial<ImageMessage> = {}): ImageMessage {
  const url = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
  const source = fields.data === undefined && fields.body === undefined ? { url } : {};
  return { ...envelope(), type: 'image', mimeType: 'image/gif', ...source, ...fields };
}

/** A clip that nothing is loaded for. */
export function video(fields: Partial<VideoMessage> = {}): VideoMessage {
  const source = fields.data === undefined && fields.body === undefined ? { url: 'blob:none' } : {};
  return { ...envelope(), type: 'video', mimeType: 'video/mp4', width: 640, height: 360, ...source, ...fields };
}

/** An error without a job. */
export function error(fields: Partial<ErrorMessage> = {}): ErrorMessage {
  return { ...envelope(), type: 'error', code: 'engine_failed', content: '画不出来', retryable: false, ...fields };
}

type SystemFields<Event extends SystemMessage['event']> = Omit<
  Extract<SystemMessage, { readonly event: Event }>,
  'id' | 'ts' | 'type' | 'event'
>;

/** A system message; the fields of its event are given, the envelope is made. */
export function system<Event extends SystemMessage['event']>(
  event: Event,
  fields: SystemFields<Event> & { readonly ts?: number },
): SystemMessage {
  return { ...envelope(), type: 'system', event, ...fields } as unknown as SystemMessage;
}

/** What a full server says first. */
export function welcome(fields: Partial<WelcomeMessage> = {}): WelcomeMessage {
  return welcomeMessage({ ...envelope(), engine: { name: 'storyboard', isModel: false }, ...fields });
}
