import { LiveAnnouncer } from '@angular/cdk/a11y';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { Notice } from './notice.ts';
import { Notices } from './notices.ts';

describe('Notice', () => {
  let fixture: ComponentFixture<Notice>;
  let announce: jasmine.Spy<(text: string) => Promise<void>>;
  let notices: Notices;

  beforeEach(() => {
    jasmine.clock().install();
    announce = jasmine.createSpy<(text: string) => Promise<void>>('announce').and.resolveTo();
    TestBed.configureTestingModule({ providers: [{ provide: LiveAnnouncer, useValue: { announce } }] });
    fixture = TestBed.createComponent(Notice);
    notices = TestBed.inject(Notices);
  });

  afterEach(() => jasmine.clock().uninstall());

  function shown(): string | undefined {
    fixture.detectChanges();
    return (fixture.nativeElement as HTMLElement).querySelector('p')?.textContent;
  }

  it('stands for four seconds, and is read aloud', () => {
    expect(shown()).toBeUndefined();
    notices.show('用户码已复制');
    jasmine.clock().tick(3_999);
    expect(shown()).toBe('用户码已复制');
    jasmine.clock().tick(1);
    expect(shown()).toBeUndefined();
    expect(announce).toHaveBeenCalledOnceWith('用户码已复制');
  });

  it('gives way to the next, which has its own four seconds', () => {
    notices.show('一');
    jasmine.clock().tick(3_000);
    notices.show('二');
    jasmine.clock().tick(3_000);
    expect(shown()).toBe('二');
  });
});
