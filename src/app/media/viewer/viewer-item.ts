import type { ImageMessage, PromptMessage, VideoMessage } from '../../../services/index.ts';

/** A medium to look at. */
export type ViewerItem =
  | { readonly kind: 'image'; readonly message: ImageMessage; readonly caption: string }
  | {
      readonly kind: 'video';
      readonly message: VideoMessage;
      readonly poster?: ImageMessage | undefined;
      readonly caption: string;
      /** What was asked, where that is known. */
      readonly prompt?: PromptMessage | undefined;
    };
