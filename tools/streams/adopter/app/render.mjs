/* global gc, localStorage, navigator */
import { createServer } from 'node:http';

/** Renders the application 1,300 times on this machine, and prints what is left of that. */
let sockets = 0;
const { WebSocket } = globalThis;
globalThis.WebSocket = class extends WebSocket {
  constructor(...args) {
    super(...args);
    sockets++;
  }
};

const { reqHandler } = await import('./dist/shop/server/server.mjs');
const server = createServer(reqHandler);
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/`;

async function render(times) {
  const codes = new Set();
  for (let count = 0; count < times; count++) {
    const html = await (await fetch(address)).text();
    codes.add(/id="code"[^>]*>([^<]*)</.exec(html)?.[1]);
  }
  return codes;
}

async function usedHeap() {
  for (let count = 0; count < 4; count++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    gc();
  }
  return process.memoryUsage().heapUsed;
}

const html = await (await fetch(address)).text();
await render(300);
const before = await usedHeap();
const codes = await render(1_000);
const after = await usedHeap();
const { held = [], pending = [] } = (await navigator.locks?.query()) ?? {};
console.log(
  JSON.stringify({
    status: /id="status"[^>]*>([^<]*)</.exec(html)?.[1],
    sockets,
    locks: held.length + pending.length,
    stored: localStorage.length,
    differentCodes: codes.has('') || codes.has(undefined) ? 'none shown' : codes.size,
    bytesPerRender: Math.round((after - before) / 1_000),
  }),
);
process.exit(0);
