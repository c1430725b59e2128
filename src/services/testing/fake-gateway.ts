import {
  CloseCode,
  decodeClientFrame,
  DEFAULT_LIMITS,
  isUuid,
  type PromptMessage,
  QueryParameter,
} from '../../protocol/index.ts';
import { welcomeMessage } from '../../protocol/testing/welcome.ts';
import type { FakePeer } from './fake-peer.ts';
import type { FakeServer } from './fake-network.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A gateway in a page: it keeps to the protocol, gives every prompt a job that ends at once, and holds
 * one log for all user codes. It runs the same contract suite as the real one.
 */
export class FakeGateway {
  /** The name of its log; another one stands for lost data. */
  epoch: string = crypto.randomUUID();
  /** By how much longer its clients wait, by chance, before they come back. */
  reconnectJitterMs = 0;
  /** How many sockets there may be at once: a further one is closed with 4429. */
  maxSockets = Infinity;
  private readonly log: Fields[] = [];
  private readonly jobs = new Map<string, string>();
  private readonly peers = new Set<FakePeer>();
  private isLosing = false;

  /** To be given to a `FakeNetwork`. */
  readonly server: FakeServer = (peer) => {
    peer.accept();
    if (!isUuid(peer.url.searchParams.get(QueryParameter.Code))) {
      return peer.close(CloseCode.MalformedRequest, 'code is no UUID');
    }
    if ([...this.peers].filter(({ isOpen }) => isOpen).length >= this.maxSockets) {
      return peer.close(CloseCode.TooManyRequests, 'too many connections');
    }
    this.peers.add(peer);
    peer.onFrame = (frame) => this.handleFrame(peer, frame);
    this.welcome(peer);
  };

  /** The ids of the prompts that have become jobs, in order. */
  get prompts(): readonly string[] {
    return [...this.jobs.keys()];
  }

  /** The `seq` of everything in the log. */
  get seqs(): readonly number[] {
    return this.log.map((_, index) => index + 1);
  }

  /** Adds a message to the log, and sends it to everyone. */
  publish(fields: Fields): void {
    const message = { id: crypto.randomUUID(), ts: Date.now(), seq: this.log.length + 1, ...fields };
    this.log.push(message);
    if (this.isLosing) return;
    for (const peer of this.peers) this.sendTo(peer, message);
  }

  /** What is published meanwhile is in the log, and reaches nobody. */
  loseMessages(publish: () => void): void {
    this.isLosing = true;
    publish();
    this.isLosing = false;
  }

  private welcome(peer: FakePeer): void {
    const parameters = peer.url.searchParams;
    const after = parameters.get(QueryParameter.After);
    const isSameLog = parameters.get(QueryParameter.Epoch) === this.epoch;
    const envelope = { id: crypto.randomUUID(), ts: Date.now() };
    const { epoch, reconnectJitterMs } = this;
    this.sendTo(peer, { ...welcomeMessage({ ...envelope, epoch, lastSeq: this.log.length, reconnectJitterMs }) });
    if (after === null) return;
    for (const message of this.log.slice(isSameLog ? Number(after) : 0)) this.sendTo(peer, message);
  }

  private handleFrame(peer: FakePeer, frame: string): void {
    if (new TextEncoder().encode(frame).length > DEFAULT_LIMITS.maxFrameBytes) {
      return peer.close(CloseCode.MessageTooBig);
    }
    for (const decoded of decodeClientFrame(frame, { newId: () => crypto.randomUUID() })) {
      if (!decoded.ok) {
        const { code, id } = decoded.fault;
        this.sendTo(peer, { type: 'error', code, content: code, retryable: false, replyTo: id });
      } else if (decoded.value.type === 'text') {
        this.runJob(peer, decoded.value);
      } else if (decoded.value.type === 'ping') {
        this.sendTo(peer, { type: 'system', event: 'pong', replyTo: decoded.value.id });
      } else {
        this.sendTo(peer, { type: 'error', code: 'not_found', content: '', replyTo: decoded.value.replyTo });
      }
    }
  }

  private runJob(peer: FakePeer, { id: replyTo, content }: PromptMessage): void {
    const known = this.jobs.get(replyTo);
    const accepted = { type: 'system', event: 'accepted', prompt: content, replyTo };
    if (known !== undefined) return this.sendTo(peer, { ...accepted, jobId: known });
    const jobId = crypto.randomUUID();
    this.jobs.set(replyTo, jobId);
    this.publish({ ...accepted, jobId });
    this.publish({ type: 'system', event: 'started', jobId, replyTo });
    this.publish({ type: 'text', content, jobId, replyTo });
    this.publish({ type: 'video', url: '/media/clip.mp4', mimeType: 'video/mp4', jobId, replyTo });
    this.publish({ type: 'system', event: 'completed', jobId, replyTo });
  }

  private sendTo(peer: FakePeer, fields: Fields): void {
    peer.send(JSON.stringify({ id: crypto.randomUUID(), ts: Date.now(), ...fields }));
  }
}
