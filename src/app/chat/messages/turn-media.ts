import type { ViewerItem } from '../../media/viewer/viewer-item.ts';
import type { Turn } from '../../conversation-model/turn.ts';

/** The clips and stills of a conversation in their order, each with what was asked. */
export function turnMedia(turns: readonly Turn[]): readonly ViewerItem[] {
  return turns.flatMap(({ prompt, replies }) =>
    replies.flatMap((reply): ViewerItem[] => {
      const caption = prompt?.content;
      if (reply.kind === 'image') {
        return [{ kind: 'image', message: reply.message, caption: caption ?? reply.message.name ?? '' }];
      }
      if (reply.kind !== 'video') return [];
      const { message, poster } = reply;
      return [{ kind: 'video', message, poster, caption: caption ?? message.name ?? '' }];
    }),
  );
}
