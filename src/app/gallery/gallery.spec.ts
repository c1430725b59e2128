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
import { MediaCache } from '../media-cache/media-cache.ts';
import { MemoryMediaStore } from '../media-cache/testing/memory-media-store.ts';
import { provideMemoryMediaCache } from '../media-cache/testing/provide-memory-media-cache.ts';
import { Notices } from '../notices/notices.ts';
import { provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { image, PROMPT, video } from '../testing/messages.ts';
import { painted } from '../testing/painted.ts';
import { until } from '../../testing/index.ts';
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
        [provideFakeWebSocket(), provideMemoryMediaCache()],
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
    // It scrolls by itself, in the room that the page has for it.
    Object.assign(element.style, { display: 'block', width: '900px', height: '600px' });
    await until(async () => {
      await harness.fixture.whenStable();
      return element.querySelector('kitten-work-card, .empty') !== null;
    });
    await settle();
  }

  async function settle(): Promise<void> {
    await painted();
    await harness.fixture.whenStable();
  }

  function items(): readonly HTMLElement[] {
    return [...element.querySelectorAll<HTMLElement>('[role=listitem]')];
  }

  async function scrollTo(top: number): Promise<void> {
    element.scrollTop = top;
    await settle();
    await settle();
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

  describe('with a thousand works', () => {
    const place = (item: HTMLElement | undefined): number => Number(item?.getAttribute('aria-posinset'));
    const cardOf = (name: string): HTMLElement | undefined =>
      items().find((item) => item.querySelector('.caption')?.textContent === name);

    beforeEach(async () => {
      await make(...Array.from({ length: 1_000 }, (_, index) => image({ ts: 1_000 - index, name: `${index}.png` })));
      await open();
    });

    it('has few of them in the page, and goes through all', async () => {
      expect(element.querySelector('.count')?.textContent).toBe('1000 个作品');
      for (const [top, first, last] of [
        [0, 1, 30],
        [element.scrollHeight / 2, 450, 560],
        [1e6, 970, 1_000],
      ] as const) {
        await scrollTo(top);
        expect(items().length).withContext(String(top)).toBeLessThan(40);
        expect(place(items()[0])).withContext(String(top)).toBeGreaterThanOrEqual(first);
        expect(place(items().at(-1)))
          .withContext(String(top))
          .toBeLessThanOrEqual(last);
      }
      expect(place(items().at(-1))).toBe(1_000);
      expect(captions().at(-1)).toBe('999.png');
    });

    it('is one list to a screen reader', () => {
      const lists = [...element.querySelectorAll('[role=list]')];
      expect(lists.length).toBe(1);
      expect(items().every((item) => lists[0]?.contains(item) && item.ariaSetSize === '1000')).toBeTrue();
      expect(items().map(place)).toEqual(items().map((_, index) => index + 1));
      expect(lists[0]?.querySelector(':scope > :not([role=presentation])')).toBeNull();
    });

    it('keeps the card with the focus, and those that Tab goes to', async () => {
      const thumbnail = cardOf('10.png')?.querySelector<HTMLElement>('.thumbnail');
      thumbnail?.focus();
      await scrollTo(element.scrollHeight / 2);
      expect(document.activeElement).toBe(thumbnail!);
      const kept = items()
        .map(place)
        .filter((number) => number < 100);
      expect([kept[0], kept.at(-1)]).toEqual([7, 15]);
      thumbnail?.blur();
      await settle();
      expect(cardOf('10.png')).toBeUndefined();
    });

    it('stays where people are when other columns fit', async () => {
      await scrollTo(element.scrollHeight / 2);
      const edge = element.getBoundingClientRect().top;
      const inSight = (): HTMLElement | undefined =>
        items().find((item) => item.getBoundingClientRect().bottom > edge + 1);
      const name = inSight()?.querySelector('.caption')?.textContent ?? '';
      const columns = (): number => getComputedStyle(items()[0]!.parentElement!).gridTemplateColumns.split(' ').length;
      expect(columns()).toBe(3);
      element.style.width = '700px';
      await until(() => columns() === 2);
      for (let frame = 0; frame < 10; frame++) await settle();
      const card = cardOf(name);
      expect(card).withContext(name).toBeDefined();
      expect(Math.abs((card?.getBoundingClientRect().top ?? 0) - edge)).toBeLessThan(600);
    });

    it('leaves the focus with its work when that goes to another row', async () => {
      const more = (): HTMLElement | null | undefined => cardOf('2.png')?.querySelector('[aria-haspopup=menu]');
      more()?.focus();
      const before = more();
      await make(image({ ts: 2_000, name: 'new.png' }));
      TestBed.inject(HistoryChannel).tell({ kind: 'messages' });
      await until(() => captions()[0] === 'new.png');
      await settle();
      expect(more()).not.toBe(before);
      expect(document.activeElement).toBe(more()!);
    });
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
    await settle();
    expect(captions()).toEqual(['1.png']);
  });

  it('follows another address, as from the panel, and lets go of what was still to be written there', async () => {
    await make(video({ name: '1.mp4' }), image({ name: '2.png' }));
    await open('/gallery?kind=image');
    expect(element.querySelector('.count')?.textContent).toBe('1 个作品');
    const field = element.querySelector('input')!;
    field.value = '狗';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settle();
    await harness.navigateByUrl('/gallery');
    await settle();
    expect(element.querySelector('.count')?.textContent).toBe('2 个作品');
    expect(element.querySelector('input')?.value).toBe('');
  });

  it('has its search at a key', async () => {
    await make(image());
    await open();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
    expect(document.activeElement).toBe(element.querySelector('input'));
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
    expect(items.map(({ kind, caption }) => [kind, caption])).toEqual([
      ['video', PROMPT.content],
      ['image', '1.png'],
    ]);
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
    await TestBed.inject(MemoryMediaStore).save(url, new Blob(['clip']), 1);
    await make(video({ url }));
    await open();
    await until(() => element.querySelector('.kept') !== null);
    await (await openMenu()).clickItem({ text: '从本机移除' });
    await until(() => element.querySelector('.kept') === null);
    expect(TestBed.inject(MediaCache).count()).toBe(0);
  });

  it('shows a sign where there is no picture', async () => {
    await make(video());
    await open();
    expect(element.querySelector('kitten-thumbnail img')).toBeNull();
    expect(element.querySelector('kitten-thumbnail svg')).not.toBeNull();
  });
});
