import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { image, video } from '../testing/messages.ts';
import { VideoPlayer } from './video-player.ts';

describe('VideoPlayer', () => {
  let fixture: ComponentFixture<VideoPlayer>;
  const clip = video({ url: 'data:video/mp4;base64,AAAA', width: 400, height: 300 });

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: provideFakeWebSocket() });
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
    await fixture.whenStable();
  }

  it('plays where it stands, with controls, and loads no more than it must', () => {
    expect(player()?.controls).toBeTrue();
    expect(player()?.playsInline).toBeTrue();
    expect(player()?.preload).toBe('metadata');
    expect(player()?.autoplay).toBeFalse();
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
    fixture.componentRef.setInput('video', { ...clip, posterUrl: 'https://kitten.example/p.png' });
    await fixture.whenStable();
    expect(player()?.poster).toBe('https://kitten.example/p.png');
  });

  it('says that a clip does not load, keeps its place, and loads again when asked', async () => {
    const height = element().offsetHeight;
    const before = player();
    await fail();
    expect(player()).toBeNull();
    expect(element().textContent).toContain('视频无法加载');
    expect(element().offsetHeight).toBe(height);
    element().querySelector('button')?.click();
    await fixture.whenStable();
    expect(player()).not.toBeNull();
    expect(player()).not.toBe(before);
  });

  it('tries another clip although the one before failed', async () => {
    await fail();
    fixture.componentRef.setInput('video', video());
    await fixture.whenStable();
    expect(player()).not.toBeNull();
  });

  it('tries again by itself when the connection is back', async () => {
    await fail();
    expect(player()).toBeNull();
    const socket = TestBed.inject(FakeWebSocketService);
    socket.become({ status: 'reconnecting' });
    await fixture.whenStable();
    expect(player()).toBeNull();
    socket.become({ status: 'connected' });
    await fixture.whenStable();
    expect(player()).not.toBeNull();
  });
});
