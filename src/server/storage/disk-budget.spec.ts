import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { prompt } from '../ports/testing/messages.ts';
import { RecordingJobHandler } from '../ports/testing/recording-job-handler.ts';
import { newMediaName } from '../media/media-name.ts';
import { DataFolder } from './data-folder.ts';
import type { DiskLimits } from './disk-budget.ts';

const KB = 1_000;
const MEDIUM = { bytes: new Uint8Array(100 * KB), mimeType: 'image/png' };
/** What an empty database takes is less than that. */
const EMPTY = 400 * KB;

describe('DiskBudget', () => {
  let folder: string;
  let data: DataFolder;

  async function open(diskLimits: Partial<DiskLimits>): Promise<void> {
    data = await DataFolder.open(folder, { diskLimits });
  }

  beforeEach(async () => {
    folder = await makeTemporaryFolder();
  });

  afterEach(async () => {
    await data.close();
    await removeTemporaryFolders();
  });

  it('limits what is stored for an address, and for no other', async () => {
    await open({ addressBytes: 250 * KB });
    for (let count = 0; count < 2; count++) await data.media.save({ ...MEDIUM, address: '192.0.2.1' });
    expect(await data.budget.findFull('192.0.2.1', 100 * KB)).toBe('address');
    expect(await data.budget.findFull('192.0.2.1', 10 * KB)).toBeUndefined();
    expect(await data.budget.findFull('192.0.2.2', 100 * KB)).toBeUndefined();
  });

  it('has room again once a medium is removed, also after a restart', async () => {
    await open({ addressBytes: 150 * KB });
    const { name } = await data.media.save({ ...MEDIUM, address: '192.0.2.1' });
    await data.close();
    await open({ addressBytes: 150 * KB });
    expect(await data.budget.findFull('192.0.2.1', 100 * KB)).toBe('address');
    await data.media.remove(name);
    expect(await data.budget.findFull('192.0.2.1', 100 * KB)).toBeUndefined();
  });

  it('limits what the server stores, media and database together', async () => {
    await open({ totalBytes: EMPTY });
    expect(await data.budget.findFull('192.0.2.1', 10 * KB)).toBeUndefined();
    for (let count = 0; count < 3; count++) await data.media.save({ ...MEDIUM, address: `192.0.2.${count}` });
    expect(await data.budget.findFull('192.0.2.9', 100 * KB)).toBe('server');
  });

  it('counts media that were there before it', async () => {
    await open({});
    await data.close();
    await writeFile(join(folder, 'media', newMediaName('video/mp4')), new Uint8Array(EMPTY));
    await open({ totalBytes: EMPTY });
    expect(await data.budget.findFull('192.0.2.1', 1)).toBe('server');
  });

  it('limits how many messages are stored, and counts what is trimmed', async () => {
    data = await DataFolder.open(folder, {
      diskLimits: { messages: 3 },
      retention: { messagesPerCode: 2, maxAgeMs: Infinity },
    });
    const [one, other] = [randomUUID(), randomUUID()];
    for (let count = 0; count < 5; count++) await data.log.append(one, { type: 'text', content: '猫' });
    expect(await data.budget.findFull('192.0.2.1', 1)).toBeUndefined();
    await data.log.append(other, { type: 'text', content: '猫' });
    expect(await data.budget.findFull('192.0.2.1', 1)).toBe('server');
  });

  it('counts the clips of jobs that are open as if they were there, for their address and over all', async () => {
    const CLIP = 2_000 * KB;
    await open({ addressBytes: 2 * CLIP, totalBytes: EMPTY + 3 * CLIP });
    data.queue.start(new RecordingJobHandler());
    for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.2'])
      await data.queue.add({ code: randomUUID(), address }, prompt(`猫 ${randomUUID()}`));
    expect(await data.budget.findFull('192.0.2.1', 1)).toBe('address');
    expect(await data.budget.findFull('192.0.2.2', CLIP)).toBe('server');
    expect(await data.budget.findFull('192.0.2.2', 1)).toBeUndefined();
  });

  it('leaves a part of the disk free', async () => {
    await open({ freeBytes: Number.MAX_SAFE_INTEGER });
    expect(await data.budget.findFull('192.0.2.1', 1)).toBe('disk');
  });
});
