import type { ImageMessage, PromptMessage, VideoMessage } from '../../../services/index.ts';
import type { MediumWays } from '../medium-ways.ts';

interface Origin {
  readonly caption: string;
  /** What was asked, where that is known. */
  readonly prompt?: PromptMessage | undefined;
  /** Where it leads to. */
  readonly ways?: MediumWays;
}

/** A medium to look at. */
export type ViewerItem = Origin &
  (
    | { readonly kind: 'image'; readonly message: ImageMessage }
    | { readonly kind: 'video'; readonly message: VideoMessage; readonly poster?: ImageMessage | undefined }
  );
