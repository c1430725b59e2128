import {
  BlobSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  WEBM,
} from 'mediabunny';

interface Clip {
  readonly video: InputVideoTrack;
  readonly audio: InputAudioTrack | null;
  /** What a decoder has to know before the first picture and the first sound. */
  readonly videoConfig: VideoDecoderConfig;
  readonly audioConfig: AudioDecoderConfig | null;
}

/**
 * Joins clips into one MP4, one after the other. Their pictures and sounds stay as they are, so all of them must have been
 * made alike; rejects where they are not, or one can't be read.
 */
export async function joinClips(sources: readonly Blob[]): Promise<Blob> {
  const inputs = sources.map((source) => new Input({ source: new BlobSource(source), formats: [MP4, QTFF, WEBM] }));
  try {
    const clips = await Promise.all(inputs.map(openClip));
    const [first] = clips;
    if (first === undefined || !clips.every((clip) => isAlike(first, clip))) throw new Error('They are not alike.');
    return await write(first, clips);
  } finally {
    for (const input of inputs) input.dispose();
  }
}

async function openClip(input: Input): Promise<Clip> {
  const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  const videoConfig = await video?.getDecoderConfig();
  if (!video || !videoConfig) throw new Error('It has no pictures that can be read.');
  return { video, audio, videoConfig, audioConfig: (await audio?.getDecoderConfig()) ?? null };
}

function isAlike(one: Clip, other: Clip): boolean {
  return (
    isSameConfig(one.videoConfig, other.videoConfig) &&
    (one.audio === null) === (other.audio === null) &&
    isSameConfig(one.audioConfig, other.audioConfig)
  );
}

/** The colours that a file tells change nothing for a decoder. */
function isSameConfig(
  one: VideoDecoderConfig | AudioDecoderConfig | null,
  other: VideoDecoderConfig | AudioDecoderConfig | null,
): boolean {
  return comparable(one) === comparable(other);
}

function comparable(config: VideoDecoderConfig | AudioDecoderConfig | null): string {
  if (config === null) return '';
  const { description, ...rest } = config;
  const { colorSpace: _, ...facts } = rest as VideoDecoderConfig;
  const bytes =
    description === undefined
      ? []
      : [...(ArrayBuffer.isView(description) ? viewBytes(description) : new Uint8Array(description))];
  return JSON.stringify([Object.entries(facts).sort(), bytes]);
}

function viewBytes({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

async function write(first: Clip, clips: readonly Clip[]): Promise<Blob> {
  const [videoCodec, audioCodec] = [await first.video.getCodec(), (await first.audio?.getCodec()) ?? null];
  if (videoCodec === null) throw new Error('Its pictures are of no known kind.');
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const pictures = new EncodedVideoPacketSource(videoCodec);
  const sounds = audioCodec === null ? null : new EncodedAudioPacketSource(audioCodec);
  output.addVideoTrack(pictures, { rotation: await first.video.getRotation() });
  if (sounds !== null) output.addAudioTrack(sounds);
  await output.start();
  let start = 0;
  for (const { video, audio, videoConfig, audioConfig } of clips) {
    const origin = await video.getFirstTimestamp();
    let end = start;
    for await (const packet of new EncodedPacketSink(video).packets(undefined, undefined, { verifyKeyPackets: true })) {
      const timestamp = packet.timestamp - origin + start;
      end = Math.max(end, timestamp + packet.duration);
      await pictures.add(packet.clone({ timestamp }), { decoderConfig: videoConfig });
    }
    if (sounds !== null && audio !== null && audioConfig !== null) {
      for await (const packet of new EncodedPacketSink(audio).packets()) {
        const timestamp = Math.max(start, packet.timestamp - origin + start);
        if (timestamp < end) await sounds.add(packet.clone({ timestamp }), { decoderConfig: audioConfig });
      }
    }
    start = end;
  }
  await output.finalize();
  if (target.buffer === null) throw new Error('Nothing was written.');
  return new Blob([target.buffer], { type: 'video/mp4' });
}
