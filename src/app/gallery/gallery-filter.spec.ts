import { image, PROMPT, video } from '../testing/messages.ts';
import { EVERYTHING, filterWorks, fromQuery, type GalleryFilter, toQuery } from './gallery-filter.ts';
import type { StoredMedium } from '../history/store/records.ts';
import { collectWorks, type Work } from './collect-works.ts';

const NOW = new Date(2026, 4, 20, 15).getTime();
const DAY = 86_400_000;
const UNMARKED = {
  starred: new Set<string>(),
  collected: new Set<string>(),
  wordsOf: ({ prompt, message }: Work) => prompt?.content ?? message.name ?? '',
};

describe('filterWorks', () => {
  const asked = (content: string): object => ({ prompt: { ...PROMPT, content } });
  const works = collectWorks([
    { message: video({ id: 'cat', ts: NOW }), conversationId: 'c', ...asked('一只橘猫 in Rain') },
    { message: image({ id: 'dog', ts: NOW - DAY }), conversationId: 'c', ...asked('一只小狗') },
    { message: image({ id: 'fish', ts: NOW - 7 * DAY, name: 'fish.png' }), conversationId: 'c' },
    { message: video({ id: 'bird', ts: NOW - 40 * DAY }), conversationId: 'c', ...asked('一只鸟') },
  ]);

  function shown(filter: Partial<GalleryFilter>): string {
    return filterWorks(works, { ...EVERYTHING, ...filter }, NOW, UNMARKED)
      .map(({ id }) => id)
      .join(' ');
  }

  it('chooses by kind', () => {
    expect([shown({}), shown({ kind: 'video' }), shown({ kind: 'image' })]).toEqual([
      'cat dog fish bird',
      'cat bird',
      'dog fish',
    ]);
  });

  it('chooses what has a star', () => {
    const starred = new Set(['dog', 'gone']);
    const chosen = filterWorks(works, { ...EVERYTHING, kind: 'starred' }, NOW, { ...UNMARKED, starred });
    expect(chosen.map(({ id }) => id)).toEqual(['dog']);
    expect(fromQuery(() => 'starred').kind).toBe('starred');
  });

  it('chooses by engine, shape and collection, and puts them in order', () => {
    const of = (id: string, ts: number, fields: object): StoredMedium => ({
      message: video({ id, ts, ...fields }),
      conversationId: 'c',
    });
    const wan = { madeWith: { id: 'wan', name: 'Wan', isModel: true } };
    const made = collectWorks([
      of('new', 3, { width: 720, height: 1280, durationMs: 1_000, ...wan }),
      { message: image({ id: 'still', ts: 2 }), conversationId: 'c' },
      of('old', 1, { width: 1280, height: 720, durationMs: 5_000 }),
    ]);
    const found = (filter: Partial<GalleryFilter>): string =>
      filterWorks(made, { ...EVERYTHING, ...filter }, NOW, { ...UNMARKED, collected: new Set(['old', 'gone']) })
        .map(({ id }) => id)
        .join(' ');
    expect([found({ engine: 'wan' }), found({ shape: '16:9' }), found({ collection: 'x' })]).toEqual([
      'new',
      'old',
      'old',
    ]);
    expect([found({ order: 'oldest' }), found({ order: 'longest' })]).toEqual(['old still new', 'old new still']);
  });

  it('chooses by days, which begin at midnight', () => {
    expect([shown({ time: 'today' }), shown({ time: 'week' }), shown({ time: 'month' })]).toEqual([
      'cat',
      'cat dog',
      'cat dog fish',
    ]);
  });

  it('chooses by words in the prompt, or in the name where there is no prompt', () => {
    expect([
      shown({ words: '一只' }),
      shown({ words: ' rain  橘猫 ' }),
      shown({ words: 'FISH' }),
      shown({ words: '猫 狗' }),
    ]).toEqual(['cat dog bird', 'cat', 'fish', '']);
  });

  it('finds words without accents, inside words, across scripts, and emoji', () => {
    const prompts = ['un café à Munchen', 'a dragonfly', '고양이', 'ピアノの猫', '👨‍👩‍👧‍👦 at sea'];
    const typed = ['cafe MÜNCHEN', 'fly', '양이', 'ぴあの', '👨‍👩‍👧‍👦'];
    const made = collectWorks(
      prompts.map((content, at) => ({
        message: video({ id: String(at) }),
        conversationId: 'c',
        prompt: { ...PROMPT, content },
      })),
    );
    const found = typed.map((words) => filterWorks(made, { ...EVERYTHING, words }, NOW, UNMARKED).map(({ id }) => id));
    expect(found).toEqual([['0'], ['1'], ['2'], ['3'], ['4']]);
  });
});

describe('a filter in an address', () => {
  it('comes back as it went', () => {
    const filter: GalleryFilter = {
      kind: 'video',
      time: 'week',
      words: '橘猫',
      engine: 'wan',
      shape: '9:16',
      collection: 'c1',
      order: 'oldest',
    };
    const query = toQuery(filter);
    const { words: q, ...others } = filter;
    expect(query).toEqual({ ...others, q });
    expect(fromQuery((name) => query[name as keyof typeof query])).toEqual(filter);
  });

  it('is not there where it lets everything through', () => {
    expect(Object.values(toQuery({ ...EVERYTHING, words: ' ' })).filter((value) => value !== null)).toEqual([]);
  });

  it('counts for nothing where it makes no sense', () => {
    const nonsense = (name: string): string | null => (['kind', 'time', 'order'].includes(name) ? 'nonsense' : null);
    expect(fromQuery(nonsense)).toEqual(EVERYTHING);
  });
});
