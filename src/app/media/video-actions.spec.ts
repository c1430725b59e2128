import { Clipboard } from '@angular/cdk/clipboard';
import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';

import type { VideoMessage } from '../../services/index.ts';
import { Notices } from '../notices/notices.ts';
import { provideMemoryMediaCache } from '../media-cache/testing/provide-memory-media-cache.ts';
import { provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { video } from '../testing/messages.ts';
import { VideoActions } from './video-actions.ts';
import { VideoPlayer } from './video-player.ts';

@Component({
  imports: [VideoActions, VideoPlayer],
  template: `<kitten-video-player #player [video]="clip()" /><kitten-video-actions
      [player]="player"
      [video]="clip()"
    />`,
})
class Host {
  readonly clip = signal<VideoMessage>(video({ url: 'https://kitten.example/a.mp4', durationMs: 4_000 }));
}

describe('VideoActions', () => {
  let host: Host;
  let element: HTMLElement;
  let loader: HarnessLoader;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideMemoryMediaCache()] });
    const fixture = TestBed.createComponent(Host);
    host = fixture.componentInstance;
    element = fixture.nativeElement as HTMLElement;
    loader = TestbedHarnessEnvironment.loader(fixture);
    await fixture.whenStable();
  });

  async function names(): Promise<readonly (string | null)[]> {
    const buttons = await loader.getAllHarnesses(MatButtonHarness.with({ ancestor: 'kitten-video-actions' }));
    return Promise.all(buttons.map(async (button) => (await button.host()).getAttribute('aria-label')));
  }

  function button(name: string): Promise<MatButtonHarness> {
    return loader.getHarness(MatButtonHarness.with({ selector: `[aria-label="${name}"]` }));
  }

  it('offers what this browser can do with the clip', async () => {
    expect(await names()).toEqual([
      '循环播放',
      ...(document.pictureInPictureEnabled ? ['画中画'] : []),
      ...(document.fullscreenEnabled ? ['全屏'] : []),
      '复制链接',
      '下载',
    ]);
  });

  it('loops a short clip, and offers that for no long one', async () => {
    const loop = await button('循环播放');
    expect(element.querySelector('video')?.loop).toBeFalse();
    await loop.click();
    expect(element.querySelector('video')?.loop).toBeTrue();
    expect(await (await loop.host()).getAttribute('aria-pressed')).toBe('true');
    host.clip.set(video({ durationMs: 31_000 }));
    expect(await names()).not.toContain('循环播放');
  });

  it('copies the whole address and says so', async () => {
    const copy = spyOn(TestBed.inject(Clipboard), 'copy').and.returnValue(true);
    host.clip.set(video({ url: '/media/a.mp4' }));
    await (await button('复制链接')).click();
    expect(copy).toHaveBeenCalledOnceWith(`${location.origin}/media/a.mp4`);
    expect(TestBed.inject(Notices).current()).toBe('链接已复制');
    copy.and.returnValue(false);
    await (await button('复制链接')).click();
    expect(TestBed.inject(Notices).current()).toBe('无法复制链接');
  });

  it('has no link to copy of a clip that came with its message', async () => {
    host.clip.set(video({ data: 'AAAA' }));
    expect(await names()).not.toContain('复制链接');
    expect(await names()).toContain('下载');
  });
});
