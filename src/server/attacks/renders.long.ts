import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { startMainProcess, stopMainProcesses } from '../testing/main-process.ts';
import { percentile, printFigures, socketAddress, startBystander } from './measure.ts';

const CLIPS = 4;
/** How long pings are measured with nobody else there, and while clips are drawn, in milliseconds. */
const SPAN_MS = 10_000;
/** How much later an answer may come than with nobody else there, in milliseconds. */
const LONGEST_PING_MS = 25;

describe('four large clips that are queued', () => {
  afterEach(stopMainProcesses);

  it('hold up nobody’s pings', async () => {
    const main = startMainProcess({ DATA_DIR: await makeTemporaryFolder(), ENGINE: 'storyboard' });
    const url = await main.address();
    // What a busy machine adds by itself.
    const quiet = await pings(url);
    const socket = new WebSocket(socketAddress(url, { code: randomUUID() }));
    const accepted = new Promise<void>((resolve) => {
      let count = 0;
      socket.on('message', (data: Buffer) => {
        count += data.toString().split('"event":"accepted"').length - 1;
        if (count === CLIPS) resolve();
      });
    });
    await new Promise((resolve) => socket.once('open', resolve));
    for (let index = 0; index < CLIPS; index++) {
      const options = { size: '1920x1080', seconds: 10 };
      socket.send(JSON.stringify({ type: 'text', id: randomUUID(), content: `${index} 只猫`, options }));
    }
    await accepted;
    const busy = await pings(url);
    socket.terminate();
    const [before, p99] = [quiet, busy].map((each) => percentile(each, 0.99)) as [number, number];
    printFigures(`${CLIPS} large clips queued`, {
      'p99 ms of pings before': before.toFixed(1),
      'p50 ms': percentile(busy, 0.5).toFixed(1),
      'p99 ms': p99.toFixed(1),
      pings: busy.length,
    });
    expect(p99 - before).toBeLessThanOrEqual(LONGEST_PING_MS);
  }, 120_000);
});

/** How long somebody's pings take over a while. */
async function pings(url: string): Promise<readonly number[]> {
  const stop = await startBystander(url);
  await new Promise((resolve) => setTimeout(resolve, SPAN_MS));
  return stop();
}
