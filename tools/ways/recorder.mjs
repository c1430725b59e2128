import { functionRuns } from './coverage.mjs';

/**
 * Sends a command of the Chrome DevTools Protocol.
 * @typedef {(method: string, params?: object) => Promise<any>} Send
 */

/** Where the numbers of the functions that are traced are written, in the engine that runs them. */
const TRACE = 'globalThis.waysTrace';

/** Records what runs in one JavaScript engine, a page's or this process's. */
export class Recorder {
  #send;
  #isOurs;
  #breakpoints = [];

  /**
   * @param {Send} send
   * @param {(url: string) => boolean} isOurs whether a script is one to count in
   */
  constructor(send, isOurs) {
    this.#send = send;
    this.#isOurs = isOurs;
  }

  /** Begins to count; before the scripts are loaded, so that V8 counts in all their functions. */
  async start() {
    await this.#send('Profiler.enable');
    await this.#send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    await this.#send('Debugger.enable');
  }

  /** What ran since the last call. What has run when this is called is counted, and nothing later. */
  async take() {
    const { result } = await this.#send('Profiler.takePreciseCoverage');
    return functionRuns(result.filter(({ url }) => this.#isOurs(url)));
  }

  /**
   * Coverage has no order: from now on each of these functions tells when it is entered, by a breakpoint whose
   * condition notes its number and never holds.
   * @param {readonly import('./coverage.mjs').FunctionRun[]} runs
   */
  async trace(runs) {
    for (const [number, run] of runs.entries()) {
      const location = await this.#firstLocation(run);
      if (location === undefined) continue;
      const condition = `${TRACE}.push(${number}) < 0`;
      const { breakpointId } = await this.#send('Debugger.setBreakpoint', { location, condition });
      this.#breakpoints.push(breakpointId);
    }
    await this.clearTrace();
  }

  async clearTrace() {
    await this.#send('Runtime.evaluate', { expression: `${TRACE} = []; undefined` });
  }

  /**
   * The numbers of the traced functions in the order in which they were entered, since the trace was cleared.
   * @returns {Promise<number[]>}
   */
  async takeTrace() {
    const { result } = await this.#send('Runtime.evaluate', { expression: TRACE, returnByValue: true });
    return result.value;
  }

  async endTrace() {
    for (const breakpointId of this.#breakpoints.splice(0)) {
      await this.#send('Debugger.removeBreakpoint', { breakpointId });
    }
  }

  /** The first place in a function, or in the part of it that ran, at which it could be stopped. */
  async #firstLocation({ scriptId, ranFrom, end }) {
    const { scriptSource } = await this.#send('Debugger.getScriptSource', { scriptId });
    const { locations } = await this.#send('Debugger.getPossibleBreakpoints', {
      start: { scriptId, ...positionOf(scriptSource, ranFrom) },
      end: { scriptId, ...positionOf(scriptSource, end) },
      restrictToFunction: true,
    });
    return locations[0];
  }
}

/** Line and column of an offset, both from 0. */
function positionOf(text, offset) {
  const before = text.slice(0, offset);
  return {
    lineNumber: before.split('\n').length - 1,
    columnNumber: offset - before.lastIndexOf('\n') - 1,
  };
}
