import { TestBed } from '@angular/core/testing';

import { provideMemoryMediaCache } from '../../media-cache/testing/provide-memory-media-cache.ts';
import { provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { video } from '../../testing/messages.ts';
import { MAY_MOVE } from './play-in-view.ts';
import { Playback } from './playback.ts';
import { VideoPlayer } from './video-player.ts';

describe('a clip in view', () => {
  const RealObserver = window.IntersectionObserver;
  let mayMove: boolean;
  let look: (part: number) => void;

  beforeEach(() => {
    mayMove = true;
    window.IntersectionObserver = class extends RealObserver {
      constructor(callback: IntersectionObserverCallback) {
        super(() => undefined);
        look = (part) => callback([{ intersectionRatio: part } as IntersectionObserverEntry], this);
      }
    };
    const moves = { provide: MAY_MOVE, useValue: () => mayMove };
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideMemoryMediaCache(), moves] });
  });

  afterEach(() => (window.IntersectionObserver = RealObserver));

  async function show(): Promise<{ medium: HTMLVideoElement; press: (key: string) => void }> {
    const fixture = TestBed.createComponent(VideoPlayer);
    fixture.componentRef.setInput('video', video({ data: 'AAAA', posterUrl: 'data:image/gif,' }));
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const medium = element.querySelector('video')!;
    let isPaused = true;
    spyOnProperty(medium, 'paused').and.callFake(() => isPaused);
    spyOn(medium, 'play').and.callFake(() => {
      isPaused = false;
      medium.dispatchEvent(new Event('play'));
      return Promise.resolve();
    });
    spyOn(medium, 'pause').and.callFake(() => {
      isPaused = true;
      medium.dispatchEvent(new Event('pause'));
    });
    const press = (key: string): void =>
      void medium.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    return { medium, press };
  }

  it('plays without sound, over and over, and rests out of view', async () => {
    const { medium } = await show();
    look(0.3);
    expect(medium.paused).toBeTrue();
    look(0.7);
    expect([medium.paused, medium.muted, medium.loop]).toEqual([false, true, true]);
    look(0.4);
    expect(medium.paused).toBeFalse();
    look(0.1);
    expect(medium.paused).toBeTrue();
    look(1);
    expect(medium.paused).toBeFalse();
  });

  it('stands still where a person wants less motion, or less on the line', async () => {
    mayMove = false;
    const { medium } = await show();
    look(1);
    expect(medium.paused).toBeTrue();
  });

  it('stays at rest once a person has brought it there', async () => {
    const { medium, press } = await show();
    look(1);
    press('k');
    look(0);
    look(1);
    expect(medium.paused).toBeTrue();
  });

  it('gives way to the one that comes into view, and does not interrupt one that a person watches', async () => {
    const first = await show();
    look(1);
    const second = await show();
    look(1);
    expect([first.medium.paused, second.medium.paused]).toEqual([true, false]);
    second.press('k');
    second.press('k');
    const third = await show();
    look(1);
    expect([second.medium.paused, third.medium.paused]).toEqual([false, true]);
    expect(TestBed.inject(Playback).current()?.element).toBe(second.medium);
  });
});
