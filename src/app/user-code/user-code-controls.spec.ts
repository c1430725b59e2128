import { Clipboard } from '@angular/cdk/clipboard';
import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';

import { ANIMATIONS_OFF } from '../testing/animations-off.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { until } from '../../testing/index.ts';
import { Notices } from '../notices/notices.ts';
import { UserCodeControls } from './user-code-controls.ts';

describe('UserCodeControls', () => {
  let fixture: ComponentFixture<UserCodeControls>;
  let loader: HarnessLoader;
  let copy: jasmine.Spy<(text: string) => boolean>;

  beforeEach(() => {
    copy = jasmine.createSpy<(text: string) => boolean>('copy').and.returnValue(true);
    TestBed.configureTestingModule({
      providers: [provideFakeWebSocket(), ANIMATIONS_OFF, { provide: Clipboard, useValue: { copy } }],
    });
    fixture = TestBed.createComponent(UserCodeControls);
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

  it('says what a new code means, and takes one only where it is still wanted', async () => {
    const dialogs = TestbedHarnessEnvironment.documentRootLoader(fixture);
    const isShown = async () => (await dialogs.getHarnessOrNull(MatDialogHarness)) !== null;
    const old = TestBed.inject(FakeWebSocketService).userCode();
    const button = await loader.getHarness(MatButtonHarness.with({ selector: '.refresh' }));
    await button.click();
    await until(isShown);
    const first = await dialogs.getHarness(MatDialogHarness);
    expect(await first.getTitleText()).toBe('要刷新用户码吗？');
    expect(await first.getText()).toContain('旧用户码下还在生成的视频不会再送到这里');
    await (await dialogs.getHarness(MatButtonHarness.with({ text: '取消' }))).click();
    await until(async () => !(await isShown()));
    expect(TestBed.inject(FakeWebSocketService).userCode()).toBe(old);
    await button.click();
    await until(isShown);
    await (await dialogs.getHarness(MatButtonHarness.with({ text: '刷新' }))).click();
    await until(async () => !(await isShown()));
    await fixture.whenStable();
    expect(TestBed.inject(FakeWebSocketService).userCode()).toMatch(/^7c9e/);
    expect(notice()).toBe('已换用新的用户码 7c9e…0ae7；旧用户码下的对话不再更新');
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('7c9e…0ae7');
  });

  it('copies the whole code', async () => {
    await (await loader.getHarness(MatButtonHarness.with({ selector: '.code' }))).click();
    expect(copy).toHaveBeenCalledOnceWith('0f8fad5b-d9cb-469f-a165-70867728950e');
    expect(notice()).toContain('用户码已复制');
  });

  it('says so where the browser does not copy', async () => {
    copy.and.returnValue(false);
    await (await loader.getHarness(MatButtonHarness.with({ selector: '.code' }))).click();
    expect(notice()).toBe('无法复制用户码');
  });
});
