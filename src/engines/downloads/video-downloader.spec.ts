import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { INSTANT_STILL, INSTANT_VIDEO } from '../instant/instant-media.ts';
import { until } from '../../testing/index.ts';
import { AddressPolicy } from './address-policy.ts';
import type { DownloadFaultCode } from './download-fault.ts';
import { FileServer } from './testing/file-server.ts';
import { useTemporaryFolder } from '../testing/temporary-folder.ts';
import { VideoDownloader, type VideoDownloaderOptions, type VideoSource } from './video-downloader.ts';

const MP4 = Buffer.from(INSTANT_VIDEO.bytes);
const FACTS = { mimeType: 'video/mp4', width: 128, height: 72, durationMs: 500 };
const MIB = 1024 * 1024;

describe('VideoDownloader', () => {
  const folder = useTemporaryFolder();
  const never = new AbortController().signal;

  function downloader(options: VideoDownloaderOptions = {}): VideoDownloader {
    const policy = new AddressPolicy({ networks: ['127.0.0.0/8'] });
    return new VideoDownloader({ policy, temporaryFolder: folder(), ...options });
  }

  /** What a download from a server fails with; whatever it is, nothing of the file is left. */
  async function fault(respond: RequestListener, options: VideoDownloaderOptions = {}): Promise<unknown> {
    await using server = await FileServer.start(respond);
    return await faultOf({ kind: 'url', url: `${server.origin}/clip.mp4` }, options);
  }

  async function faultOf(source: VideoSource, options: VideoDownloaderOptions = {}): Promise<unknown> {
    const error = await downloader(options)
      .download(source, never)
      .then(() => undefined)
      .catch((thrown: unknown) => thrown);
    expect(await readdir(folder())).toEqual([]);
    return error;
  }

  const withCode = (code: DownloadFaultCode, more: object = {}) => jasmine.objectContaining({ code, ...more });

  it('fetches a clip into a file, says what it is, and removes the file when it is disposed of', async () => {
    await using server = await FileServer.start((_, response) => response.end(MP4));
    {
      await using clip = await downloader().download({ kind: 'url', url: `${server.origin}/clip.mp4` }, never);
      expect(clip).toEqual(jasmine.objectContaining(FACTS));
      expect(Buffer.compare(await clip.read(), MP4)).toBe(0);
      expect(Buffer.compare(await readFile(clip.file), MP4)).toBe(0);
    }
    expect(await readdir(folder())).toEqual([]);
  });

  const sources: readonly (readonly [string, VideoSource])[] = [
    ['bytes', { kind: 'bytes', bytes: MP4 }],
    ['base64', { kind: 'base64', data: MP4.toString('base64') }],
    ['a data URL', { kind: 'url', url: `data:video/mp4;base64,${MP4.toString('base64')}` }],
  ];
  for (const [what, source] of sources) {
    it(`takes a clip that comes as ${what}`, async () => {
      await using clip = await downloader().download(source, never);
      expect(clip).toEqual(jasmine.objectContaining(FACTS));
      expect(Buffer.compare(await clip.read(), MP4)).toBe(0);
    });

    it(`refuses a clip that comes as ${what} and is too large`, async () => {
      expect(await faultOf(source, { maxBytes: MP4.length - 1 })).toEqual(withCode('too_large'));
    });
  }

  it('checks the file itself, whatever the server calls it', async () => {
    const respond: RequestListener = (_, response) =>
      response.writeHead(200, { 'content-type': 'video/mp4' }).end(INSTANT_STILL.bytes);
    expect(await fault(respond)).toEqual(withCode('not_a_video', { isTransient: false }));
  });

  it('refuses a file that says it is too large, before reading it', async () => {
    const respond: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-length': 200 * MIB }).flushHeaders();
    };
    expect(await fault(respond, { maxBytes: 100 * MIB })).toEqual(withCode('too_large', { isTransient: false }));
  });

  it('stops a file of 200 MB that does not say so at its limit', async () => {
    let sent = 0;
    function* megabytes(): Generator<Buffer> {
      for (; sent < 200; sent++) yield Buffer.alloc(MIB);
    }
    const respond: RequestListener = (_, response) => void Readable.from(megabytes()).pipe(response);
    expect(await fault(respond, { maxBytes: 10 * MIB })).toEqual(withCode('too_large'));
    // What is on its way in buffers comes on top.
    expect(sent).toBeLessThan(50);
  });

  it('takes a large file within its limit', async () => {
    const size = 32 * MIB;
    const padding = Buffer.alloc(size - MP4.length);
    padding.writeUInt32BE(padding.length);
    padding.write('free', 4);
    await using server = await FileServer.start((_, response) => response.end(Buffer.concat([MP4, padding])));
    const source = { kind: 'url', url: server.origin } as const;
    expect(await faultOf(source, { maxBytes: size - 1 })).toEqual(withCode('too_large'));
    await using clip = await downloader({ maxBytes: size }).download(source, never);
    expect(clip).toEqual(jasmine.objectContaining(FACTS));
  });

  it('reports a connection that ends before the length that was promised, as a fault that may pass', async () => {
    const respond: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-length': MP4.length + 1 });
      response.write(MP4, () => response.destroy());
    };
    expect(await fault(respond)).toEqual(withCode('unreachable', { isTransient: true }));
  });

  it('takes no more than the length that was promised', async () => {
    const respond: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-length': MP4.length - 1 });
      // Past Node's own check, as a server that lies does.
      response.socket?.write(`HTTP/1.1 200 OK\r\ncontent-length: ${MP4.length - 1}\r\n\r\n`);
      response.socket?.end(MP4);
    };
    expect(await fault(respond)).toEqual(withCode('truncated', { isTransient: true }));
  });

  it('gives up when nothing comes for too long', async () => {
    const respond: RequestListener = (_, response) => void response.write(MP4.subarray(0, 100));
    expect(await fault(respond, { idleMs: 50 })).toEqual(withCode('timed_out', { isTransient: true }));
  });

  it('gives up at its deadline where the body trickles', async () => {
    const respond: RequestListener = (request, response) => void trickle(request, response);
    expect(await fault(respond, { deadlineMs: 200, idleMs: 10_000 })).toEqual(withCode('timed_out'));
  });

  it('stops with the reason of its signal, and leaves nothing', async () => {
    let isAsked = false;
    await using server = await FileServer.start((request, response) => {
      isAsked = true;
      void trickle(request, response);
    });
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const download = downloader().download({ kind: 'url', url: server.origin }, controller.signal);
    await until(() => isAsked);
    controller.abort(reason);
    await expectAsync(download).toBeRejectedWith(reason);
    expect(await readdir(folder())).toEqual([]);
  });

  for (const [status, isTransient] of [
    [404, false],
    [403, false],
    [500, true],
    [503, true],
  ] as const) {
    it(`reports ${status} as a fault that ${isTransient ? 'may pass' : 'stays'}`, async () => {
      const respond: RequestListener = (_, response) => response.writeHead(status).end(MP4);
      expect(await fault(respond)).toEqual(withCode('bad_answer', { isTransient }));
    });
  }

  it('tells how long a busy server wants to be left alone', async () => {
    const respond: RequestListener = (_, response) => response.writeHead(429, { 'retry-after': '3' }).end();
    expect(await fault(respond)).toEqual(withCode('bad_answer', { isTransient: true, retryAfterMs: 3_000 }));
  });

  it('names no more of an address than its host: the rest may be a signature', async () => {
    await using server = await FileServer.start((_, response) => response.writeHead(404).end());
    const source = { kind: 'url', url: `${server.origin}/clip.mp4?signature=secret` } as const;
    const error = (await faultOf(source)) as Error;
    expect(error.message).toContain('404');
    expect(error.message).not.toContain('secret');
  });

  it('refuses what is no address', async () => {
    for (const url of ['', 'clip.mp4', 'file:///etc/passwd']) {
      expect(await faultOf({ kind: 'url', url }))
        .withContext(url)
        .toEqual(withCode('address_refused'));
    }
  });
});

/** A file that never ends, a byte at a time. */
async function trickle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  while (!request.destroyed && !response.destroyed) {
    response.write('.');
    await setTimeout(5);
  }
}
