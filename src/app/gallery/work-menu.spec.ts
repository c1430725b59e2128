import { TestBed } from '@angular/core/testing';

import type { PromptMessage } from '../../services/index.ts';
import { until } from '../../testing/index.ts';
import { Draft } from '../drafts/draft.ts';
import { CurrentConversation } from '../history/current-conversation.ts';
import { MediaCache } from '../media-cache/media-cache.ts';
import { MemoryMediaStore } from '../media-cache/testing/memory-media-store.ts';
import { Notices } from '../notices/notices.ts';
import { BUILT_IN, LOCAL, WAN } from '../engines/testing/engine-profiles.ts';
import { OpenConversation } from '../history/open-conversation.ts';
import { FakeWebSocketService } from '../testing/fake-web-socket-service.ts';
import { image, PROMPT, video, welcome } from '../testing/messages.ts';
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

  describe('of a server with several engines', () => {
    const made = { id: 'wan', name: '通义万相', isModel: true, model: 'wan2.6-t2v' };

    beforeEach(async () => {
      TestBed.inject(FakeWebSocketService).setWelcome(welcome({ engines: [BUILT_IN, WAN] }));
      await page.make(video({ replyTo: PROMPT.id, madeWith: made }));
      await page.visit();
    });

    it('names the engine and its model at the work', () => {
      expect(page.element.querySelector('kitten-work-card .maker')?.textContent).toBe('通义万相 · wan2.6-t2v');
    });

    it('says before what that costs, where it costs something', async () => {
      TestBed.inject(FakeWebSocketService).setWelcome(welcome({ engines: [BUILT_IN, LOCAL, { ...WAN, id: 'wan-2' }] }));
      const items = await (await page.openMenu()).getItems({ text: /再画一次/ });
      expect(await Promise.all(items.map((item) => item.getText()))).toEqual([
        '用“内置引擎”再画一次',
        '用“Wan 2.2 5B”再画一次',
        '用“通义万相”再画一次 · ¥0.60/秒',
      ]);
    });

    it('asks the same of another one, in the conversation of the work', async () => {
      const opened = spyOn(TestBed.inject(CurrentConversation), 'openConversation').and.resolveTo();
      const resend = spyOn(TestBed.inject(OpenConversation), 'resend');
      await (await page.openMenu()).clickItem({ text: '用“内置引擎”再画一次' });
      await until(() => resend.calls.count() === 1);
      expect(opened).toHaveBeenCalledOnceWith('c');
      expect(resend.calls.mostRecent().args).toEqual([{ ...PROMPT, options: { engine: 'storyboard' } }]);
    });
  });

  it('varies and repeats what the bot has made of a wish, and not the wish', async () => {
    const made = { id: 'wan', name: '通义万相', isModel: true, prompt: '一只橘猫，电影感' };
    TestBed.inject(FakeWebSocketService).setWelcome(welcome({ engines: [BUILT_IN, WAN] }));
    await page.make(video({ replyTo: PROMPT.id, madeWith: made }));
    await page.visit();
    expect(page.captions()).toEqual([PROMPT.content]);
    spyOn(TestBed.inject(CurrentConversation), 'openConversation').and.resolveTo();
    const resend = spyOn(TestBed.inject(OpenConversation), 'resend');
    await (await page.openMenu()).clickItem({ text: '用“内置引擎”再画一次' });
    await until(() => resend.calls.count() === 1);
    const asked = { content: '一只橘猫，电影感', options: { engine: 'storyboard' }, verbatim: true };
    expect(resend.calls.mostRecent().args).toEqual([{ ...PROMPT, ...asked } as PromptMessage]);
    await (await page.openMenu()).clickItem({ text: '做个变体' });
    expect(TestBed.inject(Draft).text()).toBe('一只橘猫，电影感');
  });

  it('offers only what can be done', async () => {
    await page.make(image({ data: 'AAAA' }));
    await page.visit();
    const items = await (await page.openMenu()).getItems();
    expect(await Promise.all(items.map((item) => item.getText()))).toEqual(['查看所在对话', '删除']);
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
