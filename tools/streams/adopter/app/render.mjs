import { createServer } from 'node:http';

/** Renders the application on this machine, again and again, and prints what is left of that. */
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

const html = await page();
await render(500);
// A leak grows with each round; what the engine compiles, or frees late, counts in one of them only.
const blocks = [await growth(), await growth(), await growth(), await growth()];
const { held = [], pending = [] } = (await navigator.locks?.query()) ?? {};
console.log(
  JSON.stringify({
    status: /id="status"[^>]*>([^<]*)</.exec(html)?.[1],
    sockets,
    locks: held.length + pending.length,
    stored: localStorage.length,
    differentCodes: new Set(blocks.flatMap(({ codes }) => [...codes])).size,
    bytesPerRender: Math.min(...blocks.map(({ bytes }) => bytes)),
  }),
);
process.exit(0);

async function page() {
  return (await fetch(address)).text();
}

async function render(times) {
  const codes = new Set();
  for (let count = 0; count < times; count++) codes.add(/id="code"[^>]*>([^<]*)</.exec(await page())?.[1]);
  return codes;
}

/** By how many bytes the heap grows with each of 1,000 renders. */
async function growth() {
  const before = await usedHeap();
  const codes = await render(1_000);
  return { codes, bytes: Math.round(((await usedHeap()) - before) / 1_000) };
}

async function usedHeap() {
  for (let count = 0; count < 4; count++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    gc();
  }
  return process.memoryUsage().heapUsed;
}
