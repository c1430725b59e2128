import type { ImageMessage } from '../../services/index.ts';
import { isActive, type Reply, type Turn } from './turn.ts';

/** The still that a job under way shows: its newest finished image, or else its newest preview. */
export function jobStill(turn: Turn): ImageMessage | undefined {
  if (turn.job === undefined || !isActive(turn.job)) return undefined;
  return stillReply(turn.replies)?.message ?? turn.preview;
}

/** The replies that stand by themselves: all but the image that the job's card shows. */
export function visibleReplies(turn: Turn): readonly Reply[] {
  if (turn.job === undefined || !isActive(turn.job)) return turn.replies;
  const still = stillReply(turn.replies);
  return still === undefined ? turn.replies : turn.replies.filter((reply) => reply !== still);
}

/** Whether the job's card reserves a place for a picture: until the clip itself is there. */
export function awaitsVideo({ job, replies }: Turn): boolean {
  return job?.status === 'running' && !replies.some(({ kind }) => kind === 'video');
}

/** How many messages people see in a conversation. */
export function messageCount(turns: readonly Turn[]): number {
  return turns.reduce((count, turn) => count + (turn.prompt === undefined ? 0 : 1) + turn.replies.length, 0);
}

function stillReply(replies: readonly Reply[]): (Reply & { readonly kind: 'image' }) | undefined {
  if (replies.some(({ kind }) => kind === 'video')) return undefined;
  return replies.findLast((reply) => reply.kind === 'image');
}
