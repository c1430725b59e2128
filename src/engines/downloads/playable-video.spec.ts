import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { INSTANT_STILL, INSTANT_VIDEO } from '../instant/instant-media.ts';
import { inspectVideo } from './playable-video.ts';
import { H264_444, HEVC, SOUND, WEBM } from './testing/clips.ts';
import { useTemporaryFolder } from '../testing/temporary-folder.ts';

const MP4 = INSTANT_VIDEO.bytes;

describe('inspectVideo()', () => {
  const folder = useTemporaryFolder();

  async function inspected(bytes: Uint8Array | string, signal = new AbortController().signal) {
    const file = join(folder(), 'clip');
    await writeFile(file, bytes);
    return inspectVideo(file, signal);
  }

  it('tells size and length of an MP4 with H.264', async () => {
    expect(await inspected(MP4)).toEqual({ mimeType: 'video/mp4', width: 128, height: 72, durationMs: 500 });
  });

  it('tells size and length of a WebM with VP9', async () => {
    expect(await inspected(WEBM)).toEqual({ mimeType: 'video/webm', width: 64, height: 48, durationMs: 500 });
  });

  const refused = [
    ['an MP4 with HEVC', HEVC, 'not_playable'],
    ['an MP4 with H.264 in 4:4:4', H264_444, 'not_playable'],
    ['a sound', SOUND, 'not_a_video'],
    ['an image', INSTANT_STILL.bytes, 'not_a_video'],
    ['a page of text', '<!doctype html><title>Not found</title>', 'not_a_video'],
    ['nothing', '', 'not_a_video'],
    ['what begins like an MP4 and is none', MP4.slice(0, 28), 'not_a_video'],
    ['an MP4 whose last byte is missing', MP4.slice(0, -1), 'truncated'],
    ['an MP4 of which half is missing', MP4.slice(0, MP4.length * 0.85), 'truncated'],
    ['an MP4 whose pictures last no time', withoutTime(MP4), 'not_a_video'],
  ] as const;
  for (const [what, bytes, code] of refused) {
    it(`refuses ${what} as ${code}`, async () => {
      await expectAsync(inspected(bytes)).toBeRejectedWith(jasmine.objectContaining({ code }));
    });
  }

  it('refuses a small file that claims four billion pictures, and keeps the thread from nothing meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const work = inspected(claiming(MP4, 2 ** 32 - 1));
    await expectAsync(work).toBeRejectedWith(jasmine.objectContaining({ code: 'not_playable' }));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });

  it('stops looking with the reason of its signal', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const work = inspected(claiming(MP4, 90_000), controller.signal);
    setTimeout(() => controller.abort(reason), 20);
    await expectAsync(work).toBeRejectedWith(reason);
  });
});

/**
 * With so many frames of one byte, in one chunk, by the tables of times, sizes and chunks (`stsz`: version, size, count;
 * `stsc`: version, count, then first chunk and frames of each).
 */
function claiming(mp4: Uint8Array, frames: number): Uint8Array {
  const changed = Buffer.from(mp4);
  changed.writeUInt32BE(frames, changed.indexOf('stts') + 12);
  changed.writeUInt32BE(1, changed.indexOf('stsz') + 8);
  changed.writeUInt32BE(frames, changed.indexOf('stsz') + 12);
  changed.writeUInt32BE(frames, changed.indexOf('stsc') + 16);
  return changed;
}

/** With each frame's length 0 in the table of times (`stts`: version, count, then frames and length of each). */
function withoutTime(mp4: Uint8Array): Uint8Array {
  const changed = Buffer.from(mp4);
  const table = changed.indexOf('stts');
  changed.writeUInt32BE(0, table + 16);
  return changed;
}
