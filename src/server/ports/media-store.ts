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

/** Finished clips and posters, and what was uploaded. */
export interface MediaStore {
  /** Saves bytes under a new name. Throws a TypeError for a type that is no video or image a browser shows. */
  save(draft: MediaDraft): Promise<StoredMedia>;
  /** The folder that holds the files under their names, for a server with Range support. */
  readonly folder: string;
  /** Whether there is a medium of a name; false for what is no name at all. */
  has(name: string): Promise<boolean>;
  /** The bytes of a medium. Rejects where it is not there. */
  read(name: string): Promise<Uint8Array>;
  /** The names of what was saved before a time, in milliseconds since the Unix epoch; default: of all. */
  list(before?: number): Promise<readonly string[]>;
  /** Removes a medium; one that is not there is fine. */
  remove(name: string): Promise<void>;
  close(): Promise<void>;
}
