import {
  badFrame,
  type Decoded,
  filledText,
  integer,
  isJsonObject,
  type JsonObject,
  number,
  success,
  type Writable,
} from './decoding.ts';
import { engineInfo, engineProfiles, madeWith } from './decode-engine.ts';
import { PROTOCOL_VERSION } from './endpoint.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { absoluteMediaUrl, isMediaUrl } from './media-url.ts';
import type {
  AcceptedMessage,
  Envelope,
  GapMessage,
  NoticeMessage,
  ProgressMessage,
  QueuedMessage,
  SystemMessage,
  WelcomeMessage,
} from './messages.ts';

/** A system message of which the envelope has been read. */
type SystemEnvelope = Writable<Envelope> & { readonly type: 'system' };

/**
 * Reads a `system` message by its event into its envelope; an event that is missing or not known becomes a `notice`.
 *
 * So does one that lacks what its name promises but has a `content`: the guide names no events, so a basic
 * server's greeting may well be called `welcome`. Without a `content` there is nothing to show: a bad frame. Relative
 * addresses in it belong to `mediaOrigin`.
 */
export function systemMessage(
  json: JsonObject,
  envelope: SystemEnvelope,
  mediaOrigin?: string,
): Decoded<SystemMessage> {
  const message = envelope as Writable<SystemMessage>;
  const content = filledText(json, 'content');
  if (content !== undefined) message.content = content;
  const event = filledText(json, 'event');
  const fault = readEvent(message, { event, json, mediaOrigin });
  if (fault === undefined) return success(message);
  return content === undefined ? badFrame(fault) : success(asNotice(message, event));
}

/** What the fields of a system message are read from. */
interface SystemSource {
  readonly event: string | undefined;
  readonly json: JsonObject;
  readonly mediaOrigin: string | undefined;
}

/** Writes the fields of an event into its message; returns why they can't be read, before it has written any. */
function readEvent(message: Writable<SystemMessage>, { event, json, mediaOrigin }: SystemSource): string | undefined {
  switch (event) {
    case 'welcome':
      return readWelcome(message as Writable<WelcomeMessage>, json);
    case 'queued':
      message.event = event;
      (message as Writable<QueuedMessage>).position = integer(json, 'position', 1) ?? 1;
      return undefined;
    case 'progress':
      return readProgress(message as Writable<ProgressMessage>, json);
    case 'gap':
      return readGap(message as Writable<GapMessage>, json);
    case 'accepted':
      return readAccepted(message as Writable<AcceptedMessage>, json, mediaOrigin);
    case 'started':
    case 'completed':
    case 'cancelled':
    case 'pong':
      message.event = event;
      return undefined;
    case 'notice':
      asNotice(message, filledText(json, 'sourceEvent'));
      return undefined;
    default:
      asNotice(message, event);
      return undefined;
  }
}

function asNotice(message: Writable<SystemMessage>, sourceEvent: string | undefined): SystemMessage {
  message.event = 'notice';
  if (sourceEvent !== undefined) (message as Writable<NoticeMessage>).sourceEvent = sourceEvent;
  return message;
}

function readGap(message: Writable<GapMessage>, json: JsonObject): string | undefined {
  const fromSeq = integer(json, 'fromSeq', 1);
  if (fromSeq === undefined) return 'fromSeq of a gap is missing';
  message.event = 'gap';
  message.fromSeq = fromSeq;
  return undefined;
}

function readAccepted(
  message: Writable<AcceptedMessage>,
  json: JsonObject,
  mediaOrigin: string | undefined,
): undefined {
  message.event = 'accepted';
  const prompt = filledText(json, 'prompt');
  if (prompt !== undefined) message.prompt = prompt;
  const attachments = imageUrls(json['attachments']);
  if (attachments !== undefined) {
    message.attachments = attachments.map((url) => absoluteMediaUrl(url, mediaOrigin));
  }
  const made = madeWith(json['madeWith']);
  if (made !== undefined) message.madeWith = made;
  const follows = filledText(json, 'follows');
  if (follows !== undefined) message.follows = follows;
}

/** The addresses of a list that may stand in the page; undefined where it holds none. */
function imageUrls(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const urls = value.filter((url): url is string => typeof url === 'string' && isMediaUrl(url, 'image'));
  return urls.length === 0 ? undefined : urls;
}

function readProgress(message: Writable<ProgressMessage>, json: JsonObject): string | undefined {
  const progress = number(json, 'progress', 0);
  if (progress === undefined) return 'progress is no number from 0 on';
  message.event = 'progress';
  message.progress = Math.min(progress, 1);
  const stage = filledText(json, 'stage');
  if (stage !== undefined) message.stage = stage;
  const etaMs = number(json, 'etaMs', 0);
  if (etaMs !== undefined) message.etaMs = etaMs;
  return undefined;
}

const DEFAULT_HEARTBEAT_MS = 30_000;

function readWelcome(message: Writable<WelcomeMessage>, json: JsonObject): string | undefined {
  const epoch = filledText(json, 'epoch');
  if (epoch === undefined) return 'epoch of a welcome is missing';
  const features: readonly unknown[] = Array.isArray(json['features']) ? json['features'] : [];
  message.event = 'welcome';
  message.epoch = epoch;
  message.lastSeq = integer(json, 'lastSeq') ?? 0;
  message.recovered = json['recovered'] === true;
  message.heartbeatMs = number(json, 'heartbeatMs', 1) ?? DEFAULT_HEARTBEAT_MS;
  message.version = integer(json, 'version', 1) ?? PROTOCOL_VERSION;
  const reconnectJitterMs = number(json, 'reconnectJitterMs', 0);
  if (reconnectJitterMs !== undefined) message.reconnectJitterMs = reconnectJitterMs;
  message.features = features.filter((feature) => typeof feature === 'string');
  message.limits = limits(json['limits']);
  message.engine = engineInfo(json['engine']);
  const engines = engineProfiles(json['engines']);
  if (engines !== undefined) message.engines = engines;
  return undefined;
}

function limits(value: unknown): Limits {
  if (!isJsonObject(value)) return DEFAULT_LIMITS;
  return {
    maxContentLength: integer(value, 'maxContentLength', 1) ?? DEFAULT_LIMITS.maxContentLength,
    maxFrameBytes: integer(value, 'maxFrameBytes', 1) ?? DEFAULT_LIMITS.maxFrameBytes,
  };
}
