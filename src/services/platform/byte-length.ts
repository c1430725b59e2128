/** A frame as it arrived, or as it is sent. */
type Frame = string | ArrayBuffer | Uint8Array;

/** Beyond this a text is a medium in base64, where a character is a byte. */
const COUNTED_LENGTH = 64 * 1024;

/** A text whose bytes have to be counted, which costs more than to read it; undefined where the size is known. */
export function textToCount(frame: Frame): string | undefined {
  return typeof frame === 'string' && frame.length <= COUNTED_LENGTH ? frame : undefined;
}

/** How large a frame is as it goes over the wire, in bytes. */
export function byteLength(frame: Frame): number {
  if (typeof frame !== 'string') return frame.byteLength;
  return textToCount(frame) === undefined ? frame.length : new TextEncoder().encode(frame).length;
}
