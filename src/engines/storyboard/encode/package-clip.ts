import {
  BufferSource,
  BufferTarget,
  EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';
import { FRAME_RATE } from '../clip-format.ts';
import { levelOf, stateLevel } from './h264-level.ts';
import { clearTimes } from './mp4-boxes.ts';

const BT709 = { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false } as const;

/**
 * Packs an encoder's MP4 again: with a table of key frames (`stss`), without which browsers seek to the wrong
 * frame, the index before the pictures, the colour space named, and no clock time anywhere,
 * so that the same frames give the same bytes.
 */
export async function packageClip(mp4: Uint8Array): Promise<Uint8Array> {
  using input = new Input({ source: new BufferSource(mp4), formats: [MP4] });
  const track = await input.getPrimaryVideoTrack();
  const config = await track?.getDecoderConfig();
  if (!track || !config) throw new Error('The encoder made a file without a video track.');

  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const source = new EncodedVideoPacketSource('avc');
  output.addVideoTrack(source, { frameRate: FRAME_RATE });
  await output.start();
  const { codedWidth = 0, codedHeight = 0 } = config;
  const description = bytesOf(config.description as ArrayBufferLike | ArrayBufferView | undefined);
  const codec = stateLevel(description, levelOf(codedWidth, codedHeight, FRAME_RATE));
  const meta = { decoderConfig: { ...config, codec, description, colorSpace: BT709 } };
  let index = 0;
  // The encoder marks every packet as a key frame; only a look into the packets tells the truth.
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, { verifyKeyPackets: true })) {
    const frame = new EncodedPacket(packet.data, packet.type, index / FRAME_RATE, 1 / FRAME_RATE);
    await source.add(frame, meta);
    index++;
  }
  await output.finalize();
  if (!target.buffer) throw new Error('The clip could not be packed.');
  return clearTimes(new Uint8Array(target.buffer));
}

/** A copy of the bytes of a buffer or a view. */
function bytesOf(source: ArrayBufferLike | ArrayBufferView | undefined): Uint8Array {
  if (source === undefined) throw new Error('The encoder made a file without a description of its pictures.');
  const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(source) ? source : new Uint8Array(source);
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
}
