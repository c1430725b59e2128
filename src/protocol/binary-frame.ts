import { badFrame, type Decoded, isJsonObject, type JsonObject, success } from './decode/decoding.ts';

/** Bytes before the header: its length, an unsigned big-endian integer. */
const PREFIX_BYTES = 4;

/** A binary frame taken apart. */
export interface BinaryFrame {
  readonly header: JsonObject;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Joins a JSON header and the bytes of a medium into one frame. */
export function joinBinaryFrame(header: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const headerBytes = new TextEncoder().encode(header);
  const frame = new Uint8Array(PREFIX_BYTES + headerBytes.length + body.length);
  new DataView(frame.buffer).setUint32(0, headerBytes.length);
  frame.set(headerBytes, PREFIX_BYTES);
  frame.set(body, PREFIX_BYTES + headerBytes.length);
  return frame;
}

/** Takes a binary frame apart. The body is a view on the frame, not a copy. */
export function splitBinaryFrame(frame: ArrayBuffer): Decoded<BinaryFrame> {
  if (frame.byteLength < PREFIX_BYTES) return badFrame('a binary frame is shorter than its prefix');
  const headerLength = new DataView(frame).getUint32(0);
  const bodyStart = PREFIX_BYTES + headerLength;
  if (bodyStart > frame.byteLength) return badFrame('a binary frame is shorter than its header');
  try {
    // `fatal`: bytes that are no UTF-8 must not turn into a header with replacement characters.
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const header: unknown = JSON.parse(decoder.decode(new Uint8Array(frame, PREFIX_BYTES, headerLength)));
    if (!isJsonObject(header)) return badFrame('the header of a binary frame is no object');
    return success({ header, body: new Uint8Array(frame, bodyStart) });
  } catch {
    return badFrame('the header of a binary frame is no JSON');
  }
}

/** A binary frame that is a JSON object or list as a whole, as a text; undefined where it is not. */
export function jsonOfBytes(frame: ArrayBuffer): string | undefined {
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(frame);
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null ? json : undefined;
  } catch {
    return undefined;
  }
}
