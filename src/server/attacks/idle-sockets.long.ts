import { type ChildProcess, fork } from 'node:child_process';
import { until } from '../../testing/index.ts';
import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { startMainProcess, stopMainProcesses } from '../testing/main-process.ts';
import { Flood } from './flood.ts';
import { memoryOf, printFigures, socketAddress } from './measure.ts';

/** One address may have no more than half of what open files allow. */
const FROM = ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5'];
const COUNTS = [5_000, 10_000];
/** How much more than a bare socket of `ws` one of ours may take. The aim is 1.5; the rest is for a busy machine. */
const MOST_TIMES = 2;
const BARE = new URL('./bare-main.ts', import.meta.url);
const UNLIMITED = String(100_000);

describe('idle sockets', () => {
  let bare: ChildProcess | undefined;

  afterEach(async () => {
    bare?.kill('SIGKILL');
    await stopMainProcesses();
  });

  /** What a socket takes of the memory of a process, in bytes. */
  async function bytesEach(pid: number, count: number, address: string): Promise<number> {
    const before = await settled(pid);
    const flood = new Flood(FROM.map((from) => ({ count: count / FROM.length, address, from })));
    await flood.opened();
    const after = await settled(pid);
    flood.end();
    return (after - before) / count;
  }

  for (const count of COUNTS) {
    it(`take little more than bare ones: ${count} of them`, async () => {
      let address = '';
      bare = fork(BARE).on('message', (port) => (address = `ws://127.0.0.1:${Number(port)}/`));
      await until(() => address !== '');
      const ofBare = await bytesEach(bare.pid ?? 0, count, address);
      const main = startMainProcess({
        DATA_DIR: await makeTemporaryFolder(),
        MAX_SOCKETS: UNLIMITED,
        MAX_SOCKETS_PER_ADDRESS: UNLIMITED,
        MAX_CONNECTS_PER_SECOND: UNLIMITED,
      });
      const ofOurs = await bytesEach(
        main.process.pid ?? 0,
        count,
        socketAddress(await main.address(), { code: '{uuid}' }).replace('%7Buuid%7D', '{uuid}'),
      );
      printFigures(`${count} idle sockets`, {
        'KiB each': (ofOurs / 1024).toFixed(1),
        'bare KiB each': (ofBare / 1024).toFixed(1),
        times: (ofOurs / ofBare).toFixed(2),
      });
      expect(ofOurs / ofBare).toBeLessThanOrEqual(MOST_TIMES);
    }, 300_000);
  }
});

/** What a process holds once that no longer falls. */
async function settled(pid: number): Promise<number> {
  let least = Infinity;
  for (let still = 0; still < 5;) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const bytes = await memoryOf(pid);
    still = bytes < least - 100_000 ? 0 : still + 1;
    least = Math.min(least, bytes);
  }
  return least;
}
