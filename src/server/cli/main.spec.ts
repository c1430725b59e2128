import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { until } from '../../testing/index.ts';
import { type MainProcess, startMainProcess, stopMainProcesses } from '../testing/main-process.ts';
import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { TestClient } from '../testing/test-client.ts';

describe('the gateway as a process', () => {
  async function run(
    environment: Readonly<Record<string, string>> = {},
    ...args: readonly string[]
  ): Promise<MainProcess> {
    return startMainProcess({ DATA_DIR: await makeTemporaryFolder(), ...environment }, ...args);
  }

  async function connected(main: MainProcess): Promise<TestClient> {
    const url = await main.address();
    const client = new TestClient({ url }, { query: { code: randomUUID() } });
    await client.untilEvent('welcome');
    return client;
  }

  afterEach(stopMainProcesses);

  it('prints the address to open and what it is started with, and nothing else', async () => {
    const main = await run();
    const address = await main.address();
    expect(address).toMatch(/^http:\/\/localhost:\d+$/);
    expect((await fetch(`${address}/api/health`)).status).toBe(200);
    expect(main.stdout).toMatch(
      /^问小猫 · Ask Kitten: open \S+\ndata in \S+ · drawn by instant · HOST=127\.0\.0\.1 · PORT=0\n$/,
    );
    expect(main.stderr).toBe('');
  });

  it('warns in one line that anybody can use it where others reach it', async () => {
    const main = await run({ HOST: '0.0.0.0' });
    await main.address();
    await until(() => main.stderr !== '', { what: 'a warning' });
    expect(main.stderr).toMatch(/^Anybody who reaches 0\.0\.0\.0 can use it[^\n]*\n(?:It runs as root[^\n]*\n)?$/);
  });

  it('says what it draws with, and in one line that a server of that is not there', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const url = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`;
    gone.close();
    const main = await run({ ENGINE: '', ENGINE_KIND: 'comfyui', ENGINE_URL: url, ENGINE_WORKFLOW: 'no-model' });
    const address = await main.address();
    expect(main.stdout).toContain(`drawn by comfyui (no-model at ${url})`);
    await until(() => main.stderr !== '', { what: 'a line about the engine' });
    expect(main.stderr).toBe(
      `The engine "comfyui": ${url} does not answer (ECONNREFUSED): clips wait until it does.\n`,
    );
    expect((await fetch(`${address}/api/health`)).status).toBe(200);
  });

  it('says in one line that its port is taken, and exits with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const main = await run({ PORT: String(port) });
    expect(await main.exited).toBe(1);
    expect(main.stderr).toMatch(new RegExp(`^Port ${port} on 127.0.0.1 is taken[^\\n]*\\n$`));
    expect(main.stdout).toBe('');
    other.close();
  });

  it('says in one line which setting is wrong, and exits with 1', async () => {
    const main = await run({ PORT: 'many' });
    expect(await main.exited).toBe(1);
    expect(main.stderr).toBe('PORT is "many", and has to be a number from 0 to 65535.\n');
  });

  it('prints its version and its settings, and starts nothing', async () => {
    const versioned = await run({}, '--version');
    expect(await versioned.exited).toBe(0);
    expect(versioned.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const helped = await run({ PORT: 'many' }, '--help');
    expect(await helped.exited).toBe(0);
    expect(helped.stdout).toMatch(/^ {2}PORT +port to listen at.* \[9943\]$/m);
  });

  it('refuses a command that there is not', async () => {
    const main = await run({}, 'strat');
    expect(await main.exited).toBe(1);
    expect(main.stderr).toBe('There is no command "strat": see --help.\n');
  });

  it('says in one line that its data have no place, and exits with 1', async () => {
    const main = await run({ DATA_DIR: import.meta.filename });
    expect(await main.exited).toBe(1);
    expect(main.stderr).toMatch(/^[^\n]*DATA_DIR\.\n$/);
  });

  it('goes on when nobody reads what it prints', async () => {
    const main = await run({ LOG_LEVEL: 'trace' });
    const client = await connected(main);
    main.process.stderr?.destroy();
    main.process.stdout?.destroy();
    for (let count = 0; count < 3; count++) {
      const id = randomUUID();
      client.send({ type: 'ping', id });
      await client.untilAnswer(id);
      await fetch(`${await main.address()}/api/health`);
    }
    expect(main.process.exitCode).toBeNull();
  });

  for (const signals of [['SIGTERM'], ['SIGHUP'], ['SIGINT'], ['SIGINT', 'SIGINT']] as const) {
    it(`closes its sockets with 1012 and exits with 0 after ${signals.join(' and ')}`, async () => {
      const main = await run();
      const client = await connected(main);
      for (const signal of signals) main.process.kill(signal);
      expect((await client.closed).code).toBe(1012);
      expect(await main.exited).toBe(0);
      expect(main.stderr).toBe('');
    });
  }
});
