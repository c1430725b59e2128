import { v4 as uuidv4 } from 'uuid';

import type { ServerMessage } from '../../protocol/index.ts';

/** Of how many ids it is known at once what has come under them. */
const CAPACITY = 1_000;

/** The newest message of a type under an id of the server's. */
interface KnownMessage {
  /** Under which id it goes here. */
  readonly id: string;
  /** Over which socket it came. */
  readonly socket: number;
  /** Whether it is a text of which pieces have come, and the whole has not: a whole text takes their place. */
  readonly isGrowing: boolean;
  /** By what it is known again: what it says, or where it is. */
  readonly mark: string | undefined;
}

/**
 * The ids of what comes from a basic server, which may have one id for many messages: for all that answers a request, or
 * by a count that begins anew with each socket. Two texts, errors or clips are two messages; a piece with `append` belongs
 * to the newer text, and a later picture or notice takes the place of the one before. What comes over a later socket and
 * says the same is the same.
 */
export class MessageIds {
  /** What is known under each id of the server's, by the type of message. */
  readonly #known = new Map<string, Map<ServerMessage['type'], KnownMessage>>();
  #socket = 0;

  /** From now on messages come over another socket. */
  beginSocket(): void {
    this.#socket += 1;
  }

  /** The message under an id that no other message has. */
  ownOf(message: ServerMessage): ServerMessage {
    const { type, id: theirs } = message;
    const byType = this.#known.get(theirs) ?? new Map<ServerMessage['type'], KnownMessage>();
    const known = byType.get(type);
    const id = this.#goesOn(message, known) ? known.id : byType.size === 0 ? theirs : uuidv4();
    const isGrowing = type === 'text' && message.append === true;
    byType.set(type, { id, socket: this.#socket, isGrowing, mark: markOf(message) });
    this.#remember(theirs, byType);
    return id === theirs ? message : { ...message, id };
  }

  /** Whether a message is the known one again, or the next there is of it. */
  #goesOn(message: ServerMessage, known: KnownMessage | undefined): known is KnownMessage {
    if (known === undefined) return false;
    const isKnownAgain = known.mark !== undefined && known.mark === markOf(message);
    switch (message.type) {
      case 'text':
        return message.append === true || known.isGrowing || (isKnownAgain && known.socket !== this.#socket);
      case 'error':
        return isKnownAgain && known.socket !== this.#socket;
      case 'video':
        return isKnownAgain;
      default:
        return true;
    }
  }

  #remember(theirs: string, byType: Map<ServerMessage['type'], KnownMessage>): void {
    this.#known.delete(theirs);
    this.#known.set(theirs, byType);
    if (this.#known.size <= CAPACITY) return;
    for (const oldest of this.#known.keys()) {
      this.#known.delete(oldest);
      return;
    }
  }
}

/** A clip in the message itself has none: it is not held on to. */
function markOf(message: ServerMessage): string | undefined {
  if (message.type === 'video') return message.url;
  return message.type === 'text' || message.type === 'error' ? message.content : undefined;
}
