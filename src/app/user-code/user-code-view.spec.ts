import { Clipboard } from '@angular/cdk/clipboard';
import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';

import { ANIMATIONS_OFF } from '../testing/animations-off.ts';
import { provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { Notices } from '../notices/notices.ts';
import { UserCodeView } from './user-code-view.ts';

describe('UserCodeView', () => {
  let fixture: ComponentFixture<UserCodeView>;
  let loader: HarnessLoader;
  let copy: jasmine.Spy<(text: string) => boolean>;

  beforeEach(() => {
    copy = jasmine.createSpy<(text: string) => boolean>('copy').and.returnValue(true);
    TestBed.configureTestingModule({
      providers: [provideFakeWebSocket(), ANIMATIONS_OFF, { provide: Clipboard, useValue: { copy } }],
    });
    fixture = TestBed.createComponent(UserCodeView);
    loader = TestbedHarnessEnvironment.loader(fixture);
  });

  function notice(): string | null {
    return TestBed.inject(Notices).current();
  }

  it('shows the two ends of the code only', async () => {
    await fixture.whenStable();
    const text = (fixture.nativeElement as HTMLElement).textContent;
    expect(text).toContain('0f8f…950e');
    expect(text).not.toContain('d9cb');
  });

  it('copies the whole code', async () => {
    await (await loader.getHarness(MatButtonHarness)).click();
    expect(copy).toHaveBeenCalledOnceWith('0f8fad5b-d9cb-469f-a165-70867728950e');
    expect(notice()).toContain('用户码已复制');
  });

  it('says so where the browser does not copy', async () => {
    copy.and.returnValue(false);
    await (await loader.getHarness(MatButtonHarness)).click();
    expect(notice()).toBe('无法复制用户码');
  });
});
