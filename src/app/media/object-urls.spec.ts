import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { flush } from '../../testing/index.ts';
import type { ImageMessage, VideoMessage } from '../../services/index.ts';
import { MemoryMediaStore } from '../media-cache/testing/memory-media-store.ts';
import { provideMemoryMediaCache } from '../media-cache/testing/provide-memory-media-cache.ts';
import { provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { image, video } from '../testing/messages.ts';
import { Picture } from './picture.ts';
import { VideoActions } from './actions/video-actions.ts';
import { VideoPlayer } from './player/video-player.ts';

@Component({
  imports: [Picture, VideoActions, VideoPlayer],
  template: `
    @if (isShown()) {
      <kitten-video-player #player [video]="clip()" [poster]="still()" />
      <kitten-video-actions [player]="player" [video]="clip()" />
      <kitten-picture alt="" [image]="still()" />
    }
  `,
})
class Page {
  readonly isShown = signal(true);
  readonly clip = signal<VideoMessage>(video({ body: new Uint8Array([1]) }));
  readonly still = signal<ImageMessage>(image({ data: 'AAAA' }));
}

describe('object URLs over the life of views', () => {
  const url = 'https://kitten.example/cat.mp4';
  const posterUrl = 'https://kitten.example/cat.png';

  it('are all revoked: by the next medium, by a retry, and with the view', async () => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideMemoryMediaCache()] });
    const store = TestBed.inject(MemoryMediaStore);
    for (const address of [url, posterUrl]) await store.save(address, new Blob(['kept']), 1);
    const live = new Set<string>();
    let made = 0;
    const create = URL.createObjectURL.bind(URL);
    spyOn(URL, 'createObjectURL').and.callFake((blob) => {
      const address = create(blob);
      made++;
      live.add(address);
      return address;
    });
    spyOn(URL, 'revokeObjectURL').and.callFake((address) => void live.delete(address));
    const fixture = TestBed.createComponent(Page);
    const { clip, still, isShown } = fixture.componentInstance;
    const element = fixture.nativeElement as HTMLElement;
    const whenStable = async (): Promise<void> => {
      await flush();
      await fixture.whenStable();
    };
    await whenStable();
    // The player's and the link's of the clip, and the still's as a poster and as a picture.
    expect(live.size).toBe(4);

    clip.set(video({ url, posterUrl }));
    still.set(image({ url: posterUrl }));
    await whenStable();
    expect(live.size).toBe(0);

    for (const shown of element.querySelectorAll('video, img')) shown.dispatchEvent(new Event('error'));
    await whenStable();
    // The copies of the clip, of its poster and of the picture.
    expect(live.size).toBe(3);

    isShown.set(false);
    await whenStable();
    expect(live.size).toBe(0);
    // The browser may have found by itself that an address does not load, and have asked for a copy too.
    expect(made).toBeGreaterThanOrEqual(7);
    fixture.destroy();
  });

  it('are not made for a view that has gone while the media cache was looking', async () => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideMemoryMediaCache()] });
    await TestBed.inject(MemoryMediaStore).save(posterUrl, new Blob(['kept']), 1);
    const made = spyOn(URL, 'createObjectURL').and.callThrough();
    const fixture = TestBed.createComponent(Picture);
    fixture.componentRef.setInput('image', image({ url: posterUrl }));
    fixture.componentRef.setInput('alt', '');
    await fixture.whenStable();
    (fixture.nativeElement as HTMLElement).querySelector('img')?.dispatchEvent(new Event('error'));
    fixture.destroy();
    await flush();
    expect(made).not.toHaveBeenCalled();
  });
});
