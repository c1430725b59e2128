import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { describeMediaStoreContract } from '../ports/testing/index.ts';
import { newMediaName } from '../media/media-name.ts';
import { createS3Clients } from './s3-client.ts';
import { S3MediaStore } from './s3-media-store.ts';
import { s3Environment, type S3Server, startS3Server } from './testing/s3-server.ts';

const CLIP = { bytes: new Uint8Array(2_000).fill(7), mimeType: 'video/mp4' };

describe('with object storage', () => {
  let server: S3Server;

  beforeAll(async () => {
    server = await startS3Server();
  });

  afterAll(async () => {
    await server.close();
    await removeTemporaryFolders();
  });

  async function openStore(prefix = `${randomUUID()}/`): Promise<S3MediaStore> {
    return new S3MediaStore(await createS3Clients(server.environment), { bucket: server.bucket, prefix });
  }

  describeMediaStoreContract('S3MediaStore', openStore);

  describe('S3MediaStore', () => {
    it('shares a bucket with others, and knows what is its own', async () => {
      const [one, other] = [await openStore('one/'), await openStore('other/')];
      const { name } = await one.save(CLIP);
      await other.save(CLIP);
      expect(await one.list()).toEqual([name]);
      expect(await other.find(name)).toBeUndefined();
      for (const store of [one, other]) await store.close();
    });

    it('says that there is no bucket', async () => {
      const noBucket = new S3MediaStore(await createS3Clients(server.environment), { bucket: 'nowhere', prefix: '' });
      await expectAsync(noBucket.probe()).toBeRejectedWithError(
        /^There is no bucket nowhere at http:\S+: make it, .*MEDIA_URL\.$/,
      );
      await noBucket.close();
    });
  });
});

describe('S3MediaStore, where the service', () => {
  let service: Server | undefined;

  afterEach(async () => {
    service?.closeAllConnections();
    service?.close();
  });

  /** @param limitMs how long a call may take */
  async function storeAt(listener: RequestListener, limitMs?: number): Promise<S3MediaStore> {
    service = createServer(listener).listen(0, '127.0.0.1');
    await once(service, 'listening');
    const { port } = service.address() as AddressInfo;
    const clients = await createS3Clients(s3Environment(`http://127.0.0.1:${port}`));
    return new S3MediaStore(clients, { bucket: 'bucket', prefix: '', ...(limitMs !== undefined && { limitMs }) });
  }

  it('is not there: says so', async () => {
    const store = await storeAt(() => undefined);
    service?.close();
    await once(service as Server, 'close');
    await expectAsync(store.save(CLIP)).toBeRejectedWithError(
      /^Object storage at http:\S+ does not answer \(ECONNREFUSED\): AWS_ENDPOINT_URL_S3 says where it is\.$/,
    );
    await store.close();
  });

  it('does not answer: gives up in time', async () => {
    const store = await storeAt(() => undefined, 50);
    const name = newMediaName('video/mp4');
    for (const call of [() => store.save(CLIP), () => store.find(name), () => store.open(name)]) {
      await expectAsync(Promise.resolve<unknown>(call())).toBeRejectedWithError(/does not answer \(\w+Error\)/);
    }
    await store.close();
  });

  it('refuses the key: says so', async () => {
    const store = await storeAt((_request, response) => {
      response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code><Message>no</Message></Error>');
    });
    await expectAsync(store.probe()).toBeRejectedWithError(
      /^The bucket bucket .* \(SignatureDoesNotMatch\).*AWS_SECRET_ACCESS_KEY/,
    );
    await store.close();
  });

  it('has more than it lists at once: asks on', async () => {
    const names = Array.from({ length: 3 }, () => newMediaName('image/png'));
    const asked: (string | null)[] = [];
    const store = await storeAt(({ url = '' }, response) => {
      const from = new URL(url, 'http://x').searchParams.get('continuation-token');
      asked.push(from);
      const page = Number(from ?? 0);
      const next = page < 2 ? `<NextContinuationToken>${page + 1}</NextContinuationToken>` : '';
      const object = `<Contents><Key>${names[page]}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>`;
      response.end(`<ListBucketResult><IsTruncated>${page < 2}</IsTruncated>${object}${next}</ListBucketResult>`);
    });
    expect(await store.list()).toEqual(names);
    expect(asked).toEqual([null, '1', '2']);
    await store.close();
  });

  it('falters once: tries again', async () => {
    let calls = 0;
    const store = await storeAt((_request, response) => void response.writeHead(++calls === 1 ? 503 : 200).end());
    await store.save(CLIP);
    expect(calls).toBe(2);
    await store.close();
  });

  it('breaks off in the middle: the stream fails, and is not taken for the whole', async () => {
    const store = await storeAt((_request, response) => {
      response.writeHead(200, { 'content-length': '2000' }).write(new Uint8Array(1_000));
      setImmediate(() => response.destroy());
    });
    const stream = await store.open(newMediaName('video/mp4'));
    if (stream === undefined) throw new Error('there is no stream');
    await expectAsync(buffer(stream)).toBeRejected();
    await store.close();
  });

  it('stands still in the middle: the stream ends in time', async () => {
    const store = await storeAt((_request, response) => {
      response.writeHead(200, { 'content-length': '2000' }).write(new Uint8Array(1_000));
      // Long enough for the client to be loaded and the answer to begin, however busy the machine is.
    }, 2_000);
    const stream = await store.open(newMediaName('video/mp4'));
    if (stream === undefined) throw new Error('there is no stream');
    await expectAsync(buffer(stream)).toBeRejectedWithError('nobody reads it');
    await store.close();
  });
});
