import { parentPort } from 'node:worker_threads';
import type { EngineEvent } from '../../port/video-engine.ts';
import { registerFonts, warmFonts } from '../stage/fonts.ts';
import { makeClip } from './make-clip.ts';
import type { ClipOrder, ClipReport } from './messages.ts';

if (!parentPort) throw new Error('The sketch worker runs in a worker thread.');
const port = parentPort;

registerFonts();
warmFonts();
port.on('message', (order: ClipOrder) => void take(order));

/** One order after another: whoever sends them waits for the answer. */
async function take({ stop, ...order }: ClipOrder): Promise<void> {
  const flag = new Int32Array(stop);
  try {
    const isDone = await makeClip({
      ...order,
      tell,
      isStopped: () => Atomics.load(flag, 0) !== 0,
    });
    report({ kind: isDone ? 'done' : 'stopped' });
  } catch (error) {
    report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

function tell(event: EngineEvent): void {
  report({ kind: 'event', event });
}

function report(message: ClipReport): void {
  port.postMessage(message);
}
