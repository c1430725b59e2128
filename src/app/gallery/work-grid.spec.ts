import { TestBed } from '@angular/core/testing';

import { until } from '../../testing/index.ts';
import { HistoryChannel } from '../history/history-channel.ts';
import { atRest } from '../testing/at-rest.ts';
import { image } from '../testing/messages.ts';
import { GalleryPage } from './testing/gallery-page.ts';

describe('WorkGrid with a thousand works', () => {
  const place = (item: HTMLElement | undefined): number => Number(item?.getAttribute('aria-posinset'));
  const cardOf = (name: string): HTMLElement | undefined =>
    page.items().find((item) => item.querySelector('.caption')?.textContent === name);

  let page: GalleryPage;

  beforeEach(async () => {
    page = new GalleryPage();
    await page.make(...Array.from({ length: 1_000 }, (_, index) => image({ ts: 1_000 - index, name: `${index}.png` })));
    await page.visit();
  });

  it('has few of them in the page, and goes through all', async () => {
    expect(page.element.querySelector('.count')?.textContent).toBe('1000 个作品');
    for (const [top, first, last] of [
      [0, 1, 30],
      [page.element.scrollHeight / 2, 450, 560],
      [1e6, 970, 1_000],
    ] as const) {
      await page.scrollTo(top);
      expect(page.items().length).withContext(String(top)).toBeLessThan(40);
      expect(place(page.items()[0])).withContext(String(top)).toBeGreaterThanOrEqual(first);
      expect(place(page.items().at(-1)))
        .withContext(String(top))
        .toBeLessThanOrEqual(last);
    }
    expect(place(page.items().at(-1))).toBe(1_000);
    expect(page.captions().at(-1)).toBe('999.png');
  });

  it('is one list to a screen reader', () => {
    const lists = [...page.element.querySelectorAll('[role=list]')];
    expect(lists.length).toBe(1);
    expect(page.items().every((item) => lists[0]?.contains(item) && item.ariaSetSize === '1000')).toBeTrue();
    expect(page.items().map(place)).toEqual(page.items().map((_, index) => index + 1));
    expect(lists[0]?.querySelector(':scope > :not([role=presentation])')).toBeNull();
  });

  it('keeps the card with the focus, and those that Tab goes to', async () => {
    const thumbnail = cardOf('10.png')?.querySelector<HTMLElement>('.thumbnail');
    thumbnail?.focus();
    await page.scrollTo(page.element.scrollHeight / 2);
    expect(document.activeElement).toBe(thumbnail!);
    const kept = page
      .items()
      .map(place)
      .filter((number) => number < 100);
    expect([kept[0], kept.at(-1)]).toEqual([7, 15]);
    thumbnail?.blur();
    await page.whenStable();
    expect(cardOf('10.png')).toBeUndefined();
  });

  it('stays where people are when other columns fit', async () => {
    await page.scrollTo(page.element.scrollHeight / 2);
    const edge = page.element.getBoundingClientRect().top;
    const inSight = (): HTMLElement | undefined =>
      page.items().find((item) => item.getBoundingClientRect().bottom > edge + 1);
    const name = inSight()?.querySelector('.caption')?.textContent ?? '';
    const columns = (): number =>
      getComputedStyle(page.items()[0]!.parentElement!).gridTemplateColumns.split(' ').length;
    expect(columns()).toBe(3);
    page.element.style.width = '700px';
    await until(() => columns() === 2);
    await atRest(() => [page.element.scrollTop, page.element.scrollHeight, page.captions()]);
    const card = cardOf(name);
    expect(card).withContext(name).toBeDefined();
    expect(Math.abs((card?.getBoundingClientRect().top ?? 0) - edge)).toBeLessThan(600);
  });

  it('leaves the focus with its work when that goes to another row', async () => {
    const more = (): HTMLElement | null | undefined => cardOf('2.png')?.querySelector('[aria-haspopup=menu]');
    more()?.focus();
    const before = more();
    await page.make(image({ ts: 2_000, name: 'new.png' }));
    TestBed.inject(HistoryChannel).post({ kind: 'messages' });
    await until(() => page.captions()[0] === 'new.png');
    await page.whenStable();
    expect(more()).not.toBe(before);
    expect(document.activeElement).toBe(more()!);
  });
});
