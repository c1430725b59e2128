import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { EngineFault } from '../../engines/index.ts';
import { ScriptedEngine } from '../../engines/testing/scripted-engine.ts';
import { mediaPath } from '../storage/data-folder.ts';
import { prompt } from '../ports/testing/messages.ts';
import { TestClient } from '../testing/test-client.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';
import { openTestFolder } from '../testing/test-storage.ts';

describe('the health of a gateway', () => {
  afterEach(stopTestGateways);

  async function ready(url: string): Promise<{ readonly status: number; readonly body: unknown }> {
    const response = await fetch(`${url}/readyz`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    return { status: response.status, body: await response.json() };
  }

  it('is good where the process answers and everything can be stored', async () => {
    const { url } = await startTestGateway();
    const alive = await fetch(`${url}/healthz`);
    expect([alive.status, await alive.text()]).toEqual([200, 'ok\n']);
    expect(await ready(url)).toEqual({
      status: 200,
      body: { status: 'ready', disk: 'ok', database: 'ok', engine: 'ok', process: 'ok' },
    });
  });

  it('is bad where media have no place, though the process answers', async () => {
    const storage = await openTestFolder();
    const { url } = await startTestGateway({ storage });
    await rm(mediaPath(storage.folder), { recursive: true });
    await writeFile(mediaPath(storage.folder), '');
    expect(await ready(url)).toEqual({
      status: 503,
      body: { status: 'not ready', disk: 'ENOTDIR', database: 'ok', engine: 'ok', process: 'ok' },
    });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('is bad where the database is full', async () => {
    const storage = await openTestFolder();
    spyOn(storage, 'check').and.resolveTo({ disk: 'ENOSPC', database: 'database or disk is full' });
    const { url } = await startTestGateway({ storage });
    const { status, body } = await ready(url);
    expect(status).toBe(503);
    expect(body).toEqual(jasmine.objectContaining({ disk: 'ENOSPC', database: 'database or disk is full' }));
  });

  it('is bad where the engine can’t be reached, by its last job', async () => {
    const next = (): Promise<never> => Promise.reject(new EngineFault('engine_unavailable'));
    const engine = new ScriptedEngine(() => ({ [Symbol.asyncIterator]: () => ({ next }) }));
    const gateway = await startTestGateway({ engine });
    const client = new TestClient(gateway, { query: { code: randomUUID() } });
    await client.untilEvent('welcome');
    client.send(prompt('一只猫'));
    await client.until(() => client.messages.some(({ type }) => type === 'error'));
    const { status, body } = await ready(gateway.url);
    expect(status).toBe(503);
    expect(body).toEqual(jasmine.objectContaining({ engine: jasmine.stringMatching(/engine_unavailable$/) }));
  });

  it('writes to the disk once, however often it is asked for', async () => {
    const storage = await openTestFolder();
    const check = spyOn(storage, 'check').and.callThrough();
    const { url } = await startTestGateway({ storage });
    await Promise.all(Array.from({ length: 20 }, () => ready(url)));
    expect(check).toHaveBeenCalledTimes(1);
  });
});
