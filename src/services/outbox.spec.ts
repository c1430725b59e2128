import { TestBed } from '@angular/core/testing';

import { DEFAULT_LIMITS, type ErrorMessage, type PromptMessage, type ServerMessage } from '../protocol/index.ts';
import { OUTBOX_STORE } from './outbox-store.ts';
import { type Delivery, Outbox, type OutboxLink } from './outbox.ts';
import { MemoryOutbox } from './testing/memory-outbox-store.ts';
import { collect, elapse } from './testing/service-harness.ts';

function prompt(id: string, content = id): PromptMessage {
  return { type: 'text', id, content };
}

function accepted(replyTo: string): ServerMessage {
  return { type: 'system', event: 'accepted', id: 'a', ts: 0, jobId: `job-${replyTo}`, replyTo };
}

function refused(replyTo: string, fields: Partial<ErrorMessage> = {}): ServerMessage {
  return { type: 'error', id: 'e', ts: 0, code: 'queue_full', content: '满了', retryable: true, replyTo, ...fields };
}

/** A link that remembers what it carried: ids of prompts, and `cancel` with an id. */
class RecordingLink implements OutboxLink {
  readonly carried: string[] = [];
  readonly acknowledges: boolean;
  readonly limits = DEFAULT_LIMITS;

  constructor(kind: 'full' | 'basic' = 'full') {
    this.acknowledges = kind === 'full';
  }

  readonly send = (frame: string): void => {
    const { id, type, replyTo = '' } = JSON.parse(frame) as { id?: string; type: string; replyTo?: string };
    this.carried.push(id ?? `${type} ${replyTo}`);
  };
}

async function open(browser = new MemoryOutbox()): Promise<Outbox> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [{ provide: OUTBOX_STORE, useValue: browser.page() }] });
  const outbox = TestBed.inject(Outbox);
  await elapse(0);
  return outbox;
}

function states(outbox: Outbox, id: string): Delivery['state'][] {
  return collect(outbox.delivery$(id)).map(({ state }) => state);
}

