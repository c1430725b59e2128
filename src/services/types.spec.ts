import {
  type Codec,
  type ConnectionState,
  type Delivery,
  type ErrorState,
  type MessageOfType,
  type OwnMessage,
  type PromptMessage,
  type ReconnectingState,
  type SentMessage,
  type ServerMessage,
  type SteadyState,
  type UploadState,
  type VideoMessage,
  type WebSocketService,
  WebSocketStatus,
} from './index.ts';
import { CONNECTED } from './testing/index.ts';

/** Whether two types are the same one, in both directions. */
type Same<One, Other> = [One, Other] extends [Other, One] ? true : false;

describe('the types of the stream layer', () => {
  it('have no connection that stands and is given up, or waits for nothing', () => {
    const { CONNECTED: connected, RECONNECTING: reconnecting, ERROR: failed } = WebSocketStatus;
    const states: readonly ConnectionState[] = [
      CONNECTED,
      { ...CONNECTED, status: reconnecting, nextAttemptAt: 1 },
      { ...CONNECTED, status: failed, problem: 'exhausted' },
      // @ts-expect-error: a connection that stands has no problem.
      { ...CONNECTED, status: connected, problem: 'exhausted' },
      // @ts-expect-error: one that stands does not wait for an attempt.
      { ...CONNECTED, status: connected, nextAttemptAt: 1 },
      // @ts-expect-error: one that is tried again is not given up.
      { ...CONNECTED, status: reconnecting, problem: 'refused' },
      // @ts-expect-error: one that is given up is so for a reason.
      { ...CONNECTED, status: failed, problem: null },
      // @ts-expect-error: there is no such reason.
      { ...CONNECTED, status: failed, problem: 'bored' },
      // @ts-expect-error: there is no such status.
      { ...CONNECTED, status: 'open' },
    ];
    expect(states.length).toBe(9);
  });

  it('know by the status what else there is', () => {
    const narrowed = (state: ConnectionState): ErrorState | ReconnectingState | SteadyState => {
      const { ERROR, RECONNECTING } = WebSocketStatus;
      if (state.status === ERROR) return state satisfies ErrorState;
      return state.status === RECONNECTING ? (state satisfies ReconnectingState) : (state satisfies SteadyState);
    };
    expect(narrowed(CONNECTED)).toBe(CONNECTED);
  });

  it('have a cause where a prompt has failed, and nowhere else', () => {
    const deliveries: readonly Delivery[] = [
      { state: 'queued' },
      { state: 'failed', reason: 'too_large', cause: 'This message is too large.' },
      // @ts-expect-error: a failure without a cause.
      { state: 'failed' },
      // @ts-expect-error: what is accepted has no cause to fail.
      { state: 'accepted', cause: 'none' },
    ];
    const uploads: readonly UploadState[] = [
      { kind: 'progress', share: 0.5 },
      // @ts-expect-error: an upload that is done has an image.
      { kind: 'done' },
    ];
    expect([deliveries.length, uploads.length]).toEqual([4, 2]);
  });

  it('have a backend of its own be sent what its codec writes, and the gateway prompts alone', () => {
    interface Request {
      readonly order: string;
    }
    const takesNothingElse: Same<SentMessage<never>, PromptMessage> = true;
    const takesBoth: Same<SentMessage<Request>, PromptMessage | OwnMessage<Request>> = true;
    const codec: Codec<ServerMessage, Request> = {
      decode: () => [],
      // What comes is one of both: the type tells which.
      encode: (message) => ('order' in message ? new Uint8Array(1) : message.type),
    };
    const send = (service: WebSocketService<ServerMessage, Request>, gateway: WebSocketService): void => {
      service.send({ order: 'tea' });
      service.send('in words');
      // @ts-expect-error: nobody said that the gateway takes it.
      gateway.send({ order: 'tea' });
      // @ts-expect-error: it is another message.
      service.send({ order: 5 });
    };
    expect([takesNothingElse, takesBoth, typeof send, codec.encode({ order: 'tea' })]).toEqual([
      true,
      true,
      'function',
      new Uint8Array(1),
    ]);
  });

  it('find the messages of one type in a union', () => {
    const isVideo: Same<MessageOfType<ServerMessage, 'video'>, VideoMessage> = true;
    // @ts-expect-error: the union has no such type.
    const none: MessageOfType<ServerMessage, 'audio'>[] = [];
    interface Job {
      readonly type: 'started' | 'ended';
      readonly job: number;
    }
    interface Anything {
      readonly type: string;
    }
    const isOneOfSeveral: Same<MessageOfType<Job, 'ended'>, Job & { readonly type: 'ended' }> = true;
    const isAny: Same<MessageOfType<Anything, 'beat'>, Anything & { readonly type: 'beat' }> = true;
    const isEither: Same<
      MessageOfType<Job | VideoMessage, 'started' | 'video'>,
      VideoMessage | (Job & { readonly type: 'started' })
    > = true;
    expect([isVideo, none.length, isOneOfSeveral, isAny, isEither]).toEqual([true, 0, true, true, true]);
  });
});
