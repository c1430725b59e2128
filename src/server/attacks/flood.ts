import { type ChildProcess, fork } from 'node:child_process';
import { until } from '../../testing/index.ts';

const SCRIPT = new URL('./flood-main.ts', import.meta.url);

/** Sockets that another process holds. */
export class Flood {
  readonly #child: ChildProcess;
  #isOpen = false;
  #bytes = 0;

  /** Opens so many sockets of an address, in which `{uuid}` is another code for each, from one of this machine's own. */
  constructor(sockets: readonly { readonly count: number; readonly address: string; readonly from?: string }[]) {
    this.#child = fork(
      SCRIPT,
      sockets.map(({ count, address, from = '127.0.0.1' }) => `${count}*${from}*${address}`),
    );
    this.#child.on('message', (message: 'open' | { readonly bytes: number }) => {
      if (message === 'open') this.#isOpen = true;
      else this.#bytes = message.bytes;
    });
  }

  /** Resolves once each socket has been sent its first frame. */
  async opened(): Promise<void> {
    await until(() => this.#isOpen, { what: 'every socket is greeted', limit: 120_000 });
  }

  /** Resolves once all sockets together have been sent so many bytes. */
  async received(bytes: number): Promise<void> {
    await until(
      async () => {
        if (this.#child.connected) this.#child.send('bytes?');
        await new Promise((resolve) => setTimeout(resolve, 50));
        return this.#bytes >= bytes;
      },
      { what: `${bytes} bytes arrive`, limit: 120_000 },
    );
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }
}