describe('Outbox', () => {
  beforeEach(() => jasmine.clock().install().mockDate());
  afterEach(() => jasmine.clock().uninstall());

  describe('before a server that acknowledges', () => {
    it('sends one at a time, each when the one before has been accepted', async () => {
      const outbox = await open();
      for (const id of ['a', 'b', 'c']) outbox.add(prompt(id));
      const link = new RecordingLink();
      outbox.attach(link);
      expect(link.carried).toEqual(['a']);
      expect(states(outbox, 'b')).toEqual(['queued']);
      for (const id of ['a', 'b', 'c']) outbox.hear(accepted(id));
      expect(link.carried).toEqual(['a', 'b', 'c']);
      expect(states(outbox, 'c')).toEqual(['accepted']);
    });

    it('sends again over the next link what was not accepted, and only that', async () => {
      const outbox = await open();
      for (const id of ['a', 'b']) outbox.add(prompt(id));
      const seen: Delivery[] = collect(outbox.delivery$('b'));
      outbox.attach(new RecordingLink());
      outbox.hear(accepted('a'));
      outbox.detach();
      const next = new RecordingLink();
      outbox.attach(next);
      expect(next.carried).toEqual(['b']);
      expect(seen.map(({ state }) => state)).toEqual(['queued', 'sent', 'queued', 'sent']);
    });

    it('takes any message of its job for an acceptance', async () => {
      const outbox = await open();
      outbox.attach(new RecordingLink());
      outbox.add(prompt('a'));
      outbox.hear({ type: 'text', id: 't', ts: 0, content: '', jobId: 'job', replyTo: 'a' });
      expect(states(outbox, 'a')).toEqual(['accepted']);
    });

    it('takes the end of a job, even by an error, for an acceptance too', async () => {
      const outbox = await open();
      outbox.attach(new RecordingLink());
      outbox.add(prompt('a'));
      outbox.hear(refused('a', { code: 'engine_failed', jobId: 'job' }));
      expect(states(outbox, 'a')).toEqual(['accepted']);
    });

    it('fails what the server refuses, with its words, and goes on with the next', async () => {
      const outbox = await open();
      const link = new RecordingLink();
      outbox.attach(link);
      for (const id of ['a', 'b']) outbox.add(prompt(id));
      outbox.hear(refused('a', { code: 'bad_frame', content: '看不懂', retryable: false }));
      outbox.hear(accepted('a'));
      expect(collect(outbox.delivery$('a'))).toEqual([{ state: 'failed', cause: '看不懂' }]);
      expect(link.carried).toEqual(['a', 'b']);
    });

    it('waits as long as a server asks that gets too much, and keeps the order', async () => {
      const outbox = await open();
      const link = new RecordingLink();
      outbox.attach(link);
      for (const id of ['a', 'b']) outbox.add(prompt(id));
      expect(outbox.hear(refused('a', { code: 'rate_limited', retryAfterMs: 500 }))).toBe('no news');
      await elapse(499);
      expect(link.carried).toEqual(['a']);
      await elapse(1);
      outbox.hear(accepted('a'));
      expect(link.carried).toEqual(['a', 'a', 'b']);
    });

    it('waits for a place where the server has too many jobs, and loses nothing by it', async () => {
      const outbox = await open();
      const link = new RecordingLink();
      outbox.attach(link);
      for (const id of ['a', 'b']) outbox.add(prompt(id));
      outbox.hear(refused('a'));
      await elapse(3_000);
      outbox.hear(accepted('a'));
      expect(link.carried).toEqual(['a', 'a', 'b']);
    });

    it('does not send again what has closed the socket for its size', async () => {
      const outbox = await open();
      outbox.attach(new RecordingLink());
      for (const id of ['a', 'b']) outbox.add(prompt(id));
      outbox.refuse();
      outbox.detach();
      const next = new RecordingLink();
      outbox.attach(next);
      expect(next.carried).toEqual(['b']);
      expect(states(outbox, 'a')).toEqual(['failed']);
    });

    it('sends again what a server has not answered for ten seconds', async () => {
      const outbox = await open();
      const link = new RecordingLink();
      outbox.attach(link);
      outbox.add(prompt('a'));
      await elapse(10_000);
      expect(link.carried).toEqual(['a', 'a']);
      outbox.hear(accepted('a'));
      await elapse(60_000);
      expect(link.carried).toEqual(['a', 'a']);
    });
  });

  it('is done with a prompt once a basic server has been sent it', async () => {
    const outbox = await open();
    for (const id of ['a', 'b']) outbox.add(prompt(id));
    const link = new RecordingLink('basic');
    outbox.attach(link);
    outbox.detach();
    const next = new RecordingLink('basic');
    outbox.attach(next);
    expect(link.carried).toEqual(['a', 'b']);
    expect(next.carried).toEqual([]);
    expect(states(outbox, 'a')).toEqual(['sent']);
  });

  describe('over pages', () => {
    it('sends what an earlier page left, before its own, and tells of it', async () => {
      const browser = new MemoryOutbox();
      const page = browser.page();
      for (const id of ['a', 'b']) await page.put(prompt(id));
      page.leave();
      TestBed.resetTestingModule();
      TestBed.configureTestingModule({ providers: [{ provide: OUTBOX_STORE, useValue: browser.page() }] });
      const outbox = TestBed.inject(Outbox);
      const restored = collect(outbox.restored$);
      outbox.add(prompt('c'));
      const link = new RecordingLink('basic');
      outbox.attach(link);
      await elapse(0);
      expect(link.carried).toEqual(['a', 'b', 'c']);
      expect(restored.map(({ id }) => id)).toEqual(['a', 'b']);
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

  it('sends each once to a basic server, also behind one that fails', async () => {
    const outbox = await open();
    outbox.add(prompt('a', 'x'.repeat(DEFAULT_LIMITS.maxFrameBytes)));
    for (const id of ['b', 'c']) outbox.add(prompt(id));
    const link = new RecordingLink('basic');
    outbox.attach(link);
    expect(link.carried).toEqual(['b', 'c']);
  });

  describe('cancelling', () => {
    it('withdraws what has not gone out', async () => {
      const outbox = await open();
      outbox.add(prompt('a'));
      outbox.cancel('a');
      const link = new RecordingLink();
      outbox.attach(link);
      expect(link.carried).toEqual([]);
      expect(states(outbox, 'a')).toEqual(['failed']);
    });

    it('stops the job of what has been accepted', async () => {
      const outbox = await open();
      const link = new RecordingLink();
      outbox.attach(link);
      outbox.add(prompt('a'));
      outbox.hear(accepted('a'));
      outbox.cancel('a');
      expect(link.carried).toEqual(['a', 'cancel a']);
    });

    it('stops the job of what the server may have, as soon as it is known', async () => {
      const outbox = await open();
      outbox.attach(new RecordingLink());
      outbox.add(prompt('a'));
      outbox.detach();
      outbox.cancel('a');
      const next = new RecordingLink();
      outbox.attach(next);
      expect(next.carried).toEqual(['a']);
      outbox.hear(accepted('a'));
      expect(next.carried).toEqual(['a', 'cancel a']);
    });

    it('keeps a cancel for the next link', async () => {
      const outbox = await open();
      outbox.attach(new RecordingLink());
      outbox.add(prompt('a'));
      outbox.hear(accepted('a'));
      outbox.detach();
      outbox.cancel('a');
      const next = new RecordingLink();
      outbox.attach(next);
      expect(next.carried).toEqual(['cancel a']);
    });
  });

  describe('limits', () => {
    it('fails a prompt that no server would take, instead of losing the socket to it', async () => {
      const outbox = await open();
      const link = new RecordingLink();
      outbox.attach(link);
      outbox.add(prompt('a', 'x'.repeat(DEFAULT_LIMITS.maxFrameBytes)));
      outbox.add(prompt('b'));
      expect(link.carried).toEqual(['b']);
      expect(states(outbox, 'a')).toEqual(['failed']);
    });

    it('fails a prompt that can not be written, and goes on', async () => {
      const outbox = await open();
      const link = new RecordingLink();
      outbox.attach(link);
      outbox.add({ ...prompt('a'), options: { seed: 1n as unknown as number } });
      outbox.add(prompt('b'));
      expect(link.carried).toEqual(['b']);
      expect(states(outbox, 'a')).toEqual(['failed']);
    });

    it('is bounded: a prompt too many fails, and none before it is lost', async () => {
      const outbox = await open();
      for (let index = 0; index <= 1_000; index++) outbox.add(prompt(`p${index}`));
      expect(states(outbox, 'p1000')).toEqual(['failed']);
      const link = new RecordingLink('basic');
      outbox.attach(link);
      expect(link.carried.length).toBe(1_000);
      expect(link.carried[0]).toBe('p0');
    });
  });

  it('says nothing of a prompt that it never had', async () => {
    expect(states(await open(), 'x')).toEqual([]);
  });
});
