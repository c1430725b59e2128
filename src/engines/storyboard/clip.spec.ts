import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BufferSource, EncodedPacketSink, Input, MP4 } from 'mediabunny';
import { makeTemporaryFolder, removeTemporaryFolders } from '../testing/temporary-folder.ts';
import { eventsOf, eventsOfKind } from '../testing/video-engine-contract.ts';
import { boxesAt, boxesIn } from './encode/mp4-boxes.ts';
import { StoryboardEngine } from './index.ts';

const WIDTH = 322;
const HEIGHT = 182;
const FRAMES = 60;

describe('a storyboard clip', () => {
  let bytes: Uint8Array;

  beforeAll(async () => {
    const engine = new StoryboardEngine();
    const options = { seconds: 2.5, size: `${WIDTH}x${HEIGHT}` };
    const events = await eventsOf(engine, { jobId: 'clip', prompt: '一只橘猫在雨夜的霓虹街头散步', options });
    bytes = eventsOfKind(events, 'video')[0]?.video.bytes ?? new Uint8Array();
    await engine.close();
  });

  it('is H.264 of the asked size and length, tagged BT.709', async () => {
    using input = new Input({ source: new BufferSource(bytes), formats: [MP4] });
    const track = await input.getPrimaryVideoTrack();
    expect(await track?.getCodec()).toBe('avc');
    expect([await track?.getDisplayWidth(), await track?.getDisplayHeight()]).toEqual([WIDTH, HEIGHT]);
    expect(await input.computeDuration()).toBeCloseTo(2.5, 3);
    // 322 by 182 pixels are 252 macroblocks, 6,048 a second: more than level 1.2 allows.
    expect((await track?.getDecoderConfig())?.codec).toMatch(/0d$/);
    expect((await track?.getDecoderConfig())?.colorSpace).toEqual({
      primaries: 'bt709',
      transfer: 'bt709',
      matrix: 'bt709',
      fullRange: false,
    });
  });

  it('has every frame, evenly spaced, and a true key frame each second', async () => {
    using input = new Input({ source: new BufferSource(bytes), formats: [MP4] });
    const track = await input.getPrimaryVideoTrack();
    if (!track) throw new Error('no track');
    const times: number[] = [];
    const keys: number[] = [];
    for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, { verifyKeyPackets: true })) {
      if (packet.type === 'key') keys.push(times.length);
      times.push(packet.timestamp);
    }
    expect(times).toHaveSize(FRAMES);
    times.forEach((time, index) => expect(time).toBeCloseTo(index / 24, 4));
    expect(keys).toEqual([0, 24, 48]);
  });

  it('has its index before its pictures, and a table of key frames for seeking', () => {
    const types = [...boxesIn(bytes)].map(({ type }) => type);
    expect(types.indexOf('moov')).toBeGreaterThan(0);
    expect(types.indexOf('moov')).toBeLessThan(types.indexOf('mdat'));
    const [table] = boxesAt(bytes, ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stss']);
    const view = new DataView(table?.body.slice().buffer ?? new ArrayBuffer(8));
    const count = view.getUint32(4);
    expect(Array.from({ length: count }, (_, index) => view.getUint32(8 + index * 4))).toEqual([1, 25, 49]);
  });

  it('carries no clock time', () => {
    for (const path of [
      ['moov', 'mvhd'],
      ['moov', 'trak', 'tkhd'],
      ['moov', 'trak', 'mdia', 'mdhd'],
    ]) {
      const [found] = boxesAt(bytes, path);
      expect([...(found?.body.subarray(4, 12) ?? [])]).toEqual(Array<number>(8).fill(0));
    }
  });

  it('is read the same by ffprobe', async () => {
    if (!isInstalled('ffprobe')) return pending('ffprobe is not installed');
    const folder = await makeTemporaryFolder();
    try {
      const file = join(folder, 'clip.mp4');
      await writeFile(file, bytes);
      const fields = 'codec_name,width,height,pix_fmt,color_space,color_range,nb_read_frames,duration';
      const args = ['-v', 'error', '-count_frames', '-show_entries', `stream=${fields}`, '-of', 'json', file];
      const told = JSON.parse(execFileSync('ffprobe', args, { encoding: 'utf8' })) as {
        readonly streams: readonly unknown[];
      };
      expect(told.streams).toEqual([
        {
          codec_name: 'h264',
          width: WIDTH,
          height: HEIGHT,
          pix_fmt: 'yuv420p',
          color_range: 'tv',
          color_space: 'bt709',
          duration: '2.500000',
          nb_read_frames: String(FRAMES),
        },
      ]);
    } finally {
      await removeTemporaryFolders();
    }
  });
});

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
