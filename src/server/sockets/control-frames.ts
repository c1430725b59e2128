import type { WebSocket } from '@fastify/websocket';
import { CloseCode } from '../../protocol/index.ts';
import { type RateLimit, TokenBucket } from '../limits/token-bucket.ts';
import type { Peer } from './frame-writer.ts';

/** Browsers send one pong for each of our pings, thirty seconds apart; programs a ping of their own now and then. */
const CONTROL_FRAMES: RateLimit = { perSecond: 5, burst: 50 };

/**
 * Closes a socket with 4429 that sends more pings and pongs than anybody needs: each is handled before it reaches
 * those who count messages.
 * @param peer closes the socket
 */
export function limitControlFrames(
  socket: WebSocket,
  peer: Pick<Peer, 'close'>,
  limit: RateLimit = CONTROL_FRAMES,
): void {
  // Most sockets never send one.
  let allowance: TokenBucket | undefined;
  const count = (): void => {
    allowance ??= new TokenBucket(limit, () => performance.now());
    if (allowance.spend() === 0) return;
    socket.off('ping', count).off('pong', count);
    peer.close(CloseCode.TooManyRequests, 'too many control frames');
    // What is still on its way is not even read.
    socket.pause();
  };
  socket.on('ping', count).on('pong', count);
}
