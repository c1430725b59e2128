import { isActive, type Turn } from '../conversation-model/turn.ts';
import { restoreConversation } from './restore-conversation.ts';
import type { ConversationContent } from './store/records.ts';

/** The ids of the prompts that something is still to come of: those that wait to be sent, too. */
export function unfinishedPrompts(content: ConversationContent): readonly string[] {
  return restoreConversation(content, { log: undefined, transient: [] })
    .copyTurns()
    .filter(isUnfinished)
    .flatMap(({ promptId }) => promptId ?? []);
}

function isUnfinished({ job, failure, setAside, replies }: Turn): boolean {
  if (job !== undefined) return isActive(job);
  return failure === undefined && setAside === undefined && replies.length === 0;
}
