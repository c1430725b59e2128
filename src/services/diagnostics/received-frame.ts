import { byteLength, textToCount } from '../platform/byte-length.ts';
import type { Frame } from '../socket/open-socket.ts';

/** What the connection log keeps of a frame that has arrived. Its bytes are counted late: most are never looked at. */
export class ReceivedFrame {
  /** When it came, in milliseconds since the Unix epoch. */
  readonly at = Date.now();
  #text: string | undefined;
  #counted = 0;

  constructor(frame: Frame) {
    this.#text = textToCount(frame);
    if (this.#text === undefined) this.#counted = byteLength(frame);
  }

  /** How many bytes it had. Once they are counted, nothing is left of what it said. */
  countBytes(): number {
    if (this.#text !== undefined) this.#counted = byteLength(this.#text);
    this.#text = undefined;
    return this.#counted;
  }
}
