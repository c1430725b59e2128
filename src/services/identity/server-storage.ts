import { inject, Service } from '@angular/core';
import { BehaviorSubject, filter, type Observable } from 'rxjs';

import { CONFIG_SOURCE, type LoadedConfig } from '../config/config-source.ts';
import { serverName, socketEndpoint } from '../config/endpoint.ts';
import { LOCAL_STORAGE, PAGE_URL } from '../platform/browser.ts';
import { STORAGE_PREFIX } from '../platform/storage-prefix.ts';

/**
 * What the browser stores for the server that a backend has now. A backend whose address is changed finds nothing of what
 * was for the server before, which finds it again when it is back: the first server that this browser had with the
 * backend has the plain names, any other one has its address in them.
 */
@Service({ autoProvided: false })
export class ServerStorage {
  readonly #prefix = inject(STORAGE_PREFIX);
  readonly #openStorage = inject(LOCAL_STORAGE);
  readonly #current = new BehaviorSubject<string | undefined>(undefined);
  #firstServer: string | undefined;

  /** The server's address without the user code, once it is known. Hot; replays it; never errors or completes. */
  readonly endpoint$: Observable<string> = this.#current.pipe(filter((endpoint) => endpoint !== undefined));

  constructor() {
    const endpoint = fixedEndpoint(inject(CONFIG_SOURCE).current, inject(PAGE_URL));
    if (endpoint !== undefined) this.enter(endpoint);
  }

  /** The server's address without the user code; undefined before it is known. */
  get endpoint(): string | undefined {
    return this.#current.value;
  }

  /** The server's address; before that is known the one that it is likely to be, undefined on a first visit. */
  get likelyEndpoint(): string | undefined {
    return this.#current.value ?? this.#owner;
  }

  /** From now on the backend has this server. What was stored before anybody noted the server belongs to it. */
  enter(endpoint: string): void {
    if (endpoint === this.#current.value) return;
    this.#firstServer = this.#owner ?? endpoint;
    this.#current.next(endpoint);
    this.#noteOwner();
  }

  /** The key under which an entry is stored. */
  keyOf(entry: string): string {
    const { value: endpoint } = this.#current;
    const isPlain = endpoint === undefined || endpoint === this.#owner;
    return `${this.#prefix}.${isPlain ? '' : `at ${endpoint}.`}${entry}`;
  }

  /** Reads an entry; null where there is none, or the browser stores nothing. */
  read(entry: string): string | null {
    return this.#get(this.keyOf(entry));
  }

  /** Writes an entry, unless the browser stores nothing. */
  write(entry: string, value: string): void {
    // Whose it is comes first: a storage that was cleared must not give it to the next server that looks.
    this.#noteOwner();
    this.#set(this.keyOf(entry), value);
  }

  /** Who has the plain names. Other pages may have noted it meanwhile. */
  get #owner(): string | undefined {
    return this.#get(this.#ownerKey) || this.#firstServer;
  }

  get #ownerKey(): string {
    return `${this.#prefix}.endpoint`;
  }

  #noteOwner(): void {
    const owner = this.#owner;
    if (owner !== undefined && !this.#get(this.#ownerKey)) this.#set(this.#ownerKey, owner);
  }

  #get(key: string): string | null {
    try {
      return this.#openStorage().getItem(key);
    } catch {
      return null;
    }
  }

  #set(key: string, value: string): void {
    try {
      this.#openStorage().setItem(key, value);
    } catch {
      // Private modes and blocked cookies: it lives in memory.
    }
  }
}

/** The address of a server that is known before anything has been read or asked for. */
function fixedEndpoint(config: LoadedConfig, pageUrl: string): string | undefined {
  const { url, baseUrl, isFinal } = config;
  if (!isFinal || typeof url === 'function') return undefined;
  const endpoint = socketEndpoint(url ?? baseUrl, pageUrl);
  return endpoint === undefined ? undefined : serverName(endpoint, config);
}
