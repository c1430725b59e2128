import { InjectionToken } from '@angular/core';

import type { ClientMessage } from '../../protocol/index.ts';
import type { Texts } from '../texts/texts.ts';

/** What every message has, whatever the backend: a name for its kind. */
export interface AnyMessage {
  /** The name of the kind, by which `message$` finds it. */
  readonly type: string;
}

/** Of a union of messages, those of one type. */
export type MessageOfType<Message extends AnyMessage, Type extends Message['type']> = Extract<
  Message,
  { readonly type: Type }
>;

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
 * Reads what a backend sends, and writes what it is sent. A frame on which `decode` throws is unreadable, as one for which
 * it returns {@link Unreadable}, and ends nothing.
 */
export interface Codec<Message extends AnyMessage = AnyMessage> {
  /**
   * Reads a frame: its messages in order, or what could not be read of it. What is relative to the server in a message
   * may be made absolute by `origin`, its address by `http` or `https`.
   */
  decode(frame: string | ArrayBuffer, origin: string): readonly (Message | Unreadable)[] | Unreadable;
  /** Writes a prompt, a cancel or a ping as a frame; undefined where it can't, or the backend knows no such thing. */
  encode(message: ClientMessage): string | undefined;
  /**
   * Whether the backend speaks the gateway's protocol: it greets with `welcome`, numbers what it stores by `seq`, and
   * acknowledges prompts. Default: it does not.
   */
  readonly isGateway?: boolean;
  /** The message that stands for an unreadable frame among the others. Without it only `unreadable$` has it. */
  report?(unreadable: Unreadable, texts: Texts): Message;
}

/** How frames are read and written. Default: JSON objects with a `type`; `withCodec` sets another. */
export const CODEC = new InjectionToken<Codec>('CODEC');
