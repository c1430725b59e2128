import { badFrame, type FrameFault } from './frame-fault.ts';
import { filledText, integer, isJsonObject, type JsonObject, number, optional } from './fields.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { isMediaUrl } from './media-url.ts';
import type { EngineInfo, Envelope, SystemMessage, WelcomeMessage } from './messages.ts';
import { type Result, success } from './result.ts';

type Decoded = Result<SystemMessage, FrameFault>;
type Fields = Envelope & { readonly type: 'system'; readonly content?: string };

/**
 * Reads a `system` message by its event; an event that is missing or not known becomes a `notice`.
 *
 * So does one that lacks what its name promises but has a `content`: the guide names no events, so a basic
 * server's greeting may well be called `welcome`. Without a `content` there is nothing to show: a bad frame.
 */
export function systemMessage(json: JsonObject, envelope: Envelope): Decoded {
  const fields: Fields = { ...envelope, type: 'system', ...optional('content', filledText(json, 'content')) };
  const decoded = knownEvent(json, fields);
  if (decoded.ok || fields.content === undefined) return decoded;
  return success({ ...fields, event: 'notice', ...optional('sourceEvent', filledText(json, 'event')) });
}

function knownEvent(json: JsonObject, fields: Fields): Decoded {
  const event = filledText(json, 'event');
  switch (event) {
    case 'welcome':
      return welcome(json, fields);
    case 'queued':
      return success({ ...fields, event, position: integer(json, 'position', 1) ?? 1 });
    case 'progress':
      return progress(json, fields);
    case 'gap': {
      const fromSeq = integer(json, 'fromSeq', 1);
      return fromSeq === undefined ? badFrame('fromSeq of a gap is missing') : success({ ...fields, event, fromSeq });
    }
    case 'accepted':
      return success({
        ...fields,
        event,
        ...optional('prompt', filledText(json, 'prompt')),
        ...optional('attachments', imageUrls(json['attachments'])),
      });
    case 'started':
    case 'completed':
    case 'cancelled':
    case 'pong':
      return success({ ...fields, event });
    case 'notice':
      return success({ ...fields, event, ...optional('sourceEvent', filledText(json, 'sourceEvent')) });
    default:
      return success({ ...fields, event: 'notice', ...optional('sourceEvent', event) });
  }
}

/** The addresses of a list that may stand in the page; undefined where it holds none. */
function imageUrls(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const urls = value.filter((url): url is string => typeof url === 'string' && isMediaUrl(url, 'image'));
  return urls.length === 0 ? undefined : urls;
}

function progress(json: JsonObject, fields: Fields): Decoded {
  const value = number(json, 'progress', 0);
  if (value === undefined) return badFrame('progress is no number from 0 on');
  return success({
    ...fields,
    event: 'progress',
    progress: Math.min(value, 1),
    ...optional('stage', filledText(json, 'stage')),
    ...optional('etaMs', number(json, 'etaMs', 0)),
  });
}

const DEFAULT_HEARTBEAT_MS = 30_000;

function welcome(json: JsonObject, fields: Fields): Result<WelcomeMessage, FrameFault> {
  const epoch = filledText(json, 'epoch');
  if (epoch === undefined) return badFrame('epoch of a welcome is missing');
  const features: readonly unknown[] = Array.isArray(json['features']) ? json['features'] : [];
  return success({
    ...fields,
    event: 'welcome',
    epoch,
    lastSeq: integer(json, 'lastSeq') ?? 0,
    recovered: json['recovered'] === true,
    heartbeatMs: number(json, 'heartbeatMs', 1) ?? DEFAULT_HEARTBEAT_MS,
    features: features.filter((feature) => typeof feature === 'string'),
    limits: limits(json['limits']),
    engine: engine(json['engine']),
  });
}

function limits(value: unknown): Limits {
  if (!isJsonObject(value)) return DEFAULT_LIMITS;
  return {
    maxContentLength: integer(value, 'maxContentLength', 1) ?? DEFAULT_LIMITS.maxContentLength,
    maxFrameBytes: integer(value, 'maxFrameBytes', 1) ?? DEFAULT_LIMITS.maxFrameBytes,
  };
}

function engine(value: unknown): EngineInfo {
  const json = isJsonObject(value) ? value : {};
  return { name: filledText(json, 'name') ?? 'unknown', isModel: json['isModel'] !== false };
}
