import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { startMainProcess, stopMainProcesses } from '../testing/main-process.ts';
import { Flood } from './flood.ts';
import { printFigures, socketAddress } from './measure.ts';

const COUNT = 5_000;
/** What is promised, and what a process of Node may take to end. */
const LONGEST_SECONDS = 4.5;

describe('a stop with 5,000 sockets open', () => {
  afterEach(stopMainProcesses);

  it('takes no longer than is promised', async () => {
    const main = startMainProcess({
      DATA_DIR: await makeTemporaryFolder(),
      MAX_SOCKETS: '6000',
      MAX_SOCKETS_PER_ADDRESS: '6000',
      MAX_CONNECTS_PER_SECOND: '6000',
    });
    const address = socketAddress(await main.address(), { code: '{uuid}' }).replace('%7Buuid%7D', '{uuid}');
    const flood = new Flood([{ count: COUNT, address }]);
    await flood.opened();
    const startedAt = performance.now();
    main.process.kill('SIGTERM');
    expect(await main.exited).toBe(0);
    const seconds = (performance.now() - startedAt) / 1_000;
    flood.end();
    printFigures(`a stop with ${COUNT} sockets`, { seconds: seconds.toFixed(2) });
    expect(seconds).toBeLessThanOrEqual(LONGEST_SECONDS);
  }, 300_000);
});
