import { Clipboard } from '@angular/cdk/clipboard';
import { TestBed } from '@angular/core/testing';

import { Notices } from '../../notices/notices.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { welcome } from '../../testing/messages.ts';
import { MediaLink } from './media-link.ts';

const ADDRESS = 'https://kitten.example/media/0a.mp4';

describe('MediaLink', () => {
  let links: MediaLink;
  let socket: FakeWebSocketService;
  let copied: string[];
  let ask: jasmine.Spy<typeof fetch>;

  beforeEach(() => {
    copied = [];
    const copy = (text: string): boolean => copied.push(text) > 0;
    TestBed.configureTestingModule({
      providers: [provideFakeWebSocket(), { provide: Clipboard, useValue: { copy } }],
    });
    socket = TestBed.inject(FakeWebSocketService);
    links = TestBed.inject(MediaLink);
    ask = spyOn(globalThis, 'fetch');
  });

  it('copies the address of a medium that whoever has it may have', async () => {
    socket.setWelcome(welcome({ features: ['uploads'] }));
    expect(await links.copyAddress(ADDRESS)).toBeTrue();
    expect(copied).toEqual([ADDRESS]);
    expect(ask).not.toHaveBeenCalled();
  });

  it('copies a signed link where the server gives its media to nobody else', async () => {
    socket.setWelcome(welcome({ features: ['links'] }));
    ask.and.resolveTo(new Response('{"url":"/media/0a.mp4?until=1&key=2","endsAt":1}'));
    expect(await links.copyAddress(ADDRESS)).toBeTrue();
    expect(copied).toEqual([`${ADDRESS}?until=1&key=2`]);
    const [address, request] = ask.calls.mostRecent().args;
    expect(address).toBe('https://kitten.example/api/media-links/0a.mp4');
    expect(request?.headers).toEqual({ 'x-user-code': socket.userCode() });
    expect(await links.sharedAddress('https://cdn.example/clip.mp4')).toBe('https://cdn.example/clip.mp4');
  });

  it('copies nothing, and says so, where there is no link', async () => {
    const show = spyOn(TestBed.inject(Notices), 'show');
    socket.setWelcome(welcome({ features: ['links'] }));
    ask.and.resolveTo(new Response('', { status: 403 }));
    expect(await links.copyAddress(ADDRESS)).toBeFalse();
    expect(copied).toEqual([]);
    expect(show).toHaveBeenCalledOnceWith('无法复制链接');
  });
});
