import { catchError, defer, throwError } from 'rxjs';

import { beginningWith } from '../platform/combine-streams.ts';
import { closeMeaning } from '../../protocol/index.ts';
import type { SocketClosed } from './open-socket.ts';
import { ConnectionLost, problemOf, type reconnecting } from './reconnect.ts';

/** Opens one socket, and gives the connection up with it. */
export const connectingOnce: typeof reconnecting = (socket$) =>
  defer(() => beginningWith({ kind: 'connecting', attempt: 0 } as const, socket$)).pipe(
    catchError((closed: SocketClosed | ConnectionLost) =>
      throwError(() =>
        closed instanceof ConnectionLost
          ? closed
          : new ConnectionLost(problemOf(closeMeaning(closed.code), true) ?? 'exhausted', closed),
      ),
    ),
  );
