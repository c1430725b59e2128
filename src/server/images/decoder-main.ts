import { Image } from '@napi-rs/canvas';
import { type DecodeAnswer, type DecodeRequest, TOO_MUCH_MEMORY } from './decoder-messages.ts';
import { withoutMetadata } from './strip-metadata.ts';

/** The program of a decoding process: `decoder-main.ts <megabytes>`. It decodes one image at a time. */
const limit = Number(process.argv[2]) * 1e6;
/** How often it looks at what it uses, in milliseconds: pixels are unpacked on another thread. */
const LOOK_MS = 5;

// The gateway is gone, however it went.
process.on('disconnect', () => process.exit());
process.on('message', (request: DecodeRequest) => void decodeAndAnswer(request));

async function decodeAndAnswer(request: DecodeRequest): Promise<void> {
  const look = setInterval(() => {
    if (process.memoryUsage.rss() > limit) process.exit(TOO_MUCH_MEMORY);
  }, LOOK_MS);
  const answer = await decode(request);
  clearInterval(look);
  process.send?.(answer);
}

async function decode({ file, mimeType, metadata }: DecodeRequest): Promise<DecodeAnswer> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const image = new Image();
  try {
    image.src = bytes;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    return { width, height, file: metadata === 'keep' ? file : withoutMetadata(bytes, mimeType) };
  } catch {
    return 'unreadable';
  }
}
