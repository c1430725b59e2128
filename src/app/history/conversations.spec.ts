import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { WebSocketStatus } from '../../services/index.ts';
import { elapse, flush, useFakeClock } from '../../testing/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { system, welcome } from '../testing/messages.ts';
import { Conversations } from './conversations.ts';
import { CurrentConversation } from './current-conversation.ts';
import { HISTORY_STORE } from './store/history-token.ts';

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

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) {
      await flush();
      await elapse(200);
      TestBed.tick();
    }
  }

  /** Asks in a conversation of its own, and leaves it. */
  function ask(content: string): { readonly jobId: string; readonly replyTo: string } {
    const replyTo = socket.send(content);
    current.leave(current.id() ?? '');
    return { jobId: `job of ${content}`, replyTo };
  }

  it('have the newest first, with how far their jobs are', async () => {
    const cat = ask('猫');
    clock.tick(1_000);
    ask('狗');
    socket.receive(system('progress', { ...cat, progress: 0.426 }));
    await settle();
    expect(conversations.list()?.map(({ opening, job }) => [opening, job?.percent])).toEqual([
      ['狗', undefined],
      ['猫', 42],
    ]);
  });

  it('say nothing of jobs of which the server tells nothing, until it does', async () => {
    const cat = ask('猫');
    socket.receive(system('progress', { ...cat, progress: 0.426 }));
    socket.setConnection({ status: WebSocketStatus.ERROR, problem: 'code-revoked', lastCloseCode: 4401 });
    await settle();
    expect(conversations.list()?.map(({ job }) => job)).toEqual([undefined]);
    socket.setConnection({ status: WebSocketStatus.CONNECTED, problem: null });
    socket.receive(system('progress', { ...cat, progress: 0.5 }));
    await settle();
    expect(conversations.list()?.map(({ job }) => job?.percent)).toEqual([50]);
  });

  it('say what was finished while nobody looked, until somebody does', async () => {
    const cat = ask('猫');
    await settle();
    clock.tick(1_000);
    socket.receive({ ...system('completed', cat), seq: 1 });
    await settle();
    expect(conversations.list()?.map(({ isUnread }) => isUnread)).toEqual([true]);
    current.awaitFirst();
    current.showIfAwaited(conversations.list()?.[0]?.id ?? '');
    await settle();
    current.leave(current.id() ?? '');
    await settle();
    expect(conversations.list()?.map(({ isUnread }) => isUnread)).toEqual([false]);
  });

  it('are called after their first prompt where they have no name', async () => {
    ask('猫');
    await settle();
    const id = conversations.list()?.[0]?.id ?? '';
    conversations.rename(id, ' 雨夜 ');
    await settle();
    expect(conversations.list()?.[0]?.title).toBe('雨夜');
    conversations.rename(id, ' ');
    await settle();
    expect(conversations.list()?.[0]?.title).toBeUndefined();
  });

  it('tell what the one that is open is called, if anything', async () => {
    expect(conversations.openName()).toBeNull();
    socket.send('猫');
    await settle();
    expect(conversations.openName()).toBe('猫');
    conversations.rename(current.id() ?? '', '雨夜');
    await settle();
    expect(conversations.openName()).toBe('雨夜');
    current.leave(current.id() ?? '');
    expect(conversations.openName()).toBeNull();
  });

  it('come back within ten seconds, and are erased then, their jobs stopped', async () => {
    const cat = ask('猫');
    socket.receive({ ...system('started', cat), seq: 1 });
    await settle();
    const id = conversations.list()?.[0]?.id ?? '';
    await conversations.remove(id);
    await settle();
    expect(conversations.list()).toEqual([]);
    await conversations.bringBack();
    await settle();
    expect(conversations.list()?.length).toBe(1);
    await conversations.remove(id);
    clock.tick(10_000);
    await settle();
    expect(socket.cancel).toHaveBeenCalledOnceWith(cat.replyTo);
    expect(conversations.justRemoved()).toBeNull();
    expect((await TestBed.inject(HISTORY_STORE).content(id)).events).toEqual([]);
  });

  it('are open again when they come back, where they were', async () => {
    ask('猫');
    socket.send('狗');
    await settle();
    const open = current.id() ?? '';
    const other = conversations.list()?.find(({ id }) => id !== open)?.id ?? '';
    await conversations.remove(open);
    expect(current.id()).toBeNull();
    await conversations.bringBack();
    expect(current.id()).toBe(open);
    await conversations.remove(other);
    await conversations.bringBack();
    expect(current.id()).toBe(open);
  });

  it('take nobody away who has gone elsewhere before they come back', async () => {
    ask('猫');
    await settle();
    const id = conversations.list()?.[0]?.id ?? '';
    await current.reopen(id);
    await conversations.remove(id);
    socket.send('狗');
    const since = current.id();
    await conversations.bringBack();
    expect(current.id()).toBe(since);
  });

  it('withdraw what still waits to be sent when they are erased, and leave what has ended', async () => {
    const cat = ask('猫');
    socket.receive({ ...system('accepted', cat), seq: 1 }, { ...system('completed', cat), seq: 2 });
    await settle();
    const id = conversations.list()?.[0]?.id ?? '';
    current.awaitFirst();
    current.showIfAwaited(id);
    const { replyTo } = ask('狗');
    await settle();
    await conversations.remove(id);
    clock.tick(10_000);
    await settle();
    expect(socket.cancel).toHaveBeenCalledOnceWith(replyTo);
  });

  describe('that a page left deleted when it was closed', () => {
    const prompt = { type: 'text', id: 'left', content: '猫' } as const;

    /** The next page of this browser, some time after the other one deleted a conversation. */
    async function reopen(milliseconds: number): Promise<void> {
      const store = TestBed.inject(HISTORY_STORE);
      await store.addPrompt({ id: 'left', conversationId: 'c', at: Date.now(), prompt });
      await store.changeConversation('c', { deletedAt: Date.now() });
      clock.tick(milliseconds);
      TestBed.resetTestingModule();
      const providers = [provideFakeWebSocket(), provideRouter([]), { provide: HISTORY_STORE, useValue: store }];
      TestBed.configureTestingModule({ providers });
      socket = TestBed.inject(FakeWebSocketService);
      TestBed.inject(Conversations);
      await settle();
    }

    it('have their work stopped before they are erased', async () => {
      await reopen(61_000);
      expect(socket.cancel).toHaveBeenCalledOnceWith('left');
      expect(await TestBed.inject(HISTORY_STORE).deleted()).toEqual([]);
    });

    it('have their work stopped as soon as no page can bring them back', async () => {
      await reopen(2_000);
      expect(socket.cancel).not.toHaveBeenCalled();
      clock.tick(10_000);
      await settle();
      expect(socket.cancel).toHaveBeenCalledOnceWith('left');
    });

    it('have a prompt withdrawn that the outbox hands over later', async () => {
      await reopen(61_000);
      socket.cancel.calls.reset();
      socket.restore(prompt);
      await settle();
      expect(socket.cancel).toHaveBeenCalledOnceWith('left');
    });
  });
});
