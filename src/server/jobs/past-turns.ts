import type { PastTurn } from '../../bot/index.ts';
import type { AcceptedMessage, TextMessage } from '../../protocol/index.ts';
import type { DurableMessage, EventLog, Job } from '../ports/index.ts';
import { newestMessages } from './newest-messages.ts';

/** How far back a bot reads: more would cost more than it says. */
const MAX_TURNS = 6;

/** What was asked before a job in the same conversation, and what came of it, oldest first, as far as the log has it. */
export async function pastTurns(
  log: Pick<EventLog, 'extent' | 'read'>,
  { code, prompt }: Job,
): Promise<readonly PastTurn[]> {
  if (prompt.follows === undefined) return [];
  const conversation = new StoredConversation(await newestMessages(log, code));
  const turns: PastTurn[] = [];
  const seen = new Set<string>();
  for (
    let id: string | undefined = prompt.follows;
    id !== undefined && turns.length < MAX_TURNS && !seen.has(id);
    id = conversation.before(id)
  ) {
    seen.add(id);
    turns.unshift(...conversation.turn(id));
  }
  return turns;
}

/** What the log says of prompts, by their ids. */
class StoredConversation {
  readonly #accepted = new Map<string, AcceptedMessage>();
  readonly #answers = new Map<string, TextMessage>();
  readonly #withClip = new Set<string>();

  constructor(messages: readonly DurableMessage[]) {
    for (const message of messages) {
      const { replyTo } = message;
      if (replyTo === undefined) continue;
      if (message.type === 'system' && message.event === 'accepted') this.#accepted.set(replyTo, message);
      if (message.type === 'video') this.#withClip.add(replyTo);
      // The bot speaks before the engine does.
      if (message.type === 'text' && !this.#answers.has(replyTo)) this.#answers.set(replyTo, message);
    }
  }

  /** The prompt before another one. */
  before(promptId: string): string | undefined {
    return this.#accepted.get(promptId)?.follows;
  }

  /** The turn of a prompt; none where it has been trimmed. */
  turn(promptId: string): readonly PastTurn[] {
    const { prompt: asked, attachments } = this.#accepted.get(promptId) ?? {};
    if (asked === undefined) return [];
    const answer = this.#answers.get(promptId);
    const drawn = answer?.prompt ?? answer?.shots?.join('\n') ?? (this.#withClip.has(promptId) ? asked : undefined);
    return [
      {
        asked,
        ...(attachments !== undefined && { images: attachments.length }),
        ...(answer !== undefined && { answer: replyOf(answer.content) }),
        ...(drawn !== undefined && { prompt: drawn }),
      },
    ];
  }
}

/** What was said, without the prompt that stands under it. */
function replyOf(content: string): string {
  const [reply = ''] = content.split('\n\n> ');
  return reply;
}
