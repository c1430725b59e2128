import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { isDiskFull } from '../ports/index.ts';
import { prompt } from '../ports/testing/messages.ts';
import { RecordingJobHandler } from '../ports/testing/recording-job-handler.ts';
import { DataFolder } from './data-folder.ts';
import { FolderTakenError } from './folder-lock.ts';
import { ReadOnlyFolder } from './read-only-folder.ts';

const OWNER = { code: '5a0c1f0e-0000-4000-8000-00000000000a', address: '192.0.2.1' };
const MEDIUM = { bytes: new Uint8Array(100), mimeType: 'image/png', ...OWNER };

describe('ReadOnlyFolder', () => {
  let folder: string;

  async function openWhole(): Promise<{ readonly data: DataFolder; readonly handler: RecordingJobHandler }> {
    const data = await DataFolder.open(folder);
    const handler = new RecordingJobHandler();
    data.queue.start(handler);
    return { data, handler };
  }

  beforeEach(async () => {
    folder = await makeTemporaryFolder();
  });

  afterEach(removeTemporaryFolders);

  it('reads what there is, takes nothing, and leaves what is open to be run when there is room', async () => {
    const { data } = await openWhole();
    const { name } = await data.media.save(MEDIUM);
    const taken = prompt('一');
    await data.queue.add(OWNER, taken);
    await data.close();

    const reader = await ReadOnlyFolder.open(folder);
    expect(reader.log.epoch).toBe(data.log.epoch);
    expect((await reader.log.read(OWNER.code, 0)).length).toBe(1);
    expect((await reader.media.read(name)).length).toBe(MEDIUM.bytes.length);
    expect(await reader.ownersOf(name)).toEqual([OWNER.code]);
    expect(await reader.budget.findFull(OWNER.address, 1)).toBe('disk');
    reader.queue.start(new RecordingJobHandler());
    const refused = await reader.queue.add(OWNER, prompt('二')).catch((error: unknown) => error);
    expect(isDiskFull(refused)).toBeTrue();
    expect((await reader.queue.find(OWNER.code, taken.id))?.prompt).toEqual(taken);
    await expectAsync(reader.log.append(OWNER.code, { type: 'text', content: '猫' })).toBeRejectedWithError(/readonly/);
    expect((await reader.check()).database).toMatch(/^read-only until/);
    expect(await reader.hasRoom()).toBeTrue();
    await expectAsync(DataFolder.open(folder)).toBeRejectedWithError(FolderTakenError);
    await reader.close();

    const { data: whole, handler } = await openWhole();
    await handler.called('run again 一');
    await whole.close();
  });

  it('opens no folder without data, and makes none', async () => {
    await expectAsync(ReadOnlyFolder.open(join(folder, 'new'))).toBeRejected();
    await (await DataFolder.open(folder)).close();
  });
});
