import { decodeServerFrame, type ServerMessage } from '../../protocol/index.ts';
import { until } from '../../testing/index.ts';
import type { Peer } from '../sockets/frame-writer.ts';

/** A peer that reads what it is sent, and is as slow as a spec wants. */
export class RecordingPeer implements Peer {
  bufferedBytes = 0;
  readonly frames: string[] = [];
  readonly messages: ServerMessage[] = [];
  closedWith: { readonly code: number; readonly reason: string } | undefined;

  send(text: string, onLeft?: () => void): void {
    this.frames.push(text);
    if (onLeft !== undefined) setImmediate(onLeft);
    for (const result of decodeServerFrame(text, { newId: () => 'missing', now: () => 0 })) {
      if (!result.ok) throw new Error(result.fault.reason);
      this.messages.push(result.value);
    }
  }

  close(code: number, reason: string): void {
    this.closedWith = { code, reason };
  }

  /** Resolves once the peer has been sent so many messages, or has been closed. */
  async received(count: number): Promise<void> {
    const holds = (): boolean => this.messages.length >= count || this.closedWith !== undefined;
    await until(holds, { what: `the peer is sent ${count} messages` });
  }

  /** Resolves once the peer has been closed. */
  async closed(): Promise<void> {
    await until(() => this.closedWith !== undefined, { what: 'the peer is closed' });
  }
}
