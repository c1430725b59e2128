import { TestBed } from '@angular/core/testing';

import { until } from '../../testing/index.ts';
import { Favicon } from './favicon.ts';
import { type Mark, TabMark } from './tab-mark.ts';

describe('Favicon', () => {
  let link: HTMLLinkElement;

  beforeEach(() => {
    link = document.createElement('link');
    link.rel = 'icon';
    link.href = '/favicon.svg';
    document.head.prepend(link);
  });

  afterEach(() => link.remove());

  async function shownFor(mark: Mark): Promise<string> {
    const before = link.getAttribute('href');
    TestBed.inject(TabMark).current.set(mark);
    TestBed.tick();
    await until(() => link.getAttribute('href') !== before);
    return link.getAttribute('href') ?? '';
  }

  it('tells apart how far the job is and what came of it, and is itself again', async () => {
    TestBed.inject(Favicon);
    const marks: readonly Mark[] = [
      { kind: 'running', percent: 10 },
      { kind: 'running', percent: 60 },
      { kind: 'completed' },
      { kind: 'failed' },
    ];
    const icons: string[] = [];
    for (const mark of marks) icons.push(await shownFor(mark));
    expect(new Set(icons).size).toBe(4);
    expect(icons.every((icon) => icon.startsWith('data:image/png;base64,'))).toBeTrue();
    expect(await shownFor(null)).toBe('/favicon.svg');
  });
});
