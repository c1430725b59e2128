import { messageOf } from '../../port/message-of.ts';
import type { EngineEvent } from '../../port/video-engine.ts';
import { registerFonts, warmFonts } from '../stage/fonts.ts';
import { makeClip, warmUp } from './make-clip.ts';
import { type ClipRequest, type ClipReport, TOO_MUCH_MEMORY, type ToDrawingProcess } from './messages.ts';

/** The program of a drawing process: `main.ts <megabytes>`. */
const limit = Number(process.argv[2]) * 1e6;
let isStopped = false;

// The gateway is gone, however it went. In the middle of a frame `report` notices first.
process.on('disconnect', () => process.exit());
process.on('message', (message: ToDrawingProcess) => {
  isStopped = message.kind === 'stop';
  if (message.kind === 'make') void makeAndReport(message.request);
});
registerFonts();
warmFonts();
const ready = warmUp();

/** One request after another: whoever sends them waits for the answer. */
async function makeAndReport(request: ClipRequest): Promise<void> {
  try {
    await ready;
    const isDone = await makeClip({ ...request, tell, isStopped: () => isStopped, frameDrawn: holdToLimit });
    report(isDone ? { kind: 'done', bytesInUse: process.memoryUsage.rss() } : { kind: 'stopped' });
  } catch (error) {
    report({ kind: 'failed', message: messageOf(error) });
  }
}

function holdToLimit(): void {
  if (process.memoryUsage.rss() > limit) process.exit(TOO_MUCH_MEMORY);
}

function tell(event: EngineEvent): void {
  report({ kind: 'event', event });
}

function report(message: ClipReport): void {
  process.send?.(message, undefined, undefined, (error) => {
    if (error !== null) process.exit();
  });
}
