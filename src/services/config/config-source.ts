import { inject, InjectionToken, Service } from '@angular/core';

import { DEFAULT_CONFIG, WEB_SOCKET_CONFIG, type WebSocketConfig } from './config.ts';

/** A configuration, and whether it says where to connect. */
export interface LoadedConfig extends WebSocketConfig {
  /**
   * False while a file that was asked for has not been read and the application names no server either: what the default
   * says is then nobody's choice.
   */
  readonly hasChosenServer: boolean;
  /** Whether it stays as it is: nothing remains to be read. */
  readonly isFinal: boolean;
}

/** Where the configuration in force comes from. */
export interface ConfigSource {
  /** What is known now. */
  readonly current: LoadedConfig;
  /** Resolves with what is known now; never rejects. */
  load(): Promise<LoadedConfig>;
}

/** The configuration in force. Default: what the application says; with `withConfigFile`, a file comes over that. */
export const CONFIG_SOURCE = new InjectionToken<ConfigSource>('CONFIG_SOURCE');

/** What the application says, over the defaults. */
@Service({ autoProvided: false })
export class ProvidedConfig implements ConfigSource {
  readonly current = { ...DEFAULT_CONFIG, ...inject(WEB_SOCKET_CONFIG), hasChosenServer: true, isFinal: true };

  load(): Promise<LoadedConfig> {
    return Promise.resolve(this.current);
  }
}
