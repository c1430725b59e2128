import type { CancelMessage, ClientMessage, PingMessage, PromptMessage, PromptOptions } from '../client-messages.ts';
import {
  badFrame,
  type Decoded,
  decodeTextFrame,
  failure,
  type FrameFault,
  integer,
  isJsonObject,
  isUuid,
  type JsonObject,
  number,
  optional,
  success,
  text,
} from './decoding.ts';
import { sceneData } from './decode-scene.ts';
import { isEngineId, isSize } from '../engines.ts';
import { contentLength, DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { isMediaUrl } from '../media-url.ts';

const MAX_SEED = 0xffff_ffff;

/** How many reference images a prompt may have. */
export const MAX_ATTACHMENTS = 8;

/** What a gateway decides about the frames that it decodes. */
export interface ClientFrameContext {
  /** Makes the `id` of a prompt that a simple client sent without one. */
  readonly newId: () => string;
  /** Defaults to {@link DEFAULT_LIMITS}. */
  readonly limits?: Limits;
}

/** Reads a text frame from a client, one result for each message in it, in order. Never throws. */
export function decodeClientFrame(frame: string, context: ClientFrameContext): readonly Decoded<ClientMessage>[] {
  return decodeTextFrame(frame, (json) => {
    const decoded = clientMessage(json, context);
    return decoded.ok ? decoded : withId(decoded.fault, json);
  });
}

function withId(fault: FrameFault, json: JsonObject): Decoded<never> {
  const id = text(json['id']);
  return failure(isUuid(id) ? { ...fault, id } : fault);
}

function clientMessage(json: JsonObject, context: ClientFrameContext): Decoded<ClientMessage> {
  switch (json['type']) {
    case 'text':
      return prompt(json, context);
    case 'cancel':
      return cancel(json);
    case 'ping':
      return ping(json);
    case undefined:
      return badFrame('type is missing');
    default:
      return failure({ code: 'unsupported', reason: 'a client does not send this type' });
  }
}

function prompt(json: JsonObject, { newId, limits = DEFAULT_LIMITS }: ClientFrameContext): Decoded<PromptMessage> {
  const content = text(json['content']);
  if (content === undefined || content.trim() === '') return badFrame('content is missing');
  // No text has more code points than UTF-16 units, so that most need not be counted.
  if (content.length > limits.maxContentLength && contentLength(content) > limits.maxContentLength) {
    return failure({ code: 'too_large', reason: `content is over ${limits.maxContentLength} characters` });
  }
  if (json['id'] !== undefined && !isUuid(json['id'])) return badFrame('id is no UUID');
  const options = promptOptions(json['options']);
  if (!options.ok) return options;
  const attachments = attachmentUrls(json['attachments']);
  if (!attachments.ok) return attachments;
  const { follows, verbatim } = json;
  if (follows !== undefined && !isUuid(follows)) return badFrame('follows is no UUID');
  return success({
    type: 'text',
    id: text(json['id']) ?? newId(),
    content,
    ...optional('options', options.value),
    ...optional('attachments', attachments.value),
    ...optional('follows', follows),
    ...optional('verbatim', verbatim === true ? true : undefined),
  });
}

function promptOptions(value: unknown): Decoded<PromptOptions | undefined> {
  if (value === undefined) return success(undefined);
  if (!isJsonObject(value)) return badFrame('options is no object');
  const seconds = number(value['seconds'], Number.MIN_VALUE);
  const size = text(value['size']);
  const seed = integer(value['seed']);
  const engine = text(value['engine']);
  if (value['seconds'] !== undefined && seconds === undefined) return badFrame('options.seconds is no positive number');
  if (value['size'] !== undefined && !isSize(size)) {
    return badFrame('options.size is not WIDTHxHEIGHT');
  }
  if (value['seed'] !== undefined && (seed === undefined || seed > MAX_SEED)) {
    return badFrame('options.seed is no integer from 0 to 2^32 - 1');
  }
  if (value['engine'] !== undefined && !isEngineId(engine)) return badFrame('options.engine is no id of an engine');
  const { group } = value;
  if (group !== undefined && !isUuid(group)) return badFrame('options.group is no UUID');
  const scene = value['scene'] === undefined ? success(undefined) : sceneData(value['scene']);
  if (!scene.ok) return scene;
  return success({
    ...optional('seconds', seconds),
    ...optional('size', size),
    ...optional('seed', seed),
    ...optional('group', group),
    ...optional('engine', engine),
    ...optional('scene', scene.value),
  });
}

function attachmentUrls(value: unknown): Decoded<readonly string[] | undefined> {
  if (value === undefined) return success(undefined);
  const isList = Array.isArray(value) && value.length <= MAX_ATTACHMENTS;
  if (!isList || !value.every((url): url is string => typeof url === 'string' && isMediaUrl(url, 'image'))) {
    return badFrame(`attachments is no list of at most ${MAX_ATTACHMENTS} image addresses`);
  }
  return success(value);
}

function cancel(json: JsonObject): Decoded<CancelMessage> {
  const replyTo = text(json['replyTo']);
  return isUuid(replyTo) ? success({ type: 'cancel', replyTo }) : badFrame('replyTo is no UUID');
}

function ping(json: JsonObject): Decoded<PingMessage> {
  const id = text(json['id']);
  return isUuid(id) ? success({ type: 'ping', id }) : badFrame('id is no UUID');
}
