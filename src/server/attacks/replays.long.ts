import { randomUUID } from 'node:crypto';
import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { codeKey } from '../limits/code-key.ts';
import { DataFolder } from '../storage/data-folder.ts';
import { startMainProcess, stopMainProcesses } from '../testing/main-process.ts';
import { Flood } from './flood.ts';
import { mebibytes, memoryOf, percentile, printFigures, socketAddress, startBystander } from './measure.ts';

const SOCKETS_PER_CODE = 16;
const CODES = 16;
const MESSAGES = 1_000;
const LONGEST_PING_MS = 200;
/** How long pings are measured with nobody else there, in milliseconds. */
const QUIET_MS = 5_000;
const MEMORY = 200 * 1024 * 1024;

describe('256 sockets of one address that replay a thousand messages each', () => {
  afterEach(stopMainProcesses);

  it('hold up nobody else, and cost little memory', async () => {
    const folder = await makeTemporaryFolder();
    const codes = Array.from({ length: CODES }, () => randomUUID());
    const data = await DataFolder.open(folder);
    for (const code of codes) {
      const drafts = Array.from({ length: MESSAGES }, () => ({ type: 'text', content: '猫'.repeat(100) }) as const);
      data.log.appendAll(codeKey(code), drafts);
    }
    const [code = ''] = codes;
    const stored = await data.log.readStored(codeKey(code), 0, MESSAGES);
    await data.close();
    const historyBytes = stored.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    const main = startMainProcess({ DATA_DIR: folder });
    const url = await main.address();
    // What a busy machine adds by itself.
    const stopQuiet = await startBystander(url);
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    const quiet = stopQuiet();
    const stop = await startBystander(url);
    const before = await memoryOf(main.process.pid ?? 0);
    const flood = new Flood(
      codes.map((each) => ({ count: SOCKETS_PER_CODE, address: socketAddress(url, { code: each, after: '0' }) })),
    );
    let most = before;
    const look = setInterval(() => {
      void memoryOf(main.process.pid ?? 0).then((bytes) => (most = Math.max(most, bytes)));
    }, 50);
    const startedAt = performance.now();
    await flood.received(historyBytes * SOCKETS_PER_CODE * CODES);
    clearInterval(look);
    const seconds = (performance.now() - startedAt) / 1_000;
    const pings = stop();
    flood.end();
    const p99 = percentile(pings, 0.99);
    printFigures('replays', {
      'seconds until all have all': seconds.toFixed(1),
      'p99 ms of pings before': percentile(quiet, 0.99).toFixed(1),
      "others' pings p50 ms": percentile(pings, 0.5).toFixed(1),
      'p99 ms': p99.toFixed(1),
      'longest ms': Math.max(...pings).toFixed(1),
      pings: pings.length,
      memory: `+${mebibytes(most - before)}`,
    });
    expect(p99).toBeLessThanOrEqual(LONGEST_PING_MS);
    expect(most - before).toBeLessThanOrEqual(MEMORY);
  }, 300_000);
});
