/** The other end of a connection, whatever carries it. */
export interface Peer {
  /** Sends a text frame. Without effect once the connection is closing. */
  send(text: string): void;
  /** Closes with a code of the protocol; the reason has at most 123 bytes. */
  close(code: number, reason: string): void;
  /** Bytes that have been sent and wait to leave this machine. */
  readonly bufferedBytes: number;
}
