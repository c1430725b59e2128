import type { ServerMessage, TextMessage } from '../../services/index.ts';

/** What passed of a job, in a form that says it all again. */
interface Passing {
  readonly conversationId: string;
  readonly messages: Map<string, ServerMessage>;
}

/**
 * Holds of each job under way what is not kept: its place or progress, its preview and its text so far, so that its
 * conversation shows them when it is opened.
 */
export class TransientMessages {
  private readonly jobs = new Map<string, Passing>();

  /** Takes a message of a conversation in; whatever lasts ends what passed of the same kind. */
  hear(conversationId: string, message: ServerMessage): void {
    const { jobId } = message;
    if (jobId === undefined) return;
    if (isEnd(message)) {
      this.jobs.delete(jobId);
      return;
    }
    const job = this.jobs.get(jobId) ?? { conversationId, messages: new Map<string, ServerMessage>() };
    this.jobs.set(jobId, job);
    const kind = kindOf(message);
    if (message.seq !== undefined) job.messages.delete(kind);
    else job.messages.set(kind, withBefore(message, job.messages.get(kind)));
  }

  /** What passed in a conversation, oldest job first. */
  of(conversationId: string): readonly ServerMessage[] {
    return [...this.jobs.values()]
      .filter((job) => job.conversationId === conversationId)
      .flatMap(({ messages }) => [...messages.values()]);
  }

  /** Forgets everything: another log has other jobs. */
  clear(): void {
    this.jobs.clear();
  }
}

function isEnd(message: ServerMessage): boolean {
  return (
    message.type === 'error' ||
    (message.type === 'system' && (message.event === 'completed' || message.event === 'cancelled'))
  );
}

/** Of each kind the newest says it all; each text is one of its own. */
function kindOf(message: ServerMessage): string {
  if (message.type === 'text') return `text ${message.id}`;
  if (message.type === 'system')
    return message.event === 'queued' || message.event === 'progress' ? 'progress' : message.event;
  return message.type;
}

function withBefore(message: ServerMessage, before: ServerMessage | undefined): ServerMessage {
  if (message.type !== 'text' || message.append !== true) return message;
  const { append: _, ...whole }: TextMessage = message;
  const begun = before?.type === 'text' ? before.content : '';
  return { ...whole, content: begun + message.content };
}
