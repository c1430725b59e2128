import type { ServerMessage } from '../../protocol/index.ts';

/** Holds, for each released version, its data folder as it left it, and what is in there as JSON: `0.1.0`, `0.1.0.json`. */
export const DATA_FIXTURES = new URL('../storage/fixtures/', import.meta.url);

/** What is in the data folder of a version, as the JSON file beside it says. */
export interface DataFixture {
  readonly epoch: string;
  /** Every user code, with the messages that a client of it gets that has none. */
  readonly codes: readonly { readonly code: string; readonly messages: readonly ServerMessage[] }[];
  /** The prompts whose jobs ran or waited when the gateway stopped, in the order in which they run again. */
  readonly openPrompts: { readonly code: string; readonly ids: readonly string[] };
  /** The code that has been revoked. */
  readonly revoked: string;
  /** The names of all media. */
  readonly media: readonly string[];
}
