import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { filter, firstValueFrom } from 'rxjs';

import { useFakeClock } from '../../../testing/index.ts';
import { Language } from '../../language/language.ts';
import { DayDivider } from './day-divider.ts';

describe('DayDivider', () => {
  // A Friday, shortly before midnight.
  const clock = useFakeClock(new Date(2026, 10, 20, 23, 50));
  let fixture: ComponentFixture<DayDivider>;

  beforeEach(() => {
    fixture = TestBed.createComponent(DayDivider);
  });

  afterEach(() => {
    TestBed.resetTestingModule();
  });

  function name(...day: readonly [year: number, month: number, day: number]): string | null {
    fixture.componentRef.setInput('day', new Date(...day).getTime());
    fixture.detectChanges();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.getAttribute('aria-label')).toBe(element.textContent);
    return element.textContent;
  }

  it('is a separator', () => {
    name(2026, 10, 20);
    expect((fixture.nativeElement as HTMLElement).getAttribute('role')).toBe('separator');
  });

  it('names the last days by word, others by date, and those of another year with it', () => {
    expect(name(2026, 10, 20)).toBe('今天');
    expect(name(2026, 10, 19)).toBe('昨天');
    expect(name(2026, 10, 18)).toBe('11月18日周三');
    expect(name(2025, 10, 20)).toBe('2025年11月20日周四');
  });

  it('names them in English too', async () => {
    // It may be drawn while the language loads.
    expect(name(2026, 10, 20)).toBe('今天');
    const changed = firstValueFrom(TestBed.inject(TranslocoService).langChanges$.pipe(filter((tag) => tag === 'en')));
    TestBed.inject(Language).choose('en');
    await changed;
    expect(name(2026, 10, 20)).toBe('Today');
    expect(name(2026, 10, 19)).toBe('Yesterday');
    expect(name(2026, 10, 18)).toBe('Wed, Nov 18');
    expect(name(2025, 10, 20)).toBe('Thu, Nov 20, 2025');
  });

  it('calls today yesterday once it is past midnight', () => {
    expect(name(2026, 10, 20)).toBe('今天');
    clock.tick(10 * 60_000);
    fixture.detectChanges();
    expect((fixture.nativeElement as HTMLElement).textContent).toBe('昨天');
  });
});
