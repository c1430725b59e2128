import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Session } from 'node:inspector/promises';
import { pathToFileURL } from 'node:url';
import { WebSocket } from 'ws';
import { enginesOf } from './gateway-engines.mjs';
import { measure } from './measure.mjs';
import { Recorder } from './recorder.mjs';

/**
 * What a prompt enters on its way from the wire to the engine: from the message of the socket to the engine's
 * `generate()`. The gateway runs in this process, with an engine of this file's own.
 * @param {string} root the folder of the project to measure
 * @param {string} dataFolder
 * @returns {Promise<import('./visits.mjs').Visit[]>}
 */
export async function promptToEngine(root, dataFolder) {
  const rootUrl = pathToFileURL(`${root}/`).href;
  const session = new Session();
  session.connect();
  const recorder = new Recorder(
    (method, params) => session.post(method, params),
    (url) => url.startsWith(`${rootUrl}src/`),
  );
  await recorder.start();
  const { createGateway, DataFolder } = await import(`${rootUrl}src/server/index.ts`);
  const engine = new EngineThatEndsAWay();
  const storage = await DataFolder.open(dataFolder);
  const gateway = await createGateway({
    ...(await enginesOf(rootUrl, engine)),
    storage,
    appFolder: dataFolder,
    logLevel: 'silent',
    reconnectJitterMs: 0,
  });
  const address = `${gateway.url.replace('http', 'ws')}/api/ws/video-generation?code=${randomUUID()}`;
  const socket = new WebSocket(address);
  try {
    await once(socket, 'message');
    return await measure(prompting(socket, engine), recorder, ({ url }) => url.slice(rootUrl.length));
  } finally {
    socket.close();
    await gateway.close();
    session.disconnect();
  }
}

/** @returns {import('./measure.mjs').Way} */
function prompting(socket, engine) {
  return {
    name: 'a prompt from the wire to the engine',
    run: async (begin, end) => {
      const ended = engine.atNextCall(end);
      await begin();
      socket.send(JSON.stringify({ type: 'text', id: randomUUID(), content: '一只橘猫在雨夜的霓虹街头散步' }));
      return ended;
    },
  };
}

/** It makes nothing: the way is over when it is asked. */
class EngineThatEndsAWay {
  info = { name: 'instant', isModel: false };
  #end = () => undefined;

  generate() {
    this.#end();
    return (async function* () {})();
  }

  /** Calls back at once when it is asked next, and resolves with what came of that. */
  atNextCall(end) {
    return new Promise((resolve) => {
      this.#end = () => resolve(end());
    });
  }

  async close() {
    // It holds nothing.
  }
}
