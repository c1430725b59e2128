/** How far a prompt has come on its way. */
export type Delivery =
  /** It waits for a connection, or for its turn. */
  | { readonly state: 'queued' }
  /** It has been written to the socket. With a basic server this is the end. */
  | { readonly state: 'sent' }
  /** The server has it, and has made a job of it. */
  | { readonly state: 'accepted' }
  /** It will not be sent again by itself. `cause` is a sentence for people, in Chinese or the server's own. */
  | { readonly state: 'failed'; readonly reason: DeliveryFailure; readonly cause: string };

/** Why a prompt failed, for programs: a word of ours, or the `code` of the error with which the server refused it. */
export type DeliveryFailure = 'outbox_full' | 'cancelled' | 'unencodable' | 'too_large' | (string & {});
