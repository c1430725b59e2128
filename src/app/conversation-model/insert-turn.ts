import type { Turn } from './turn.ts';
import { putTurn } from './turn-index.ts';

/**
 * The turns with one of the server's log: before the prompts at the end that the server has not taken yet, since
 * those will come after it in the log.
 */
export function insertTurn(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  return putTurn(turns, turns.findLastIndex((known) => !isWaiting(known)) + 1, turn);
}

/** Whether a prompt has had no answer yet. */
export function isWaiting({ prompt, jobId, replies }: Turn): boolean {
  return prompt !== undefined && jobId === undefined && replies.length === 0;
}
