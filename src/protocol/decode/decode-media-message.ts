import { badFrame, type Decoded, filledText, type JsonObject, success, type Writable } from './decoding.ts';
import { madeWith } from './decode-engine.ts';
import { amount, count, ENVELOPE, Fields, flag, ordinal } from './fields.ts';
import { BASE64, mediaUrl, plainBase64 } from '../media-url.ts';
import type { ImageMessage, MediaFields, VideoMessage } from '../messages.ts';

/** The medium of a binary frame. */
export type MediumBody = Uint8Array<ArrayBuffer>;

/** What a video or an image is read with. */
interface Medium {
  readonly kind: 'video' | 'image';
  readonly body: MediumBody | undefined;
  /** What relative addresses belong to. */
  readonly origin: string | undefined;
}

const MEDIUM = {
  ...ENVELOPE,
  // Where the medium itself is, is looked at apart: it may stand in any of them.
  url: filledText,
  data: filledText,
  mimeType: filledText,
  name: filledText,
  width: ordinal,
  height: ordinal,
  bytes: count,
};

const MESSAGES = {
  video: new Fields<Omit<VideoMessage, 'body'>>({
    ...MEDIUM,
    durationMs: amount,
    posterUrl: filledText,
    madeWith,
  }),
  image: new Fields<Omit<ImageMessage, 'body'>>({ ...MEDIUM, preview: flag }),
};

const MIME_TYPE = { video: /^video\//i, image: /^image\//i } as const;

const DEFAULT_MIME_TYPE = { video: 'video/mp4', image: 'image/png' } as const;

/** Reads a video or an image: a fault where it can't be shown. */
export function mediaMessage(json: JsonObject, medium: Medium): Decoded<Partial<VideoMessage | ImageMessage>> {
  const { kind, origin } = medium;
  const poster = kind === 'video' ? filledText(json['posterUrl']) : undefined;
  const posterUrl = poster === undefined ? undefined : mediaUrl(poster, 'image', origin);
  if (poster !== undefined && posterUrl === undefined) return badFrame('posterUrl has a scheme that is not allowed');
  const mimeType = filledText(json['mimeType']) ?? DEFAULT_MIME_TYPE[kind];
  if (!MIME_TYPE[kind].test(mimeType)) return badFrame(`mimeType of a ${kind} is not ${kind}/…`);
  // The guide says "the URL or data" without naming fields, so a basic server's `content` may be the URL.
  const content = filledText(json['content']);
  const message = MESSAGES[kind].read(json, origin) as Partial<Writable<VideoMessage>>;
  const fault = readSource(message, content, medium);
  if (fault !== undefined) return badFrame(fault);
  message.mimeType ??= mimeType;
  if (posterUrl !== undefined) message.posterUrl = posterUrl;
  return success(message);
}

/** Leaves a medium in one place: its bytes, its base64 or its address. Returns why there is none, where there is none. */
function readSource(
  message: Partial<Writable<MediaFields>>,
  content: string | undefined,
  { kind, body, origin }: Medium,
): string | undefined {
  const { url: given, data } = message;
  const isBase64 = body === undefined && data?.startsWith('data:') === false;
  if (given !== undefined && (isBase64 || body !== undefined)) delete message.url;
  if (data !== undefined && !isBase64) delete message.data;
  if (body !== undefined) {
    message.body = body;
    return body.length > 0 ? undefined : `a ${kind} is empty`;
  }
  if (isBase64) {
    message.data = plainBase64(data);
    return BASE64.test(message.data) ? undefined : `data of a ${kind} is no base64`;
  }
  const address = given ?? data ?? content;
  if (address === undefined) return `a ${kind} has neither url nor data`;
  const url = mediaUrl(address, kind, origin);
  if (url === undefined) return `url of a ${kind} has a scheme that is not allowed`;
  message.url = url;
  return undefined;
}
