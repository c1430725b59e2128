import { readdirSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { CLIP, happyScript, ScriptedEngine } from '../engines/testing/scripted-engine.ts';
import { codeKey } from './limits/code-key.ts';
import type { Gateway } from './gateway.ts';
import { backUp, restore } from './storage/backup.ts';
import { databasePath, DataFolder } from './storage/data-folder.ts';
import { DATA_FIXTURES, type DataFixture } from './testing/data-fixture.ts';
import { label } from './ports/testing/messages.ts';
import { makeTemporaryFolder } from '../engines/testing/temporary-folder.ts';
import { TestClient } from './testing/test-client.ts';
import { startTestGateway, stopTestGateways } from './testing/test-gateway.ts';

const FIXTURES = fileURLToPath(DATA_FIXTURES);
const VERSIONS = readdirSync(FIXTURES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);
/** The fixtures grow old with the project. */
const FOREVER = { messagesPerCode: Infinity, maxAgeMs: Infinity };

for (const version of VERSIONS) {
  describe(`a data folder of version ${version}`, () => {
    let fixture: DataFixture;
    let dataFolder: string;
    let data: DataFolder;
    let gateway: Gateway | undefined;

    /** Starts a gateway on the data, which closes them with itself. */
    async function start(): Promise<Gateway> {
      gateway = await startTestGateway({ storage: data, engine: new ScriptedEngine(happyScript) });
      return gateway;
    }

    beforeEach(async () => {
      fixture = JSON.parse(await readFile(join(FIXTURES, `${version}.json`), 'utf8')) as DataFixture;
      dataFolder = join(await makeTemporaryFolder(), 'data');
      await cp(join(FIXTURES, version), dataFolder, { recursive: true });
      data = await DataFolder.open(dataFolder, { retention: FOREVER });
    });

    afterEach(async () => {
      if (gateway === undefined) await data.close();
      await stopTestGateways();
      gateway = undefined;
    });

    it('still has every message of every code, under the same epoch', async () => {
      expect(data.log.epoch).toBe(fixture.epoch);
      for (const { code, messages } of fixture.codes) {
        const read: readonly unknown[] = await data.log.read(codeKey(code), 0);
        expect(read).toEqual([...messages]);
        expect(await data.log.extent(codeKey(code))).toEqual({ firstSeq: 1, lastSeq: messages.length });
      }
    });

    it('has no user code in its file any more, not even in the parts that are free', async () => {
      await data.close();
      const bytes = await readFile(databasePath(data.folder), 'latin1');
      for (const { code } of fixture.codes) expect(bytes.includes(code)).toBeFalse();
      data = await DataFolder.open(data.folder, { retention: FOREVER });
    });

    it('is kept as it was beside the new one, so that one can go back to its program', () => {
      const kept = readdirSync(dataFolder).find((name) => name.startsWith('kitten.sqlite.v'));
      const copy = new DatabaseSync(join(dataFolder, String(kept)), { readOnly: true });
      expect(copy.prepare('SELECT epoch FROM log').get()?.['epoch']).toBe(fixture.epoch);
      expect(`kitten.sqlite.v${String(copy.prepare('PRAGMA user_version').get()?.['user_version'])}`).toBe(kept ?? '');
      copy.close();
    });

    it('comes back from a backup with every message, under another epoch', async () => {
      const copy = join(dataFolder, '..', 'copy');
      await backUp(dataFolder, copy);
      await data.close();
      await restore(copy, dataFolder);
      data = await DataFolder.open(dataFolder, { retention: FOREVER });
      expect(data.log.epoch).not.toBe(fixture.epoch);
      for (const { code, messages } of fixture.codes) {
        const read: readonly unknown[] = await data.log.read(codeKey(code), 0);
        expect(read.length).toBe(messages.length);
      }
      expect([...(await data.media.list())].sort()).toEqual([...fixture.media]);
    });

    it('still has every medium, whole', async () => {
      expect([...(await data.media.list())].sort()).toEqual([...fixture.media]);
      for (const name of fixture.media) {
        expect(Buffer.compare(await data.media.read(name), await readFile(join(FIXTURES, version, 'media', name))))
          .withContext(name)
          .toBe(0);
      }
    });

    it('still knows which code has been revoked', async () => {
      const { url } = await start();
      for (const { code } of fixture.codes) {
        const client = new TestClient({ url }, { query: { code } });
        if (code === fixture.revoked) expect((await client.closed).code).toBe(4401);
        else expect((await client.untilEvent('welcome')).epoch).toBe(fixture.epoch);
      }
    });

    it('runs the jobs that ran or waited to their ends, and none that had ended', async () => {
      const { code, ids } = fixture.openPrompts;
      const before = fixture.codes.find((each) => each.code === code)?.messages ?? [];
      const { url } = await start();
      const client = new TestClient({ url }, { query: { code, epoch: fixture.epoch, after: '0' } });
      for (const id of ids) {
        await client.until((message) => message.replyTo === id && label(message) === 'completed');
      }
      expect(await client.untilEvent('welcome')).toEqual(jasmine.objectContaining({ recovered: true }));
      const durable = client.messages.filter(({ seq }) => seq !== undefined);
      expect(durable.map(({ seq }) => seq)).toEqual(durable.map((_, index) => index + 1));
      const added = durable.slice(before.length);
      expect(new Set(added.map(({ replyTo }) => replyTo))).toEqual(new Set(ids));
      for (const id of ids) {
        const story = durable.filter(({ replyTo }) => replyTo === id).map(label);
        expect(story.join(' ')).toMatch(/^accepted (started ){1,2}text image video completed$/);
      }
      const clip = added.find(({ type }) => type === 'video');
      const response = await fetch(url + (clip?.type === 'video' ? String(clip.url) : ''));
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(CLIP.bytes);
    });

    it('still knows its prompts: one that is sent again makes no second job', async () => {
      const [accepted] = fixture.codes.flatMap(({ code, messages }) =>
        code === fixture.revoked ? [] : messages.filter((message) => label(message) === 'accepted'),
      );
      const code = fixture.codes.find(({ messages }) => messages.some(({ id }) => id === accepted?.id))?.code ?? '';
      const { url } = await start();
      const client = new TestClient({ url }, { query: { code } });
      await client.untilEvent('welcome');
      client.send({ type: 'text', id: accepted?.replyTo, content: '再来一次' });
      const again = await client.until((message) => message.replyTo === accepted?.replyTo);
      expect(label(again)).toBe('(accepted)');
      expect(again.jobId).toBe(accepted?.jobId);
    });
  });
}
