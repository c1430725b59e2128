/**
 * @typedef {import('./measure.mjs').Way} Way
 * @typedef {import('./app-page.mjs').AppPage} AppPage
 */

let texts = 0;

/** Runs in the page: what a press of the mouse changes there has been drawn then. */
async function framesToPass(count) {
  const { requestAnimationFrame } = globalThis;
  for (let frame = 0; frame < count; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/**
 * From the event of the socket to the text in the document; what the browser makes of that is its own.
 * @param {AppPage} app with a job under way
 * @returns {Way}
 */
export function frameToPixel(app) {
  return {
    name: 'a frame to a pixel',
    run: async (begin, end) => {
      texts += 1;
      const content = `第 ${texts} 段文字。`;
      const ended = app.atEnd(end);
      await app.page.evaluate((text) => {
        const { MutationObserver, document, waysEnd } = globalThis;
        const observer = new MutationObserver(() => {
          if (!document.body.textContent.includes(text)) return;
          observer.disconnect();
          waysEnd();
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }, content);
      await begin();
      app.sendOfJob({ type: 'text', content });
      return ended;
    },
  };
}

/**
 * From the click on the button, whose mouse is down, to `WebSocket.send()`.
 * @param {AppPage} app connected
 * @returns {Way}
 */
export function promptToWire(app) {
  const { page } = app;
  return {
    name: 'a prompt to the wire',
    run: async (begin, end) => {
      const ended = app.atEnd(end);
      await app.writePrompt();
      await page.evaluate(() => {
        const { WebSocket, waysEnd } = globalThis;
        const { send } = WebSocket.prototype;
        WebSocket.prototype.send = function (frame) {
          // A ping is none.
          if (JSON.parse(frame).type === 'text') {
            WebSocket.prototype.send = send;
            waysEnd();
          }
          send.call(this, frame);
        };
      });
      await page.mouse.down();
      await page.evaluate(framesToPass, 3);
      await begin();
      const up = page.mouse.up();
      const ran = await ended;
      await up;
      return ran;
    },
  };
}

/**
 * From the close of the socket to the page that says that it is connected again: lost, waited, opened, greeted,
 * drawn.
 * @param {AppPage} app connected
 * @returns {Way}
 */
export function reconnect(app) {
  return {
    name: 'a reconnect',
    run: async (begin, end) => {
      const ended = app.atEnd(end);
      await app.page.evaluate(() => {
        const { MutationObserver, document, requestAnimationFrame, waysEnd } = globalThis;
        // One place alone: elsewhere "connected" is still read when the loss is.
        const status = document.querySelector('kitten-connection-status');
        let isGreeted = false;
        const endOnceConnected = () => {
          if (!isGreeted || !status.textContent.includes('已连接')) return;
          isGreeted = false;
          observer.disconnect();
          waysEnd();
        };
        const observer = new MutationObserver(endOnceConnected);
        observer.observe(status, { subtree: true, childList: true, characterData: true });
        // The page says it as soon as the socket is open, at times before it is greeted.
        globalThis.waysGreeted = () => {
          isGreeted = true;
          requestAnimationFrame(() => requestAnimationFrame(endOnceConnected));
        };
      });
      await begin();
      // What a server says that is started anew.
      app.closeSocket(1012);
      return ended;
    },
  };
}
