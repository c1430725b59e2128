import type { TextSource } from '../../language/texts.ts';

/** What is looked at. */
export type CheckName =
  | 'network'
  | 'server'
  | 'socket'
  | 'code'
  | 'encryption'
  | 'errors'
  | 'faults'
  | 'storage'
  | 'clock'
  | 'version'
  | 'offline';

/** How it is with it: a warning where it was bad and is not now; unknown where nothing can tell. */
export type CheckState = 'running' | 'ok' | 'warning' | 'problem' | 'unknown';

/** What a person can have the application do about it. */
export type RemedyAction = 'reconnect' | 'refreshCode' | 'update' | 'reload' | 'install';

/** A text in the language of the moment. */
export type Phrase = (text: TextSource) => string;

/** What was found at one check. */
export interface Check {
  readonly name: CheckName;
  readonly state: CheckState;
  readonly finding: Phrase;
  /** What would mend it. */
  readonly remedy?: Phrase;
  readonly action?: RemedyAction;
}

/** Something is looked at, and nothing is known yet. */
export function running(name: CheckName): Check {
  return { name, state: 'running', finding: (text) => text('diagnostics.checking') };
}
