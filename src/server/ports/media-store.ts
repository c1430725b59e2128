import type { Readable } from 'node:stream';

/** Bytes to save. */
export interface MediaDraft {
  readonly bytes: Uint8Array;
  /** `video/…` or `image/…`; decides the file extension. */
  readonly mimeType: string;
  /** What counts as the address for which they are stored; absent where that is not known. */
  readonly address?: string;
  /** The key of the user code that they are for; absent where that is not known. */
  readonly code?: string;
}

/** Where saved bytes are. */
export interface StoredMedia {
  /** A name that nobody can guess (at least 128 random bits) and that never means other bytes. */
  readonly name: string;
  /** Relative to the gateway's origin. */
  readonly url: string;
}

/** What is known of a medium without its bytes. */
export interface MediaFacts {
  readonly bytes: number;
  /** When it was saved, in milliseconds since the Unix epoch. */
  readonly savedAt: number;
}

/** A part of a medium, from the first byte to the last, which belongs to it. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** Finished clips and posters, and what was uploaded. */
export interface MediaStore {
  /** Saves bytes under a new name. Throws a TypeError for a type that is no video or image a browser shows. */
  save(draft: MediaDraft): Promise<StoredMedia>;
  /** What is known of a medium without its bytes; undefined where there is none, and for what is no name at all. */
  find(name: string): Promise<MediaFacts | undefined>;
  /**
   * The bytes of a medium as they come, or a range of them, which has to be in it; undefined where there is none. Whoever
   * asked for the stream destroys it where it is not read to its end.
   */
  open(name: string, range?: ByteRange): Promise<Readable | undefined>;
  /** The bytes of a medium. Rejects where it is not there. */
  read(name: string): Promise<Uint8Array>;
  /** The names of what was saved before a time, in milliseconds since the Unix epoch; default: of all. */
  list(before?: number): Promise<readonly string[]>;
  /** Removes a medium; one that is not there is fine. */
  remove(name: string): Promise<void>;
  /** Stores something and removes it. Rejects with what an operator looks up where that can't be done. */
  probe(): Promise<void>;
  close(): Promise<void>;
}
