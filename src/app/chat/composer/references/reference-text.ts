import { UPLOAD_LIMITS } from '../../../../services/index.ts';
import { waitText } from '../../../language/quantity-text.ts';
import type { CountTextSource, TextSource } from '../../../language/texts.ts';
import type { Reference, ReferenceProblem } from './references.ts';

/** The largest file, in megabytes as people count them. */
export const MAX_MEGABYTES = UPLOAD_LIMITS.bytes / 2 ** 20;

/** What there is to say about a reference image; empty where it is as it should be. */
export function referenceText({ state }: Reference, text: TextSource, countText: CountTextSource): string {
  switch (state.kind) {
    case 'done':
      return '';
    case 'waiting':
      return text('composer.waiting');
    case 'uploading':
      return text('composer.uploading', { percent: Math.round(state.share * 100) });
    case 'failed':
      return problemText(
        state.problem,
        text,
        state.retryAfterMs === undefined ? undefined : waitText(state.retryAfterMs, countText),
      );
  }
}

/** `time` is when it may work again, where the server has said so. */
function problemText(problem: ReferenceProblem, text: TextSource, time: string | undefined): string {
  switch (problem) {
    case 'network':
      return text('references.network');
    case 'code':
      return text('references.code');
    case 'too-large':
      return text('references.tooLarge', {
        size: MAX_MEGABYTES,
        pixels: UPLOAD_LIMITS.pixels.toLocaleString('en'),
      });
    case 'type':
      return text('references.type');
    case 'broken':
      return text('references.broken');
    case 'busy':
      return time ? text('references.busyFor', { time }) : text('references.busy');
    case 'no-room':
      return time ? text('references.noRoomFor', { time }) : text('references.noRoom');
    case 'refused':
      return text('references.refused');
    case 'gone':
      return text('references.gone');
    case 'heic':
      return text('references.heic');
    case 'lost':
      return text('references.lost');
  }
}
