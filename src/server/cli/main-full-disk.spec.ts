import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

/** Runs a command where a folder is a disk of its own, of 600 kB, which nobody else sees and which goes with it. */
const ON_SMALL_DISK = ['--user', '--map-root-user', '--mount', 'sh', '-c'];
const MOUNT = 'mount -t tmpfs -o size=600k tmpfs "$DISK"';
/** A first start, which makes the data, until it says that it listens. The file is there before it is looked at. */
const FIRST_START =
  ': > "$DISK/out"; "$NODE" "$MAIN" > "$DISK/out" & until grep -q open "$DISK/out"; do :; done; kill $!; wait $!';
const FILL = 'cat /dev/zero > "$DISK/fill" 2> /dev/null';
const MAKE_READ_ONLY = 'mount -o remount,ro "$DISK"';
const START = 'exec "$NODE" "$MAIN"';

describe('a start on a disk that can not be written', () => {
  const canMount = spawnSync('unshare', [...ON_SMALL_DISK, 'mount -t tmpfs tmpfs /mnt']).status === 0;

  beforeEach(() => {
    if (!canMount) pending('this user may not mount anything');
  });

  afterEach(removeTemporaryFolders);

  async function run(...steps: readonly string[]): Promise<{ readonly code: unknown; readonly stderr: string }> {
    const DISK = await makeTemporaryFolder();
    const env = {
      ...process.env,
      NODE: process.execPath,
      MAIN,
      DISK,
      ENGINE: 'instant',
      PORT: '0',
      DATA_DIR: `${DISK}/data`,
    };
    const child = spawn('unshare', [...ON_SMALL_DISK, [MOUNT, ...steps].join('\n')], { env });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const [code] = (await once(child, 'close')) as [unknown];
    return { code, stderr };
  }

  const wholly: Readonly<Record<string, { readonly steps: readonly string[]; readonly line: RegExp }>> = {
    'full, without data': { steps: [FILL, START], line: /^The disk of \S+ is full: [^\n]*DATA_DIR\.\n$/ },
    'full, with data': { steps: [FIRST_START, FILL, START], line: /^The disk of \S+ is full: [^\n]*DATA_DIR\.\n$/ },
    'read-only, with data': {
      steps: [FIRST_START, MAKE_READ_ONLY, START],
      line: /^Nothing can be written in \S+: [^\n]*DATA_DIR\.\n$/,
    },
    'read-only, without data': { steps: [MAKE_READ_ONLY, START], line: /^\S+ can't hold data [^\n]*DATA_DIR\.\n$/ },
  };
  for (const [what, { steps, line }] of Object.entries(wholly)) {
    it(`ends with one line that says what helps: ${what}`, async () => {
      const { code, stderr } = await run(...steps);
      expect(stderr).toMatch(line);
      expect(code).toBe(1);
    }, 60_000);
  }
});
