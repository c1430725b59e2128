import { DownloadFault, VideoDownloader } from '../downloads/index.ts';
import { downloadClip } from './download-clip.ts';

describe('downloadClip', () => {
  const signal = new AbortController().signal;

  function downloadFrom(temporaryFolder: string): Promise<unknown> {
    const downloader = new VideoDownloader({ temporaryFolder });
    const source = { kind: 'bytes', bytes: new Uint8Array([1]) } as const;
    return downloadClip(source, { downloader, backoff: { firstMs: 0 } }, signal);
  }

  it('says that it was the disk of the gateway, and not the connection', async () => {
    await expectAsync(downloadFrom('/nowhere')).toBeRejectedWith(
      jasmine.objectContaining({ code: 'internal', detail: jasmine.stringMatching(/gateway's own disk.*ENOENT/) }),
    );
  });

  it('tries again where there may be room a moment later', async () => {
    const downloader = new VideoDownloader();
    const full = new DownloadFault('not_stored', "the gateway's own disk has no space left");
    const download = spyOn(downloader, 'download').and.returnValue(Promise.reject(full));
    const source = { kind: 'bytes', bytes: new Uint8Array([1]) } as const;
    await expectAsync(downloadClip(source, { downloader, backoff: { firstMs: 0 } }, signal)).toBeRejected();
    expect(download).toHaveBeenCalledTimes(6);
  });
});
