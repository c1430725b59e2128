import { EngineFault, type EngineFaultCode } from '../../engines/index.ts';
import type { ErrorMessage } from '../../protocol/index.ts';

type FaultFields = Pick<ErrorMessage, 'type' | 'code' | 'content' | 'retryable' | 'retryAfterMs' | 'detail'>;

/** What people are told, and whether the same prompt may succeed later. */
const WORDS: Readonly<Record<EngineFaultCode, { readonly content: string; readonly retryable: boolean }>> = {
  engine_failed: { content: '视频生成失败，请稍后重试。', retryable: true },
  engine_unavailable: { content: '引擎连接不上或太忙，请稍后重试。', retryable: true },
  engine_timeout: { content: '引擎没有在时限内完成。可以稍后再试，或改短一些。', retryable: true },
  engine_uncertain: {
    content:
      '已经向引擎发出请求，但结果不明：视频可能已经完成，也可能已经计费。不会自动重新开始；你可以手动重试，那可能会再次计费。',
    retryable: true,
  },
  engine_unauthorized: { content: '引擎拒绝了服务器的密钥，请联系管理员。', retryable: false },
  engine_no_credit: { content: '引擎账户的额度已用完，请联系管理员或换一个引擎。', retryable: false },
  model_not_found: { content: '引擎没有这个模型，请联系管理员。', retryable: false },
  content_refused: { content: '内容未通过引擎的审核，请修改描述或参考图。', retryable: false },
  prompt_too_long: { content: '描述对这个引擎来说太长，请缩短。', retryable: false },
  options_refused: { content: '引擎不支持这样的时长、尺寸或参考图，请调整选项。', retryable: false },
  result_unusable: { content: '引擎给出的文件无法播放，请重试或换一个引擎。', retryable: true },
  internal: { content: '服务器自己出了问题（不是引擎的问题），请联系管理员，或稍后再试。', retryable: true },
};

/** What the system says where a disk is full, or can't be written to. */
const DISK_CODES = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'];

/**
 * The last message of a job that an engine could not finish. Of anything but an `EngineFault` nothing is told, except that
 * it was the disk.
 */
export function engineFaultMessage(error: unknown): FaultFields {
  const fault = error instanceof EngineFault ? error : (diskFault(error) ?? new EngineFault('engine_failed'));
  return {
    type: 'error',
    code: fault.code,
    ...WORDS[fault.code],
    ...(fault.detail !== undefined && { detail: fault.detail }),
  };
}

function diskFault(error: unknown): EngineFault | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!DISK_CODES.includes(code)) return undefined;
  return new EngineFault('internal', { detail: `the gateway's own disk can't keep the clip (${code})` });
}
