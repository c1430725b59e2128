import type { ErrorMessage, ProgressMessage, SystemMessage } from '../../../services/index.ts';
import type { TextSource } from '../../language/texts.ts';
import { errorText } from '../messages/error-text.ts';

const QUARTERS = 4;

/** Picks what is worth saying aloud: starts, ends, errors, and a job's progress once for each quarter. */
export class Milestones {
  private readonly quarterByJob = new Map<string | undefined, number>();
  private lastReplayed = 0;
  private readonly text: TextSource;
  private readonly language: () => string;

  /** `language` tells the one in force. */
  constructor(text: TextSource, language: () => string) {
    this.text = text;
    this.language = language;
  }

  /** What to say of a message; null where there is nothing to say. Called once for each message, in order. */
  sentence(message: SystemMessage | ErrorMessage): string | null {
    // What a server sends again after a reload was news once, and is none now.
    if (message.seq !== undefined && message.seq <= this.lastReplayed) return null;
    if (message.type === 'error') return this.error(message);
    switch (message.event) {
      case 'welcome':
        this.lastReplayed = message.lastSeq;
        return null;
      case 'started':
        return this.text('chat.sayStarted');
      case 'progress':
        return this.quarter(message);
      case 'completed':
        this.quarterByJob.delete(message.jobId);
        return this.text('chat.sayCompleted');
      case 'cancelled':
        this.quarterByJob.delete(message.jobId);
        return this.text('chat.sayCancelled');
      default:
        return null;
    }
  }

  private error(message: ErrorMessage): string {
    const { cause, detail = '' } = errorText(message, this.text, this.language());
    return this.text('chat.sayError', { cause: `${cause}${detail}` });
  }

  private quarter({ jobId, progress }: ProgressMessage): string | null {
    const reached = Math.floor(progress * QUARTERS);
    if (reached <= (this.quarterByJob.get(jobId) ?? 0) || reached >= QUARTERS) return null;
    this.quarterByJob.set(jobId, reached);
    return this.text('chat.sayProgress', { percent: (reached * 100) / QUARTERS });
  }
}
