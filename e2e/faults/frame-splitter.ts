/** A piece of one direction of a WebSocket: the HTTP head that begins it, or one whole frame. */
export interface Piece {
  /** As it is on the wire. */
  readonly bytes: Buffer;
  /** Absent on the head. */
  readonly opcode?: number;
}

/** The opcode of a close frame; those from here on are control frames. */
export const CLOSE_OPCODE = 0x8;

const HEAD_END = '\r\n\r\n';

/** Splits the bytes of one direction at the borders of its frames, wherever the network has cut them. */
export class FrameSplitter {
  #rest: Buffer = Buffer.alloc(0);
  #isPastHead = false;

  /** Takes what has arrived, and returns the pieces that are whole now. */
  push(chunk: Buffer): readonly Piece[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const pieces: Piece[] = [];
    for (let length = this.#nextLength(); length !== undefined; length = this.#nextLength()) {
      const bytes = this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      pieces.push(this.#isPastHead ? { bytes, opcode: bytes.readUInt8(0) & 0x0f } : { bytes });
      this.#isPastHead = true;
    }
    return pieces;
  }

  /** The length of the piece at the front; undefined while it is not all there. */
  #nextLength(): number | undefined {
    const length = this.#isPastHead ? frameLength(this.#rest) : headLength(this.#rest);
    return length !== undefined && length <= this.#rest.length ? length : undefined;
  }
}

function headLength(bytes: Buffer): number | undefined {
  const end = bytes.indexOf(HEAD_END);
  return end === -1 ? undefined : end + HEAD_END.length;
}

/** By RFC 6455, section 5.2; undefined while the length itself is not there. */
function frameLength(bytes: Buffer): number | undefined {
  if (bytes.length < 2) return undefined;
  const second = bytes.readUInt8(1);
  const mask = second >= 0x80 ? 4 : 0;
  const short = second & 0x7f;
  if (short < 126) return 2 + mask + short;
  if (short === 126) return bytes.length < 4 ? undefined : 4 + mask + bytes.readUInt16BE(2);
  return bytes.length < 10 ? undefined : 10 + mask + Number(bytes.readBigUInt64BE(2));
}

/** A close frame as a server sends it: whole, and without a mask. */
export function closeFrame(code: number, reason = ''): Buffer {
  const payload = Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(reason)]);
  return Buffer.concat([Buffer.from([0x80 | CLOSE_OPCODE, payload.length]), payload]);
}
