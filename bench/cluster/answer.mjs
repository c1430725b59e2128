import { setTimeout as delay } from 'node:timers/promises';

/** How long a language model takes for a piece, in milliseconds. */
const PIECE_MS = 5;
/** What a piece has besides the time at which it was said. */
const WORDS = ' a few words more, as a language model says them';

/** The time of this machine in milliseconds, with fractions: the same for all processes. */
export function now() {
  return performance.timeOrigin + performance.now();
}

/** The pieces of an answer to a prompt that ends with how many it wants, each with the time at which it is said. */
export async function* piecesFor(prompt) {
  const count = Number(prompt.split(' ').at(-1));
  for (let piece = 0; piece < count; piece++) {
    await delay(PIECE_MS);
    yield `${now()}${WORDS}`;
  }
}

/** The whole of an answer. */
export const ANSWER =
  'This is all that there is to say about it, in a sentence or two, as long as answers are. '.repeat(2);
