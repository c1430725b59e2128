import { TestBed } from '@angular/core/testing';

import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { image, video } from '../testing/messages.ts';
import { Shelf } from './shelf.ts';
import { ShelfKeeper } from './shelf-keeper.ts';

describe('ShelfKeeper', () => {
  const keep = jasmine.createSpy<Shelf['keep']>();
  const url = (name: string): string => `https://kitten.example/${name}`;
  let choice: 'on' | 'off';
  let socket: FakeWebSocketService;

  beforeEach(() => {
    choice = 'on';
    keep.calls.reset();
    keep.and.resolveTo();
    visit();
  });

  afterEach(() => {
    for (const key of ['newest', 'waiting']) localStorage.removeItem(`ask-kitten.shelf.${key}`);
  });

  function visit(): void {
    TestBed.resetTestingModule();
    const shelf = { keep, isAutomatic: () => choice === 'on' };
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), { provide: Shelf, useValue: shelf }] });
    socket = TestBed.inject(FakeWebSocketService);
    TestBed.inject(ShelfKeeper);
  }

  /** Lets everything that stands in the queue be kept. */
  async function kept(): Promise<readonly string[]> {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    return keep.calls.allArgs().map(([address]) => address);
  }

  it('keeps each finished clip with its still, and each finished still', async () => {
    socket.receive(video({ url: url('1.mp4'), posterUrl: url('1.jpg') }), image({ url: url('2.png') }));
    expect(await kept()).toEqual([url('1.mp4'), url('1.jpg'), url('2.png')]);
  });

  it('keeps no passing frames, and nothing that came with its message', async () => {
    socket.receive(image({ url: url('1.png'), preview: true }), video({ data: 'AAAA' }));
    expect(await kept()).toEqual([]);
  });

  it('loads one at a time', async () => {
    const first = Promise.withResolvers<undefined>();
    keep.and.returnValue(first.promise);
    socket.receive(video({ url: url('1.mp4') }), video({ url: url('2.mp4') }));
    expect(await kept()).toEqual([url('1.mp4')]);
    first.resolve(undefined);
    expect(await kept()).toEqual([url('1.mp4'), url('2.mp4')]);
  });

  it('does not bring back on the next visit what has been there before', async () => {
    const [old, alike, next] = [
      video({ url: url('1.mp4'), ts: 5 }),
      image({ url: url('2.png'), ts: 5 }),
      video({ url: url('3.mp4'), ts: 6 }),
    ];
    socket.receive(old, alike);
    expect(await kept()).toEqual([url('1.mp4'), url('2.png')]);
    keep.calls.reset();
    visit();
    socket.receive(alike, next);
    expect(await kept()).toEqual([url('3.mp4')]);
  });

  it('goes on with what was not there yet when the page was left', async () => {
    keep.and.returnValue(new Promise(() => undefined));
    socket.receive(video({ url: url('1.mp4') }), video({ url: url('2.mp4') }));
    expect(await kept()).toEqual([url('1.mp4')]);
    keep.calls.reset();
    keep.and.resolveTo();
    visit();
    expect(await kept()).toEqual([url('1.mp4'), url('2.mp4')]);
    keep.calls.reset();
    visit();
    expect(await kept()).toEqual([]);
  });

  it('keeps nothing where the person does not want it', async () => {
    choice = 'off';
    socket.receive(video({ url: url('1.mp4') }));
    expect(await kept()).toEqual([]);
  });
});
