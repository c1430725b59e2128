import type { EngineInfo } from '../../protocol/index.ts';
import type { Redact } from './redactor.ts';

/** What an engine on other machines is made with besides its configuration. */
export interface RemoteEngineContext {
  readonly info: EngineInfo;
  readonly key: string | undefined;
  readonly redact: Redact;
  /** Jobs that each address takes at once. */
  readonly share: number;
}
