import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EngineRegistry, loadBundledEngine } from '../../engines/index.ts';
import { pictureOf } from '../../engines/testing/pictures.ts';
import { ScriptedEngine, untilAborted } from '../../engines/testing/scripted-engine.ts';
import { type UploadedImage, UPLOADS_PATH, USER_CODE_HEADER } from '../../protocol/index.ts';
import { codeKey } from '../limits/code-key.ts';
import { createGateway, DataFolder, type Gateway } from '../index.ts';
import { type DataFixture, DATA_FIXTURES } from './data-fixture.ts';
import { label, prompt } from '../ports/testing/messages.ts';
import { TestClient } from './test-client.ts';

/**
 * Writes a data folder as this version of the gateway leaves it, and beside it what is in there. Run it once for each
 * release, and never again for one that has been released: npx node src/server/testing/make-data-fixture.ts
 */
async function makeFixture(): Promise<void> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { readonly version: string };
  const folder = fileURLToPath(new URL(version, DATA_FIXTURES));
  await rm(folder, { recursive: true, force: true });
  const storage = await DataFolder.open(folder);
  const gateway = await createGateway({
    engines: EngineRegistry.of(await sometimesStuckEngine()),
    storage,
    appFolder: folder,
    logLevel: 'silent',
  });
  const [painter, visitor, revoked] = [randomUUID(), randomUUID(), randomUUID()];
  for (const code of [visitor, revoked]) await runOnePrompt(gateway, code);
  // Last, for it leaves a job that never ends.
  const openPrompts = await fillPaintersLog(gateway, painter);
  storage.revocations.revoke(codeKey(revoked));
  const contents: DataFixture = {
    epoch: storage.log.epoch,
    codes: await Promise.all(
      [painter, visitor, revoked].map(async (code) => ({ code, messages: await storage.log.read(codeKey(code), 0) })),
    ),
    openPrompts: { code: painter, ids: openPrompts },
    revoked,
    media: [...(await storage.media.list())].sort(),
  };
  // Closing the database also writes its write-ahead log into the file.
  await gateway.close();
  await rm(join(folder, 'gateway.lock'), { force: true });
  await writeFile(`${folder}.json`, `${JSON.stringify(contents, undefined, 2)}\n`);
}

/** Draws the instant engine's clip; a prompt that begins with 坏 fails, and one with 等 never ends. */
async function sometimesStuckEngine(): Promise<ScriptedEngine> {
  const instant = await loadBundledEngine('instant');
  return new ScriptedEngine(async function* (request, signal) {
    if (request.prompt.startsWith('坏')) throw new Error('not drawn');
    if (request.prompt.startsWith('等')) await untilAborted(signal);
    yield* instant.generate(request, signal);
  });
}

async function runOnePrompt(gateway: Gateway, code: string): Promise<void> {
  const client = new TestClient(gateway, { query: { code } });
  client.socket.on('open', () => client.send(prompt('一只橘猫在雨夜的霓虹街头散步')));
  await client.untilEvent('completed');
  await client.leave();
}

/** One job of each end; returns the prompts of one job that runs and one that waits, both open. */
async function fillPaintersLog(gateway: Gateway, code: string): Promise<readonly string[]> {
  const client = new TestClient(gateway, { query: { code } });
  await client.untilEvent('welcome');
  const until = (id: string, end: string): Promise<unknown> =>
    client.until((message) => message.replyTo === id && label(message) === end);
  const withReference = { ...prompt('照着画'), attachments: [await upload(gateway, code)] };
  const withOptions = { ...prompt('雪山'), options: { seconds: 2, size: '640x360', seed: 7 } };
  const [failing, stuck, waiting, running] = [prompt('坏的'), prompt('等一'), prompt('等三'), prompt('等二')];
  client.send([withReference, withOptions, failing, stuck]);
  await until(withReference.id, 'completed');
  await until(withOptions.id, 'completed');
  await until(failing.id, 'error');
  await until(stuck.id, 'started');
  client.send({ type: 'cancel', replyTo: stuck.id });
  await until(stuck.id, 'cancelled');
  client.send([running, waiting]);
  await until(running.id, 'started');
  await until(waiting.id, 'accepted');
  await client.leave();
  return [running.id, waiting.id];
}

async function upload({ url }: Gateway, code: string): Promise<string> {
  const response = await fetch(url + UPLOADS_PATH, {
    method: 'POST',
    headers: { 'content-type': 'image/png', [USER_CODE_HEADER]: code },
    body: new Uint8Array(pictureOf('#c08030')),
  });
  return ((await response.json()) as UploadedImage).url;
}

await makeFixture();
