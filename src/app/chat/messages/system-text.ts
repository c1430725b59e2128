import type { SystemMessage, UnknownMessage } from '../../../services/index.ts';
import type { Job } from '../conversation/turn.ts';

/** What a line about the conversation says. */
export function systemText(message: SystemMessage | UnknownMessage): string {
  if (message.type === 'unknown') return `收到一条暂不支持的消息（${message.sourceType}）`;
  return message.content ?? '';
}

/** What remains to be said of a job that is over; null where its error says it already. */
export function endText({ status, startedAt, endedAt }: Job): string | null {
  switch (status) {
    case 'completed': {
      if (startedAt === undefined || endedAt === undefined) return '已完成';
      return `已完成，用时 ${Math.max(1, Math.round((endedAt - startedAt) / 1_000))} 秒`;
    }
    case 'cancelled':
      return '已取消';
    case 'lost':
      return '与此任务的联系已中断，不会再有它的进展';
    default:
      return null;
  }
}
