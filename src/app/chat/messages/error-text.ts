import type { ErrorMessage } from '../../../services/index.ts';

const TEXT_BY_CODE: Readonly<Record<string, string>> = {
  bad_frame: '收到一条无法读懂的消息，已跳过。',
  too_large: '消息太长，服务器没有接受。',
  rate_limited: '发送得太快，请稍等。',
  queue_full: '排队的任务太多，请等其中一个完成。',
  engine_failed: '视频生成失败。',
  engine_unavailable: '视频引擎暂时不可用。',
  not_found: '没有找到对应的任务。',
  unsupported: '服务器不支持这个请求。',
  internal: '服务器内部出错。',
};

/** The cause of an error for people: the server's own words, or ours where it gives only a code. */
export function errorText({ code, content }: ErrorMessage): string {
  return content.trim() || (TEXT_BY_CODE[code] ?? '出了一个未知的错误。');
}
