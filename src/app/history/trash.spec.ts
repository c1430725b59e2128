import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { useFakeClock } from '../../testing/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { system, welcome } from '../testing/messages.ts';
import { Conversations } from './conversations.ts';
import { CurrentConversation } from './current-conversation.ts';
import { HistoryChannel } from './history-channel.ts';
import { HISTORY_STORE } from './store/history-token.ts';
import type { ConversationRecord } from './store/records.ts';
import { Trash } from './trash.ts';
import { askApart, whenStored } from './testing/asking.ts';

describe('Trash', () => {
  const clock = useFakeClock(new Date(2026, 2, 8));
  let socket: FakeWebSocketService;
  let conversations: Conversations;
  let current: CurrentConversation;
  let trash: Trash;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideRouter([])] });
    socket = TestBed.inject(FakeWebSocketService);
    conversations = TestBed.inject(Conversations);
    current = TestBed.inject(CurrentConversation);
    trash = TestBed.inject(Trash);
    socket.setWelcome(welcome());
  });

  /** The conversation, as a list has it. */
  function recordOf(id: string): ConversationRecord {
    const found = conversations.list()?.find((record) => record.id === id);
    if (found === undefined) throw new Error(`no conversation ${id}`);
    return found;
  }

  it('brings back what was deleted, and stops its jobs after ten seconds', async () => {
    const cat = askApart('猫');
    socket.receive({ ...system('started', cat), seq: 1 });
    await whenStored();
    const id = conversations.list()?.[0]?.id ?? '';
    await trash.add(recordOf(id));
    await whenStored();
    expect(conversations.list()).toEqual([]);
    expect(trash.content().map((record) => record.id)).toEqual([id]);
    await trash.bringBack(id);
    await whenStored();
    expect([conversations.list()?.length, trash.content().length]).toEqual([1, 0]);
    await trash.add(recordOf(id));
    clock.tick(10_000);
    await whenStored();
    expect(socket.cancel).toHaveBeenCalledOnceWith(cat.replyTo);
    expect(trash.justRemoved()).toEqual([]);
    await trash.bringBack(id);
    await whenStored();
    expect(conversations.list()?.map(({ opening }) => opening)).toEqual(['猫']);
  });

  it('keeps each of several that are deleted within ten seconds', async () => {
    askApart('猫');
    askApart('狗');
    await whenStored();
    const ids = (conversations.list() ?? []).map(({ id }) => id);
    for (const id of ids) await trash.add(recordOf(id));
    expect(trash.justRemoved().map(({ id }) => id)).toEqual(ids.toReversed());
    for (const id of ids) await trash.bringBack(id);
    await whenStored();
    expect(conversations.list()?.length).toBe(2);
  });

  it('keeps what is in it for thirty days, and erases one for good before that where it is told to', async () => {
    askApart('猫');
    clock.tick(1_000);
    askApart('狗');
    await whenStored();
    const [dog, cat] = (conversations.list() ?? []).map(({ id }) => id);
    const erased: string[] = [];
    trash.erased$.subscribe((id) => erased.push(id));
    await trash.add(recordOf(dog ?? ''));
    await trash.add(recordOf(cat ?? ''));
    await trash.erase(dog ?? '');
    await whenStored();
    expect(erased).toEqual([dog ?? '']);
    expect(trash.content().map(({ opening }) => opening)).toEqual(['猫']);
    const store = TestBed.inject(HISTORY_STORE);
    expect((await store.content(dog ?? '')).prompts.map(({ prompt }) => prompt)).toEqual([undefined]);
  });

  it('gives up a conversation in which somebody asks, here or in another tab, and leaves its jobs alone', async () => {
    askApart('猫');
    await whenStored();
    const id = conversations.list()?.[0]?.id ?? '';
    await current.reopen(id);
    await trash.add(recordOf(id));
    // Another tab has it open still.
    await current.reopen(id);
    await whenStored();
    expect(trash.hasOpen()).toBeTrue();
    const again = socket.send('一只黑猫');
    await whenStored();
    expect([trash.hasOpen(), trash.justRemoved().length]).toEqual([false, 0]);
    expect(conversations.list()?.map((record) => record.id)).toEqual([id]);
    clock.tick(10_000);
    await whenStored();
    expect(socket.cancel).not.toHaveBeenCalledWith(again);
  });

  it('leaves the jobs of a conversation alone that another tab has brought back', async () => {
    const cat = askApart('猫');
    socket.receive({ ...system('started', cat), seq: 1 });
    await whenStored();
    const id = conversations.list()?.[0]?.id ?? '';
    await trash.add(recordOf(id));
    await TestBed.inject(HISTORY_STORE).changeConversation(id, { deletedAt: null });
    TestBed.inject(HistoryChannel).post({ kind: 'conversation', conversationId: id });
    clock.tick(10_000);
    await whenStored();
    expect(socket.cancel).not.toHaveBeenCalled();
  });

  it('opens again what comes back where it was open', async () => {
    askApart('猫');
    socket.send('狗');
    await whenStored();
    const open = current.id() ?? '';
    const other = conversations.list()?.find(({ id }) => id !== open)?.id ?? '';
    await trash.add(recordOf(open));
    expect(current.id()).toBeNull();
    await trash.bringBack(open);
    expect(current.id()).toBe(open);
    await trash.add(recordOf(other));
    await trash.bringBack(other);
    expect(current.id()).toBe(open);
  });

  it('takes nobody away who has gone elsewhere meanwhile', async () => {
    askApart('猫');
    await whenStored();
    const id = conversations.list()?.[0]?.id ?? '';
    await current.reopen(id);
    await trash.add(recordOf(id));
    socket.send('狗');
    const since = current.id();
    await trash.bringBack(id);
    expect(current.id()).toBe(since);
  });

  it('withdraws what still waits to be sent, and leaves what has ended', async () => {
    const cat = askApart('猫');
    socket.receive({ ...system('accepted', cat), seq: 1 }, { ...system('completed', cat), seq: 2 });
    await whenStored();
    const id = conversations.list()?.[0]?.id ?? '';
    current.awaitFirst();
    current.showIfAwaited(id);
    const { replyTo } = askApart('狗');
    await whenStored();
    await trash.add(recordOf(id));
    clock.tick(10_000);
    await whenStored();
    expect(socket.cancel).toHaveBeenCalledOnceWith(replyTo);
  });

  describe('of a page that was closed too early', () => {
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
      TestBed.inject(Trash);
      await whenStored();
    }

    it('has the work of what is in it stopped, and erases it after thirty days', async () => {
      await reopen(61_000);
      expect(socket.cancel).toHaveBeenCalledOnceWith('left');
      expect((await TestBed.inject(HISTORY_STORE).deleted()).length).toBe(1);
      socket.cancel.calls.reset();
      await reopen(30 * 86_400_000 + 1);
      expect(await TestBed.inject(HISTORY_STORE).deleted()).toEqual([]);
      expect(socket.cancel).not.toHaveBeenCalled();
    });

    it('has it stopped as soon as the undo of no page is there', async () => {
      await reopen(2_000);
      expect(socket.cancel).not.toHaveBeenCalled();
      clock.tick(10_000);
      await whenStored();
      expect(socket.cancel).toHaveBeenCalledOnceWith('left');
    });

    it('withdraws a prompt that the outbox hands over later', async () => {
      await reopen(61_000);
      socket.cancel.calls.reset();
      socket.restore(prompt);
      await whenStored();
      expect(socket.cancel).toHaveBeenCalledOnceWith('left');
    });
  });
});
