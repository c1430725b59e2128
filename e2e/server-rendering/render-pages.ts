/**
 * Renders a page many times in one process, as a server does for its visitors, and writes as JSON what that has cost:
 * `node --expose-gc --experimental-webstorage --localstorage-file=FILE render-pages.ts BUNDLE COUNT`.
 */
import { writeFileSync } from 'node:fs';
import { getHeapSpaceStatistics } from 'node:v8';

/** What a process has done that has rendered pages. */
export interface Rendering {
  /** The first page. */
  readonly html: string;
  readonly pages: number;
  /** User codes in the pages, each once. */
  readonly codes: number;
  /** How often something was made or written that belongs to a browser, by its name. */
  readonly used: Readonly<Record<string, number>>;
  /** Locks that are held or waited for at the end. */
  readonly locks: number;
  /** By how much the objects in the heap have grown over the last half of the pages, in bytes. */
  readonly growth: number;
  /** What keeps the process running at the end, beyond what did before: timers, sockets, channels. */
  readonly leftBehind: readonly string[];
}

interface Server {
  reqHandler(request: Request): Promise<Response | null>;
}

const used: Record<string, number> = {};

function count(name: string): void {
  used[name] = (used[name] ?? 0) + 1;
}

/** Counts how often something of the process's own is constructed or called. */
function watch(owner: object, name: string): void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== 'function') throw new Error(`${name} is not there: the test would prove nothing`);
  const watched = new Proxy(original, {
    construct: (target, args, newTarget) => (count(name), Reflect.construct(target, args, newTarget) as object),
    apply: (target, self, args) => (count(name), Reflect.apply(target, self, args) as unknown),
  });
  Object.defineProperty(owner, name, { value: watched, configurable: true, writable: true });
}

async function renderPages(bundle: string, pages: number): Promise<Rendering> {
  watch(globalThis, 'WebSocket');
  watch(globalThis, 'BroadcastChannel');
  watch(Object.getPrototypeOf(globalThis.localStorage) as object, 'setItem');
  watch(Object.getPrototypeOf(globalThis.localStorage) as object, 'getItem');
  watch(Object.getPrototypeOf(navigator.locks) as object, 'request');
  watch(globalThis, 'fetch');
  const server = (await import(bundle)) as Server;
  const render = async (): Promise<string> => {
    const response = await server.reqHandler(new Request('http://localhost/'));
    return (await response?.text()) ?? '';
  };
  const html = await render();
  heapUsed();
  const before = process.getActiveResourcesInfo();
  const codes = new Set<string>();
  let heap = 0;
  for (let page = 0; page < pages; page++) {
    for (const [, code = ''] of (await render()).matchAll(/<p id="(?:code|orders)">([^<]+)/g)) {
      // A copy: a piece of a text keeps the whole text.
      codes.add(structuredClone(code));
    }
    if (page === pages / 2) heap = heapUsed();
  }
  const growth = heapUsed() - heap;
  const { held = [], pending = [] } = await navigator.locks.query();
  const leftBehind = process.getActiveResourcesInfo().slice(before.length);
  return { html, pages, codes: codes.size, used, locks: held.length + pending.length, growth, leftBehind };
}

/** Where the engine has its code: compiled and dropped again by thousands of bytes a page, for some hundreds of pages. */
const CODE_SPACES = new Set(['code_space', 'trusted_space', 'code_large_object_space', 'trusted_large_object_space']);

function heapUsed(): number {
  const collector: { readonly gc?: (() => void) | undefined } = globalThis;
  // What the first one leaves is code that is not needed any more.
  for (let turn = 0; turn < 4; turn++) collector.gc?.();
  const objects = getHeapSpaceStatistics().filter(({ space_name: name }) => !CODE_SPACES.has(name));
  return objects.reduce((sum, { space_used_size: size }) => sum + size, 0);
}

const [, , bundle = '', pages = '', output = ''] = process.argv;
writeFileSync(output, JSON.stringify(await renderPages(bundle, Number(pages))));
