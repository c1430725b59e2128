import { type Observable, Subject } from 'rxjs';

import { MESSAGE_TYPES, type MessageByType, type MessageType, type ServerMessage } from '../../protocol/index.ts';

type SubjectByType = { readonly [Type in MessageType]: Subject<MessageByType[Type]> };

/**
 * One stream for all messages and one for each type.
 *
 * Each is hot, replays nothing, never errors and never completes. A message goes to the one subject of its
 * type by a table, rather than through a filter for each subscriber.
 */
export class MessageStreams {
  private readonly all = new Subject<ServerMessage>();
  private readonly byType = Object.fromEntries(
    MESSAGE_TYPES.map((type) => [type, new Subject<ServerMessage>()]),
  ) as unknown as SubjectByType;

  /** Every message, those of unknown types included. */
  readonly messages$: Observable<ServerMessage> = this.all.asObservable();

  /** The messages of one type. */
  ofType<Type extends MessageType>(type: Type): Observable<MessageByType[Type]> {
    return this.byType[type].asObservable();
  }

  /** Gives a message to its subscribers, in the order of calls. */
  dispatch(message: ServerMessage): void {
    this.all.next(message);
    if (message.type !== 'unknown') (this.byType[message.type] as Subject<ServerMessage>).next(message);
  }
}
