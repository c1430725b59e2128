import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Prints who hears of faults that nobody has caught, after it has loaded the package, and whether that works. */
const PROGRAM = `
  const own = () => undefined;
  process.on('uncaughtException', own);
  const { loadH264 } = await import(process.argv[1]);
  const encoder = await loadH264().createH264MP4Encoder();
  const [listener, ...others] = process.listeners('uncaughtException');
  console.log(JSON.stringify([
    listener === own, others.length, process.listenerCount('unhandledRejection'), typeof encoder.addFrameYuv,
  ]));
`;

describe('loadH264', () => {
  it('leaves nothing of the package’s with the process, and what others have', async () => {
    const script = new URL('./h264-package.ts', import.meta.url).href;
    const args = ['--input-type=module', '--eval', PROGRAM, script];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(JSON.parse(stdout)).toEqual([true, 0, 0, 'function']);
  });
});
