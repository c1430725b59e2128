import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { CloseCode } from '../../protocol/index.ts';
import { untilFound } from '../../testing/index.ts';
import { DATA_FIXTURES } from '../testing/data-fixture.ts';
import { TestClient } from '../testing/test-client.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

/** More than what a start probes with. */
const OLD_DATA_KIB = 2_000;

/** Runs a command where a folder is a disk of its own, which nobody else sees and which goes with it. */
const ON_SMALL_DISK = ['--user', '--map-root-user', '--mount', 'sh', '-c'];
const MOUNT = 'mount -t tmpfs -o size=24m tmpfs "$DISK"';
const START = '"$NODE" "$MAIN" &';
/** Nothing that others share the database by is left. */
const KILL = 'kill -9 $!; wait $!; rm "$DISK"/data/kitten.sqlite-shm';
const STOP = 'kill $!; wait $!';
/** Waits for a line from the spec. */
const WAIT = 'read -r line';
const FILL = 'cat /dev/zero > "$DISK/fill" 2> /dev/null';
const MAKE_ROOM = 'rm "$DISK/fill"';
/** Leaves so many KiB free. */
const leave = (kib: number) =>
  `head -c $(( ($(df -k --output=avail "$DISK" | tail -n 1) - ${kib}) * 1024 )) /dev/zero > "$DISK/fill"`;
const PUT_OLD_DATA = 'cp -r "$OLD" "$DISK/data"';
const LIST = 'ls -s "$DISK/data"; echo listed';
/** Whether the database has the user code in clear. */
const LOOK_FOR_CODE = 'grep -qaF "$CODE" "$DISK/data/kitten.sqlite" && echo "it is there" || echo "it is gone"';
const MAKE_READ_ONLY = 'mount -o remount,ro "$DISK"';

