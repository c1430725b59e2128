import { joinBinaryFrame } from './binary-frame.ts';
import type { ClientMessage } from './client-messages.ts';
import { badFrame, type Decoded, success } from './decode/decoding.ts';
import type { ImageMessage, ServerMessage, VideoMessage } from './messages.ts';

type Message = ClientMessage | ServerMessage;

/**
 * Writes a message, or a batch of them in order, as a text frame.
 * Never throws: what JSON can't hold (a cycle, a bigint) is a fault.
 */
export function encode(message: Message | readonly Message[]): Decoded<string> {
  try {
    return success(JSON.stringify(message));
  } catch (error) {
    return badFrame(`not to be written as JSON: ${error instanceof Error ? error.name : 'unknown'}`);
  }
}

/** Writes a medium and its description as a binary frame: no base64, a quarter less to send. */
export function encodeBinary(
  header: Omit<VideoMessage, 'url' | 'data' | 'body'> | Omit<ImageMessage, 'url' | 'data' | 'body'>,
  body: Uint8Array,
): Decoded<Uint8Array<ArrayBuffer>> {
  const encoded = encode(header);
  return encoded.ok ? success(joinBinaryFrame(encoded.value, body)) : encoded;
}
