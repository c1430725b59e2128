import { LiveAnnouncer } from '@angular/cdk/a11y';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { useFakeClock } from '../../testing/index.ts';
import { Notice } from './notice.ts';
import { Notices } from './notices.ts';

describe('Notice', () => {
  const clock = useFakeClock();
  let fixture: ComponentFixture<Notice>;
  let announce: jasmine.Spy<(text: string) => Promise<void>>;
  let notices: Notices;

  beforeEach(() => {
    announce = jasmine.createSpy<(text: string) => Promise<void>>('announce').and.resolveTo();
    TestBed.configureTestingModule({ providers: [{ provide: LiveAnnouncer, useValue: { announce } }] });
    fixture = TestBed.createComponent(Notice);
    notices = TestBed.inject(Notices);
  });

  function shown(): string | undefined {
    fixture.detectChanges();
    return (fixture.nativeElement as HTMLElement).querySelector('p')?.textContent;
  }

  it('stands for four seconds, and is read aloud', () => {
    expect(shown()).toBeUndefined();
    notices.show('用户码已复制');
    clock.tick(3_999);
    expect(shown()).toBe('用户码已复制');
    clock.tick(1);
    expect(shown()).toBeUndefined();
    expect(announce).toHaveBeenCalledOnceWith('用户码已复制');
  });

  it('offers what can be done about it for longer, and goes once that is done', () => {
    const run = jasmine.createSpy();
    const button = () => (fixture.nativeElement as HTMLElement).querySelector('button');
    notices.show('已换成另一段话', { label: '撤销', run });
    clock.tick(11_999);
    expect(shown()).toBe('已换成另一段话');
    expect(button()?.textContent).toContain('撤销');
    button()?.click();
    expect(run).toHaveBeenCalledTimes(1);
    expect([shown(), button()]).toEqual([undefined, null]);
    expect(announce).toHaveBeenCalledOnceWith('已换成另一段话 撤销');
    notices.show('一', { label: '撤销', run });
    notices.show('二');
    expect([shown(), button()]).toEqual(['二', null]);
  });

  it('gives way to the next, which has its own four seconds', () => {
    notices.show('一');
    clock.tick(3_000);
    notices.show('二');
    clock.tick(3_000);
    expect(shown()).toBe('二');
  });
});
