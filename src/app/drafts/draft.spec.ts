import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';

import { CurrentConversation, type Opened } from '../history/current-conversation.ts';
import { DraftStore } from './draft-store.ts';
import { STORAGE_EVENTS } from '../preferences/preference.ts';
import { DEVICE_STORAGE, TAB_STORAGE } from '../preferences/text-storage.ts';
import { Draft } from './draft.ts';

describe('Draft', () => {
  const url = 'https://kitten.example/media/8b1d.png';
  const whole = { text: '一只橘猫在', options: { seconds: 5, seed: 7 }, attachments: [url] };
  let kept: Map<string, string>;
  let open = signal<string | null>(null);
  let opened = new Subject<Opened>();

  let ofTab: Map<string, string>;
  let elsewhere: Subject<StorageEvent>;

  beforeEach(() => {
    kept = new Map();
    ofTab = new Map();
  });

  function storageOf(map: Map<string, string>): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
    return {
      getItem: (key: string) => map.get(key) ?? null,
      setItem: (key: string, text: string) => void map.set(key, text),
      removeItem: (key: string) => void map.delete(key),
    };
  }

  /** The page is loaded in a tab, with a conversation open. */
  function load(id: string | null = null, tab = ofTab): Draft {
    open = signal(id);
    opened = new Subject();
    elsewhere = new Subject();
    TestBed.resetTestingModule();
    const shared = storageOf(kept);
    const own = storageOf(tab);
    TestBed.configureTestingModule({
      providers: [
        { provide: DEVICE_STORAGE, useValue: () => shared },
        { provide: TAB_STORAGE, useValue: () => own },
        { provide: STORAGE_EVENTS, useValue: elsewhere },
        { provide: CurrentConversation, useValue: { id: open, opened$: opened } },
      ],
    });
    return TestBed.inject(Draft);
  }

  function write(draft: Draft, content: Parameters<Draft['fill']>[0]): void {
    draft.fill(content);
    TestBed.tick();
  }

  it('is there again after a reload, with its options and reference images', () => {
    write(load(), whole);
    expect(load().content()).toEqual(whole);
  });

  it('leaves nothing behind once it is sent', () => {
    const draft = load();
    write(draft, whole);
    draft.clear();
    TestBed.tick();
    expect(kept.size).toBe(0);
    expect(load().content()).toEqual({ text: '', options: {}, attachments: [] });
  });

  it('is another one in each tab while its conversation has not begun, and a closed tab leaves the last one', () => {
    const other = new Map<string, string>();
    write(load(), { text: '猫' });
    write(load(null, other), { text: '狗' });
    expect(load().text()).toBe('猫');
    expect(load(null, other).text()).toBe('狗');
    expect(load(null, new Map()).text()).toBe('狗');
  });

  it('is not taken from another tab once this one has sent its own', () => {
    const first = load();
    write(first, { text: '猫' });
    const other = new Map<string, string>();
    write(load(null, other), { text: '狗' });
    const again = load();
    write(again, { text: '' });
    expect(load().text()).toBe('');
    expect(load(null, other).text()).toBe('狗');
    expect(load(null, new Map()).text()).toBe('狗');
  });

  it('is another one in each conversation', () => {
    const draft = load('one');
    write(draft, { text: '猫' });
    open.set('two');
    expect(draft.text()).toBe('');
    write(draft, { text: '狗' });
    open.set('one');
    TestBed.tick();
    expect(draft.text()).toBe('猫');
    expect(load('two').text()).toBe('狗');
  });

  it('goes with a conversation that gets an id', () => {
    const draft = load();
    write(draft, whole);
    opened.next({ id: 'one', hasBegun: true });
    open.set('one');
    TestBed.tick();
    expect(draft.content()).toEqual(whole);
    open.set(null);
    expect(draft.text()).toBe('');
  });

  it('goes with it although it was written a moment before, and nobody has looked since', () => {
    const draft = load();
    draft.text.set('一只橘猫在');
    opened.next({ id: 'one', hasBegun: true });
    open.set('one');
    expect(draft.text()).toBe('一只橘猫在');
  });

  it('stores at once that it is being sent: another tab that is shown the conversation then finds no draft of it', () => {
    const draft = load();
    write(draft, whole);
    draft.clear();
    opened.next({ id: 'one', hasBegun: true });
    open.set('one');
    expect(kept.size).toBe(0);
  });

  it('goes where another tab has sent the same, and stays where something else is written', () => {
    const removed = (id: string): StorageEvent =>
      new StorageEvent('storage', {
        key: `ask-kitten.draft.${id}`,
        oldValue: JSON.stringify({ ...whole, waiting: [] }),
        newValue: null,
      });
    const draft = load('one');
    write(draft, whole);
    elsewhere.next(removed('two'));
    expect(draft.text()).toBe(whole.text);
    elsewhere.next(removed('one'));
    expect(draft.text()).toBe('');
    write(draft, { ...whole, text: '一只猫' });
    elsewhere.next(removed('one'));
    expect(draft.text()).toBe('一只猫');
  });

  describe('beside another tab in the same conversation', () => {
    /** Another tab has written this by the end, and sent or emptied it. */
    function removeElsewhere(oldValue: string): void {
      kept.delete('ask-kitten.draft.one');
      elsewhere.next(new StorageEvent('storage', { key: 'ask-kitten.draft.one', oldValue, newValue: null }));
      TestBed.tick();
    }

    it('stays, over a reload too, when the other one types a letter and erases it, or sends something else', () => {
      for (const oldValue of ['{"emptied":true}', JSON.stringify({ ...whole, text: '别的', waiting: [] })]) {
        for (const reload of [() => undefined, () => void load('one')]) {
          kept.clear();
          ofTab.clear();
          write(load('one'), whole);
          reload();
          const draft = TestBed.inject(Draft);
          kept.set('ask-kitten.draft.one', JSON.stringify({ ...whole, text: '别', waiting: [] }));
          removeElsewhere(oldValue);
          expect(draft.content()).toEqual(whole);
          expect(load('one').content()).toEqual(whole);
          expect(load('one', new Map()).content()).withContext('in a new tab').toEqual(whole);
        }
      }
    });

    it('stays when the other one empties the copy that it began with', () => {
      const [first, second] = [new Map<string, string>(), new Map<string, string>()];
      write(load('one', first), whole);
      write(load('one', second), { text: '' });
      expect(kept.size).toBe(0);
      expect(load('one', first).content()).toEqual(whole);
    });

    it('is told of what is emptied, and not only removed', () => {
      write(load('one'), whole);
      const values: string[] = [];
      const set = kept.set.bind(kept);
      spyOn(kept, 'set').and.callFake((key, value) => (values.push(value), set(key, value)));
      write(TestBed.inject(Draft), { text: '' });
      expect(values).toEqual(['{"emptied":true}']);
    });

    it('of a conversation that is not open goes where the same is sent, and stays where something else is', () => {
      for (const [sent, left] of [
        [whole.text, ''],
        ['别的', whole.text],
      ] as const) {
        kept.clear();
        ofTab.clear();
        const draft = load('one');
        write(draft, whole);
        open.set('two');
        TestBed.tick();
        removeElsewhere(JSON.stringify({ ...whole, text: sent, waiting: [] }));
        open.set('one');
        expect(draft.text()).toBe(left);
      }
    });
  });

  it('goes where it is the copy with which a tab begins, and the tab that wrote it has sent it, or more of it', () => {
    for (const [sent, writtenHere, left] of [
      [whole.text, undefined, ''],
      [`${whole.text}雨夜`, undefined, ''],
      [whole.text, '一只猫', '一只猫'],
    ] as const) {
      kept.clear();
      kept.set('ask-kitten.draft', JSON.stringify({ ...whole, waiting: [] }));
      const draft = load(null, new Map());
      expect(draft.text()).toBe(whole.text);
      TestBed.tick();
      if (writtenHere !== undefined) write(draft, { ...whole, text: writtenHere });
      const oldValue = JSON.stringify({ ...whole, text: sent, waiting: [] });
      elsewhere.next(new StorageEvent('storage', { key: 'ask-kitten.draft', oldValue, newValue: null }));
      expect(draft.text()).toBe(left);
    }
  });

  it('goes with a conversation that is deleted', () => {
    const draft = load('one');
    write(draft, whole);
    open.set('two');
    TestBed.tick();
    TestBed.inject(DraftStore).remove('one');
    expect(load('one').text()).toBe('');
  });

  it('takes a reference image that arrives when another conversation is open', () => {
    const draft = load('one');
    write(draft, { text: '猫' });
    open.set('two');
    TestBed.tick();
    draft.attach(url, 'one', 'file');
    expect(draft.attachments()).toEqual([]);
    open.set('one');
    expect(draft.content()).toEqual({ text: '猫', options: {}, attachments: [url] });
  });

  it('keeps what waits for the server, until it has arrived', () => {
    const draft = load('one');
    draft.waiting.set(['file', 'other']);
    TestBed.tick();
    const again = load('one');
    expect(again.waiting()).toEqual(['file', 'other']);
    again.attach(url, 'one', 'file');
    TestBed.tick();
    open.set('two');
    TestBed.tick();
    again.attach(url, 'one', 'other');
    expect(load('one').content().attachments).toEqual([url, url]);
    expect(load('one').waiting()).toEqual([]);
  });

  it('takes over a prompt to be changed', () => {
    const draft = load();
    draft.fillFrom({ content: whole.text, options: whole.options, attachments: whole.attachments });
    expect(draft.content()).toEqual(whole);
    draft.fillFrom({ content: '猫' });
    expect(draft.content()).toEqual({ text: '猫', options: {}, attachments: [] });
  });

  for (const odd of ['', '{', 'null', '[]', '"一只猫"', '{"text":7,"options":{"seed":"x"},"attachments":[7]}']) {
    it(`minds nothing odd in the storage: ${odd}`, () => {
      kept.set('ask-kitten.draft', odd);
      expect(load().content()).toEqual({ text: '', options: {}, attachments: [] });
    });
  }

  it('lives as long as the page where the browser keeps nothing', () => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: DEVICE_STORAGE, useValue: blocked },
        { provide: TAB_STORAGE, useValue: blocked },
      ],
    });
    const draft = TestBed.inject(Draft);
    write(draft, { text: '一只橘猫在' });
    expect(draft.text()).toBe('一只橘猫在');
  });
});
