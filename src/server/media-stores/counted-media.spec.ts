import { MemoryMedia } from '../testing/memory-media.ts';
import { SqliteFile } from '../storage/sqlite-file.ts';
import { SqliteMediaLedger } from '../storage/sqlite-media-ledger.ts';
import { CountedMedia } from './counted-media.ts';

const CLIP = { bytes: new Uint8Array(100), mimeType: 'video/mp4' };

describe('CountedMedia', () => {
  let media: MemoryMedia;
  let ledger: SqliteMediaLedger;
  let counted: CountedMedia;

  beforeEach(() => {
    media = new MemoryMedia();
    ledger = new SqliteMediaLedger(SqliteFile.open(':memory:'));
    counted = new CountedMedia(media, ledger);
  });

  it('counts what is saved for whom, and what is removed no more', async () => {
    const { name } = await counted.save({ ...CLIP, address: '192.0.2.1', code: 'mine' });
    expect([ledger.totalBytes, ledger.bytesOf('192.0.2.1'), ledger.ownersOf(name)]).toEqual([100, 100, ['mine']]);
    await counted.remove(name);
    expect([ledger.totalBytes, ledger.bytesOf('192.0.2.1'), ledger.ownersOf(name)]).toEqual([0, 0, []]);
  });

  it('enters what is there and was not entered, and strikes out what is gone', async () => {
    await media.save(CLIP);
    await counted.save(CLIP);
    const { name } = await counted.save(CLIP);
    await media.remove(name);
    await counted.audit();
    expect(ledger.totalBytes).toBe(200);
    expect(await ledger.names()).toEqual(new Set(media.names));
  });

  it('leaves the ledger alone where nothing of it is there, as in the folder of another gateway', async () => {
    const { name } = await counted.save({ ...CLIP, code: 'mine' });
    const elsewhere = new MemoryMedia();
    await elsewhere.save(CLIP);
    expect(await new CountedMedia(elsewhere, ledger).audit()).toEqual({ isElsewhere: true });
    expect([ledger.totalBytes, ledger.ownersOf(name)]).toEqual([100, ['mine']]);
    expect(await counted.audit()).toEqual({ isElsewhere: false });
  });

  it('takes for its own what a crash has left, and not what was there before it knew of anything', async () => {
    const { name: before } = await media.save(CLIP);
    const listUnused = () => counted.listUnused(Infinity, () => Promise.resolve(new Set()));
    // Again, as after a crash of the first.
    for (let audit = 1; audit <= 2; audit++) await counted.audit();
    const saved = await counted.save(CLIP);
    const left = await media.save(CLIP);
    await counted.audit();
    expect([...(await listUnused())].sort()).toEqual([saved.name, left.name].sort());
    expect(media.names).toContain(before);
    expect(ledger.totalBytes).toBe(300);
  });

  it('takes nothing from whom another gateway saves for while it audits', async () => {
    const list = media.list.bind(media);
    const late = { name: '', code: 'theirs' };
    spyOn(media, 'list').and.callFake(async () => {
      // Saved and entered after the ledger was read, and before the store is listed.
      ({ name: late.name } = await counted.save({ ...CLIP, code: late.code }));
      return list();
    });
    await counted.audit();
    expect([ledger.totalBytes, ledger.ownersOf(late.name)]).toEqual([100, ['theirs']]);
  });

  it('counts once what an audit finds before it is entered', async () => {
    const { name } = await media.save(CLIP);
    await counted.audit();
    await ledger.add({ name, address: '192.0.2.1', bytes: 100, code: 'mine' });
    expect([ledger.totalBytes, ledger.bytesOf('192.0.2.1'), ledger.ownersOf(name)]).toEqual([100, 100, ['mine']]);
  });
});
