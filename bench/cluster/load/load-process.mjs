import { once } from 'node:events';
import { forkProgram } from '../nodes/start-node.mjs';

/** The users, in a process of their own, so that what they cost is not taken for a server's. */
export class LoadProcess {
  #child = forkProgram('../load/main.mjs');

  get pid() {
    return this.#child.pid;
  }

  /** Has it do something; resolves with what came of it. */
  async run(command, details = {}) {
    this.#child.send({ command, ...details });
    const [{ value, fault }] = await once(this.#child, 'message');
    if (fault !== undefined) throw new Error(fault);
    return value;
  }

  async close() {
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}
