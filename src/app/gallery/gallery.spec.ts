import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { error, image, text, video } from '../testing/messages.ts';
import { Gallery } from './gallery.ts';
import { Works } from './works.ts';

describe('Gallery', () => {
  let socket: FakeWebSocketService;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideRouter([])] });
    socket = TestBed.inject(FakeWebSocketService);
    TestBed.inject(Works);
  });

  async function open(): Promise<HTMLElement> {
    const fixture = TestBed.createComponent(Gallery);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('says that there is nothing yet', async () => {
    const element = await open();
    expect(element.textContent).toContain('还没有作品');
    expect(element.querySelector('a')?.textContent.trim()).toBe('去聊天');
  });

  it('has what came before it was opened', async () => {
    socket.receive(image(), video(), text(), error());
    const element = await open();
    expect(element.querySelectorAll('kitten-work-card').length).toBe(2);
    expect(element.querySelectorAll('video').length).toBe(1);
    expect(element.textContent).not.toContain('还没有作品');
  });

  it('offers each work for download under its name', async () => {
    socket.receive(video({ name: '橘猫.mp4', url: 'https://kitten.example/1.mp4' }));
    const link = (await open()).querySelector<HTMLAnchorElement>('a[download]');
    expect(link?.download).toBe('橘猫.mp4');
    expect(link?.href).toBe('https://kitten.example/1.mp4');
  });
});
