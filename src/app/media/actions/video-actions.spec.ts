import { Clipboard } from '@angular/cdk/clipboard';
import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';

import { Notices } from '../../notices/notices.ts';
import { provideMemoryMediaCache } from '../../media-cache/testing/provide-memory-media-cache.ts';
import { provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { video } from '../../testing/messages.ts';
import { VideoActions } from './video-actions.ts';

describe('VideoActions', () => {
  let fixture: ComponentFixture<VideoActions>;
  let loader: HarnessLoader;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideMemoryMediaCache()] });
  });

  afterEach(() => localStorage.removeItem('ask-kitten.stars'));

  async function show(clip = video({ url: 'https://kitten.example/a.mp4', durationMs: 4_000 })): Promise<void> {
    fixture = TestBed.createComponent(VideoActions);
    fixture.componentRef.setInput('video', clip);
    fixture.componentRef.setInput('player', { medium: () => undefined });
    loader = TestbedHarnessEnvironment.loader(fixture);
    await fixture.whenStable();
  }

  async function names(): Promise<readonly (string | null)[]> {
    const buttons = await loader.getAllHarnesses(MatButtonHarness);
    return Promise.all(buttons.map(async (button) => (await button.host()).getAttribute('aria-label')));
  }

  function button(name: string): Promise<MatButtonHarness> {
    return loader.getHarness(MatButtonHarness.with({ selector: `[aria-label="${name}"]` }));
  }

  it('offers the star, the link and the file', async () => {
    await show();
    expect(await names()).toEqual(['收藏', '复制链接', '下载']);
  });

  it('gives a star, and takes it away', async () => {
    await show();
    const star = await button('收藏');
    await star.click();
    expect(await (await star.host()).getAttribute('aria-pressed')).toBe('true');
    await star.click();
    expect(await (await star.host()).getAttribute('aria-pressed')).toBe('false');
  });

  it('copies the whole address and says so', async () => {
    const copy = spyOn(TestBed.inject(Clipboard), 'copy').and.returnValue(true);
    await show(video({ url: '/media/a.mp4' }));
    await (await button('复制链接')).click();
    expect(copy).toHaveBeenCalledOnceWith(`${location.origin}/media/a.mp4`);
    expect(TestBed.inject(Notices).current()).toBe('链接已复制');
    copy.and.returnValue(false);
    await (await button('复制链接')).click();
    expect(TestBed.inject(Notices).current()).toBe('无法复制链接');
  });

  it('has no link to copy of a clip that came with its message', async () => {
    await show(video({ data: 'AAAA' }));
    expect(await names()).not.toContain('复制链接');
    expect(await names()).toContain('下载');
  });

  it('hands the clip to the sheet of the system where there is one', async () => {
    const share = jasmine.createSpy('share').and.resolveTo();
    Object.assign(navigator, { share });
    try {
      await show();
      expect(await names()).toEqual(['收藏', '分享', '下载']);
      await (await button('分享')).click();
      expect(share).toHaveBeenCalledOnceWith({ url: 'https://kitten.example/a.mp4' });
    } finally {
      Reflect.deleteProperty(navigator, 'share');
    }
  });
});
