import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Subject } from 'rxjs';

import { RESUME_FROM, type TabChannel } from '../../services/index.ts';
import { flush } from '../../testing/index.ts';
import { ENDPOINT, FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { error, image, system, text, video, welcome } from '../testing/messages.ts';
import { CurrentConversation } from './current-conversation.ts';
import { History } from './history.ts';
import { type HistoryChange, TAB_CHANNEL } from './history-channel.ts';
import { provideHistory } from './provide-history.ts';
import type { HistoryStore } from './store/history-store.ts';
import { HISTORY_STORE } from './store/history-token.ts';
import { MemoryHistoryStore } from './store/memory-history-store.ts';

/** The other tabs, as far as this one is told of them. */
class FakeTabChannel implements TabChannel {
  readonly posted = new Subject<HistoryChange>();
  onmessage: TabChannel['onmessage'] = null;
  readonly postMessage = (change: HistoryChange): void => this.posted.next(change);
  readonly close = (): void => undefined;

  receive(change: HistoryChange): void {
    this.onmessage?.call(this as unknown as BroadcastChannel, new MessageEvent('message', { data: change }));
  }
}

describe('History', () => {
  let store: MemoryHistoryStore;
  let channel: FakeTabChannel;
  let socket: FakeWebSocketService;
  let history: History;
  let current: CurrentConversation;

  /** Opens the application anew, with what the browser has saved. */
  function load(): void {
    TestBed.resetTestingModule();
    channel = new FakeTabChannel();
    TestBed.configureTestingModule({
      providers: [
        provideFakeWebSocket(),
        provideRouter([]),
        provideHistory(),
        { provide: HISTORY_STORE, useValue: store satisfies HistoryStore },
        { provide: TAB_CHANNEL, useValue: channel },
      ],
    });
    socket = TestBed.inject(FakeWebSocketService);
    current = TestBed.inject(CurrentConversation);
    history = TestBed.inject(History);
  }

  beforeEach(() => {
    store = new MemoryHistoryStore();
    load();
  });

  /** Lets what waits for the store go on. */
  async function whenStored(): Promise<void> {
    await flush();
    await history.written;
  }

  function greet(lastSeq = 0): void {
    socket.receive(welcome({ lastSeq }));
  }

  async function savedIds(conversationId: string | null): Promise<readonly string[]> {
    return (await store.content(conversationId ?? '')).events.map(({ id }) => id);
  }

  it('begins a conversation with its first prompt, and saves that before it can be answered', async () => {
    const told: HistoryChange[] = [];
    channel.posted.subscribe((change) => told.push(change));
    const id = socket.send('一只猫');
    expect(current.id()).not.toBeNull();
    expect(told.map(({ kind }) => kind)).toEqual(['sent']);
    await whenStored();
    const { prompts } = await store.content(current.id() ?? '');
    expect(prompts.map((prompt) => prompt.id)).toEqual([id]);
  });

  it('finds the conversation of an answer while another one is open', async () => {
    greet();
    const id = socket.send('一只猫');
    const first = current.id();
    current.leave(first ?? '');
    socket.send('一只狗');
    socket.receive({ ...system('started', { jobId: 'job', replyTo: id }), seq: 1 });
    socket.receive(video({ id: 'clip', jobId: 'job', seq: 2 }));
    await whenStored();
    expect(await savedIds(first)).toContain('clip');
    expect(await savedIds(current.id())).toEqual([]);
  });

  it('finds it after a reload too, by the prompt and by the job', async () => {
    greet();
    const id = socket.send('一只猫');
    const first = current.id();
    socket.receive({ ...system('started', { jobId: 'job', replyTo: id }), seq: 1 });
    await whenStored();
    load();
    greet(1);
    socket.receive(video({ id: 'clip', jobId: 'job', seq: 2 }), text({ id: 'words', replyTo: id, seq: 3 }));
    await whenStored();
    expect((await savedIds(first)).slice(1)).toEqual(['clip', 'words']);
  });

  it('keeps the order of the messages, also while one has to be looked up', async () => {
    greet();
    const id = socket.send('一只猫');
    const seen: string[] = [];
    history.events$.subscribe(({ event }) => event.kind === 'received' && seen.push(event.message.id));
    socket.receive(
      text({ id: 'unknown', replyTo: 'from elsewhere', seq: 1 }),
      text({ id: 'known', replyTo: id, seq: 2 }),
      text({ id: 'unknown too', jobId: 'job elsewhere', seq: 3 }),
    );
    await whenStored();
    expect(seen).toEqual(['unknown', 'known', 'unknown too']);
  });

  it('looks up and writes together what arrives together', async () => {
    greet();
    socket.send('一只猫');
    const [claim, append] = [spyOn(store, 'claim').and.callThrough(), spyOn(store, 'append').and.callThrough()];
    const seen: string[] = [];
    history.events$.subscribe(({ event }) => event.kind === 'received' && seen.push(event.message.id));
    const jobs = Array.from({ length: 50 }, (_, index) => ({ jobId: `job ${index}`, replyTo: `prompt ${index}` }));
    const messages = jobs.flatMap((job) => [system('started', job), text({ jobId: job.jobId }), text(), video(job)]);
    socket.receive(...messages.map((message, index) => ({ ...message, seq: index + 1 })));
    await whenStored();
    expect(seen).toEqual(messages.map(({ id }) => id));
    expect(await savedIds(current.id())).toEqual(seen);
    expect(claim.calls.allArgs().map(([asked]) => asked.length)).toEqual([100]);
    expect(append.calls.count()).toBeLessThanOrEqual(2);
    expect((await store.log(socket.userCode(), ENDPOINT))?.seq).toBe(200);
  });

  it('puts what it does not know into the newest conversation', async () => {
    greet();
    socket.send('一只猫');
    await whenStored();
    socket.receive({ ...system('started', { jobId: 'far', replyTo: 'far' }), seq: 1 });
    await whenStored();
    expect((await savedIds(current.id())).length).toBe(1);
  });

  it('saves the position in the log with the messages, and begins there after a reload', async () => {
    greet();
    const id = socket.send('一只猫');
    socket.receive(text({ replyTo: id, seq: 1 }), text({ replyTo: id, seq: 2 }));
    await whenStored();
    load();
    const find = TestBed.inject(RESUME_FROM);
    const position = await find(socket.userCode(), ENDPOINT);
    expect(position).toEqual(jasmine.objectContaining({ epoch: 'epoch-1', seq: 2 }));
    socket.resume(position!);
    greet(3);
    socket.receive(text({ replyTo: id, seq: 3 }));
    await whenStored();
    expect((await store.log(socket.userCode(), ENDPOINT))?.seq).toBe(3);
    expect(await find('another code', ENDPOINT)).toBeUndefined();
  });

  it('goes on behind a gap, and saves the line that says so, once', async () => {
    greet();
    const id = socket.send('一只猫');
    socket.receive(text({ id: 'first', replyTo: id, seq: 1 }));
    const lost = [welcome({ lastSeq: 9, recovered: false }), system('gap', { fromSeq: 8 })];
    socket.receive(...lost, ...lost, text({ id: 'eighth', replyTo: id, seq: 8 }));
    await whenStored();
    const { events } = await store.content(current.id() ?? '');
    const shown = events.map(({ event }) => (event.kind === 'gap' ? event.missing : event.message.id));
    expect(shown).toEqual(['first', null, 6, null, 'eighth']);
    expect((await store.log(socket.userCode(), ENDPOINT))?.seq).toBe(8);
  });

  it('does not save transient messages, and shows it to whoever opens the conversation', async () => {
    greet();
    const of = { jobId: 'job', replyTo: socket.send('一只猫') };
    socket.receive(
      system('progress', { ...of, progress: 0.4 }),
      text({ ...of, id: 't', content: '一', append: true }),
      text({ ...of, id: 't', content: '二', append: true }),
      image({ ...of, preview: true }),
    );
    await whenStored();
    expect(await savedIds(current.id())).toEqual([]);
    const transient = history.transientMessagesOf(current.id() ?? '');
    expect(transient.map((message) => (message.type === 'text' ? message.content : message.type))).toEqual([
      'system',
      '一二',
      'image',
    ]);
    socket.receive({ ...system('completed', of), seq: 1 });
    expect(history.transientMessagesOf(current.id() ?? '')).toEqual([]);
  });

  it('remembers why a prompt failed, and what was done with it', async () => {
    const id = socket.send('一只猫');
    socket.deliver(id, { state: 'failed', reason: 'too_large', cause: '太长' });
    history.setAside(id, 'resent');
    await whenStored();
    const { prompts } = await store.content(current.id() ?? '');
    expect(prompts[0]).toEqual(
      jasmine.objectContaining({ failure: { reason: 'too_large', cause: '太长' }, setAside: 'resent' }),
    );
  });

  it('makes one conversation where something unknown comes right after the first prompt', async () => {
    greet();
    socket.send('一只猫');
    socket.receive(text({ id: 'unknown', seq: 1 }));
    await whenStored();
    expect((await store.conversations()).map(({ id }) => id)).toEqual([current.id() ?? '']);
  });

  it('marks a prompt of an earlier page that is sent again', async () => {
    const id = socket.send('一只猫');
    const conversationId = current.id() ?? '';
    await whenStored();
    load();
    current.awaitFirst();
    current.showIfAwaited(conversationId);
    const seen: unknown[] = [];
    history.events$.subscribe(({ conversationId: where, event }) => seen.push([where, event.kind]));
    history.setAside(id, 'resent');
    expect(seen).toEqual([[conversationId, 'set-aside']]);
  });

  it('leaves a prompt that an earlier page had not got through where it was asked', async () => {
    const id = socket.send('一只猫');
    const first = current.id();
    await whenStored();
    load();
    socket.restore({ type: 'text', id, content: '一只猫' });
    await whenStored();
    expect(current.id()).toBeNull();
    expect((await store.content(first ?? '')).prompts.length).toBe(1);
  });

  it('learns what another tab asks, and shows the first conversation to a page that has none', () => {
    const seen: unknown[] = [];
    history.events$.subscribe(({ conversationId, event }) => seen.push([conversationId, event.kind]));
    const prompt = { type: 'text', id: 'p', content: '一只猫' } as const;
    current.awaitFirst();
    channel.receive({ kind: 'sent', conversationId: 'c', prompt, at: 1 });
    channel.receive({
      kind: 'prompt',
      conversationId: 'c',
      promptId: 'p',
      change: { failure: { reason: 'too_large', cause: '太长' } },
    });
    expect(seen).toEqual([
      ['c', 'sent'],
      ['c', 'failed'],
    ]);
    expect(current.id()).toBe('c');
    channel.receive({ kind: 'sent', conversationId: 'd', prompt: { ...prompt, id: 'q' }, at: 1 });
    expect(current.id()).toBe('c');
  });

  describe('with a basic server', () => {
    it('saves what answers the last prompt of this page', async () => {
      socket.send('一只猫');
      socket.receive(text({ id: 't', content: '你' }), text({ id: 't', content: '好', append: true }));
      socket.receive(
        system('progress', { progress: 0.1 }),
        image({ preview: true }),
        video({ id: 'clip' }),
        error({ id: 'e' }),
      );
      await whenStored();
      expect(await savedIds(current.id())).toEqual(['t', 'clip', 'e']);
      expect(await store.log(socket.userCode(), ENDPOINT)).toBeUndefined();
    });

    it('shows a greeting without keeping it: it comes again with every page', async () => {
      let shown = 0;
      history.events$.subscribe(() => shown++);
      socket.receive(text({ content: '您好' }));
      await whenStored();
      expect(shown).toBe(1);
      expect(await store.conversations()).toEqual([]);
    });

    it('saves a clip that comes after a reload', async () => {
      socket.send('一只猫');
      const first = current.id();
      await whenStored();
      load();
      socket.receive(video({ id: 'clip' }));
      await whenStored();
      expect(await savedIds(first)).toEqual(['clip']);
    });
  });
});
