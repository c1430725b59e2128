/** Stands in for a drawing process: the prompt says in which way it fails; `work` tells its number as a text. */
import { existsSync, writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { ClipReport, ToDrawingProcess } from '../drawing-process/messages.ts';

process.on('disconnect', () => process.exit());
process.on('message', (message: ToDrawingProcess) => {
  if (message.kind === 'make') void make(message.request.prompt);
});

async function make(prompt: string): Promise<void> {
  const [fault, file = ''] = prompt.split(' ');
  if (fault === 'exit') process.exit(3);
  if (fault === 'kill') process.kill(process.pid, 'SIGKILL');
  if (fault === 'spin') for (;;);
  if (fault === 'hang') return;
  if (fault === 'fail') return report({ kind: 'failed', message: 'no paper' });
  if (fault === 'die-once') {
    const isFirst = !existsSync(file);
    for (const delta of isFirst ? ['one', 'two'] : ['one', 'two', 'three']) tell(delta);
    if (isFirst) {
      writeFileSync(file, '');
      // What it told is on its way first.
      await setImmediate();
      process.kill(process.pid, 'SIGKILL');
    }
  } else tell(String(process.pid));
  report({ kind: 'done', bytesInUse: fault === 'grow' ? 2 ** 30 : 0 });
}

function tell(delta: string): void {
  report({ kind: 'event', event: { kind: 'text', delta } });
}

function report(message: ClipReport): void {
  process.send?.(message);
}
