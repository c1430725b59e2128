import { Clipboard } from '@angular/cdk/clipboard';
import { TestBed } from '@angular/core/testing';

import type { PromptMessage } from '../../services/index.ts';
import { until } from '../../testing/index.ts';
import { Remix } from '../drafts/remix.ts';
import { CurrentConversation } from '../history/current-conversation.ts';
import { MediaCache } from '../media-cache/media-cache.ts';
import { MemoryMediaStore } from '../media-cache/testing/memory-media-store.ts';
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
    const remix = TestBed.inject(Remix);
    await (await page.openMenu()).clickItem({ text: '做个变体' });
    expect(opened).toHaveBeenCalledOnceWith('c');
    await until(() => remix.waiting() !== null);
    expect(remix.waiting()).toEqual({ ...PROMPT, options: { seed: jasmine.any(Number) } });
  });

  it('copies the words that it was made of', async () => {
    await page.make(
      video({ replyTo: PROMPT.id, madeWith: { id: 'wan', name: 'Wan', isModel: true, prompt: '橘猫，电影感' } }),
    );
    await page.visit();
    const copied = spyOn(TestBed.inject(Clipboard), 'copy').and.returnValue(true);
    await (await page.openMenu()).clickItem({ text: '复制描述' });
    expect(copied).toHaveBeenCalledOnceWith('橘猫，电影感');
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
    await until(() => TestBed.inject(Remix).waiting()?.content === '一只橘猫，电影感');
    expect().nothing();
  });

  it('offers only what can be done', async () => {
    await page.make(image({ data: 'AAAA' }));
    await page.visit();
    const items = await (await page.openMenu()).getItems();
    expect(await Promise.all(items.map((item) => item.getText()))).toEqual(['查看所在对话', '删除']);
  });

  it('hands a work to the sheet of the system where there is one', async () => {
    const share = jasmine.createSpy('share').and.resolveTo();
    Object.assign(navigator, { share });
    try {
      await page.make(video({ url }));
      await page.visit();
      await (await page.openMenu()).clickItem({ text: '分享' });
      await until(() => share.calls.count() === 1);
      expect(share).toHaveBeenCalledOnceWith({ url });
    } finally {
      Reflect.deleteProperty(navigator, 'share');
    }
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
