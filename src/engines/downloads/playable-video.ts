import { setImmediate } from 'node:timers/promises';
import { EncodedPacketSink, FilePathSource, Input, type InputVideoTrack, MATROSKA, MP4, QTFF, WEBM } from 'mediabunny';
import { DownloadFault } from './download-fault.ts';

/** What a file itself says of the clip in it. */
export interface VideoFacts {
  readonly mimeType: 'video/mp4' | 'video/webm';
  /** Pixels, as it is shown. */
  readonly width: number;
  /** Pixels, as it is shown. */
  readonly height: number;
  readonly durationMs: number;
}

/** By the name that mediabunny gives a container. */
const CONTAINERS: Readonly<Record<string, VideoFacts['mimeType']>> = { MP4: 'video/mp4', WebM: 'video/webm' };

/**
 * Codec parameters that current browsers play without a decoder of the machine's: H.264 up to High, in 4:2:0 and 8 bits;
 * VP8; VP9 of profiles 0 and 2; AV1 of the main profile.
 */
const PLAYABLE = /^(avc[13]\.(42|4d|58|64)|vp0?8|vp09\.0[02]|av01\.0)/i;

/** An hour of pictures; no engine makes more. A few bytes can claim any number, and it would take days to look at all. */
const MOST_PICTURES = 100_000;
/** After so many the thread does what else there is: it serves sockets. */
const PICTURES_AT_ONCE = 500;

/**
 * Looks into a file: whether browsers play it, and what it is.
 * @throws DownloadFault `not_a_video`, `not_playable` or `truncated`; `signal.reason`
 */
export async function inspectVideo(file: string, signal: AbortSignal): Promise<VideoFacts> {
  try {
    using input = new Input({ source: new FilePathSource(file), formats: [MP4, QTFF, MATROSKA, WEBM] });
    return await inspect(input, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof DownloadFault) throw error;
    // Its reader throws what it likes at bytes that are no container.
    throw new DownloadFault('not_a_video', 'the file is no video', { cause: error });
  }
}

async function inspect(input: Input, signal: AbortSignal): Promise<VideoFacts> {
  if (!(await input.canRead())) throw new DownloadFault('not_a_video', 'the file is no video');
  const { name } = await input.getFormat();
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new DownloadFault('not_a_video', 'the file has no pictures');
  const mimeType = CONTAINERS[name];
  if (mimeType === undefined)
    throw new DownloadFault('not_playable', `not every browser plays ${name}; all play MP4 and WebM`);
  await checkCodec(track);
  const durationMs = Math.round((await wholeDuration(track, signal)) * 1000);
  return { mimeType, width: await track.getDisplayWidth(), height: await track.getDisplayHeight(), durationMs };
}

async function checkCodec(track: InputVideoTrack): Promise<void> {
  const codec = (await track.getCodecParameterString()) ?? (await track.getCodec()) ?? 'an unknown codec';
  if (!PLAYABLE.test(codec)) {
    throw new DownloadFault('not_playable', `not every browser plays ${codec}; all play H.264 (yuv420p), VP9 and AV1`);
  }
}

/** In seconds. The table of contents may stand before pictures that never came, so all of them are read. */
async function wholeDuration(track: InputVideoTrack, signal: AbortSignal): Promise<number> {
  const sink = new EncodedPacketSink(track);
  let listed = 0;
  const headers = sink.packets(undefined, undefined, { metadataOnly: true });
  for await (const _ of unhurried(headers, signal)) listed++;
  let read = 0;
  let end = 0;
  for await (const { timestamp, duration } of unhurried(sink.packets(), signal)) {
    read++;
    end = Math.max(end, timestamp + duration);
  }
  if (end <= 0 && read === listed) throw new DownloadFault('not_a_video', 'the clip has no length');
  const promised = (await track.getDurationFromMetadata()) ?? 0;
  if (read < listed || end < promised * 0.9) throw new DownloadFault('truncated', 'the file ends too early');
  return end;
}

/** The same, as many as a clip may have, without keeping the thread from anything else. */
async function* unhurried<Packet>(packets: AsyncIterable<Packet>, signal: AbortSignal): AsyncGenerator<Packet> {
  let count = 0;
  for await (const packet of packets) {
    count++;
    if (count > MOST_PICTURES) throw new DownloadFault('not_playable', `the file has over ${MOST_PICTURES} pictures`);
    if (count % PICTURES_AT_ONCE === 0) await setImmediate();
    signal.throwIfAborted();
    yield packet;
  }
}
