import { inject, Service } from '@angular/core';

import { FETCH_TEXT } from '../platform/browser.ts';
import { checkConfig, DEFAULT_CONFIG, WEB_SOCKET_CONFIG, type WebSocketConfig } from './config.ts';

const CONFIG_FILE = 'config.json';

/**
 * The configuration in force: `config.json`, read when it is first asked for, over what the application
 * decides, over the defaults. A file that is absent or malformed costs a warning and nothing else.
 */
@Service({ autoProvided: false })
export class ConfigFile {
  private readonly fetchText = inject(FETCH_TEXT);
  private readonly applicationConfig = inject(WEB_SOCKET_CONFIG);
  private config: Promise<WebSocketConfig> | undefined;

  /** Resolves with the same configuration every time; never rejects. */
  load(): Promise<WebSocketConfig> {
    this.config ??= this.readFile().then((file) => ({ ...DEFAULT_CONFIG, ...this.applicationConfig, ...file }));
    return this.config;
  }

  private async readFile(): Promise<Partial<WebSocketConfig>> {
    try {
      const { isOk, text } = await this.fetchText(CONFIG_FILE);
      if (!isOk) return this.ignore('it could not be read');
      const parsed: unknown = JSON.parse(text);
      if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
        return this.ignore('it holds no JSON object');
      }
      const { config, faults } = checkConfig({ ...parsed });
      for (const { name, reason } of faults) console.warn(`${CONFIG_FILE}: "${name}" ${reason}; it is ignored.`);
      return config;
    } catch (error) {
      return this.ignore(error instanceof SyntaxError ? 'it is not JSON' : 'it could not be read');
    }
  }

  private ignore(reason: string): Partial<WebSocketConfig> {
    console.warn(`${CONFIG_FILE} is ignored, ${reason}; the defaults apply.`);
    return {};
  }
}
