import { TestBed } from '@angular/core/testing';

import { Collections } from '../gallery/order/collections.ts';
import { RemovedWorks } from '../gallery/order/removed-works.ts';
import { MemoryHistoryStore } from '../history/store/memory-history-store.ts';
import { HISTORY_STORE } from '../history/store/history-token.ts';
import { restoreConversation } from '../history/restore-conversation.ts';
import { Language } from '../language/language.ts';
import { Stars } from '../media/actions/stars.ts';
import { MediaCache } from '../media-cache/media-cache.ts';
import { provideMemoryMediaCache } from '../media-cache/testing/provide-memory-media-cache.ts';
import { Notices } from '../notices/notices.ts';
import { readZip } from '../saving/read-zip.ts';
import { SAVE_FILE } from '../saving/save-file.ts';
import { zipFile } from '../saving/zip-file.ts';
import { text, video } from '../testing/messages.ts';
import { Mover } from './mover.ts';

const CLIP = 'https://127.0.0.1:1/clip.mp4';
const COVER = 'https://127.0.0.1:1/cover.jpg';

describe('Mover', () => {
  let store: MemoryHistoryStore;
  let saved: File[];

  /** Another browser, in which there is nothing. */
  async function openBrowser(): Promise<void> {
    localStorage.clear();
    store = new MemoryHistoryStore();
    saved = [];
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        provideMemoryMediaCache(),
        { provide: HISTORY_STORE, useValue: store },
        { provide: SAVE_FILE, useValue: (file: File) => saved.push(file) },
      ],
    });
    await TestBed.inject(Language).loadAll();
  }

  async function say(conversationId: string): Promise<void> {
    const id = `prompt of ${conversationId}`;
    await store.addPrompt({ id, conversationId, at: 1, prompt: { type: 'text', id, content: `画${conversationId}` } });
    const clip = { id: `clip of ${conversationId}`, replyTo: id, url: CLIP, posterUrl: COVER, name: '橘猫.mp4' };
    for (const message of [text({ replyTo: id }), video(clip)]) {
      await store.append([{ id: message.id, conversationId, event: { kind: 'received', message } }]);
    }
  }

  async function movedOut(): Promise<File> {
    await TestBed.inject(Mover).moveOut();
    expect(saved.map(({ name }) => name)).toEqual(['问小猫.zip']);
    return saved[0]!;
  }

  beforeEach(openBrowser);
  afterEach(() => localStorage.clear());

  it('takes conversations, clips, stars and collections along', async () => {
    await say('cat');
    await say('fish');
    await TestBed.inject(MediaCache).addCopy(CLIP, new Blob(['meow'], { type: 'video/mp4' }));
    await TestBed.inject(MediaCache).addCopy(COVER, new Blob(['face'], { type: 'image/jpeg' }));
    TestBed.inject(Stars).toggle('clip of cat');
    const collection = TestBed.inject(Collections).create('海边', ['clip of fish']);
    const file = await movedOut();

    await openBrowser();
    TestBed.inject(Stars).toggle('of this browser');
    await TestBed.inject(Mover).moveIn([file]);
    expect(TestBed.inject(Notices).current()).toBe('已导入 2 段对话');
    expect((await store.conversations()).map(({ opening }) => opening).sort()).toEqual(['画cat', '画fish']);
    const content = await store.content('cat');
    const [turn] = restoreConversation(content, { log: undefined, transient: [] }).copyTurns();
    expect(turn?.replies.map(({ kind }) => kind)).toEqual(['text', 'video']);
    const [clip, cover] = [await TestBed.inject(MediaCache).find(CLIP), await TestBed.inject(MediaCache).find(COVER)];
    expect([await clip?.text(), clip?.type]).toEqual(['meow', 'video/mp4']);
    expect([await cover?.text(), cover?.type]).toEqual(['face', 'image/jpeg']);
    expect([...TestBed.inject(Stars).ids()].sort()).toEqual(['clip of cat', 'of this browser']);
    expect(TestBed.inject(Collections).find(collection)?.works).toEqual(['clip of fish']);

    const before = await store.everything();
    await TestBed.inject(Mover).moveIn([file]);
    expect(await store.everything()).toEqual(before);
    expect(TestBed.inject(Collections).list()).toHaveSize(1);
  });

  it('takes along what was deleted from the gallery, and leaves what is here', async () => {
    await say('cat');
    await say('fish');
    TestBed.inject(RemovedWorks).remove(['clip of cat', 'clip of fish'], 7);
    const file = await movedOut();

    await openBrowser();
    await say('fish');
    await TestBed.inject(Mover).moveIn([file]);
    expect(TestBed.inject(RemovedWorks).list()).toEqual({ 'clip of cat': 7 });
  });

  it('finds the marks in an archive that was packed again in a folder', async () => {
    await say('cat');
    TestBed.inject(Stars).toggle('clip of cat');
    const inside = await readZip(await movedOut());
    const entries = await Promise.all(
      inside.map(async (file) => ({ name: `备份/${file.name}`, input: await file.read() })),
    );
    const packed = await zipFile('备份.zip', entries);

    await openBrowser();
    await TestBed.inject(Mover).moveIn([packed]);
    expect(TestBed.inject(Notices).current()).toBe('已导入 1 段对话');
    expect([...TestBed.inject(Stars).ids()]).toEqual(['clip of cat']);
  });

  it('says what it could not take', async () => {
    const strange = new File(['{}'], 'a.json');
    await TestBed.inject(Mover).moveIn([strange, new File(['PK'], 'b.zip')]);
    expect(TestBed.inject(Notices).current()).toBe('有 2 个文件不是这里导出的对话');
    await say('cat');
    await TestBed.inject(Mover).moveIn([strange, await movedOut()]);
    expect(TestBed.inject(Notices).current()).toBe('已导入 1 段对话；有 1 个文件不是这里导出的对话');
  });
});
