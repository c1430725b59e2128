import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Starts the real gateway for the browser specs, with the engine that answers at once, on a free port.
 * It ends with the process that asked for it. Returns its address as `ws://host:port`.
 */
export async function startGateway() {
  const dataDir = mkdtempSync(join(tmpdir(), 'ask-kitten-karma-'));
  const gateway = spawn(process.execPath, ['src/server/cli/main.ts'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ENGINE: 'instant', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => {
    gateway.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });
  const port = await new Promise((resolve, reject) => {
    gateway.stdout.on('data', (chunk) => {
      const [, found] = /http:\/\/[^\s:]+:(\d+)/.exec(String(chunk)) ?? [];
      if (found !== undefined) resolve(found);
    });
    gateway.once('exit', (code) => reject(new Error(`the gateway for the specs ended with ${code}`)));
  });
  // The process that asked waits for nothing of the gateway's: when it is done it ends, and the gateway with it.
  gateway.stdout.destroy();
  gateway.unref();
  return `ws://127.0.0.1:${port}`;
}
