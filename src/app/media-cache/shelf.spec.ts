import { TestBed } from '@angular/core/testing';

import { BROWSER_STORAGE } from './browser-storage.ts';
import { Shelf } from './shelf.ts';
import { SHELF_STORE } from './shelf-store.ts';
import { MemoryShelfStore } from './testing/memory-shelf-store.ts';

const CAT = 'https://kitten.example/cat.mp4';
const DOG = 'https://kitten.example/dog.mp4';

describe('Shelf', () => {
  let store: MemoryShelfStore;
  let shelf: Shelf;
  let loaded: jasmine.Spy<typeof fetch>;
  let quota: number;

  beforeEach(() => {
    store = new MemoryShelfStore();
    quota = 100;
    const storage = { estimate: () => Promise.resolve({ quota }) };
    TestBed.configureTestingModule({
      providers: [
        { provide: SHELF_STORE, useValue: store },
        { provide: BROWSER_STORAGE, useValue: storage },
      ],
    });
    loaded = spyOn(window, 'fetch').and.callFake(() => Promise.resolve(new Response('0123456789')));
    jasmine.clock().install().mockDate(new Date(1_000));
    shelf = TestBed.inject(Shelf);
  });

  afterEach(() => {
    jasmine.clock().uninstall();
    localStorage.removeItem('ask-kitten.shelf');
  });

  function addresses(): Promise<readonly string[]> {
    return store.list().then((items) => items.map(({ address }) => address));
  }

  it('keeps what it loads, once, and tells what it has', async () => {
    await shelf.keep(CAT);
    await shelf.keep(CAT);
    expect(loaded).toHaveBeenCalledTimes(1);
    expect([shelf.has(CAT), shelf.has(DOG), shelf.count(), shelf.bytes()]).toEqual([true, false, 1, 10]);
    expect(await (await shelf.find(CAT))?.text()).toBe('0123456789');
  });

  it('holds a fifth of what the browser grants: the least recently used leaves first', async () => {
    await shelf.keep(CAT);
    jasmine.clock().tick(1);
    await shelf.keep(DOG);
    jasmine.clock().tick(1);
    await shelf.use(CAT);
    await shelf.keep('https://kitten.example/fish.mp4');
    expect(await addresses()).toEqual([CAT, 'https://kitten.example/fish.mp4']);
    expect([shelf.has(DOG), await shelf.limit()]).toEqual([false, 20]);
  });

  it('leaves out what never fits, without making room for it', async () => {
    await shelf.keep(CAT);
    quota = 40;
    await shelf.keep(DOG);
    expect(await addresses()).toEqual([CAT]);
  });

  it('leaves out quietly what is gone, what may not be read, and what is no address of the web', async () => {
    loaded.and.resolveTo(new Response('', { status: 404 }));
    await shelf.keep(CAT);
    loaded.and.rejectWith(new TypeError('Failed to fetch'));
    await shelf.keep(DOG);
    await shelf.keep('data:video/mp4;base64,AAAA');
    expect(loaded).toHaveBeenCalledTimes(2);
    expect(await addresses()).toEqual([]);
  });

  it('goes without what the browser does not let it keep', async () => {
    spyOn(store, 'put').and.rejectWith(new DOMException('full', 'QuotaExceededError'));
    await shelf.keep(CAT);
    spyOn(store, 'get').and.rejectWith(new DOMException('forbidden', 'SecurityError'));
    spyOn(store, 'list').and.rejectWith(new DOMException('forbidden', 'SecurityError'));
    expect(await shelf.find(CAT)).toBeUndefined();
    await shelf.refresh();
    expect(shelf.count()).toBe(0);
  });

  it('keeps what is played, unless the person wants nothing kept', async () => {
    shelf.setAutomatic('off');
    await shelf.use(CAT);
    expect(await addresses()).toEqual([]);
    shelf.setAutomatic('on');
    await shelf.use(CAT);
    expect(await addresses()).toEqual([CAT]);
  });

  it('forgets one, or everything', async () => {
    for (const name of ['1', '2']) await shelf.keep(CAT + name);
    await shelf.remove([`${CAT}1`]);
    expect(await addresses()).toEqual([`${CAT}2`]);
    await shelf.clear();
    expect([shelf.count(), await addresses()]).toEqual([0, []]);
  });
});

describe('Shelf on a page that is not served securely', () => {
  it('keeps nothing, and has no limit', async () => {
    const store = new MemoryShelfStore();
    TestBed.configureTestingModule({
      providers: [
        { provide: SHELF_STORE, useValue: store },
        { provide: BROWSER_STORAGE, useValue: undefined },
      ],
    });
    const loaded = spyOn(window, 'fetch');
    const shelf = TestBed.inject(Shelf);
    await shelf.keep(CAT);
    expect(loaded).not.toHaveBeenCalled();
    expect(await shelf.limit()).toBeNull();
  });
});
