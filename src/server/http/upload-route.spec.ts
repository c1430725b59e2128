import { codeKey } from '../limits/code-key.ts';
import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { UPLOAD_LIMITS, type UploadedImage } from '../../protocol/index.ts';
import type { DecodedPicture } from '../images/decoder-messages.ts';
import { ImageDecoder } from '../images/image-decoder.ts';
import { until } from '../../testing/index.ts';
import type { DataFolder } from '../storage/data-folder.ts';
import type { Gateway } from '../gateway.ts';
import { prompt } from '../ports/testing/messages.ts';
import { pictureOf } from '../../engines/testing/pictures.ts';
import { ScriptedEngine } from '../../engines/testing/scripted-engine.ts';
import { TestClient } from '../testing/test-client.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';
import { openTestFolder } from '../testing/test-storage.ts';

const RED = pictureOf('#d02020');

describe('uploads', () => {
  let gateway: Gateway;
  let storage: DataFolder;
  let engine: ScriptedEngine;
  let code: string;

  beforeEach(async () => {
    code = randomUUID();
    storage = await openTestFolder();
    engine = new ScriptedEngine();
    gateway = await startTestGateway({ storage, engine, allowedOrigins: ['https://app.example'] });
  });

  afterEach(stopTestGateways);

  function post(body: Uint8Array, type = 'image/png', headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${gateway.url}/api/uploads`, {
      method: 'POST',
      body: Buffer.from(body),
      headers: { 'content-type': type, 'x-user-code': code, ...headers },
    });
  }

  async function uploaded(body: Uint8Array = RED, type?: string): Promise<UploadedImage> {
    return (await (await post(body, type)).json()) as UploadedImage;
  }

  for (const type of ['png', 'jpeg', 'webp'] as const) {
    it(`keeps a ${type} as it is, and serves it under a name that nobody can guess`, async () => {
      const picture = pictureOf('#d02020', type);
      const response = await post(picture, `image/${type}`);
      expect(response.status).toBe(201);
      const image = (await response.json()) as UploadedImage;
      expect(image).toEqual({
        url: jasmine.stringMatching(/^\/media\/[0-9a-f]{32}\.(?:png|jpg|webp)$/) as unknown as string,
        mimeType: `image/${type}`,
        width: 24,
        height: 16,
        bytes: picture.length,
      });
      const served = await fetch(gateway.url + image.url);
      expect(served.headers.get('content-type')).toBe(`image/${type}`);
      expect(Buffer.from(await served.arrayBuffer()).equals(picture)).toBeTrue();
    });
  }

  it('takes no file that is not what it is said to be', async () => {
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    const gif = Buffer.from('GIF89a');
    for (const [body, type] of [
      [page, 'image/png'],
      [RED, 'image/jpeg'],
      [svg, 'image/svg+xml'],
      [gif, 'image/gif'],
      [page, 'text/html'],
      [RED, 'application/json'],
      [RED, 'multipart/form-data; boundary=x'],
      [Buffer.alloc(0), 'image/png'],
    ] as const) {
      expect((await post(body, type)).status)
        .withContext(type)
        .toBe(415);
    }
    expect(await storage.media.list()).toEqual([]);
  });

  it('takes no file that begins as an image and is none', async () => {
    const broken = Buffer.concat([RED.subarray(0, 33), Buffer.alloc(400, 7)]);
    expect((await post(broken)).status).toBe(422);
    expect(await storage.media.list()).toEqual([]);
  });

  it('takes no picture whose decoder finds another size than its header says', async () => {
    spyOn(ImageDecoder.prototype, 'decode').and.resolveTo({ width: 24_000, height: 24_000, file: RED });
    expect((await post(RED)).status).toBe(422);
  });

  it('is not deceived by a marker without a length and a frame in a comment', async () => {
    const picture = pictureOf('#d02020', 'jpeg');
    const comment = Buffer.from('ff01fffe0012ffc0000b08000a000a03000311000000', 'hex');
    const image = await uploaded(Buffer.concat([picture.subarray(0, 2), comment, picture.subarray(2)]), 'image/jpeg');
    expect([image.width, image.height]).toEqual([24, 16]);
  });

  it('takes what a camera has written out of a picture', async () => {
    const picture = pictureOf('#d02020', 'jpeg');
    const exif = Buffer.concat([Buffer.from('ffe10018', 'hex'), Buffer.from('Exif\0\0GPS 31.2N 121.5E', 'latin1')]);
    const file = Buffer.concat([picture.subarray(0, 2), exif, picture.subarray(2)]);
    const { url } = await uploaded(file, 'image/jpeg');
    const served = Buffer.from(await (await fetch(gateway.url + url)).arrayBuffer());
    expect(served.equals(picture)).toBeTrue();
  });

  it('takes no more than there is room for, and says so before it reads', async () => {
    spyOn(storage.budget, 'findFull').and.resolveTo('address');
    const response = await post(RED);
    expect(response.status).toBe(507);
    expect(response.headers.get('retry-after')).toBe('3600');
    expect(await response.text()).toContain('this address has stored as much as it may');
  });

  it('says the same of one that the disk is full for when it is saved', async () => {
    spyOn(storage.media, 'save').and.rejectWith(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    const response = await post(RED);
    expect([response.status, response.headers.get('retry-after')]).toEqual([507, '60']);
  });

  it('takes no file that is too large, and does not read it to its end', async () => {
    expect((await post(Buffer.concat([RED, Buffer.alloc(UPLOAD_LIMITS.bytes)]))).status).toBe(413);
    expect(await storage.media.list()).toEqual([]);
  });

  it('takes no small file that would unpack into a large picture', async () => {
    const bomb = Buffer.from(RED);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect((await post(bomb)).status).toBe(413);
  });

  it('takes nothing without a valid code, and finds none in the address', async () => {
    storage.revocations.revoke(codeKey(code));
    expect((await post(RED)).status).toBe(401);
    for (const wrong of ['', '42', `${code}x`]) {
      expect((await post(RED, 'image/png', { 'x-user-code': wrong })).status)
        .withContext(wrong)
        .toBe(401);
    }
    const address = `${gateway.url}/api/uploads?code=${randomUUID()}`;
    const response = await fetch(address, { method: 'POST', body: RED, headers: { 'content-type': 'image/png' } });
    expect(response.status).toBe(401);
    expect(await storage.media.list()).toEqual([]);
  });

  it('takes nothing from a page of a strange origin', async () => {
    expect((await post(RED, 'image/png', { origin: 'https://evil.example' })).status).toBe(403);
    expect(await storage.media.list()).toEqual([]);
  });

  it('lets a page of an allowed origin ask first, and read the answer, also a refusal', async () => {
    const origin = 'https://app.example';
    const asked = await fetch(`${gateway.url}/api/uploads`, { method: 'OPTIONS', headers: { origin } });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-headers')).toBe('content-type, x-user-code');
    expect(asked.headers.get('access-control-allow-methods')).toBe('POST');
    for (const response of [
      asked,
      await post(RED, 'image/png', { origin }),
      await post(RED, 'image/webp', { origin }),
    ]) {
      expect(response.headers.get('access-control-allow-origin')).toBe(origin);
      expect(response.headers.get('vary')).toBe('origin');
    }
    const strange = await fetch(`${gateway.url}/api/uploads`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example' },
    });
    expect(strange.status).toBe(403);
    expect(strange.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is for images that are sent, not for asking', async () => {
    expect((await fetch(`${gateway.url}/api/uploads`)).status).toBe(404);
    expect((await fetch(`${gateway.url}/api/uploads/../media/x`, { method: 'POST', body: 'x' })).status).toBe(404);
  });

  it('says when a code, or an address with all its codes, may upload again', async () => {
    const rate = { perSecond: 0.1, burst: 2 };
    gateway = await startTestGateway({ uploadLimits: { code: { ...rate, burst: 1 }, address: rate } });
    expect((await post(RED)).status).toBe(201);
    const refused = await post(RED);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    code = randomUUID();
    expect((await post(RED)).status).toBe(201);
    code = randomUUID();
    expect((await post(RED)).status).toBe(429);
  });

  it('stays well whatever comes in', async () => {
    gateway = await startTestGateway({
      uploadLimits: { code: { perSecond: 1e6, burst: 1e6 }, address: { perSecond: 1e6, burst: 1e6 } },
    });
    const files = (['png', 'jpeg', 'webp'] as const).map((type) => [type, pictureOf('#3060c0', type)] as const);
    for (let turn = 0; turn < 150; turn++) {
      const [type, file] = files[turn % 3]!;
      const mutated = Buffer.from(file.subarray(0, turn % 5 === 0 ? (turn * 7) % file.length : file.length));
      for (let byte = 0; byte < 3 && mutated.length > 0; byte++)
        mutated[(turn * 31 + byte * 97) % mutated.length] = turn * 13 + byte;
      const { status } = await post(mutated, `image/${type}`);
      expect([201, 413, 415, 422]).withContext(`turn ${turn}`).toContain(status);
    }
    expect((await post(RED)).status).toBe(201);
  });

  it('minds no client that promises a file and goes', async () => {
    await new Promise<void>((resolve) => {
      const headers = { 'content-type': 'image/png', 'x-user-code': code, 'content-length': 1_000 };
      const request = httpRequest(`${gateway.url}/api/uploads`, { method: 'POST', headers });
      request.on('error', () => resolve());
      request.write(RED.subarray(0, 20), () => request.destroy(new Error('gone')));
    });
    expect((await post(RED)).status).toBe(201);
  });

  it('counts what a client has sent that goes, for as long as that lies in memory', async () => {
    const { promise: decoded, resolve: finish } = Promise.withResolvers<DecodedPicture>();
    const decode = spyOn(ImageDecoder.prototype, 'decode').and.returnValue(decoded);
    gateway = await startTestGateway({ uploadBytes: { perAddress: RED.length, total: RED.length } });
    const headers = { 'content-type': 'image/png', 'x-user-code': code, 'content-length': RED.length };
    const request = httpRequest(`${gateway.url}/api/uploads`, { method: 'POST', headers }).on('error', () => undefined);
    request.end(RED);
    await until(() => Promise.resolve(decode.calls.any()));
    await new Promise((resolve) => request.once('close', resolve).destroy());
    // By the later ones the gateway has learnt of it.
    for (let count = 0; count < 6; count++) expect((await post(RED)).status).toBe(503);
    finish({ width: 24, height: 16, file: RED });
    await until(async () => (await post(RED)).status === 201);
  });

  it('never shows a user code in a log', async () => {
    const lines: string[] = [];
    gateway = await startTestGateway({ logLevel: 'trace', logDestination: { write: (line) => lines.push(line) } });
    await post(RED);
    await post(RED, 'image/webp');
    expect(lines.join('')).toContain('/api/uploads');
    expect(lines.join('')).not.toContain(code);
  });

  describe('in a prompt', () => {
    let client: TestClient;
    const id = '5a0c1f0e-0000-4000-8000-000000000001';

    beforeEach(async () => {
      client = new TestClient(gateway, { query: { code } });
      const { features } = await client.untilEvent('welcome');
      expect(features).toContain('uploads');
    });

    it('reach the engine and every client of the code, by whatever host they were named', async () => {
      const { url } = await uploaded();
      client.send({ ...prompt('猫', id), attachments: [`https://kitten.example${url}`] });
      expect((await client.untilEvent('accepted')).attachments).toEqual([url]);
      await client.untilEvent('completed');
      const [attachment] = engine.requests[0]?.attachments ?? [];
      expect(attachment?.mimeType).toBe('image/png');
      expect(Buffer.from(attachment!.bytes).equals(RED)).toBeTrue();
    });

    it('are refused where the gateway has not stored them, and no job begins', async () => {
      const { url } = await uploaded();
      const clip = await storage.media.save({ bytes: new Uint8Array([1]), mimeType: 'video/mp4' });
      const strange = [
        'https://cdn.example/cat.png',
        'data:image/png;base64,AAAA',
        `/media/${'0'.repeat(32)}.png`,
        clip.url,
        `/media/../media${url}`,
        '/media/..%2f..%2fkitten.sqlite',
        '/media/../kitten.sqlite',
        '/etc/passwd.png',
        `${url}/`,
        `/api${url}`,
      ];
      for (const address of strange) {
        const promptId = randomUUID();
        client.send({ ...prompt('猫', promptId), attachments: [url, address] });
        expect(await client.untilAnswer(promptId))
          .withContext(address)
          .toEqual(jasmine.objectContaining({ type: 'error', code: 'unsupported', retryable: false }));
      }
      expect(engine.requests).toEqual([]);
    });
  });
});
