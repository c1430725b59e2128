import {
  type ErrorCode,
  type ErrorMessage,
  faultText,
  type FrameFault,
  type Limits,
  type ServerMessage,
} from '../../protocol/index.ts';
import { type QueueFull, type QuotaUsed, ROOM_AFTER_MS, type StorageFull } from '../ports/index.ts';
import { envelope } from './envelope.ts';

type Retry = Pick<ErrorMessage, 'retryable' | 'retryAfterMs'>;

const NEVER: Retry = { retryable: false };
const LATER: Retry = { retryable: true };

function errorResponse(code: ErrorCode, content: string, retry: Retry, replyTo: string | undefined): ErrorMessage {
  return envelope({ type: 'error', code, content, ...retry, ...(replyTo !== undefined && { replyTo }) });
}

/** For a frame that can't be read. */
export function frameFault(fault: FrameFault, limits: Limits): ErrorMessage {
  const content = {
    bad_frame: `消息格式不正确（${faultText(fault)}），服务器没有处理。`,
    too_large: `消息太长：最多 ${limits.maxContentLength} 个字符。`,
    unsupported: '服务器不支持这种消息。',
  }[fault.code];
  return errorResponse(fault.code, content, NEVER, fault.id);
}

/** For a cancel without a job to cancel. */
export function nothingToCancel(replyTo: string): ErrorMessage {
  return errorResponse('not_found', '没有可以取消的任务，它可能已经结束。', NEVER, replyTo);
}

/** For a prompt with an attachment that the gateway has not stored. */
export function unknownAttachment(replyTo: string): ErrorMessage {
  return errorResponse('unsupported', '参考图不在这台服务器上，请重新添加后再发送。', NEVER, replyTo);
}

/** For a prompt that names an engine which the gateway does not have. */
export function unknownEngine(replyTo: string): ErrorMessage {
  return errorResponse('engine_unknown', '服务器上没有这个引擎，请换一个。', NEVER, replyTo);
}

/** For a prompt beyond the number of jobs that its code, its address or everybody may have. */
export function queueFull(full: QueueFull, replyTo: string): ErrorMessage {
  const { retryAfterMs } = full;
  return errorResponse('queue_full', `${queueFullText(full)}可以再试。`, { ...LATER, retryAfterMs }, replyTo);
}

/** The same for the person to read: a client that retries the prompt automatically does not show the error. */
export function queueFullNotice(full: QueueFull): ServerMessage {
  return envelope({ type: 'system', event: 'notice', content: `${queueFullText(full)}会自动再试。` });
}

function queueFullText({ of, limit, retryAfterMs }: QueueFull): string {
  const whose = { code: '你', address: '你所在的网络', everybody: '服务器' }[of];
  return `${whose}最多同时有 ${limit} 个任务，约 ${Math.ceil(retryAfterMs / 1_000)} 秒后`;
}

const HOUR_MS = 60 * 60 * 1_000;
const MINUTE_MS = 60 * 1_000;

/** For a prompt beyond what its code or its address may have made in a day. Nothing sends it again by itself: that is hours away. */
export function quotaUsed({ quotaOf, limit, retryAfterMs }: QuotaUsed, replyTo: string): ErrorMessage {
  const whose = { code: '你', address: '你所在的网络' }[quotaOf];
  const wait =
    retryAfterMs > HOUR_MS
      ? `${Math.ceil(retryAfterMs / HOUR_MS)} 小时`
      : `${Math.ceil(retryAfterMs / MINUTE_MS)} 分钟`;
  const content = `${whose}今天的 ${limit} 个任务已经用完，约 ${wait}后可以再试。`;
  return errorResponse('quota_used', content, { ...NEVER, retryAfterMs }, replyTo);
}

/** For a prompt while the operator has paused the intake. */
export function intakePaused(replyTo: string): ErrorMessage {
  return errorResponse('intake_paused', '服务器暂停接收新任务，请稍后再试。', NEVER, replyTo);
}

/** For a prompt whose clip there would be no room for. Nothing sends it again by itself: there may be none for days. */
export function storageFull(full: StorageFull, replyTo: string | undefined): ErrorMessage {
  const content = {
    address: '你所在的网络在服务器上的存储额度已用完，旧内容过期删除后可以再试。',
    server: '服务器的存储额度已用完，旧内容过期删除后可以再试，或联系管理员。',
    disk: '服务器的磁盘快满了，请联系管理员，腾出空间后可以再试。',
  }[full];
  return errorResponse('storage_full', content, { ...NEVER, retryAfterMs: ROOM_AFTER_MS[full] }, replyTo);
}

/** For a message beyond the rate of its code or address. */
export function rateLimited(retryAfterMs: number, replyTo: string | undefined): ErrorMessage {
  return errorResponse('rate_limited', '发送得太快了，请稍后再试。', { ...LATER, retryAfterMs }, replyTo);
}

/** For a message on which the gateway itself failed. */
export function internalError(replyTo: string | undefined): ErrorMessage {
  return errorResponse('internal', '服务器出了问题，请稍后再试。', LATER, replyTo);
}
