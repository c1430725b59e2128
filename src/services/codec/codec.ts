import { InjectionToken } from '@angular/core';

import type { ClientMessage, PromptMessage } from '../../protocol/index.ts';
import type { Texts } from '../texts/texts.ts';

/** What every message has, whatever the backend: a name for its kind. */
export interface AnyMessage {
  /** The name of the kind, by which `message$` finds it. */
  readonly type: string;
}

/**
 * Of a union of messages, those of one type: also where a message has one of several types (`'placed' | 'paid'`), or any
 * (`string`), which is then that one.
 */
export type MessageOfType<Message extends AnyMessage, Type extends Message['type']> = Message extends AnyMessage
  ? OfType<Message, Extract<Message['type'], Type> | Extract<Type, Message['type']>>
  : never;

type OfType<Message extends AnyMessage, Type> = [Type] extends [never]
  ? never
  : Message['type'] extends Type
    ? Message
    : Message & { readonly type: Type };

/** A frame to be sent: text, or bytes. */
export type SentFrame = string | ArrayBuffer | Uint8Array<ArrayBuffer>;

/** A message of the application's own on its way, with the `id` by which `delivery$` finds it. */
export interface OwnMessage<Sent = unknown> {
  /** Tells it from a prompt. */
  readonly type: 'own';
  /** A UUID of this layer's; the backend sees only what its codec writes. */
  readonly id: string;
  /** What was given to `send`. */
  readonly message: Sent;
}

/** What `send` has been given: a prompt, or where a backend takes messages of its own, one of those. */
export type SentMessage<Sent> = [Sent] extends [never] ? PromptMessage : PromptMessage | OwnMessage<Sent>;

/** Writes what is on its way, in whichever form the backend takes; undefined where the codec can't, or has thrown. */
export function encodeSent(codec: AnyCodec, sent: ClientMessage | OwnMessage): SentFrame | undefined {
  try {
    return codec.encode(sent.type === 'own' ? sent.message : sent);
  } catch {
    return undefined;
  }
}

/** What can't be read, with the frame that it came in. */
export class Unreadable {
  /** Why, as a word for programs: `bad_frame` where nothing more is known. */
  readonly code: string;
  /** Why, for developers. It may hold what the server has sent. */
  readonly reason: string;
  /** The frame as it came. */
  readonly raw: string | ArrayBuffer;

  constructor(raw: string | ArrayBuffer, reason: string, code = 'bad_frame') {
    this.raw = raw;
    this.reason = reason;
    this.code = code;
  }
}

/**
 * `Message` is what the backend sends, `Sent` what the application sends it by `send`, beside prompts.
 *
 * Reads what a backend sends, and writes what it is sent. A frame on which `decode` throws is unreadable, as one for which
 * it returns {@link Unreadable}, and ends nothing; nor does one on which `encode` throws, which can't be written.
 */
export interface Codec<Message extends AnyMessage = AnyMessage, Sent = never> {
  /**
   * Reads a frame: its messages in order, or what could not be read of it. What is relative to the server in a message
   * may be made absolute by `origin`, its address by `http` or `https`.
   */
  decode(frame: string | ArrayBuffer, origin: string): readonly (Message | Unreadable)[] | Unreadable;
  /**
   * Writes a message of the application's own, or a prompt, a cancel or a ping of this layer's, as a frame of text or of
   * bytes; undefined where it can't, or the backend knows no such thing.
   */
  encode(message: Sent | ClientMessage): SentFrame | undefined;
  /**
   * Whether the backend speaks the gateway's protocol: it greets with `welcome`, numbers what it stores by `seq`, and
   * acknowledges prompts. Default: it does not.
   */
  readonly isGateway?: boolean;
  /** The message that stands for an unreadable frame among the others. Without it only `unreadable$` has it. */
  report?(unreadable: Unreadable, texts: Texts): Message;
}

/** A codec, whatever the application sends. */
export type AnyCodec = Codec<AnyMessage, unknown>;

/** How frames are read and written. Default: JSON objects with a `type`; `withCodec` sets another. */
export const CODEC = new InjectionToken<AnyCodec>('CODEC');
