import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatButtonToggleHarness } from '@angular/material/button-toggle/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import type { ImageMessage, VideoMessage } from '../../services/index.ts';
import { Draft } from '../chat/composer/draft.ts';
import { CurrentConversation } from '../history/current-conversation.ts';
import { HistoryChannel } from '../history/history-channel.ts';
import { HISTORY_STORE } from '../history/store/history-token.ts';
import { MemoryHistoryStore } from '../history/store/memory-history-store.ts';
import { Viewer } from '../media/viewer/viewer.ts';
import { Shelf } from '../shelf/shelf.ts';
import { MemoryShelfStore } from '../shelf/testing/memory-shelf-store.ts';
import { provideMemoryShelf } from '../shelf/testing/provide-memory-shelf.ts';
import { Notices } from '../shell/notices.ts';
import { provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { image, PROMPT, video } from '../testing/messages.ts';
import { until } from '../testing/until.ts';
import { Gallery } from './gallery.ts';

describe('Gallery', () => {
  const url = 'https://kitten.example/cat.mp4';
  let store: MemoryHistoryStore;
  let element: HTMLElement;
  let loader: HarnessLoader;
  let harness: RouterTestingHarness;

  beforeEach(async () => {
    store = new MemoryHistoryStore();
    TestBed.configureTestingModule({
      providers: [
        provideFakeWebSocket(),
        provideMemoryShelf(),
        provideRouter([{ path: 'gallery', component: Gallery }]),
        { provide: HISTORY_STORE, useValue: store },
      ],
    });
    await store.addPrompt({ id: PROMPT.id, conversationId: 'c', at: 1, prompt: PROMPT });
  });

  /** The history gets what was made. */
  function make(...messages: readonly (ImageMessage | VideoMessage)[]): Promise<void> {
    return store.append(
      messages.map((message) => ({ id: message.id, conversationId: 'c', event: { kind: 'received', message } })),
    );
  }

  async function open(address = '/gallery'): Promise<void> {
    harness = await RouterTestingHarness.create(address);
    element = harness.routeNativeElement!;
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
    await until(async () => {
      await harness.fixture.whenStable();
      return element.querySelector('li, .empty') !== null;
    });
  }

  function captions(): readonly (string | undefined)[] {
    return [...element.querySelectorAll('.caption')].map(({ textContent }) => textContent);
  }

  async function openMenu(): Promise<MatMenuHarness> {
    const menu = await loader.getHarness(MatMenuHarness);
    await menu.open();
    return menu;
  }

  it('says that there is nothing yet', async () => {
    await open();
    expect(element.textContent).toContain('还没有作品');
    expect(element.querySelector('a')?.textContent.trim()).toBe('去聊天');
    expect(element.querySelector('input')).toBeNull();
  });

  it('shows what the history has, newest first, with what was asked', async () => {
    await make(image({ ts: 1, name: '小狗.png' }), video({ ts: 2, replyTo: PROMPT.id, durationMs: 4_000 }));
    await open();
    expect(captions()).toEqual([PROMPT.content, '小狗.png']);
    expect(element.querySelector('.count')?.textContent).toBe('2 个作品');
    expect(element.querySelector('.thumbnail')?.ariaLabel).toBe(`播放：${PROMPT.content}`);
    expect(element.querySelector('.length')?.textContent).toMatch(/^4 ?秒$/);
    expect(element.querySelector('video')).withContext('nothing plays before it is asked to').toBeNull();
  });

  it('puts on top what is made while it is open', async () => {
    await make(image({ ts: 1, name: '1.png' }));
    await open();
    await make(image({ ts: 2, name: '2.png' }));
    TestBed.inject(HistoryChannel).tell({ kind: 'messages' });
    await until(() => captions().length === 2);
    expect(captions()).toEqual(['2.png', '1.png']);
  });

  it('shows some screens full, not all at once', async () => {
    await make(...Array.from({ length: 100 }, (_, index) => image({ name: `${index}.png` })));
    await open();
    element.style.display = 'block';
    element.style.height = '400px';
    expect(element.querySelectorAll('kitten-work-card').length).toBe(48);
    expect(element.querySelector('.count')?.textContent).toBe('100 个作品');
    element.scrollTop = element.scrollHeight;
    await until(() => element.querySelectorAll('kitten-work-card').length > 48);
    expect(element.querySelectorAll('kitten-work-card').length).toBe(96);
  });

  it('chooses by kind, and says so in its address', async () => {
    await make(image({ name: '1.png' }), video({ name: '2.mp4' }));
    await open();
    await (await loader.getHarness(MatButtonToggleHarness.with({ text: '图片' }))).check();
    expect(captions()).toEqual(['1.png']);
    await until(() => TestBed.inject(Router).url === '/gallery?kind=image');
    expect(element.querySelector('.count')?.textContent).toBe('1 个作品');
  });

  it('begins with what its address says, and offers everything where that is nothing', async () => {
    await make(image({ name: '1.png' }));
    await open('/gallery?kind=image&time=month&q=%E7%8C%AB');
    expect(element.textContent).toContain('没有符合条件的作品');
    expect(element.querySelector('input')?.value).toBe('猫');
    await (await loader.getHarness(MatButtonHarness.with({ text: '显示全部' }))).click();
    expect(captions()).toEqual(['1.png']);
  });

  it('looks for words, but for no half ones', async () => {
    await make(image({ name: 'cat.png' }), image({ name: 'dog.png' }));
    await open();
    const input = element.querySelector('input')!;
    const write = async (words: string, isComposing: boolean): Promise<void> => {
      input.value = words;
      input.dispatchEvent(new InputEvent('input', { isComposing }));
      await harness.fixture.whenStable();
    };
    await write('do', true);
    expect(captions().length).toBe(2);
    await write('dog', false);
    expect(captions()).toEqual(['dog.png']);
  });

  it('opens a work among those that are shown', async () => {
    const [still, clip] = [image({ ts: 1, name: '1.png' }), video({ ts: 2, replyTo: PROMPT.id })];
    await make(still, clip);
    await open();
    const viewer = spyOn(TestBed.inject(Viewer), 'open').and.resolveTo();
    element.querySelectorAll<HTMLElement>('.thumbnail')[1]?.click();
    const [items, id] = viewer.calls.mostRecent().args;
    expect(id).toBe(still.id);
    expect(items.map(({ kind, caption }) => [kind, caption])).toEqual([['video', PROMPT.content], ['image', '1.png']]);
  });

  it('opens the conversation where a work was asked for', async () => {
    await make(video({ replyTo: PROMPT.id }));
    await open();
    const opened = spyOn(TestBed.inject(CurrentConversation), 'open').and.resolveTo();
    await (await openMenu()).clickItem({ text: '查看所在对话' });
    expect(opened).toHaveBeenCalledOnceWith('c', PROMPT.id);
  });

  it('puts the prompt into the composer for a variation', async () => {
    await make(video({ replyTo: PROMPT.id }));
    await open();
    const opened = spyOn(TestBed.inject(CurrentConversation), 'open').and.resolveTo();
    const draft = TestBed.inject(Draft);
    draft.fill({ text: '写了一半' });
    await (await openMenu()).clickItem({ text: '做个变体' });
    expect(opened).toHaveBeenCalledOnceWith('c');
    expect(draft.text()).toBe(PROMPT.content);
    expect(Number.isInteger(draft.options().seed)).toBeTrue();
    TestBed.inject(Notices).act();
    expect(draft.content()).toEqual({ text: '写了一半', options: {}, attachments: [] });
  });

  it('offers only what can be done', async () => {
    await make(image({ data: 'AAAA' }));
    await open();
    const items = await (await openMenu()).getItems();
    expect(await Promise.all(items.map((item) => item.getText()))).toEqual(['查看所在对话']);
  });

  it('shows what is kept on this device, and lets go of it', async () => {
    await TestBed.inject(MemoryShelfStore).put(url, new Blob(['clip']), 1);
    await make(video({ url }));
    await open();
    await until(() => element.querySelector('.kept') !== null);
    await (await openMenu()).clickItem({ text: '从本机移除' });
    await until(() => element.querySelector('.kept') === null);
    expect(TestBed.inject(Shelf).count()).toBe(0);
  });

  it('shows a sign where there is no picture', async () => {
    await make(video());
    await open();
    expect(element.querySelector('kitten-thumbnail img')).toBeNull();
    expect(element.querySelector('kitten-thumbnail svg')).not.toBeNull();
  });
});
