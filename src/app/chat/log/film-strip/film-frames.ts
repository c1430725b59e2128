import type { Turn, VideoReply, ImageReply } from '../../../conversation-model/turn.ts';
import type { Pictured } from '../../../media/thumbnail.ts';

/** One picture of the strip: a finished clip or still, and the turn that has it. */
export interface FilmFrame {
  readonly id: string;
  readonly turnId: string;
  readonly pictured: Pictured;
  /** What was asked; undefined where that is not known here. */
  readonly caption: string | undefined;
}

/** The clips of a conversation, and the stills of turns without one, in their order. */
export function filmFrames(turns: readonly Turn[]): readonly FilmFrame[] {
  return turns.flatMap((turn): readonly FilmFrame[] => {
    if (turn.setAside === 'resent' || turn.replies.length === 0) return [];
    const clips = turn.replies.filter((reply) => reply.kind === 'video');
    const stills = clips.length > 0 ? [] : turn.replies.filter((reply) => reply.kind === 'image');
    const caption = turn.prompt?.content;
    return [...clips, ...stills].map((reply) => ({
      id: reply.id,
      turnId: turn.id,
      pictured: picturedOf(reply),
      caption,
    }));
  });
}

function picturedOf(reply: VideoReply | ImageReply): Pictured {
  const { kind, message } = reply;
  return kind === 'image' ? { kind, message } : { kind, message, poster: reply.poster };
}
