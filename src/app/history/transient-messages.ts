import type { ServerMessage, TextMessage } from '../../services/index.ts';
import { endOf, isProgress } from '../conversation-model/job-lifecycle.ts';

/** The transient messages of a job, by their kinds. */
interface JobMessages {
  readonly conversationId: string;
  readonly byKind: Map<string, ServerMessage>;
}

/**
 * Holds of each job under way what is not saved: its place or progress, its preview and its text so far, so that its
 * conversation shows them when it is opened.
 */
export class TransientMessages {
  private readonly jobs = new Map<string, JobMessages>();

  /** Adds a message of a conversation; a durable one takes the place of the transient ones of its kind. */
  add(conversationId: string, message: ServerMessage): void {
    const { jobId } = message;
    if (jobId === undefined) return;
    if (endOf(message) !== undefined) {
      this.jobs.delete(jobId);
      return;
    }
    const job = this.jobs.get(jobId) ?? { conversationId, byKind: new Map<string, ServerMessage>() };
    this.jobs.set(jobId, job);
    const kind = kindOf(message);
    if (message.seq !== undefined) job.byKind.delete(kind);
    else job.byKind.set(kind, withEarlierText(message, job.byKind.get(kind)));
  }

  /** The transient messages of a conversation, oldest job first. */
  messagesOf(conversationId: string): readonly ServerMessage[] {
    return [...this.jobs.values()]
      .filter((job) => job.conversationId === conversationId)
      .flatMap(({ byKind }) => [...byKind.values()]);
  }

  /** Removes everything: another log has other jobs. */
  clear(): void {
    this.jobs.clear();
  }
}

/** The newest message of a kind makes the earlier ones superfluous; each text is a kind of its own. */
function kindOf(message: ServerMessage): string {
  if (message.type === 'text') return `text ${message.id}`;
  if (isProgress(message)) return 'progress';
  return message.type === 'system' ? message.event : message.type;
}

function withEarlierText(message: ServerMessage, before: ServerMessage | undefined): ServerMessage {
  if (message.type !== 'text' || message.append !== true) return message;
  const { append: _, ...whole }: TextMessage = message;
  const begun = before?.type === 'text' ? before.content : '';
  return { ...whole, content: begun + message.content };
}
