import {
  badFrame,
  type Decoded,
  filledText,
  isJsonObject,
  type JsonObject,
  number,
  success,
  type Writable,
} from './decoding.ts';
import { engineInfo, engineProfiles, madeWith } from './decode-engine.ts';
import { PROTOCOL_VERSION } from '../endpoint.ts';
import { amount, count, ENVELOPE, type FieldReaders, Fields, ordinal, wait } from './fields.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { mediaUrl } from '../media-url.ts';
import type {
  AcceptedMessage,
  Envelope,
  GapMessage,
  NoticeMessage,
  ProgressMessage,
  QueuedMessage,
  StartedMessage,
  SystemMessage,
  WelcomeMessage,
} from '../messages.ts';

/** What a message of an event has beside what all of them have. */
type FieldsOf<Message> = FieldReaders<Omit<Message, keyof Envelope | 'type' | 'event' | 'content'>>;

function fieldsOf<Message extends SystemMessage>(own: FieldsOf<Message>): Fields<Message> {
  const readers = { ...ENVELOPE, event: filledText, content: filledText, ...own };
  return new Fields(readers as unknown as FieldReaders<Message>);
}

const PLAIN = fieldsOf<StartedMessage>({});

const WELCOME = fieldsOf<WelcomeMessage>({
  epoch: filledText,
  lastSeq: count,
  recovered: (value) => value === true,
  heartbeatMs: (value) => wait(number(value, 1)),
  version: ordinal,
  reconnectJitterMs: wait,
  features: (value) => (Array.isArray(value) ? value.filter((feature) => typeof feature === 'string') : undefined),
  limits,
  engine: engineInfo,
  engines: engineProfiles,
});

/** The events that are known, and what their messages have. */
const EVENTS: ReadonlyMap<string | undefined, Fields<SystemMessage>> = new Map<string, Fields<SystemMessage>>([
  ['welcome', WELCOME],
  [
    'accepted',
    fieldsOf<AcceptedMessage>({ prompt: filledText, attachments: imageUrls, madeWith, follows: filledText }),
  ],
  ['queued', fieldsOf<QueuedMessage>({ position: ordinal })],
  ['started', PLAIN],
  [
    'progress',
    fieldsOf<ProgressMessage>({
      progress: (value) => (typeof value === 'number' ? Math.min(value, 1) : undefined),
      stage: filledText,
      etaMs: amount,
    }),
  ],
  ['completed', PLAIN],
  ['cancelled', PLAIN],
  ['gap', fieldsOf<GapMessage>({ fromSeq: ordinal })],
  ['pong', PLAIN],
  ['notice', fieldsOf<NoticeMessage>({ sourceEvent: filledText })],
]);

/**
 * Reads a `system` message by its event; an event that is missing or not known becomes a `notice`.
 *
 * So does one that lacks what its name promises but has a `content`: the guide names no events, so a basic
 * server's greeting may well be called `welcome`. Without a `content` there is nothing to show: a bad frame. Relative
 * addresses in it belong to `origin`.
 */
export function systemMessage(json: JsonObject, origin?: string): Decoded<Partial<SystemMessage>> {
  const event = filledText(json['event']);
  const fault = faultOf(event, json);
  if (fault !== undefined && filledText(json['content']) === undefined) return badFrame(fault);
  const fields = fault === undefined ? EVENTS.get(event) : undefined;
  if (fields === undefined) return success(noticeOf(event, json));
  const message = fields.read(json, origin);
  if (message.event === 'queued') message.position ??= 1;
  if (message.event === 'welcome') completeWelcome(message);
  return success(message);
}

/** What an event promises by its name, and a message of it does not have. */
function faultOf(event: string | undefined, json: JsonObject): string | undefined {
  switch (event) {
    case 'welcome':
      return filledText(json['epoch']) === undefined ? 'epoch of a welcome is missing' : undefined;
    case 'gap':
      return ordinal(json['fromSeq']) === undefined ? 'fromSeq of a gap is missing' : undefined;
    case 'progress':
      return amount(json['progress']) === undefined ? 'progress is no number from 0 on' : undefined;
    default:
      return undefined;
  }
}

function noticeOf(sourceEvent: string | undefined, json: JsonObject): Partial<NoticeMessage> {
  const message = PLAIN.read(json);
  return { ...message, event: 'notice', ...(sourceEvent !== undefined && { sourceEvent }) };
}

const DEFAULT_HEARTBEAT_MS = 30_000;

function completeWelcome(message: Partial<Writable<WelcomeMessage>>): void {
  message.lastSeq ??= 0;
  message.recovered ??= false;
  message.heartbeatMs ??= DEFAULT_HEARTBEAT_MS;
  message.version ??= PROTOCOL_VERSION;
  message.features ??= [];
  message.limits ??= DEFAULT_LIMITS;
  message.engine ??= engineInfo(undefined);
}

function limits(value: unknown): Limits | undefined {
  if (!isJsonObject(value)) return undefined;
  return {
    maxContentLength: ordinal(value['maxContentLength']) ?? DEFAULT_LIMITS.maxContentLength,
    maxFrameBytes: ordinal(value['maxFrameBytes']) ?? DEFAULT_LIMITS.maxFrameBytes,
  };
}

/** The addresses of a list that may stand in the page; undefined where it holds none. */
function imageUrls(value: unknown, origin: string | undefined): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const urls = value.flatMap((url: unknown) => (typeof url === 'string' ? (mediaUrl(url, 'image', origin) ?? []) : []));
  return urls.length === 0 ? undefined : urls;
}
