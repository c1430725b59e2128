import { v4 as uuidv4 } from 'uuid';

import type { ServerMessage } from '../../protocol/index.ts';

/** Of how many texts the ids are known at once. */
const CAPACITY = 1_000;

/** A text under the server's id. */
interface KnownText {
  /** Under which id it goes here. */
  readonly id: string;
  /** Whether pieces of it have come, and the whole has not: a whole text takes their place. */
  readonly isGrowing: boolean;
}

/**
 * The ids of what comes over one socket of a basic server. It may have the same for two texts: they are two messages, and
 * a piece with `append` belongs to the newer of them.
 */
export class MessageIds {
  /** The newest text of each id of the server's. */
  private readonly own = new Map<string, KnownText>();

  /** The message under an id that no other text of this socket has. */
  ownOf(message: ServerMessage): ServerMessage {
    if (message.type !== 'text') return message;
    const known = this.own.get(message.id);
    const isPiece = message.append === true;
    const goesOn = known === undefined || isPiece || known.isGrowing;
    const id = goesOn ? (known?.id ?? message.id) : uuidv4();
    this.remember(message.id, { id, isGrowing: isPiece });
    return id === message.id ? message : { ...message, id };
  }

  private remember(theirs: string, text: KnownText): void {
    this.own.delete(theirs);
    this.own.set(theirs, text);
    if (this.own.size <= CAPACITY) return;
    for (const oldest of this.own.keys()) {
      this.own.delete(oldest);
      return;
    }
  }
}
