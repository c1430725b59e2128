import { TestBed } from '@angular/core/testing';

import type { ServerMessage } from '../../../services/index.ts';
import { provideMemoryMediaCache } from '../../media-cache/testing/provide-memory-media-cache.ts';
import { image, text, video } from '../../testing/messages.ts';
import { MemoryHistoryStore } from '../store/memory-history-store.ts';
import { HISTORY_STORE } from '../store/history-token.ts';
import { restoreConversation } from '../restore-conversation.ts';
import { conversationJson } from './conversation-json.ts';
import { type ImportedFile, Importer } from './importer.ts';

describe('Importer', () => {
  let store: MemoryHistoryStore;

  beforeEach(() => {
    store = new MemoryHistoryStore();
    TestBed.configureTestingModule({
      providers: [provideMemoryMediaCache(), { provide: HISTORY_STORE, useValue: store }],
    });
  });

  /** A conversation of two turns, as it was exported elsewhere. */
  async function exported(): Promise<string> {
    const other = new MemoryHistoryStore();
    const ask = (id: string, at: number): Promise<void> =>
      other.addPrompt({ id, conversationId: 'c', at, prompt: { type: 'text', id, content: `画 ${id}` } });
    const answer = (message: ServerMessage): Promise<void> =>
      other.append([{ id: message.id, conversationId: 'c', event: { kind: 'received', message } }]);
    await ask('p1', 1_000);
    await answer(text({ id: 'm1', ts: 2_000, replyTo: 'p1', content: '好的' }));
    await answer(image({ id: 'm2', ts: 2_500, replyTo: 'p1', body: new Uint8Array([1, 2, 3]), mimeType: 'image/png' }));
    // The other clock was behind.
    await ask('p2', 9_000);
    await answer(video({ id: 'm3', ts: 3_000, replyTo: 'p2', url: 'https://127.0.0.1:1/clip.mp4' }));
    await other.changeConversation('c', { title: '我的猫', pinnedAt: 5 });
    const [record] = await other.conversations();
    return conversationJson(record!, await other.content('c'));
  }

  function json(...contents: readonly string[]): readonly ImportedFile[] {
    return contents.map((content) => ({ json: { read: async () => new Blob([content]) }, beside: new Map() }));
  }

  it('brings back what was said, in its order, with its name and its bytes', async () => {
    expect(await TestBed.inject(Importer).import(json(await exported()))).toEqual({ conversations: 1, refused: 0 });
    expect((await store.conversations()).map(({ id, title, pinnedAt }) => [id, title, pinnedAt])).toEqual([
      ['c', '我的猫', 5],
    ]);
    const [{ finishedAt, seenAt } = {}] = await store.conversations();
    expect(finishedAt).toBeGreaterThan(0);
    expect(seenAt).withContext('nothing of it is news').toBeGreaterThanOrEqual(finishedAt!);
    const content = await store.content('c');
    const turns = restoreConversation(content, { log: undefined, transient: [] }).copyTurns();
    expect(turns.map(({ prompt, replies }) => [prompt?.content, replies.map(({ kind }) => kind)])).toEqual([
      ['画 p1', ['text', 'image']],
      ['画 p2', ['video']],
    ]);
    const [, still] = turns[0]?.replies ?? [];
    expect(still?.kind === 'image' ? (still.message.data ?? still.message.body) : undefined).toBeTruthy();
  });

  it('changes nothing the second time', async () => {
    const file = await exported();
    await TestBed.inject(Importer).import(json(file));
    const before = await store.everything();
    await TestBed.inject(Importer).import(json(file));
    expect(await store.everything()).toEqual(before);
  });

  it('brings back what was deleted here, and what was erased for good', async () => {
    const file = await exported();
    await TestBed.inject(Importer).import(json(file));
    for (const before of [50, 51]) {
      await store.changeConversation('c', { deletedAt: 50 });
      await store.erase(before);
      expect(await store.conversations()).toEqual([]);
      expect(await TestBed.inject(Importer).import(json(file))).toEqual({ conversations: 1, refused: 0 });
      const turns = restoreConversation(await store.content('c'), { log: undefined, transient: [] }).copyTurns();
      expect(turns.map(({ prompt, replies }) => [prompt?.content, replies.length])).toEqual([
        ['画 p1', 2],
        ['画 p2', 1],
      ]);
    }
    await store.changeConversation('c', { deletedAt: 50 });
    const empty = JSON.stringify({ version: 1, id: 'c', prompts: [], messages: [] });
    expect(await TestBed.inject(Importer).import(json(empty))).toEqual({ conversations: 0, refused: 1 });
    expect(await store.conversations())
      .withContext('what says nothing brings nothing back')
      .toEqual([]);
  });

  it('takes nothing of what is no export, and says so', async () => {
    const hostile = JSON.stringify({
      version: 1,
      id: 'c2',
      prompts: [null, { id: 7 }, { type: 'text', id: 'p', content: '猫' }],
      messages: [7, { type: 'video', id: 'v', ts: 1, mimeType: 'video/mp4', url: 'javascript:alert(1)' }],
    });
    const imported = await TestBed.inject(Importer).import(json('', '{', '[]', '{"version":2,"id":"c"}', hostile));
    expect(imported).toEqual({ conversations: 0, refused: 5 });
    expect(await store.media()).toEqual([]);
    expect(await store.conversations()).toEqual([]);
  });
});
