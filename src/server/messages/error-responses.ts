import {
  type ErrorCode,
  type ErrorMessage,
  faultText,
  type FrameFault,
  type Limits,
  type ServerMessage,
} from '../../protocol/index.ts';
import type { QueueFull } from '../ports/index.ts';
import { envelope } from './envelope.ts';

type Retry = Pick<ErrorMessage, 'retryable' | 'retryAfterMs'>;

const NEVER: Retry = { retryable: false };
const LATER: Retry = { retryable: true };

function errorResponse(code: ErrorCode, content: string, retry: Retry, replyTo: string | undefined): ServerMessage {
  return envelope({ type: 'error', code, content, ...retry, ...(replyTo !== undefined && { replyTo }) });
}

/** For a frame that can't be read. */
export function frameFault(fault: FrameFault, limits: Limits): ServerMessage {
  const content = {
    bad_frame: `消息格式不正确（${faultText(fault)}），服务器没有处理。`,
    too_large: `消息太长：最多 ${limits.maxContentLength} 个字符。`,
    unsupported: '服务器不支持这种消息。',
  }[fault.code];
  return errorResponse(fault.code, content, NEVER, fault.id);
}

/** For a cancel without a job to cancel. */
export function nothingToCancel(replyTo: string): ServerMessage {
  return errorResponse('not_found', '没有可以取消的任务，它可能已经结束。', NEVER, replyTo);
}

/** For a prompt with an attachment that the gateway has not stored. */
export function unknownAttachment(replyTo: string): ServerMessage {
  return errorResponse('unsupported', '参考图不在这台服务器上，请重新添加后再发送。', NEVER, replyTo);
}

/** For a prompt that names an engine which the gateway does not have. */
export function unknownEngine(replyTo: string): ServerMessage {
  return errorResponse('engine_unknown', '服务器上没有这个引擎，请换一个。', NEVER, replyTo);
}

/** For a prompt beyond the number of jobs that a code may have. */
export function queueFull({ limit }: QueueFull, replyTo: string): ServerMessage {
  return errorResponse('queue_full', `最多同时有 ${limit} 个任务，请等一个完成后再试。`, LATER, replyTo);
}

/** For a message beyond the rate of its code or address. */
export function rateLimited(retryAfterMs: number, replyTo: string | undefined): ServerMessage {
  return errorResponse('rate_limited', '发送得太快了，请稍后再试。', { ...LATER, retryAfterMs }, replyTo);
}

/** For a message on which the gateway itself failed. */
export function internalError(replyTo: string | undefined): ServerMessage {
  return errorResponse('internal', '服务器出了问题，请稍后再试。', LATER, replyTo);
}
