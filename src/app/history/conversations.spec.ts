import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { WebSocketStatus } from '../../services/index.ts';
import { useFakeClock } from '../../testing/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { system, video, welcome } from '../testing/messages.ts';
import { Conversations } from './conversations.ts';
import { HISTORY_STORE } from './store/history-token.ts';
import { MemoryHistoryStore } from './store/memory-history-store.ts';
import { CurrentConversation } from './current-conversation.ts';
import { askApart, whenStored } from './testing/asking.ts';

describe('Conversations', () => {
  const clock = useFakeClock(new Date(2026, 2, 8));
  let socket: FakeWebSocketService;
  let conversations: Conversations;
  let current: CurrentConversation;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideRouter([])] });
    socket = TestBed.inject(FakeWebSocketService);
    conversations = TestBed.inject(Conversations);
    current = TestBed.inject(CurrentConversation);
    socket.setWelcome(welcome());
  });

  it('have the newest first, with how far their jobs are', async () => {
    const cat = askApart('猫');
    clock.tick(1_000);
    askApart('狗');
    socket.receive(system('progress', { ...cat, progress: 0.426 }));
    await whenStored();
    expect(conversations.list()?.map(({ opening, job }) => [opening, job?.percent])).toEqual([
      ['狗', undefined],
      ['猫', 42],
    ]);
  });

  it('say nothing of jobs of which the server tells nothing, until it does', async () => {
    const cat = askApart('猫');
    socket.receive(system('progress', { ...cat, progress: 0.426 }));
    socket.setConnection({ status: WebSocketStatus.ERROR, problem: 'code-revoked', lastCloseCode: 4401 });
    await whenStored();
    expect(conversations.list()?.map(({ job }) => job)).toEqual([undefined]);
    socket.setConnection({ status: WebSocketStatus.CONNECTED, problem: null });
    socket.receive(system('progress', { ...cat, progress: 0.5 }));
    await whenStored();
    expect(conversations.list()?.map(({ job }) => job?.percent)).toEqual([50]);
  });

  it('say what was finished while nobody looked, until somebody does', async () => {
    const cat = askApart('猫');
    await whenStored();
    clock.tick(1_000);
    socket.receive({ ...system('completed', cat), seq: 1 });
    await whenStored();
    expect(conversations.list()?.map(({ isUnread }) => isUnread)).toEqual([true]);
    current.awaitFirst();
    current.showIfAwaited(conversations.list()?.[0]?.id ?? '');
    await whenStored();
    current.leave(current.id() ?? '');
    await whenStored();
    expect(conversations.list()?.map(({ isUnread }) => isUnread)).toEqual([false]);
  });

  it('are called after their first prompt where they have no name', async () => {
    askApart('猫');
    await whenStored();
    const id = conversations.list()?.[0]?.id ?? '';
    conversations.rename(id, ' 雨夜 ');
    await whenStored();
    expect(conversations.list()?.[0]?.title).toBe('雨夜');
    conversations.rename(id, ' ');
    await whenStored();
    expect(conversations.list()?.[0]?.title).toBeUndefined();
  });

  it('tell what the one that is open is called, if anything', async () => {
    expect(conversations.openName()).toBeNull();
    socket.send('猫');
    await whenStored();
    expect(conversations.openName()).toBe('猫');
    conversations.rename(current.id() ?? '', '雨夜');
    await whenStored();
    expect(conversations.openName()).toBe('雨夜');
    current.leave(current.id() ?? '');
    expect(conversations.openName()).toBeNull();
  });

  it('can be pinned, and let go again', async () => {
    askApart('猫');
    await whenStored();
    const pinned = (): boolean => conversations.list()?.[0]?.pinnedAt !== undefined;
    for (const expected of [true, false]) {
      conversations.togglePinned(conversations.list()![0]!);
      await whenStored();
      expect(pinned()).toBe(expected);
    }
  });

  it('have the still of what was made in them last', async () => {
    const cat = askApart('猫');
    for (const [seq, name] of ['one', 'two'].entries()) {
      socket.receive({ ...video({ ...cat, posterUrl: `https://kitten.example/${name}.jpg` }), seq: seq + 1 });
    }
    await whenStored();
    expect(conversations.list()?.[0]?.posterUrl).toBe('https://kitten.example/two.jpg');
  });

  it('have one too where they were saved before records named any', async () => {
    const [store, posterUrl] = [new MemoryHistoryStore(), 'https://kitten.example/old.jpg'];
    const event = { kind: 'received', message: video({ posterUrl }) } as const;
    await store.append([{ id: 'clip', conversationId: 'c', event }]);
    const [record] = await store.conversations();
    spyOn(store, 'conversations').and.resolveTo([{ ...record!, posterUrl: undefined as unknown as string }]);
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [provideFakeWebSocket(), provideRouter([]), { provide: HISTORY_STORE, useValue: store }],
    });
    conversations = TestBed.inject(Conversations);
    await whenStored();
    expect(conversations.list()?.[0]?.posterUrl).toBe(posterUrl);
  });
});
