import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';

import { until } from '../../testing/index.ts';
import { HistoryChannel } from '../history/history-channel.ts';
import { Viewer } from '../media/viewer/viewer.ts';
import { image, PROMPT, video } from '../testing/messages.ts';
import { RemovedWorks } from './order/removed-works.ts';
import { GalleryPage } from './testing/gallery-page.ts';

describe('Gallery', () => {
  let page: GalleryPage;

  beforeEach(() => {
    page = new GalleryPage();
  });

  it('says that there is nothing yet', async () => {
    await page.visit();
    expect(page.element.textContent).toContain('还没有作品');
    expect(page.element.querySelector('a')?.textContent.trim()).toBe('去聊天');
    expect(page.element.querySelector('input')).toBeNull();
  });

  it('shows what the history has, newest first, with what was asked', async () => {
    await page.make(image({ ts: 1, name: '小狗.png' }), video({ ts: 2, replyTo: PROMPT.id, durationMs: 4_000 }));
    await page.visit();
    expect(page.captions()).toEqual([PROMPT.content, '小狗.png']);
    expect(page.element.querySelector('.count')?.textContent).toBe('2 个作品');
    expect(page.element.querySelector('.thumbnail')?.ariaLabel).toBe(`播放：${PROMPT.content}`);
    expect(page.element.querySelector('.length')?.textContent).toMatch(/^4 ?秒$/);
    expect(page.element.querySelector('video')).withContext('nothing plays before it is asked to').toBeNull();
  });

  it('puts on top what is made while it is open', async () => {
    await page.make(image({ ts: 1, name: '1.png' }));
    await page.visit();
    await page.make(image({ ts: 2, name: '2.png' }));
    TestBed.inject(HistoryChannel).post({ kind: 'messages' });
    await until(() => page.captions().length === 2);
    expect(page.captions()).toEqual(['2.png', '1.png']);
  });

  it('opens a work among those that are shown', async () => {
    const [still, clip] = [image({ ts: 1, name: '1.png' }), video({ ts: 2, replyTo: PROMPT.id })];
    await page.make(still, clip);
    await page.visit();
    const viewer = spyOn(TestBed.inject(Viewer), 'openAt').and.resolveTo();
    page.element.querySelectorAll<HTMLElement>('.thumbnail')[1]?.click();
    const [items, id] = viewer.calls.mostRecent().args;
    expect(id).toBe(still.id);
    expect(items.map(({ kind, caption }) => [kind, caption])).toEqual([
      ['video', PROMPT.content],
      ['image', '1.png'],
    ]);
  });

  it('leaves a menu, the selection and the trash by Back, and not the page', async () => {
    const [still, other] = [image({ ts: 1, name: '1.png' }), image({ ts: 2, name: '2.png' })];
    await page.make(still, other);
    TestBed.inject(RemovedWorks).remove([still.id], Date.now());
    await page.visit();
    const location = TestBed.inject(Location);
    const entry = location.getState();
    const back = async (): Promise<void> => {
      location.back();
      await page.whenStable();
      expect(location.getState()).toEqual(entry);
    };
    const press = async (name: RegExp): Promise<void> => {
      const buttons = [...page.element.querySelectorAll<HTMLElement>('button')];
      buttons.find(({ textContent }) => name.test(textContent))?.click();
      await page.whenStable();
    };

    const menu = await page.openMenu();
    expect(await menu.isOpen()).toBeTrue();
    await back();
    expect(await menu.isOpen()).toBeFalse();

    await press(/选择/);
    expect(page.element.querySelector('kitten-selection-bar')).not.toBeNull();
    await back();
    expect(page.element.querySelector('kitten-selection-bar')).toBeNull();

    await press(/回收站/);
    expect(page.captions()).toEqual(['1.png']);
    await back();
    expect(page.captions()).toEqual(['2.png']);
  });

  it('shows the beginning of a clip that came without a still, and a sign where that does not load', async () => {
    const url = 'data:video/mp4;base64,AAAA';
    await page.make(video({ url }));
    await page.visit();
    const clip = page.element.querySelector('kitten-thumbnail video');
    // It may have failed by now.
    if (clip !== null) expect(clip.getAttribute('src')).toBe(`${url}#t=0.1`);
    await until(() => page.element.querySelector('kitten-thumbnail svg') !== null);
    expect(page.element.querySelector('kitten-thumbnail :is(img, video)')).toBeNull();
  });

  it('shows a still where a clip has one', async () => {
    const posterUrl = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
    await page.make(video({ posterUrl }));
    await page.visit();
    expect(page.element.querySelector('kitten-thumbnail img')?.getAttribute('src')).toBe(posterUrl);
    expect(page.element.querySelector('kitten-thumbnail video')).toBeNull();
  });
});
