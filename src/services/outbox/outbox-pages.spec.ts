import { TestBed } from '@angular/core/testing';
import { NEVER } from 'rxjs';

import { elapse, useFakeClock } from '../../testing/index.ts';
import { STORE_RETRY } from './outbox-limits.ts';
import { NO_OUTBOX_STORE, type OutboxStore, type Stored } from './outbox-store.ts';
import { Outbox } from './outbox.ts';
import { MemoryOutbox } from '../testing/memory-outbox-store.ts';
import { accepted, prompt, refused } from '../testing/messages.ts';
import { FakeTabChannel, openOutbox, provideOutbox, RecordingSocket, states } from '../testing/outbox-harness.ts';
import { collect } from '../testing/service-harness.ts';

describe('Outbox, over pages', () => {
  useFakeClock();

  it('sends what an earlier page left, before its own, and tells of it', async () => {
    const browser = new MemoryOutbox();
    const page = browser.page();
    for (const id of ['a', 'b']) await page.save({ message: prompt(id) });
    page.leave();
    provideOutbox(browser.page());
    const outbox = TestBed.inject(Outbox);
    const restored = collect(outbox.restored$);
    const early = collect(outbox.delivery$('a'));
    outbox.add(prompt('c'));
    const socket = new RecordingSocket('basic');
    outbox.attach(socket);
    await elapse(0);
    expect(socket.carried).toEqual(['a', 'b', 'c']);
    expect(restored.map(({ id }) => id)).toEqual(['a', 'b']);
    // Asked for before the store had handed it over.
    expect(early.map(({ state }) => state)).toEqual(['queued', 'sent']);
    expect(states(outbox, 'a')).toEqual(['sent']);
  });

  it('keeps a prompt until it is accepted, and no longer', async () => {
    const browser = new MemoryOutbox();
    const outbox = await openOutbox(browser);
    outbox.add(prompt('a'));
    outbox.attach(new RecordingSocket());
    expect(browser.prompts).toEqual([prompt('a')]);
    outbox.receiveAnswer(accepted('a'));
    expect(browser.prompts).toEqual([]);
  });

  it('takes over what could not be read at first, once it can be, on the same connection', async () => {
    const browser = new MemoryOutbox();
    const page = browser.page();
    await page.save({ message: prompt('a') });
    page.leave();
    browser.isBlocked = true;
    const outbox = await openOutbox(browser);
    const socket = new RecordingSocket('basic');
    outbox.attach(socket);
    outbox.add(prompt('b'));
    await elapse(STORE_RETRY);
    expect(socket.carried).toEqual(['b']);
    browser.isBlocked = false;
    await elapse(STORE_RETRY);
    expect(socket.carried).toEqual(['b', 'a']);
  });

  it('takes over from a tab that has closed, when it connects next', async () => {
    const browser = new MemoryOutbox();
    const outbox = await openOutbox(browser);
    const tab = browser.page();
    await tab.save({ message: prompt('a') });
    tab.leave();
    const socket = new RecordingSocket();
    outbox.attach(socket);
    await elapse(0);
    expect(socket.carried).toEqual(['a']);
  });

  it('takes over from a tab as soon as that has closed, if it is connected', async () => {
    const browser = new MemoryOutbox();
    const outbox = await openOutbox(browser);
    const tabs = [browser.page(), browser.page()];
    for (const [index, tab] of tabs.entries()) await tab.save({ message: prompt(`${index}`) });
    tabs[0]?.leave();
    await elapse(0);
    const socket = new RecordingSocket('basic');
    outbox.attach(socket);
    await elapse(0);
    tabs[1]?.leave();
    await elapse(0);
    expect(socket.carried).toEqual(['0', '1']);
  });

  it('looks after a tab that is opened later too', async () => {
    const channel = new FakeTabChannel();
    const page = new MemoryOutbox().page();
    const adopt = spyOn(page, 'adopt').and.callThrough();
    provideOutbox(page, channel);
    const outbox = TestBed.inject(Outbox);
    await elapse(0);
    expect(channel.posted).toEqual([{ kind: 'opened' }]);
    channel.receive({ kind: 'opened' });
    expect(adopt).toHaveBeenCalledTimes(1);
    outbox.attach(new RecordingSocket());
    channel.receive({ kind: 'opened' });
    expect(adopt).toHaveBeenCalledTimes(3);
  });

  it('works where nothing can be kept', async () => {
    const calls = {
      adopt: fail,
      findElsewhere: fail,
      save: fail,
      assign: fail,
      release: fail,
      delete: fail,
      close: fail,
    };
    const broken: OutboxStore = { ...calls, pageClosed$: NEVER };
    function fail(): Promise<never> {
      return Promise.reject(new DOMException('blocked', 'SecurityError'));
    }
    provideOutbox(broken);
    const outbox = TestBed.inject(Outbox);
    await elapse(0);
    const socket = new RecordingSocket();
    outbox.attach(socket);
    outbox.add(prompt('a'));
    expect(socket.carried).toEqual(['a']);
  });

  it('sends what a slow store hands over late', async () => {
    const late = Promise.withResolvers<readonly Stored[]>();
    const store = { ...NO_OUTBOX_STORE, adopt: () => late.promise };
    provideOutbox(store);
    const outbox = TestBed.inject(Outbox);
    const socket = new RecordingSocket('basic');
    outbox.attach(socket);
    await elapse(2_000);
    late.resolve([{ message: prompt('old') }]);
    await elapse(0);
    expect(socket.carried).toEqual(['old']);
  });

  it('does not wait for ever for a store that does not answer', async () => {
    const silent = {
      ...NO_OUTBOX_STORE,
      adopt: () => new Promise(() => undefined),
      save: () => Promise.resolve(),
      delete: () => Promise.resolve(),
    };
    provideOutbox(silent);
    const outbox = TestBed.inject(Outbox);
    const socket = new RecordingSocket();
    outbox.attach(socket);
    outbox.add(prompt('a'));
    await elapse(2_000);
    expect(socket.carried).toEqual(['a']);
  });

  describe('what is not wanted any more', () => {
    it("stops the job of what was cancelled without a connection, over the next page's", async () => {
      const browser = new MemoryOutbox();
      const before = await openOutbox(browser);
      before.attach(new RecordingSocket());
      before.add(prompt('a'));
      before.receiveAnswer(accepted('a'));
      before.detach();
      before.cancel('a');
      browser.closePages();
      const outbox = await openOutbox(browser);
      const socket = new RecordingSocket();
      outbox.attach(socket);
      expect(socket.carried).toEqual(['cancel a']);
      expect(browser.messages).toEqual([]);
    });

    it('stops the job of a prompt that the page before may have got through, once that is accepted', async () => {
      const browser = new MemoryOutbox();
      const before = await openOutbox(browser);
      before.attach(new RecordingSocket());
      for (const id of ['a', 'b']) before.add(prompt(id));
      before.detach();
      before.cancel('a');
      browser.closePages();
      const outbox = await openOutbox(browser);
      const socket = new RecordingSocket();
      outbox.attach(socket);
      expect(socket.carried).toEqual(['a']);
      outbox.receiveAnswer(accepted('a'));
      expect(socket.carried).toEqual(['a', 'b', 'cancel a']);
      expect(browser.messages).toEqual([prompt('b')]);
    });

    it('is forgotten with a prompt that the server refuses', async () => {
      const browser = new MemoryOutbox();
      const outbox = await openOutbox(browser);
      outbox.attach(new RecordingSocket());
      outbox.add(prompt('a'));
      outbox.cancel('a');
      expect(browser.messages.length).toBe(2);
      outbox.receiveAnswer(refused('a', { code: 'bad_frame', retryable: false }));
      expect(browser.messages).toEqual([]);
    });

    it('does not go to a basic server once more', async () => {
      const browser = new MemoryOutbox();
      const page = browser.page();
      for (const message of [prompt('a'), { type: 'cancel', replyTo: 'a' } as const, prompt('b')])
        await page.save({ message });
      page.leave();
      const outbox = await openOutbox(browser);
      const socket = new RecordingSocket('basic');
      outbox.attach(socket);
      expect(socket.carried).toEqual(['b']);
      expect(states(outbox, 'a')).toEqual(['failed']);
    });

    it('is found in the store when it was cancelled before that had answered', async () => {
      const browser = new MemoryOutbox();
      const page = browser.page();
      for (const id of ['a', 'b']) await page.save({ message: prompt(id) });
      page.leave();
      provideOutbox(browser.page());
      const outbox = TestBed.inject(Outbox);
      const socket = new RecordingSocket();
      outbox.attach(socket);
      outbox.cancel('b');
      await elapse(0);
      for (const id of ['a', 'b']) outbox.receiveAnswer(accepted(id));
      expect(socket.carried).toEqual(['a', 'b', 'cancel b']);
      expect(browser.messages).toEqual([]);
    });

    it('is withdrawn in the tab in which it waits', async () => {
      const [here, there] = [new FakeTabChannel(), new FakeTabChannel()];
      const browser = new MemoryOutbox();
      const outbox = await openOutbox(browser, here);
      outbox.cancel('a');
      expect(here.posted).toContain('a');
      const other = await openOutbox(browser, there);
      for (const id of ['a', 'b']) other.add(prompt(id));
      there.receive('a');
      there.receive('never sent here');
      const socket = new RecordingSocket();
      other.attach(socket);
      expect(socket.carried).toEqual(['b']);
      expect(states(other, 'a')).toEqual(['failed']);
      expect(there.posted).toEqual([{ kind: 'opened' }]);
    });
  });
});
