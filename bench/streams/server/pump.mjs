import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { messageAt, plainTextAt } from '../payloads.mjs';

/**
 * One client that has subscribed to everything, as its protocol reaches it.
 * @typedef {{ send: (messages: readonly object[]) => void, backlog?: () => number }} Channel
 *   `send` makes one frame. `backlog` counts what the protocol itself holds back, beside the socket.
 */

/**
 * How a client is spoken with.
 * @typedef {(server: import('node:http').Server) => Promise<Channel>} Protocol
 *   Resolves when a client is there and has subscribed to everything.
 */

/** How much may wait to be written: enough to keep the client busy, little enough not to measure this process. */
const MAX_WAITING_BYTES = 256 * 1024;
const MAX_WAITING_MESSAGES = 256;

/** Frames between two looks at what has arrived, so that a ping is answered under load. */
const FRAMES_A_TURN = 32;

/**
 * What is sent.
 * @typedef {object} Load
 * @property {number} from the place of the first message
 * @property {number} count
 * @property {number} perFrame messages in a frame
 * @property {'durable' | 'transient' | 'plain texts'} kind
 */

/**
 * Sends as fast as the client takes it.
 * @param {Channel} channel
 * @param {import('node:net').Socket} wire
 * @param {Load} load
 */
export async function pump({ send, backlog = () => 0 }, wire, { from, count, perFrame, kind }) {
  const end = from + count;
  const make = MAKERS[kind];
  let frames = 0;
  for (let index = from; index < end; index += perFrame) {
    const length = Math.min(perFrame, end - index);
    send(Array.from({ length }, (_, offset) => make(index + offset)));
    frames += 1;
    if (frames % FRAMES_A_TURN > 0) continue;
    await nextTurn();
    while (wire.writableLength > MAX_WAITING_BYTES || backlog() > MAX_WAITING_MESSAGES) {
      // A timer, not the next turn: a loop that never rests would take the other core from the browser.
      await wait(1);
      if (wire.destroyed) throw new Error('the client has gone');
    }
  }
  while (wire.writableLength > 0 || backlog() > 0) await wait(1);
}

const MAKERS = {
  durable: (index) => messageAt(index, { isDurable: true }),
  transient: (index) => messageAt(index, { isDurable: false }),
  'plain texts': plainTextAt,
};
