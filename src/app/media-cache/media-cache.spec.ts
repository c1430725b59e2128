import { TestBed } from '@angular/core/testing';

import { useFakeClock } from '../../testing/index.ts';
import { BROWSER_LOCKS, BROWSER_STORAGE } from './browser-storage.ts';
import { MEDIA_STORE, MediaCache } from './media-cache.ts';
import { MemoryMediaStore } from './testing/memory-media-store.ts';

const CAT = 'https://kitten.example/cat.mp4';
const DOG = 'https://kitten.example/dog.mp4';

describe('MediaCache', () => {
  const clock = useFakeClock(new Date(1_000));
  let store: MemoryMediaStore;
  let mediaCache: MediaCache;
  let loaded: jasmine.Spy<typeof fetch>;
  let quota: number;

  beforeEach(() => {
    store = new MemoryMediaStore();
    quota = 100;
    const storage = { estimate: () => Promise.resolve({ quota }) };
    TestBed.configureTestingModule({
      providers: [
        { provide: MEDIA_STORE, useValue: store },
        { provide: BROWSER_STORAGE, useValue: storage },
      ],
    });
    loaded = spyOn(window, 'fetch').and.callFake(() => Promise.resolve(new Response('0123456789')));
    mediaCache = TestBed.inject(MediaCache);
  });

  afterEach(() => {
    localStorage.removeItem('ask-kitten.shelf');
  });

  function addresses(): Promise<readonly string[]> {
    return store.list().then((items) => items.map(({ address }) => address));
  }

  it('saves what it loads, once, and lists what it has', async () => {
    await mediaCache.add(CAT);
    await mediaCache.add(CAT);
    expect(loaded).toHaveBeenCalledTimes(1);
    expect([mediaCache.has(CAT), mediaCache.has(DOG), mediaCache.count(), mediaCache.bytes()]).toEqual([
      true,
      false,
      1,
      10,
    ]);
    expect(await (await mediaCache.find(CAT))?.text()).toBe('0123456789');
  });

  it('holds a fifth of what the browser grants: the least recently used leaves first', async () => {
    await mediaCache.add(CAT);
    clock.tick(1);
    await mediaCache.add(DOG);
    clock.tick(1);
    await mediaCache.recordUse(CAT);
    await mediaCache.add('https://kitten.example/fish.mp4');
    expect(await addresses()).toEqual([CAT, 'https://kitten.example/fish.mp4']);
    expect([mediaCache.has(DOG), await mediaCache.limit()]).toEqual([false, 20]);
  });

  it('leaves out what never fits, without making room for it', async () => {
    await mediaCache.add(CAT);
    quota = 40;
    await mediaCache.add(DOG);
    expect(await addresses()).toEqual([CAT]);
  });

  it('leaves out quietly what is gone, what may not be read, and what is no address of the web', async () => {
    loaded.and.resolveTo(new Response('', { status: 404 }));
    await mediaCache.add(CAT);
    loaded.and.rejectWith(new TypeError('Failed to fetch'));
    await mediaCache.add(DOG);
    await mediaCache.add('data:video/mp4;base64,AAAA');
    expect(loaded).toHaveBeenCalledTimes(2);
    expect(await addresses()).toEqual([]);
  });

  it('goes without what the browser does not let it save', async () => {
    spyOn(store, 'save').and.rejectWith(new DOMException('full', 'QuotaExceededError'));
    await mediaCache.add(CAT);
    spyOn(store, 'get').and.rejectWith(new DOMException('forbidden', 'SecurityError'));
    spyOn(store, 'list').and.rejectWith(new DOMException('forbidden', 'SecurityError'));
    expect(await mediaCache.find(CAT)).toBeUndefined();
    await mediaCache.refresh();
    expect(mediaCache.count()).toBe(0);
  });

  it('saves what is played, unless the person wants nothing saved', async () => {
    mediaCache.setAutomatic('off');
    await mediaCache.recordUse(CAT);
    expect(await addresses()).toEqual([]);
    mediaCache.setAutomatic('on');
    await mediaCache.recordUse(CAT);
    expect(await addresses()).toEqual([CAT]);
  });

  it('deletes one, or everything', async () => {
    for (const name of ['1', '2']) await mediaCache.add(CAT + name);
    await mediaCache.remove([`${CAT}1`]);
    expect(await addresses()).toEqual([`${CAT}2`]);
    await mediaCache.clear();
    expect([mediaCache.count(), await addresses()]).toEqual([0, []]);
  });
});

describe('MediaCache on a page that is not served securely', () => {
  it('saves nothing, and has no limit', async () => {
    const store = new MemoryMediaStore();
    TestBed.configureTestingModule({
      providers: [
        { provide: MEDIA_STORE, useValue: store },
        { provide: BROWSER_STORAGE, useValue: undefined },
      ],
    });
    const loaded = spyOn(window, 'fetch');
    const mediaCache = TestBed.inject(MediaCache);
    await mediaCache.add(CAT);
    expect(loaded).not.toHaveBeenCalled();
    expect(await mediaCache.limit()).toBeNull();
  });
});

describe('MediaCache in a browser', () => {
  const blocked = { request: () => Promise.reject(new DOMException('blocked', 'SecurityError')) };
  for (const [what, locks] of [
    ['that has no locks', undefined],
    ['that refuses locks', blocked],
  ] as const) {
    it(`${what} saves what it loads, and rejects nothing`, async () => {
      TestBed.configureTestingModule({
        providers: [
          { provide: MEDIA_STORE, useValue: new MemoryMediaStore() },
          { provide: BROWSER_STORAGE, useValue: { estimate: () => Promise.resolve({ quota: 100 }) } },
          { provide: BROWSER_LOCKS, useValue: locks },
        ],
      });
      spyOn(window, 'fetch').and.callFake(() => Promise.resolve(new Response('0123456789')));
      const mediaCache = TestBed.inject(MediaCache);
      await expectAsync(mediaCache.add(CAT)).toBeResolved();
      expect(mediaCache.has(CAT)).toBeTrue();
    });
  }
});
