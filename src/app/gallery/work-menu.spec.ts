import { TestBed } from '@angular/core/testing';

import { until } from '../../testing/index.ts';
import { Draft } from '../drafts/draft.ts';
import { CurrentConversation } from '../history/current-conversation.ts';
import { MediaCache } from '../media-cache/media-cache.ts';
import { MemoryMediaStore } from '../media-cache/testing/memory-media-store.ts';
import { Notices } from '../notices/notices.ts';
import { image, PROMPT, video } from '../testing/messages.ts';
import { GalleryPage } from './testing/gallery-page.ts';

const url = 'https://kitten.example/cat.mp4';

describe('WorkMenu', () => {
  let page: GalleryPage;

  beforeEach(() => {
    page = new GalleryPage();
  });

  it('opens the conversation where a work was asked for', async () => {
    await page.make(video({ replyTo: PROMPT.id }));
    await page.visit();
    const opened = spyOn(TestBed.inject(CurrentConversation), 'openConversation').and.resolveTo();
    await (await page.openMenu()).clickItem({ text: '查看所在对话' });
    expect(opened).toHaveBeenCalledOnceWith('c', PROMPT.id);
  });

  it('puts the prompt into the composer for a variation', async () => {
    await page.make(video({ replyTo: PROMPT.id }));
    await page.visit();
    const opened = spyOn(TestBed.inject(CurrentConversation), 'openConversation').and.resolveTo();
    const draft = TestBed.inject(Draft);
    draft.fill({ text: '写了一半' });
    await (await page.openMenu()).clickItem({ text: '做个变体' });
    expect(opened).toHaveBeenCalledOnceWith('c');
    expect(draft.text()).toBe(PROMPT.content);
    expect(Number.isInteger(draft.options().seed)).toBeTrue();
    TestBed.inject(Notices).act();
    expect(draft.content()).toEqual({ text: '写了一半', options: {}, attachments: [] });
  });

  it('offers only what can be done', async () => {
    await page.make(image({ data: 'AAAA' }));
    await page.visit();
    const items = await (await page.openMenu()).getItems();
    expect(await Promise.all(items.map((item) => item.getText()))).toEqual(['查看所在对话']);
  });

  it('shows what is kept on this device, and lets go of it', async () => {
    await TestBed.inject(MemoryMediaStore).save(url, new Blob(['clip']), 1);
    await page.make(video({ url }));
    await page.visit();
    await until(() => page.element.querySelector('.kept') !== null);
    await (await page.openMenu()).clickItem({ text: '从本机移除' });
    await until(() => page.element.querySelector('.kept') === null);
    expect(TestBed.inject(MediaCache).count()).toBe(0);
  });
});
