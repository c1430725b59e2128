import type { ImageMessage, PromptMessage, VideoMessage } from '../../services/index.ts';
import type { Placed } from '../drafts/work-ways.ts';
import type { StoredMedium } from '../history/store/records.ts';

interface Origin {
  readonly id: string;
  /** When it was made, in milliseconds since the Unix epoch. */
  readonly at: number;
  readonly conversationId: string;
  /** What was asked, where that is known on this device; of a shot what the bot has made of a wish. */
  readonly prompt?: PromptMessage;
}

/** A finished clip with its still, or a still that belongs to no clip; and where it belongs. */
export type Work = Origin &
  (
    | { readonly kind: 'video'; readonly message: VideoMessage; readonly poster?: ImageMessage }
    | { readonly kind: 'image'; readonly message: ImageMessage }
  );

/** A work with the turn that has it. */
export function placed(work: Work): Placed {
  const { prompt, message } = work;
  return { ...work, turnId: prompt?.id ?? message.jobId ?? message.id };
}

/** The addresses of what a work consists of: the clip or still, and the still that stands for a clip. */
export function addressesOf({ message }: Work): readonly string[] {
  const poster = message.type === 'video' ? message.posterUrl : undefined;
  return [message.url, poster].filter((address) => address !== undefined);
}

/**
 * The works among all media, in the same order. A clip's still goes with the clip, and what one server has sent
 * twice is shown once.
 */
export function collectWorks(media: readonly StoredMedium[]): readonly Work[] {
  const posters = new Posters(media.map(({ message }) => message));
  const seen = new Set<string>();
  return media.flatMap((medium): readonly Work[] => {
    const { message, conversationId, prompt } = medium;
    if (seen.has(message.id)) return [];
    seen.add(message.id);
    const asked = prompt ?? shotOf(message);
    const origin = { id: message.id, at: message.ts, conversationId, ...(asked !== undefined && { prompt: asked }) };
    if (message.type === 'image') return posters.has(message) ? [] : [{ ...origin, kind: 'image', message }];
    const poster = posters.posterOf(message);
    return [{ ...origin, kind: 'video', message, ...(poster !== undefined && { poster }) }];
  });
}

/** A shot was asked for by the bot, and the clip says in which words. */
function shotOf(message: VideoMessage | ImageMessage): PromptMessage | undefined {
  const made = message.type === 'video' ? message.madeWith : undefined;
  if (made?.prompt === undefined) return undefined;
  const id = message.replyTo ?? message.id;
  return { type: 'text', id, content: made.prompt, options: { ...made.options, engine: made.id } };
}

/** The stills that stand for clips, found by address where the clip names one, and else by their job. */
class Posters {
  private readonly urls = new Set<string>();
  private readonly jobs = new Set<string>();
  private readonly byJob = new Map<string, ImageMessage>();

  constructor(messages: readonly (VideoMessage | ImageMessage)[]) {
    for (const message of messages) {
      if (message.type === 'image') {
        if (message.jobId !== undefined) this.byJob.set(message.jobId, message);
      } else if (message.posterUrl !== undefined) this.urls.add(message.posterUrl);
      else if (message.jobId !== undefined) this.jobs.add(message.jobId);
    }
  }

  has({ url, jobId }: ImageMessage): boolean {
    return (url !== undefined && this.urls.has(url)) || (jobId !== undefined && this.jobs.has(jobId));
  }

  posterOf({ posterUrl, jobId }: VideoMessage): ImageMessage | undefined {
    return posterUrl !== undefined || jobId === undefined ? undefined : this.byJob.get(jobId);
  }
}
