import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { flush } from '../../../testing/index.ts';
import { Language } from '../../language/language.ts';
import { MemoryMediaStore } from '../../media-cache/testing/memory-media-store.ts';
import { provideMemoryMediaCache } from '../../media-cache/testing/provide-memory-media-cache.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { image, video } from '../../testing/messages.ts';
import { MAY_MOVE } from './play-in-view.ts';
import { Playback } from './playback.ts';
import { VideoPlayer } from './video-player.ts';

describe('VideoPlayer', () => {
  let fixture: ComponentFixture<VideoPlayer>;
  const clip = video({ url: 'data:video/mp4;base64,AAAA', width: 400, height: 300 });
  const url = 'https://kitten.example/cat.mp4';

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideFakeWebSocket(), provideMemoryMediaCache(), { provide: MAY_MOVE, useValue: () => false }],
    });
    spyOn(window, 'fetch').and.resolveTo(new Response(null, { status: 404 }));
    fixture = TestBed.createComponent(VideoPlayer);
    fixture.componentRef.setInput('video', clip);
    await fixture.whenStable();
  });

  function element(): HTMLElement {
    return fixture.nativeElement as HTMLElement;
  }

  function player(): HTMLVideoElement | null {
    return element().querySelector('video');
  }

  async function fail(): Promise<void> {
    player()?.dispatchEvent(new Event('error'));
    // The media cache and the server are asked, one after the other.
    await flush();
    await fixture.whenStable();
  }

  /** The words of the controls come apart from the first screen's. */
  async function shown(): Promise<void> {
    // With a still it loads nothing by itself that could fail.
    fixture.destroy();
    fixture = TestBed.createComponent(VideoPlayer);
    fixture.componentRef.setInput('video', { ...clip, posterUrl: 'data:image/gif,' });
    await TestBed.inject(Language).loadAll();
    await fixture.whenStable();
  }

  function named(name: string): HTMLElement | null {
    return element().querySelector(`[aria-label="${name}"]`);
  }

  async function show(message = video({ url })): Promise<void> {
    fixture.componentRef.setInput('video', message);
    await fixture.whenStable();
  }

  it('plays where it stands, with controls of its own, and loads no more than it must', async () => {
    expect(player()?.controls).toBeFalse();
    expect(player()?.playsInline).toBeTrue();
    expect(player()?.preload).toBe('metadata');
    expect(player()?.autoplay).toBeFalse();
    await show({ ...clip, posterUrl: 'data:image/gif,' });
    expect(player()?.preload).toBe('none');
    await shown();
    expect(element().querySelector('[role=group]')?.ariaLabel).toBe('播放控制');
  });

  it('has a slider for its volume, whose keys are its own, where there is sound', async () => {
    await shown();
    expect(named('音量')).toBeNull();
    Object.defineProperty(player()!, 'webkitAudioDecodedByteCount', { value: 9 });
    player()!.dispatchEvent(new Event('loadeddata'));
    await fixture.whenStable();
    const slider = named('音量') as HTMLInputElement;
    slider.valueAsNumber = 0.5;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
    player()!.dispatchEvent(new Event('volumechange'));
    await fixture.whenStable();
    expect(player()!.volume).toBe(0.5);
    expect(slider.getAttribute('aria-valuetext')).toBe('50%');
    slider.valueAsNumber = 0;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    expect([player()!.muted, player()!.volume]).toEqual([true, 0.5]);
  });

  it('keeps its place before it has loaded', () => {
    expect(getComputedStyle(element()).aspectRatio).toBe('400 / 300');
    expect(element().offsetWidth / element().offsetHeight).toBeCloseTo(4 / 3, 1);
  });

  it('shows the still that the clip names, or else the one that came apart', async () => {
    const poster = image();
    fixture.componentRef.setInput('poster', poster);
    await fixture.whenStable();
    expect(player()?.poster).toBe(poster.url ?? '');
    await show({ ...clip, posterUrl: 'https://kitten.example/p.png' });
    expect(player()?.poster).toBe('https://kitten.example/p.png');
  });

  it('says that a clip does not load, and why, keeps its place, and loads again when asked', async () => {
    await show();
    const height = element().offsetHeight;
    const before = player();
    await fail();
    expect(player()).toBeNull();
    expect(element().textContent).toContain('视频无法加载');
    expect(element().textContent).toContain('链接已失效');
    expect(element().offsetHeight).toBe(height);
    element().querySelector('button')?.click();
    await fixture.whenStable();
    expect(player()).not.toBeNull();
    expect(player()).not.toBe(before);
  });

  it('goes on with the copy on this device where its address fails', async () => {
    await TestBed.inject(MemoryMediaStore).save(url, new Blob(['clip'], { type: 'video/mp4' }), 1);
    await show();
    await fail();
    expect(element().textContent).not.toContain('视频无法加载');
    expect(player()?.src).toMatch(/^blob:/);
    expect(player()?.preload).toBe('auto');
  });

  it('goes on where it was, and plays if it did', async () => {
    await TestBed.inject(MemoryMediaStore).save(url, new Blob(['clip'], { type: 'video/mp4' }), 1);
    await show();
    const before = player()!;
    spyOnProperty(before, 'paused').and.returnValue(false);
    before.currentTime = 2;
    const play = spyOn(before, 'play').and.resolveTo();
    await fail();
    before.currentTime = 0;
    before.dispatchEvent(new Event('loadedmetadata'));
    expect(before.currentTime).toBe(2);
    expect(play).toHaveBeenCalledTimes(1);
  });

  it('says so where the copy does not play either', async () => {
    await TestBed.inject(MemoryMediaStore).save(url, new Blob(['clip'], { type: 'video/mp4' }), 1);
    await show();
    await fail();
    await fail();
    expect(element().textContent).toContain('视频无法加载');
  });

  it('shows the copy of a still that does not load', async () => {
    const posterUrl = 'https://kitten.example/p.png';
    await TestBed.inject(MemoryMediaStore).save(posterUrl, new Blob(['still'], { type: 'image/png' }), 1);
    await show(video({ url, posterUrl }));
    element().querySelector('img')?.dispatchEvent(new Event('error'));
    await flush();
    await fixture.whenStable();
    expect(player()?.poster).toMatch(/^blob:/);
  });

  it('tries another clip although the one before failed', async () => {
    await fail();
    expect(player()).toBeNull();
    await show();
    expect(player()).not.toBeNull();
  });

  it('tries again by itself when the connection is back', async () => {
    await fail();
    expect(player()).toBeNull();
    const socket = TestBed.inject(FakeWebSocketService);
    socket.setConnection({ status: 'reconnecting' });
    await fixture.whenStable();
    expect(player()).toBeNull();
    socket.setConnection({ status: 'connected' });
    await fixture.whenStable();
    expect(player()).not.toBeNull();
  });

  it('tells that it plays, until it rests or leaves the page', () => {
    const playback = TestBed.inject(Playback);
    player()?.dispatchEvent(new Event('play'));
    expect(playback.current()).toEqual(jasmine.objectContaining({ id: clip.id, element: player()! }));
    player()?.dispatchEvent(new Event('pause'));
    expect(playback.current()).toBeNull();
    player()?.dispatchEvent(new Event('play'));
    fixture.destroy();
    expect(playback.current()).toBeNull();
  });

  it('plays, pauses and falls silent by the keys that players have, and leaves those of the browser', () => {
    const video = player()!;
    const [play, pause] = [spyOn(video, 'play').and.resolveTo(), spyOn(video, 'pause')];
    const press = (key: string, modifier: KeyboardEventInit = {}): boolean =>
      video.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...modifier }));
    expect([press('k'), press('m'), press('x'), press('k', { ctrlKey: true })]).toEqual([false, false, true, true]);
    expect(play).toHaveBeenCalledTimes(1);
    expect(video.muted).toBeTrue();
    spyOnProperty(video, 'paused').and.returnValue(false);
    press('k');
    expect(pause).toHaveBeenCalledTimes(1);
  });

  it('says what the button does, and plays by it', async () => {
    await shown();
    const play = spyOn(player()!, 'play').and.resolveTo();
    named('播放')?.click();
    expect(play).toHaveBeenCalledTimes(1);
  });

  it('goes slower by its button, and says how fast it is', async () => {
    await shown();
    named('速度 1×')?.click();
    expect(player()?.playbackRate).toBe(0.5);
    player()?.dispatchEvent(new Event('ratechange'));
    await fixture.whenStable();
    expect(named('速度 0.5×')).not.toBeNull();
  });

  it('begins again at its end where it is short, until somebody does not want that', async () => {
    await shown();
    expect(player()?.loop).toBeTrue();
    named('循环播放')?.click();
    await fixture.whenStable();
    expect(player()?.loop).toBeFalse();
    await show(video({ durationMs: 31_000, posterUrl: 'data:image/gif,' }));
    expect(player()?.loop).toBeFalse();
    expect(named('循环播放')).toBeNull();
  });

  it('offers to be silent only where there is sound', async () => {
    await shown();
    expect(named('静音')).toBeNull();
    Object.defineProperty(player(), 'webkitAudioDecodedByteCount', { value: 1 });
    player()?.dispatchEvent(new Event('loadeddata'));
    await fixture.whenStable();
    expect(named('静音')).not.toBeNull();
  });

  it('shows its controls to a pointer that moves over it', async () => {
    await shown();
    const bar = named('播放控制')!;
    player()?.dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', bubbles: true }));
    await fixture.whenStable();
    expect(bar.classList).toContain('awake');
    element().dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    await fixture.whenStable();
    expect(bar.classList).not.toContain('awake');
  });
});
