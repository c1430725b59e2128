import { TestBed } from '@angular/core/testing';

import { flush } from '../../testing/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { image, video } from '../testing/messages.ts';
import { MediaCache } from './media-cache.ts';
import { MediaCacheFiller } from './media-cache-filler.ts';

describe('MediaCacheFiller', () => {
  const add = jasmine.createSpy<MediaCache['add']>();
  const url = (name: string): string => `https://kitten.example/${name}`;
  let choice: 'on' | 'off';
  let socket: FakeWebSocketService;

  beforeEach(() => {
    choice = 'on';
    add.calls.reset();
    add.and.resolveTo();
    visit();
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    for (const key of ['newest', 'waiting']) localStorage.removeItem(`ask-kitten.shelf.${key}`);
  });

  function visit(): void {
    TestBed.resetTestingModule();
    const mediaCache = { add, isAutomatic: () => choice === 'on' };
    TestBed.configureTestingModule({
      providers: [provideFakeWebSocket(), { provide: MediaCache, useValue: mediaCache }],
    });
    socket = TestBed.inject(FakeWebSocketService);
    TestBed.inject(MediaCacheFiller);
  }

  /** Everything that was added, once the queue is empty. */
  async function added(): Promise<readonly string[]> {
    await flush();
    return add.calls.allArgs().map(([address]) => address);
  }

  it('adds each finished clip with its still, and each finished still', async () => {
    socket.receive(video({ url: url('1.mp4'), posterUrl: url('1.jpg') }), image({ url: url('2.png') }));
    expect(await added()).toEqual([url('1.mp4'), url('1.jpg'), url('2.png')]);
  });

  it('adds no previews, and nothing that came with its message', async () => {
    socket.receive(image({ url: url('1.png'), preview: true }), video({ data: 'AAAA' }));
    expect(await added()).toEqual([]);
  });

  it('loads one at a time', async () => {
    const first = Promise.withResolvers<undefined>();
    add.and.returnValue(first.promise);
    socket.receive(video({ url: url('1.mp4') }), video({ url: url('2.mp4') }));
    expect(await added()).toEqual([url('1.mp4')]);
    first.resolve(undefined);
    expect(await added()).toEqual([url('1.mp4'), url('2.mp4')]);
  });

  it('does not bring back on the next visit what has been there before', async () => {
    const [old, alike, next] = [
      video({ url: url('1.mp4'), ts: 5 }),
      image({ url: url('2.png'), ts: 5 }),
      video({ url: url('3.mp4'), ts: 6 }),
    ];
    socket.receive(old, alike);
    expect(await added()).toEqual([url('1.mp4'), url('2.png')]);
    add.calls.reset();
    visit();
    socket.receive(alike, next);
    expect(await added()).toEqual([url('3.mp4')]);
  });

  it('goes on with what was not there yet when the page was left', async () => {
    add.and.returnValue(new Promise(() => undefined));
    socket.receive(video({ url: url('1.mp4') }), video({ url: url('2.mp4') }));
    expect(await added()).toEqual([url('1.mp4')]);
    add.calls.reset();
    add.and.resolveTo();
    visit();
    expect(await added()).toEqual([url('1.mp4'), url('2.mp4')]);
    add.calls.reset();
    visit();
    expect(await added()).toEqual([]);
  });

  it('writes down what is waiting once, however much comes together', async () => {
    add.and.returnValue(new Promise(() => undefined));
    const write = spyOn(Storage.prototype, 'setItem').and.callThrough();
    const clips = Array.from({ length: 500 }, (_, index) => video({ url: url(`${index}.mp4`) }));
    socket.receive(...clips);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    const lists = write.calls.allArgs().filter(([key]) => key === 'ask-kitten.shelf.waiting');
    expect(lists.length).toBe(1);
    expect((JSON.parse(lists[0]?.[1] ?? '') as readonly object[]).length).toBe(500);
    expect(await added()).toEqual([url('0.mp4')]);
  });

  it('adds nothing where the person does not want it', async () => {
    choice = 'off';
    socket.receive(video({ url: url('1.mp4') }));
    expect(await added()).toEqual([]);
  });
});
