import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { happyScript, ScriptedEngine } from '../../../engines/testing/scripted-engine.ts';
import { makeTemporaryFolder } from '../../../engines/testing/temporary-folder.ts';
import type { PromptMessage } from '../../../protocol/index.ts';
import type { Gateway } from '../../gateway.ts';
import { MediaFolder } from '../../media-stores/media-folder.ts';
import { prompt } from '../../ports/testing/messages.ts';
import { ReturningClient } from '../../testing/returning-client.ts';
import { startTestGateway, stopTestGateways } from '../../testing/test-gateway.ts';
import { Database } from '../database/database.ts';
import { MIGRATIONS } from '../schema/migrations.ts';
import { createSpecDatabase } from '../testing/use-postgres.ts';
import { PostgresStorage } from './postgres-storage.ts';

/** Steps that the version before knows, which can go on running beside this one. */
const BEFORE = MIGRATIONS.slice(0, -1);
const isGoneAlongWith = (MIGRATIONS.at(-1)?.worksWith ?? 0) <= BEFORE.length;

(isGoneAlongWith ? describe : xdescribe)('a cluster whose schema goes on by a step', () => {
  let url: string;
  let folder: string;

  beforeEach(async () => {
    url = await createSpecDatabase();
    folder = await makeTemporaryFolder();
  });

  afterEach(stopTestGateways);

  /** A process that takes prompts in and draws, of a version with so many steps. */
  async function start(migrations = MIGRATIONS): Promise<Gateway> {
    const mediaStore = await MediaFolder.open(join(folder, 'media'));
    const storage = await PostgresStorage.open(url, { mediaStore, folder, migrations, onFault: fail, concurrency: 2 });
    return startTestGateway({ storage, engine: new ScriptedEngine(happyScript) });
  }

  async function stepsTaken(): Promise<number> {
    const database = await Database.open(url, { connections: 1 });
    const steps = await database.query('SELECT step FROM schema_steps');
    await database.close();
    return steps.length;
  }

  it('loses and doubles nothing while the old and the new version run side by side, and may go back', async () => {
    let gateway = await start(BEFORE);
    expect(await stepsTaken()).toBe(BEFORE.length);
    const client = new ReturningClient(randomUUID());
    const sent: PromptMessage[] = [];
    const ask = (): void => {
      for (let count = 0; count < 3; count++) {
        const next = prompt(`第 ${sent.length + 1} 只猫`);
        sent.push(next);
        client.socket.send(next);
      }
    };
    /** Each process after the first one begins while jobs of the one before are open; then that ends. */
    const goOnWith = async (next: Gateway): Promise<void> => {
      ask();
      await gateway.close();
      gateway = next;
      await client.connect(gateway);
      // What was not taken any more is sent again, as clients do.
      for (const each of sent.filter((one) => client.storyOf(one).length === 0)) client.socket.send(each);
    };
    await client.connect(gateway);
    for (const migrations of [MIGRATIONS, BEFORE, MIGRATIONS]) {
      ask();
      const beside = await start(migrations);
      expect(await stepsTaken()).toBe(MIGRATIONS.length);
      await goOnWith(beside);
    }
    await client.untilOver(sent);
    expect(client.durable.map(({ seq }) => seq)).toEqual(client.durable.map((_, index) => index + 1));
    for (const each of sent) {
      expect(client.storyOf(each).join(' ')).toMatch(/^accepted (started )+text image video completed$/);
    }
  });
});
