import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { welcomeMessage } from '../../src/protocol/testing/welcome.ts';
import { Bundle } from './bundle.mjs';
import { Recorder } from './recorder.mjs';

const PROMPT = '一只橘猫在雨夜的霓虹街头散步';

/** Runs in the page: its sockets lead elsewhere than it thinks, and tell of their first message. */
function leadSocketsTo(address) {
  globalThis.WebSocket = class extends globalThis.WebSocket {
    constructor(url, protocols) {
      super(`${address}${new URL(url).search}`, protocols);
      this.addEventListener('message', () => globalThis.waysGreeted?.(), { once: true });
    }
  };
}

/**
 * The application in a page of the browser, connected to a server of this file's own, so that nothing happens but what
 * a way does. The socket is a real one: what the testing library sends into a page by itself is lost while that is stopped.
 */
export class AppPage {
  page;
  recorder;
  #session;
  #server;
  #appFolder;
  #origin;
  #socket;
  #bundles = new Map();
  #seq = 0;
  #prompts = [];

  /**
   * Opens the application.
   * @param {import('@playwright/test').BrowserContext} context
   * @param {{ url: string, appFolder: string }} app where it is served, and from which folder
   */
  static async open(context, { url, appFolder }) {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(server, 'listening');
    const app = new AppPage(page, { session, server, url, appFolder });
    await app.recorder.start();
    await page.route('**/config.json', (route) => route.fulfill({ json: { reconnectTimeout: 1_000 } }));
    server.on('connection', (socket) => app.#greet(socket));
    await page.addInitScript(leadSocketsTo, `ws://127.0.0.1:${server.address().port}`);
    // What a page does at the moment that is waited for: it stops, and goes on when it has been looked at.
    await page.addInitScript({ content: 'globalThis.waysEnd = () => { debugger; };' });
    await page.goto(url);
    await page.getByText('已连接').first().waitFor();
    // Most of the time there is a job under way, and a conversation that shows it.
    await app.writePrompt();
    await page.mouse.down();
    await page.mouse.up();
    await page.getByRole('log').getByRole('progressbar').first().waitFor();
    return app;
  }

  constructor(page, { session, server, url, appFolder }) {
    this.page = page;
    this.#session = session;
    this.#server = server;
    this.#origin = new URL(url).origin;
    this.#appFolder = appFolder;
    this.recorder = new Recorder(
      (method, params) => session.send(method, params),
      (script) => script.startsWith(this.#origin),
    );
  }

  /** Fills the composer, and puts the mouse over the button that sends. */
  async writePrompt() {
    await this.page.getByRole('textbox', { name: '消息' }).fill(PROMPT);
    await this.page.getByRole('button', { name: '发送' }).hover();
  }

  /** Calls back while the debugger has paused the page in `waysEnd()`; resolves with what the callback returns. */
  atEnd(end) {
    return new Promise((resolve, reject) => {
      this.#session.once('Debugger.paused', () => {
        end()
          .finally(() => this.#session.send('Debugger.resume'))
          .then(resolve, reject);
      });
    });
  }

  /** Sends a durable message of the newest prompt's job. */
  sendOfJob(message) {
    const replyTo = this.#prompts.at(-1);
    this.#seq += 1;
    this.#send({ seq: this.#seq, jobId: replyTo, replyTo, ...message });
  }

  /** Closes the socket from the server's side. */
  closeSocket(code) {
    this.#socket.close(code);
  }

  /** Ends the server; the browser is somebody else's. */
  close() {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  /** The source file of a function. */
  fileOf({ url, start }) {
    let bundle = this.#bundles.get(url);
    if (bundle === undefined) {
      bundle = new Bundle(readFileSync(join(this.#appFolder, new URL(url).pathname), 'utf8'));
      this.#bundles.set(url, bundle);
    }
    return bundle.sourceOf(start);
  }

  #greet(socket) {
    this.#socket = socket;
    socket.on('message', (frame) => this.#answer(JSON.parse(String(frame))));
    // A heartbeat that is due once, at the greeting: another would be a frame too.
    const message = welcomeMessage({ ts: Date.now(), lastSeq: this.#seq, heartbeatMs: 600_000 });
    socket.send(JSON.stringify(message));
  }

  /** A ping is answered, or the page would connect again by itself; a prompt is accepted, and its job begins. */
  #answer({ type, id }) {
    if (type === 'ping') this.#send({ type: 'system', event: 'pong', replyTo: id });
    if (type !== 'text' || this.#prompts.includes(id)) return;
    this.#prompts.push(id);
    this.sendOfJob({ type: 'system', event: 'accepted' });
    this.sendOfJob({ type: 'system', event: 'started' });
  }

  #send(message) {
    this.#socket.send(JSON.stringify({ id: randomUUID(), ts: Date.now(), ...message }));
  }
}
