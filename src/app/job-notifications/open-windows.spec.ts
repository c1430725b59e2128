import { TestBed } from '@angular/core/testing';
import { BehaviorSubject } from 'rxjs';

import { until } from '../../testing/index.ts';
import { LOCKS, OpenWindows } from './open-windows.ts';
import { PAGE_HIDDEN } from './page-visibility.ts';

describe('OpenWindows', () => {
  it('knows whether this window or another is seen', async () => {
    const hidden = new BehaviorSubject(false);
    TestBed.configureTestingModule({ providers: [{ provide: PAGE_HIDDEN, useValue: hidden }] });
    const windows = TestBed.inject(OpenWindows);
    await until(() => windows.isSeen());
    hidden.next(true);
    await until(async () => !(await windows.isSeen()));
    expect(await windows.isSeen()).toBeFalse();
    hidden.next(false);
    await until(() => windows.isSeen());
    expect(await windows.isSeen()).toBeTrue();
    hidden.next(true);
  });

  it('takes none for seen where the browser can not tell', async () => {
    const providers = [
      { provide: PAGE_HIDDEN, useValue: new BehaviorSubject(false) },
      { provide: LOCKS, useValue: undefined },
    ];
    TestBed.configureTestingModule({ providers });
    expect(await TestBed.inject(OpenWindows).isSeen()).toBeFalse();
  });
});
