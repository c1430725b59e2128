import type { Reply, Turn } from '../../conversation-model/turn.ts';
import type { TextSource } from '../../language/texts.ts';

/** What is said in a turn, as plain text: the prompt, and what answers it. */
export function turnText({ prompt, replies }: Turn, text: TextSource): string {
  const asked = prompt === undefined ? [] : [prompt.content];
  return [...asked, ...replies.map((reply) => replyText(reply, text))].filter((part) => part !== '').join('\n\n');
}

function replyText(reply: Reply, text: TextSource): string {
  switch (reply.kind) {
    case 'text':
      return reply.content;
    case 'video':
      return `[${text('chat.video')}]`;
    case 'image':
      return `[${text('chat.image')}]`;
    case 'error':
      return reply.message.content;
    case 'system':
    case 'gap':
      return '';
  }
}