describe('a gateway on a disk that can not be written', () => {
  const canMount = spawnSync('unshare', [...ON_SMALL_DISK, 'mount -t tmpfs tmpfs /mnt']).status === 0;

  beforeEach(() => {
    if (!canMount) pending('this user may not mount anything');
  });

  afterEach(removeTemporaryFolders);

  it('ends with one line where it is full and there are no data yet', async () => {
    const { code, stderr } = await (await Steps.run(FILL, START, 'wait $!')).ended();
    expect(stderr).toMatch(/^The disk of \S+ is full: [^\n]*DATA_DIR\.\n$/);
    expect(code).toBe(1);
  });

  it('ends with one line where it is read-only', async () => {
    const steps = await Steps.run(START, WAIT, STOP, MAKE_READ_ONLY, START, 'wait $!');
    await steps.address();
    steps.next();
    const { code, stderr } = await steps.ended();
    expect(stderr).toMatch(/^Nothing can be written in \S+: [^\n]*DATA_DIR\.\n$/);
    expect(code).toBe(1);
  });

  it('ends with one line where it is read-only and there are no data', async () => {
    const { code, stderr } = await (await Steps.run(MAKE_READ_ONLY, START, 'wait $!')).ended();
    expect(stderr).toMatch(/^\S+ can't hold data [^\n]*DATA_DIR\.\n$/);
    expect(code).toBe(1);
  });

  it('ends with one line where there is no room for an upgrade, and leaves the data as they were', async () => {
    const end = 'wait $!; echo "ended with $?"';
    const steps = await Steps.run(
      PUT_OLD_DATA,
      leave(1_200),
      START,
      end,
      LIST,
      WAIT,
      MAKE_ROOM,
      START,
      WAIT,
      STOP,
      LIST,
    );
    await steps.wrote(/^listed$/m);
    expect(steps.stderr).toMatch(/^There is no room to upgrade the data in \S+: make \d MB on its disk, [^\n]*\n$/);
    expect(steps.stdout).toMatch(/^ended with 1$/m);
    expect(steps.stdout).not.toContain('kitten.sqlite.');
    steps.next();
    await steps.address();
    steps.next();
    const copy = await steps.wrote(/^ *(\d+) kitten\.sqlite\.v1$/m);
    expect(Number(copy)).toBeGreaterThan(OLD_DATA_KIB);
    await steps.ended();
  });

  it('upgrades where there is room for no more than that; what it replaced goes when there is', async () => {
    const once = [START, WAIT, STOP, LOOK_FOR_CODE];
    const steps = await Steps.run(PUT_OLD_DATA, leave(1.5 * OLD_DATA_KIB), ...once, WAIT, MAKE_ROOM, ...once);
    const url = await steps.address();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    steps.next();
    await steps.wrote(/^it is there$/m);
    steps.next();
    await steps.address();
    steps.next();
    await steps.wrote(/^it is gone$/m);
    expect((await steps.ended()).code).toBe(0);
  });

  it('serves what there is while it is full, and takes prompts again when there is room', async () => {
    const steps = await Steps.run(START, WAIT, KILL, FILL, START, WAIT, MAKE_ROOM, WAIT, STOP);
    const code = randomUUID();
    const first = new TestClient({ url: await steps.address() }, { query: { code } });
    const { epoch } = await first.untilEvent('welcome');
    first.send(promptOf('一只猫'));
    await first.untilEvent('completed');
    steps.next();
    await first.closed;

    const url = await steps.address();
    await steps.printed(/^The disk of \S+ is full: what is there can be read[^\n]*\n$/m);
    const reader = new TestClient({ url }, { query: { code, after: '0', epoch } });
    const clip = await reader.until(({ type }) => type === 'video');
    expect((await fetch(new URL('url' in clip ? (clip.url ?? '') : '', url))).status).toBe(200);
    expect(await (await fetch(url)).text()).toContain('the app');
    const refused = promptOf('两只猫');
    reader.send(refused);
    expect(await reader.untilAnswer(refused.id)).toEqual(
      jasmine.objectContaining({ code: 'storage_full', content: jasmine.stringMatching('磁盘'), retryAfterMs: 60_000 }),
    );
    const upload = await fetch(`${url}/api/uploads`, {
      method: 'POST',
      headers: { 'content-type': 'image/png', 'x-user-code': code },
      body: new Uint8Array(100),
    });
    expect([upload.status, upload.headers.get('retry-after')]).toEqual([507, '60']);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual(
      jasmine.objectContaining({ disk: 'ENOSPC', database: jasmine.stringMatching('read-only until') }),
    );
    steps.next();

    expect((await reader.closed).code).toBe(CloseCode.ServiceRestart);
    await steps.printed(/^There is room on the disk again/m);
    const back = new TestClient({ url }, { query: { code, after: '0', epoch } });
    expect((await back.untilEvent('welcome')).recovered).toBeTrue();
    back.send(refused);
    await back.until(
      (message) => message.type === 'system' && message.event === 'completed' && message.replyTo === refused.id,
    );
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    steps.next();
    expect((await steps.ended()).code).toBe(0);
  }, 90_000);
});

/** Makes a data folder of 0.1.0 with a history that is as large as a spec needs it, and a user code in the free parts of its file. */
async function makeOldData(): Promise<{ readonly OLD: string; readonly CODE: string }> {
  const CODE = randomUUID();
  const [OLD, path] = [join(await makeTemporaryFolder(), 'old'), new URL('0.1.0', DATA_FIXTURES)];
  await cp(path, OLD, { recursive: true });
  const database = new DatabaseSync(join(OLD, 'kitten.sqlite'));
  const insert = database.prepare('INSERT INTO messages SELECT min(id), ?, ?, ? FROM codes');
  insert.run(1_000, Date.now(), CODE.repeat(5_000));
  insert.run(1_001, Date.now(), 'a'.repeat(OLD_DATA_KIB * 1_024));
  database.exec('DELETE FROM messages WHERE seq = 1000');
  database.close();
  return { OLD, CODE };
}

function promptOf(content: string): { readonly type: string; readonly id: string; readonly content: string } {
  return { type: 'text', id: randomUUID(), content };
}

/** Steps of a shell on a disk of its own. */
class Steps {
  stdout = '';
  stderr = '';
  readonly #child: ChildProcessWithoutNullStreams;

  private constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    child.stdout.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
  }

  static async run(...steps: readonly string[]): Promise<Steps> {
    const old = steps.includes(PUT_OLD_DATA) ? await makeOldData() : {};
    const [DISK, APP_DIR] = [await makeTemporaryFolder(), await makeTemporaryFolder()];
    await writeFile(join(APP_DIR, 'index.html'), 'the app');
    const settings = { ENGINE: 'instant', PORT: '0', DATA_DIR: `${DISK}/data`, APP_DIR, MIN_FREE_DISK_MB: '0' };
    const env = { ...process.env, NODE: process.execPath, MAIN, DISK, LOG_LEVEL: 'silent', ...settings, ...old };
    return new Steps(spawn('unshare', [...ON_SMALL_DISK, [MOUNT, ...steps].join('\n')], { env }));
  }

  /** Ends the first wait that there is. */
  next(): void {
    this.stdout = '';
    this.#child.stdin.write('\n');
  }

  /** The address that a gateway prints, since the last wait. */
  address(): Promise<string> {
    return untilFound(() => /open (http:\S+)\n/.exec(this.stdout)?.[1], 'the address that the gateway prints');
  }

  /** Resolves with what a line on standard output has in brackets, once it matches. */
  wrote(line: RegExp): Promise<string> {
    return untilFound(() => {
      const [whole, inBrackets = whole] = line.exec(this.stdout) ?? [];
      return inBrackets;
    }, String(line));
  }

  /** Resolves once a line on standard error matches. */
  async printed(line: RegExp): Promise<void> {
    await untilFound(() => line.exec(this.stderr)?.[0], String(line));
  }

  async ended(): Promise<{ readonly code: unknown; readonly stderr: string }> {
    const [code] =
      this.#child.exitCode === null ? ((await once(this.#child, 'close')) as [unknown]) : [this.#child.exitCode];
    return { code, stderr: this.stderr };
  }
}
