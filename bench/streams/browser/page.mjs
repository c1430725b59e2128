import { setTimeout as wait } from 'node:timers/promises';

/** What takes longer in a page has gone wrong. */
const EVALUATION_LIMIT_MS = 10 * 60_000;

/** One page, and what its main thread has done. */
export class Page {
  #call;
  #dispose;

  /**
   * @param {(method: string, params?: object) => Promise<any>} call
   * @param {() => Promise<unknown>} dispose
   */
  constructor(call, dispose) {
    this.#call = call;
    this.#dispose = dispose;
  }

  /** Calls a method of the DevTools protocol for this page. */
  call(method, params) {
    return this.#call(method, params);
  }

  async open(url) {
    const { errorText } = await this.#call('Page.navigate', { url });
    if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
    // In CPU time: what other programs take from this thread is not its doing.
    await this.#call('Performance.enable', { timeDomain: 'threadTicks' });
  }

  /** Runs an expression in the page; resolves with its value, of a promise with what it resolves with. */
  async evaluate(expression) {
    const options = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await Promise.race([
      this.#call('Runtime.evaluate', options),
      tooLate(expression),
    ]);
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  /**
   * What its main thread has done up to now, in milliseconds: all tasks, and the script in them.
   * @returns {Promise<{ taskMs: number, scriptMs: number }>}
   */
  async work() {
    const { metrics } = await this.#call('Performance.getMetrics');
    const seconds = (name) => metrics.find((metric) => metric.name === name).value;
    return { taskMs: seconds('TaskDuration') * 1_000, scriptMs: seconds('ScriptDuration') * 1_000 };
  }

  /** Bytes that script holds, after all that it no longer needs has gone. */
  async heldBytes() {
    await this.#call('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#call('Runtime.getHeapUsage');
    return usedSize;
  }

  async close() {
    await this.#dispose();
  }
}

async function tooLate(expression) {
  await wait(EVALUATION_LIMIT_MS, undefined, { ref: false });
  throw new Error(`${expression} took over ${EVALUATION_LIMIT_MS / 60_000} minutes`);
}
