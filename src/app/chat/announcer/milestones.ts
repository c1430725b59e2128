import type { ErrorMessage, ProgressMessage, SystemMessage } from '../../../services/index.ts';
import { errorText } from '../messages/error-text.ts';

const QUARTERS = 4;

/** Picks what is worth saying aloud: starts, ends, errors, and a job's progress once for each quarter. */
export class Milestones {
  private readonly quarterByJob = new Map<string | undefined, number>();
  private lastReplayed = 0;

  /** What to say of a message; null where there is nothing to say. Called once for each message, in order. */
  sentence(message: SystemMessage | ErrorMessage): string | null {
    // What a server sends again after a reload was news once, and is none now.
    if (message.seq !== undefined && message.seq <= this.lastReplayed) return null;
    if (message.type === 'error') return `出错：${errorText(message)}`;
    switch (message.event) {
      case 'welcome':
        this.lastReplayed = message.lastSeq;
        return null;
      case 'started':
        return '开始生成';
      case 'progress':
        return this.quarter(message);
      case 'completed':
        this.quarterByJob.delete(message.jobId);
        return '视频已完成';
      case 'cancelled':
        this.quarterByJob.delete(message.jobId);
        return '任务已取消';
      default:
        return null;
    }
  }

  private quarter({ jobId, progress }: ProgressMessage): string | null {
    const reached = Math.floor(progress * QUARTERS);
    if (reached <= (this.quarterByJob.get(jobId) ?? 0) || reached >= QUARTERS) return null;
    this.quarterByJob.set(jobId, reached);
    return `已完成百分之 ${(reached * 100) / QUARTERS}`;
  }
}
