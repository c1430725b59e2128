import { TestBed } from '@angular/core/testing';

import type { PromptMessage } from '../protocol/index.ts';
import { OUTBOX_STORE } from './outbox-store.ts';
import { Outbox } from './outbox.ts';
import { MemoryOutbox } from './testing/memory-outbox-store.ts';
import { accepted, open, prompt, RecordingLink, states } from './testing/outbox-harness.ts';
import { collect, elapse } from './testing/service-harness.ts';

describe('Outbox, over pages', () => {
  beforeEach(() => jasmine.clock().install().mockDate());
  afterEach(() => jasmine.clock().uninstall());

  it('sends what an earlier page left, before its own, and tells of it', async () => {
    const browser = new MemoryOutbox();
    const page = browser.page();
    for (const id of ['a', 'b']) await page.put(prompt(id));
    page.leave();
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [{ provide: OUTBOX_STORE, useValue: browser.page() }] });
    const outbox = TestBed.inject(Outbox);
    const restored = collect(outbox.restored$);
    const early = collect(outbox.delivery$('a'));
    outbox.add(prompt('c'));
    const link = new RecordingLink('basic');
    outbox.attach(link);
    await elapse(0);
    expect(link.carried).toEqual(['a', 'b', 'c']);
    expect(restored.map(({ id }) => id)).toEqual(['a', 'b']);
    // Asked for before the store had handed it over.
    expect(early.map(({ state }) => state)).toEqual(['queued', 'sent']);
    expect(states(outbox, 'a')).toEqual(['sent']);
  });

  it('keeps a prompt until it is accepted, and no longer', async () => {
    const browser = new MemoryOutbox();
    const outbox = await open(browser);
    outbox.add(prompt('a'));
    outbox.attach(new RecordingLink());
    expect(browser.prompts).toEqual([prompt('a')]);
    outbox.hear(accepted('a'));
    expect(browser.prompts).toEqual([]);
  });

  it('takes over from a tab that has closed, when it connects next', async () => {
    const browser = new MemoryOutbox();
    const outbox = await open(browser);
    const tab = browser.page();
    await tab.put(prompt('a'));
    tab.leave();
    const link = new RecordingLink();
    outbox.attach(link);
    await elapse(0);
    expect(link.carried).toEqual(['a']);
  });

  it('works where nothing can be kept', async () => {
    const broken = { adopt: fail, put: fail, delete: fail };
    function fail(): Promise<never> {
      return Promise.reject(new DOMException('blocked', 'SecurityError'));
    }
    TestBed.configureTestingModule({ providers: [{ provide: OUTBOX_STORE, useValue: broken }] });
    const outbox = TestBed.inject(Outbox);
    await elapse(0);
    const link = new RecordingLink();
    outbox.attach(link);
    outbox.add(prompt('a'));
    expect(link.carried).toEqual(['a']);
  });

  it('sends what a slow store hands over late', async () => {
    const late = Promise.withResolvers<readonly PromptMessage[]>();
    const store = { adopt: () => late.promise, put: () => Promise.resolve(), delete: () => Promise.resolve() };
    TestBed.configureTestingModule({ providers: [{ provide: OUTBOX_STORE, useValue: store }] });
    const outbox = TestBed.inject(Outbox);
    const link = new RecordingLink('basic');
    outbox.attach(link);
    await elapse(2_000);
    late.resolve([prompt('old')]);
    await elapse(0);
    expect(link.carried).toEqual(['old']);
  });

  it('does not wait for ever for a store that does not answer', async () => {
    const silent = { adopt: () => new Promise(() => undefined), put: () => Promise.resolve(), delete: () => Promise.resolve() };
    TestBed.configureTestingModule({ providers: [{ provide: OUTBOX_STORE, useValue: silent }] });
    const outbox = TestBed.inject(Outbox);
    const link = new RecordingLink();
    outbox.attach(link);
    outbox.add(prompt('a'));
    await elapse(2_000);
    expect(link.carried).toEqual(['a']);
  });
});
