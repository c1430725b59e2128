import type { UploadType } from '../../protocol/index.ts';

/** What a decoding process is asked. */
export interface DecodeRequest {
  readonly file: Uint8Array;
  readonly mimeType: UploadType;
  readonly metadata: Metadata;
}

/** What becomes of what a camera has written into a picture. */
export type Metadata = 'keep' | 'strip';

/** The size of a picture as its decoder has it, in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A picture that can be decoded. */
export interface DecodedPicture extends PictureSize {
  /** The file, without its metadata where they were to be stripped. */
  readonly file: Uint8Array;
}

/** What a decoding process answers. */
export type DecodeAnswer = DecodedPicture | 'unreadable';

/** The exit code of a decoding process that would use more memory than it may. */
export const TOO_MUCH_MEMORY = 86;
