import {
  type ErrorCode,
  type ErrorMessage,
  faultText,
  type FrameFault,
  type Limits,
  type ServerMessage,
} from '../../protocol/index.ts';
import type { Job, QueueFull } from '../ports/index.ts';
import { acceptance } from '../jobs/narration.ts';
import { stamp } from '../messages/stamp.ts';

type Retry = Pick<ErrorMessage, 'retryable' | 'retryAfterMs'>;

const NEVER: Retry = { retryable: false };
const LATER: Retry = { retryable: true };

function refusal(code: ErrorCode, content: string, retry: Retry, replyTo: string | undefined): ServerMessage {
  return stamp({ type: 'error', code, content, ...retry, ...(replyTo !== undefined && { replyTo }) });
}

/** Answers a ping. */
export function pong(replyTo: string): ServerMessage {
  return stamp({ type: 'system', event: 'pong', replyTo });
}

/** Answers a prompt that the code had sent before. */
export function acceptedBefore(job: Job): ServerMessage {
  return stamp(acceptance(job));
}

/** Answers a frame that can't be read. */
export function faulty(fault: FrameFault, limits: Limits): ServerMessage {
  const content = {
    bad_frame: `消息格式不正确（${faultText(fault)}），服务器没有处理。`,
    too_large: `消息太长：最多 ${limits.maxContentLength} 个字符。`,
    unsupported: '服务器不支持这种消息。',
  }[fault.code];
  return refusal(fault.code, content, NEVER, fault.id);
}

/** Answers a cancel without a job to cancel. */
export function nothingToCancel(replyTo: string): ServerMessage {
  return refusal('not_found', '没有可以取消的任务，它可能已经结束。', NEVER, replyTo);
}

/** Answers a prompt with an attachment that the gateway does not keep. */
export function strangeAttachment(replyTo: string): ServerMessage {
  return refusal('unsupported', '参考图不在这台服务器上，请重新添加后再发送。', NEVER, replyTo);
}

/** Answers a prompt beyond what a code may have waiting. */
export function queueFull({ limit }: QueueFull, replyTo: string): ServerMessage {
  return refusal('queue_full', `最多同时有 ${limit} 个任务，请等一个完成后再试。`, LATER, replyTo);
}

/** Answers what a client sends beyond its rate. */
export function rateLimited(retryAfterMs: number, replyTo: string | undefined): ServerMessage {
  return refusal('rate_limited', '发送得太快了，请稍后再试。', { ...LATER, retryAfterMs }, replyTo);
}

/** Answers what failed for a reason of the gateway's own. */
export function internalFault(replyTo: string | undefined): ServerMessage {
  return refusal('internal', '服务器出了问题，请稍后再试。', LATER, replyTo);
}
