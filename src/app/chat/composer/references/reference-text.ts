import { UPLOAD_LIMITS } from '../../../../services/index.ts';
import type { TextSource } from '../../../language/texts.ts';
import type { Reference, ReferenceProblem } from './references.ts';

/** The largest file, in megabytes as people count them. */
export const MAX_MEGABYTES = UPLOAD_LIMITS.bytes / 2 ** 20;

/** What there is to say about a reference image; empty where it is as it should be. */
export function referenceText({ state }: Reference, text: TextSource): string {
  switch (state.kind) {
    case 'done':
      return '';
    case 'waiting':
      return text('composer.waiting');
    case 'uploading':
      return text('composer.uploading', { percent: Math.round(state.share * 100) });
    case 'failed':
      return problemText(state.problem, text);
  }
}

function problemText(problem: ReferenceProblem, text: TextSource): string {
  switch (problem) {
    case 'network':
      return text('composer.problemNetwork');
    case 'code':
      return text('composer.problemCode');
    case 'too-large':
      return text('composer.problemTooLarge', {
        size: MAX_MEGABYTES,
        pixels: UPLOAD_LIMITS.pixels.toLocaleString('en'),
      });
    case 'type':
      return text('composer.problemType');
    case 'broken':
      return text('composer.problemBroken');
    case 'busy':
      return text('composer.problemBusy');
    case 'no-room':
      return text('composer.problemNoRoom');
    case 'refused':
      return text('composer.problemRefused');
    case 'gone':
      return text('composer.problemGone');
    case 'heic':
      return text('composer.problemHeic');
    case 'lost':
      return text('composer.problemLost');
  }
}
