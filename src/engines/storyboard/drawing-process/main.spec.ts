import { fork } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { until } from '../../../testing/index.ts';
import type { ClipReport, ToDrawingProcess } from './messages.ts';

const MAIN = new URL('./main.ts', import.meta.url);
const LONG: ToDrawingProcess = {
  kind: 'make',
  request: { prompt: '一只橘猫', references: [], options: { seconds: 10, size: '1280x1280' } },
};

describe('the program of a drawing process', () => {
  it('ends without a word where the gateway is gone in the middle of a clip', async () => {
    const child = fork(MAIN, ['500'], { env: {}, serialization: 'advanced', stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const { stdout, stderr } = child;
    if (stdout === null || stderr === null) throw new Error('nobody hears it');
    const said = Promise.all([text(stdout), text(stderr)]);
    const ended = once(child, 'exit');
    let isDrawing = false;
    child.on('message', ({ kind, ...report }: ClipReport) => {
      if (kind === 'event' && 'event' in report) isDrawing ||= report.event.kind === 'preview';
    });
    child.send(LONG);
    await until(() => isDrawing);
    // Held where it is, so that it learns of it by what it tells next, as when a gateway is killed.
    child.kill('SIGSTOP');
    child.disconnect();
    child.kill('SIGCONT');
    expect(await ended).toEqual([0, null]);
    expect(await said).toEqual(['', '']);
  });
});
