import { image, PROMPT, video } from '../testing/messages.ts';
import { EVERYTHING, filterWorks, fromQuery, type GalleryFilter, toQuery } from './gallery-filter.ts';
import { collectWorks } from './collect-works.ts';

const NOW = new Date(2026, 4, 20, 15).getTime();
const DAY = 86_400_000;

describe('filterWorks', () => {
  const asked = (content: string): object => ({ prompt: { ...PROMPT, content } });
  const works = collectWorks([
    { message: video({ id: 'cat', ts: NOW }), conversationId: 'c', ...asked('一只橘猫 in Rain') },
    { message: image({ id: 'dog', ts: NOW - DAY }), conversationId: 'c', ...asked('一只小狗') },
    { message: image({ id: 'fish', ts: NOW - 7 * DAY, name: 'fish.png' }), conversationId: 'c' },
    { message: video({ id: 'bird', ts: NOW - 40 * DAY }), conversationId: 'c', ...asked('一只鸟') },
  ]);

  function shown(filter: Partial<GalleryFilter>): string {
    return filterWorks(works, { ...EVERYTHING, ...filter }, NOW)
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
    const chosen = filterWorks(works, { ...EVERYTHING, kind: 'starred' }, NOW, starred);
    expect(chosen.map(({ id }) => id)).toEqual(['dog']);
    expect(fromQuery(() => 'starred').kind).toBe('starred');
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
});

describe('a filter in an address', () => {
  it('comes back as it went', () => {
    const filter: GalleryFilter = { kind: 'video', time: 'week', words: '橘猫' };
    const query = toQuery(filter);
    expect(query).toEqual({ kind: 'video', time: 'week', q: '橘猫' });
    expect(fromQuery((name) => query[name as keyof typeof query])).toEqual(filter);
  });

  it('is not there where it lets everything through', () => {
    expect(toQuery({ ...EVERYTHING, words: ' ' })).toEqual({ kind: null, time: null, q: null });
  });

  it('counts for nothing where it makes no sense', () => {
    expect(fromQuery(() => 'nonsense')).toEqual({ ...EVERYTHING, words: 'nonsense' });
  });
});
