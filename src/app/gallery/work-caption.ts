import type { TextSource } from '../language/texts.ts';
import type { Work } from './collect-works.ts';

/** What a work is called: what was asked, or else its name. */
export function captionOf({ prompt, message, kind }: Work, text: TextSource): string {
  return prompt?.content ?? message.name ?? text(kind === 'video' ? 'media.videoOfKitten' : 'media.imageOfKitten');
}
