import { Component, signal, viewChild } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { until } from '../../testing/index.ts';
import { painted } from '../testing/painted.ts';
import { type ListRow, WindowedList } from './windowed-list.ts';

@Component({
  imports: [WindowedList],
  template: `
    <div #scroller class="scroller">
      <kitten-windowed-list [rows]="rows()" [scroller]="scroller" [pinned]="pinned()">
        <ng-template let-row
          ><button type="button">{{ row.id }}</button></ng-template
        >
      </kitten-windowed-list>
    </div>
  `,
  styles: `
    .scroller {
      height: 100px;
      overflow: auto;
    }
    button {
      display: block;
      height: 100px;
    }
  `,
})
class Host {
  readonly list = viewChild.required(WindowedList);
  readonly rows = signal(rowsTo(30));
  readonly pinned = signal<ReadonlySet<string>>(new Set());
}

function rowsTo(count: number): readonly ListRow[] {
  return Array.from({ length: count }, (_, index) => ({ id: `row ${index}` }));
}

describe('WindowedList', () => {
  let fixture: ComponentFixture<Host>;

  beforeEach(async () => {
    fixture = TestBed.createComponent(Host);
    await until(() => button('row 0') !== undefined);
    scroller().scrollTop = 2_400;
    await until(() => button('row 24') !== undefined && button('row 0') === undefined);
    await rendered();
  });

  function scroller(): HTMLElement {
    return (fixture.nativeElement as HTMLElement).querySelector('.scroller') as HTMLElement;
  }

  function button(id: string): HTMLButtonElement | undefined {
    return [...scroller().querySelectorAll('button')].find(({ textContent }) => textContent === id);
  }

  async function rendered(): Promise<void> {
    await painted();
    await fixture.whenStable();
  }

  it('has only the rows about the visible part in the page', () => {
    expect(button('row 29')).toBeDefined();
    expect(button('row 0')).toBeUndefined();
    expect(scroller().querySelectorAll('button').length).toBeLessThan(20);
  });

  it('shows a row that grows while somebody goes to its end', async () => {
    fixture.componentInstance.rows.set(rowsTo(1));
    await until(() => button('row 0') !== undefined);
    await rendered();
    const row = button('row 0')!;
    row.style.height = '800px';
    scroller().scrollTop = scroller().scrollHeight;
    // No further than the library knows the row to reach.
    expect(scroller().scrollTop).toBe(0);
    await until(() => scroller().scrollHeight === 800);
    scroller().scrollTop = scroller().scrollHeight;
    await rendered();
    expect(button('row 0')).toBe(row);
    row.style.height = '';
  });

  it('leaves a row that is pinned where it is in the page, also when the last one becomes the first', async () => {
    fixture.componentInstance.pinned.set(new Set(['row 29']));
    await rendered();
    const last = button('row 29');
    last?.focus();
    const isLost = jasmine.createSpy('isLost');
    last?.addEventListener('blur', isLost);
    // More comes below while those above go out of sight, and the list hears of both before it renders.
    const append = (): void => fixture.componentInstance.rows.set(rowsTo(200));
    window.addEventListener('scroll', append, { capture: true, once: true });
    scroller().scrollTop = 2_900;
    await until(() => button('row 31') !== undefined && button('row 25') === undefined);
    expect(button('row 29')).toBe(last);
    expect(document.activeElement).toBe(last ?? null);
    expect(isLost).not.toHaveBeenCalled();
  });

  async function grow(id: string): Promise<void> {
    const before = scroller().scrollHeight;
    button(id)!.style.height = '150px';
    await until(() => scroller().scrollHeight > before);
  }

  it('keeps a row where it was put while the rows above it turn out higher', async () => {
    fixture.componentInstance.list().place('row 10', 30);
    await until(() => button('row 8') !== undefined);
    await grow('row 8');
    expect(button('row 10')!.getBoundingClientRect().top - scroller().getBoundingClientRect().top).toBe(30);
  });

  it('stays where it is once the row that it was put to is gone', async () => {
    fixture.componentInstance.list().place('row 10', 0);
    await until(() => button('row 10') !== undefined);
    fixture.componentInstance.rows.set(rowsTo(30).filter(({ id }) => id !== 'row 10'));
    await until(() => button('row 10') === undefined && button('row 11') !== undefined);
    await grow('row 11');
    expect(scroller().scrollTop).toBe(1_000);
  });

  for (const [name, move] of [
    ['somebody moves', (): unknown => scroller().dispatchEvent(new WheelEvent('wheel', { deltaY: 50 }))],
    ['something else scrolls', (): void => fixture.componentInstance.list().stay()],
  ] as const) {
    it(`carries nobody back to a row once ${name}`, async () => {
      fixture.componentInstance.list().place('row 10', 0);
      await until(() => button('row 10') !== undefined);
      move();
      scroller().scrollTop = 1_050;
      await until(() => button('row 11') !== undefined);
      await grow('row 11');
      expect(scroller().scrollTop).toBe(1_050);
    });
  }
});
