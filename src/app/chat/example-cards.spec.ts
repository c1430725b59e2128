import { TestBed } from '@angular/core/testing';

import { Language } from '../language/language.ts';
import { MAY_MOVE } from '../media/player/play-in-view.ts';
import { ExampleCards } from './example-cards.ts';

describe('ExampleCards', () => {
  async function show(mayMove: () => boolean): Promise<HTMLElement & { readonly picked: string[] }> {
    TestBed.configureTestingModule({ providers: [{ provide: MAY_MOVE, useValue: mayMove }] });
    await TestBed.inject(Language).loadAll();
    const fixture = TestBed.createComponent(ExampleCards);
    const picked: string[] = [];
    fixture.componentInstance.picked.subscribe((text) => picked.push(text));
    await fixture.whenStable();
    return Object.assign(fixture.nativeElement as HTMLElement, { picked });
  }

  it('move without sound, over and over', async () => {
    const element = await show(() => true);
    const clips = [...element.querySelectorAll('video')];
    expect(clips.map(({ muted, loop, autoplay }) => muted && loop && autoplay)).toEqual([true, true, true]);
    expect(clips[0]?.getAttribute('src')).toBe('examples/cat.mp4');
  });

  it('stand still, and load no clip, where less motion or data is wanted', async () => {
    const element = await show(() => false);
    expect(element.querySelectorAll('video').length).toBe(0);
    expect([...element.querySelectorAll('img')].map((still) => still.getAttribute('src'))).toEqual([
      'examples/cat.webp',
      'examples/boat.webp',
      'examples/rabbit.webp',
    ]);
  });

  it('lead to what they show, and one to anything', async () => {
    const element = await show(() => false);
    for (const button of element.querySelectorAll('button')) button.click();
    expect(element.picked.length).toBe(4);
    expect(element.picked[1]).toBe('清晨的海边，一艘红色小船慢慢驶过');
    expect(element.picked[3]).not.toBe('');
  });
});
