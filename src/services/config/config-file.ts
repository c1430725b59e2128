import { inject, InjectionToken, Service } from '@angular/core';

import { FETCH_TEXT } from '../platform/browser.ts';
import { checkConfig, isEntry } from './check-config.ts';
import type { ConfigSource, LoadedConfig } from './config-source.ts';
import { DEFAULT_CONFIG, WEB_SOCKET_CONFIG, type WebSocketConfig } from './config.ts';

/** Where the file is, relative to the page. Provided by `withConfigFile`; without it no file is asked for. */
export const CONFIG_FILE_ADDRESS = new InjectionToken<string>('CONFIG_FILE_ADDRESS');

/** What came of asking for the file: what it says, or why it says nothing. */
type Reading =
  | { readonly kind: 'read'; readonly config: Partial<WebSocketConfig> }
  | { readonly kind: 'absent' | 'unreadable'; readonly reason: string };

/**
 * A file of configuration beside the application, over what the application decides, over the defaults. Until it was
 * read it is asked for again. One that is not there yet, or is another program's, costs a warning, and what the
 * application says holds meanwhile. One that can't be read, because the server is busy, a network asks for a login, or
 * nothing answers, may say anything: no server is taken for chosen that the application does not name.
 */
@Service({ autoProvided: false })
export class ConfigFile implements ConfigSource {
  readonly #fetchText = inject(FETCH_TEXT);
  readonly #address = inject(CONFIG_FILE_ADDRESS);
  readonly #applicationConfig = inject(WEB_SOCKET_CONFIG);
  /** What is known now: the file comes over it once it was read. */
  current: LoadedConfig = {
    ...DEFAULT_CONFIG,
    ...this.#applicationConfig,
    isFinal: false,
    hasChosenServer: namesServer(this.#applicationConfig),
  };
  #loading: Promise<LoadedConfig> | undefined;
  #hasWarned = false;

  /** Resolves with the same configuration every time once the file was read, and asks for it until then. */
  load(): Promise<LoadedConfig> {
    this.#loading ??= this.#read();
    return this.#loading;
  }

  async #read(): Promise<LoadedConfig> {
    const applicationConfig = this.#applicationConfig;
    const reading = await this.#askForFile();
    if (reading.kind !== 'read') {
      this.#warnOnce(`${this.#address} is ignored, ${reading.reason}.`);
      this.#loading = undefined;
    }
    this.current = {
      ...DEFAULT_CONFIG,
      ...applicationConfig,
      ...(reading.kind === 'read' && overriding(reading.config)),
      isFinal: reading.kind === 'read',
      hasChosenServer: reading.kind !== 'unreadable' || namesServer(applicationConfig),
    };
    return this.current;
  }

  async #askForFile(): Promise<Reading> {
    try {
      const { status, text } = await this.#fetchText(this.#address);
      if (status === 404 || status === 410) return { kind: 'absent', reason: 'it is not there' };
      if (status < 200 || status > 299) return { kind: 'unreadable', reason: `the server answered ${status}` };
      return this.#parse(text);
    } catch {
      return { kind: 'unreadable', reason: 'it could not be fetched' };
    }
  }

  #parse(text: string): Reading {
    const parsed = parseJson(text);
    // The page of a hotel's network is no JSON, nor is a file that is cut short.
    if (parsed === undefined) return { kind: 'unreadable', reason: 'it is not JSON' };
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
      return { kind: 'absent', reason: 'it holds no JSON object' };
    }
    const { config, faults } = checkConfig({ ...parsed, storagePrefix: undefined });
    if (!isOurs(parsed, config)) return { kind: 'absent', reason: foreignReason(parsed) };
    for (const { name, reason } of faults) console.warn(`${this.#address}: "${name}" ${reason}.`);
    return { kind: 'read', config };
  }

  #warnOnce(message: string): void {
    if (!this.#hasWarned) console.warn(message);
    this.#hasWarned = true;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function namesServer({ baseUrl, url }: Partial<WebSocketConfig>): boolean {
  return baseUrl !== undefined || url !== undefined;
}

/**
 * An application may have a `config.json` of its own, whose `baseUrl` is that of its API: where there are names that are
 * not ours, the file is ours only if it has an address by which nothing but a WebSocket can be meant.
 */
function isOurs(parsed: object, { baseUrl, url }: Partial<WebSocketConfig>): boolean {
  if (strangeNames(parsed).length === 0) return true;
  return [baseUrl, url].some((address) => typeof address === 'string' && /^wss?:/i.test(address.trim()));
}

function strangeNames(parsed: object): readonly string[] {
  return Object.keys(parsed).filter((name) => !isEntry(name));
}

function foreignReason(parsed: object): string {
  const names = strangeNames(parsed).map((name) => `"${name}"`);
  return `it seems to be another program's, for it has ${names.join(', ')}`;
}

/** An address in the file takes the place of whatever the application says. */
function overriding(config: Partial<WebSocketConfig>): Partial<WebSocketConfig> {
  return config.baseUrl === undefined ? config : { url: undefined, ...config };
}
