import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { until } from '../../src/testing/index.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const START = "import { serve } from './tools/run/serve.mjs'; await serve(['src/server/cli/main.ts']).ended;";

describe('a program that is served', () => {
  let folder;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ask-kitten-serve-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const starters = {
    'what started it': () => spawn(process.execPath, ['--input-type=module', '-e', START], options()),
    'the npm that started that': () =>
      spawn('sh', ['-c', '"$0" --input-type=module -e "$1"; true', process.execPath, START], options()),
  };

  function options() {
    const settings = { ENGINE: 'instant', PORT: '0', DATA_DIR: folder, npm_lifecycle_event: 'start' };
    return { cwd: PROJECT, env: { ...process.env, ...settings } };
  }

  for (const [killed, start] of Object.entries(starters)) {
    it(`ends when ${killed} is killed, and holds no port any more`, async () => {
      const starter = start();
      let printed = '';
      starter.stdout.on('data', (chunk) => (printed += chunk));
      await until(() => /open http/.test(printed));
      const [, address] = /open (\S+)/.exec(printed) ?? [];
      expect((await fetch(`${address}/api/health`)).status).toBe(200);
      starter.kill('SIGKILL');
      await until(() =>
        fetch(`${address}/api/health`).then(
          () => false,
          () => true,
        ),
      );
    });
  }
});
