import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { until } from '../../../../testing/index.ts';
import type { Turn } from '../../../conversation-model/turn.ts';
import { provideMemoryMediaCache } from '../../../media-cache/testing/provide-memory-media-cache.ts';
import { provideFakeWebSocket } from '../../../testing/fake-web-socket-service.ts';
import { image, PROMPT, video } from '../../../testing/messages.ts';
import { filmFrames } from './film-frames.ts';
import { FilmStrip } from './film-strip.ts';

const turn = (index: number): Turn => ({
  id: `turn ${index}`,
  at: index,
  prompt: { ...PROMPT, content: `猫 ${index}` },
  replies: [{ kind: 'video', id: `clip ${index}`, message: video({ id: `clip ${index}` }) }],
});

describe('filmFrames', () => {
  it('are the clips, and the stills of turns without one; of what was sent again the other', () => {
    const [clip, still] = [
      turn(1).replies[0]!,
      { kind: 'image', id: 'still', message: image({ id: 'still' }) } as const,
    ];
    const turns: readonly Turn[] = [
      { ...turn(1), replies: [still, clip] },
      { ...turn(2), replies: [still] },
      { ...turn(3), replies: [] },
      { ...turn(4), setAside: 'resent' },
    ];
    expect(filmFrames(turns).map(({ id, turnId, caption }) => [id, turnId, caption])).toEqual([
      ['clip 1', 'turn 1', '猫 1'],
      ['still', 'turn 2', '猫 2'],
    ]);
  });
});

describe('FilmStrip of a thousand clips', () => {
  let fixture: ComponentFixture<FilmStrip>;
  let element: HTMLElement;
  let scroller: HTMLElement;
  let picked: string[];

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideMemoryMediaCache()] });
    scroller = document.createElement('div');
    scroller.style.cssText = 'height: 300px; overflow-y: auto; position: relative';
    for (let index = 0; index < 1_000; index++) {
      const row = document.createElement('div');
      row.style.height = '300px';
      row.dataset['row'] = `turn ${index}`;
      scroller.append(row);
    }
    document.body.append(scroller);
    const turns = Array.from({ length: 1_000 }, (_, index) => turn(index));
    fixture = TestBed.createComponent(FilmStrip);
    fixture.componentRef.setInput('frames', filmFrames(turns));
    fixture.componentRef.setInput('rowPlaces', new Map(turns.map(({ id }, place) => [id, place])));
    fixture.componentRef.setInput('scroller', scroller);
    picked = [];
    fixture.componentInstance.picked.subscribe((id) => picked.push(id));
    element = fixture.nativeElement as HTMLElement;
    document.body.append(element);
    await until(() => current() === 0);
  });

  afterEach(() => scroller.remove());

  const buttons = (): readonly HTMLElement[] => [...element.querySelectorAll<HTMLElement>('button')];
  const placeOf = (button: Element | null | undefined): number =>
    Number((button as HTMLElement | null)?.dataset['at'] ?? -1);
  const current = (): number => placeOf(element.querySelector('[aria-current=true]'));

  it('marks what is looked at, has it in sight, and few of the others in the page', async () => {
    scroller.scrollTop = 300 * 500;
    await until(() => current() === 500);
    await fixture.whenStable();
    const [line, marked] = [element.querySelector('nav')!, element.querySelector('[aria-current]')!];
    expect(marked.getBoundingClientRect().left).toBeGreaterThanOrEqual(line.getBoundingClientRect().left);
    expect(marked.getBoundingClientRect().right).toBeLessThanOrEqual(line.getBoundingClientRect().right);
    expect(buttons().length).toBeLessThan(40);
    expect(marked.ariaLabel).toBe('第 501/1000 段：猫 500');
  });

  it('marks the last one at the end, however low that stands', async () => {
    const last = scroller.lastElementChild as HTMLElement;
    last.style.height = '100px';
    scroller.scrollTop = scroller.scrollHeight;
    await until(() => current() !== 0);
    expect(current()).toBe(999);
    scroller.scrollTop -= 30;
    await until(() => current() !== 999);
    expect(current()).toBe(998);
  });

  it('goes from one to the next by keys, to the ends too, and leads to what is picked', async () => {
    const press = async (key: string): Promise<void> => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await fixture.whenStable();
    };
    expect(
      buttons()
        .filter(({ tabIndex }) => tabIndex === 0)
        .map(placeOf),
    ).toEqual([0]);
    buttons()[0]?.focus();
    await press('ArrowRight');
    expect(placeOf(document.activeElement)).toBe(1);
    await press('End');
    expect(placeOf(document.activeElement)).toBe(999);
    await press('ArrowLeft');
    (document.activeElement as HTMLElement).click();
    expect(picked).toEqual(['turn 998']);
  });
});
