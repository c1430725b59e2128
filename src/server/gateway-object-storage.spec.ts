import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { CLIP } from '../engines/testing/scripted-engine.ts';
import { makeTemporaryFolder } from '../engines/testing/temporary-folder.ts';
import { until } from '../testing/index.ts';
import type { Gateway } from './gateway.ts';
import { MediaStoreError } from './media-stores/media-store-error.ts';
import { openMediaStore } from './media-stores/open-media-store.ts';
import { type S3Server, startS3Server } from './media-stores/testing/s3-server.ts';
import type { MediaStore } from './ports/index.ts';
import { prompt } from './ports/testing/messages.ts';
import { DataFolder, type DataFolderOptions } from './storage/data-folder.ts';
import { startMainProcess, stopMainProcesses } from './testing/main-process.ts';
import { TestClient } from './testing/test-client.ts';
import { startTestGateway, stopTestGateways } from './testing/test-gateway.ts';

describe('a gateway with its media in a bucket', () => {
  let server: S3Server;
  let folder: string;
  let bucket: MediaStore;
  let storage: DataFolder;

  beforeAll(async () => {
    server = await startS3Server();
  });

  afterAll(() => server.close());

  beforeEach(async () => {
    folder = await makeTemporaryFolder();
    const place = { kind: 's3', bucket: server.bucket, prefix: `${randomUUID()}/` } as const;
    bucket = await openMediaStore(place, server.environment);
    storage = await openStorage();
  });

  afterEach(async () => {
    await stopTestGateways();
    await stopMainProcesses();
  });

  const openStorage = (options?: DataFolderOptions): Promise<DataFolder> =>
    DataFolder.open(folder, { mediaStore: bucket, ...options });

  async function makeClip(gateway: Gateway): Promise<string> {
    const client = new TestClient(gateway, { query: { code: randomUUID() } });
    await client.untilEvent('welcome');
    client.send(prompt('一只猫'));
    await client.untilEvent('completed');
    const video = client.messages.find(({ type }) => type === 'video');
    await client.leave();
    return String(video && 'url' in video && video.url);
  }

  it('has nobody keep that a clip can’t be had now, nor a part of it for the whole', async () => {
    const gateway = await startTestGateway({ storage });
    const url = gateway.url + (await makeClip(gateway));
    const broken = (bytes: Uint8Array): Readable =>
      Readable.from(
        (async function* () {
          if (bytes.length > 0) yield bytes;
          await Promise.resolve();
          throw new Error('the connection broke');
        })(),
      );
    const opening = spyOn(bucket, 'open');
    for (const fail of [() => Promise.reject(new Error('503')), () => Promise.resolve(broken(new Uint8Array()))]) {
      opening.and.callFake(fail);
      const answer = await fetch(url, { headers: { range: 'bytes=0-99' } });
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([500, 'no-cache']);
      for (const name of ['etag', 'last-modified', 'content-range']) expect(answer.headers.get(name)).toBeNull();
    }
    opening.and.resolveTo(broken(CLIP.bytes.subarray(0, 1_000)));
    await expectAsync(fetch(url).then((answer) => answer.arrayBuffer())).toBeRejected();
    opening.and.resolveTo(undefined);
    const gone = await fetch(url);
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-cache']);
    opening.and.callThrough();
    expect(new Uint8Array(await (await fetch(url)).arrayBuffer())).toEqual(CLIP.bytes);
  });

  it('shows a clip once it is there, and sends it whole and in parts', async () => {
    const gateway = await startTestGateway({ storage });
    const url = gateway.url + (await makeClip(gateway));
    const whole = await fetch(url);
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(CLIP.bytes);
    const part = await fetch(url, { headers: { range: 'bytes=-500', 'if-range': whole.headers.get('etag') ?? '' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 1500-1999/2000']);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(CLIP.bytes.slice(1_500));
    expect((await fetch(url, { headers: { range: 'bytes=2000-' } })).status).toBe(416);
    const { status, headers } = await fetch(url, { method: 'HEAD' });
    expect([status, headers.get('content-length')]).toEqual([200, '2000']);
    expect((await fetch(`${gateway.url}/media/${'0'.repeat(32)}.mp4`)).status).toBe(404);
  });

  it('counts what is there, and removes a clip with the last message that shows it', async () => {
    const gateway = await startTestGateway({ storage });
    const name = (await makeClip(gateway)).slice('/media/'.length);
    expect((await storage.ownersOf(name)).length).toBe(1);
    expect((await storage.usage()).storedBytes).toBeGreaterThan(CLIP.bytes.length);
    await gateway.close();
    storage = await openStorage({ retention: { messagesPerCode: 1_000, maxAgeMs: -1_000 } });
    expect(await bucket.list()).toEqual([]);
    await storage.close();
  });

  it('sweeps what a crash has left without a message', async () => {
    // Not a new database, to which what is there may be another's.
    await storage.log.append('code', { type: 'text', content: '喵' });
    await storage.close();
    await bucket.save(CLIP);
    storage = await openStorage();
    expect((await bucket.list()).length).toBe(1);
    await storage.close();
    storage = await openStorage({ unusedMediaAgeMs: -60_000 });
    expect(await bucket.list()).toEqual([]);
    await storage.close();
  });

  it('says that it can’t store, and not to strangers where', async () => {
    const gateway = await startTestGateway({ storage });
    const line = 'There is no bucket kitten-media at http://127.0.0.1:9000: make it, or name another with MEDIA_URL.';
    spyOn(bucket, 'probe').and.rejectWith(new MediaStoreError(line, 'NoSuchBucket', undefined));
    const ready = await fetch(`${gateway.url}/readyz`);
    expect([ready.status, ((await ready.json()) as { disk: string }).disk]).toEqual([503, 'NoSuchBucket']);
  });

  it('does not start where there is no bucket, and says so in a line', async () => {
    await storage.close();
    const main = startMainProcess({ ...server.environment, DATA_DIR: folder, MEDIA_URL: 's3://nowhere' });
    await until(() => main.process.exitCode !== null, { what: 'its end' });
    await main.exited;
    expect(main.stderr).toMatch(/^There is no bucket nowhere at \S+: make it, or name another with MEDIA_URL\.\n$/);
  });
});
