import { map, type Observable, Subject } from 'rxjs';

import { MESSAGE_TYPES, type MessageByType, type MessageType, type ServerMessage } from '../../protocol/index.ts';
import type { ReceivedMessage } from '../resume/received-message.ts';

type SubjectByType = { readonly [Type in MessageType]: Subject<MessageByType[Type]> };

/**
 * One stream for all messages and one for each type.
 *
 * Each is hot, replays nothing, never errors and never completes. A message goes to the one subject of its
 * type by a table, rather than through a filter for each subscriber.
 */
export class MessageStreams {
  private readonly all = new Subject<ReceivedMessage>();
  private readonly byType = Object.fromEntries(
    MESSAGE_TYPES.map((type) => [type, new Subject<ServerMessage>()]),
  ) as unknown as SubjectByType;

  /** Every message, those of unknown types included, with its place in the log. */
  readonly received$: Observable<ReceivedMessage> = this.all.asObservable();
  /** Every message, those of unknown types included. */
  readonly messages$: Observable<ServerMessage> = this.received$.pipe(map(({ message }) => message));

  /** The messages of one type. */
  ofType<Type extends MessageType>(type: Type): Observable<MessageByType[Type]> {
    return this.byType[type].asObservable();
  }

  /** Emits a message in the streams that it belongs to. */
  emit(received: ReceivedMessage): void {
    const { message } = received;
    this.all.next(received);
    if (message.type !== 'unknown') (this.byType[message.type] as Subject<ServerMessage>).next(message);
  }
}
