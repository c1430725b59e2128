import { createRequire } from 'node:module';
import type { H264MP4Encoder } from 'h264-mp4-encoder';

interface H264Package {
  readonly createH264MP4Encoder: () => Promise<H264MP4Encoder>;
}

/**
 * Loads `h264-mp4-encoder`, and removes the handlers that it adds to the process: they throw whatever nobody has caught a
 * second time, from within its one line of 500 kB, and Node then prints all of that line. It is loaded in one step, so that
 * nothing else can add a handler meanwhile.
 */
export function loadH264(): H264Package {
  const before = ['uncaughtException', 'unhandledRejection'].map(
    (event) => [event, process.rawListeners(event)] as const,
  );
  const loaded = createRequire(import.meta.url)('h264-mp4-encoder') as H264Package;
  for (const [event, own] of before)
    for (const added of process.rawListeners(event)) if (!own.includes(added)) process.off(event, added as () => void);
  return loaded;
}
