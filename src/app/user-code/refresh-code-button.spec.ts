import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';

import { ANIMATIONS_OFF } from '../testing/animations-off.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { until } from '../../testing/index.ts';
import { Notices } from '../notices/notices.ts';
import { RefreshCodeButton } from './refresh-code-button.ts';

describe('RefreshCodeButton', () => {
  let fixture: ComponentFixture<RefreshCodeButton>;
  let loader: HarnessLoader;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), ANIMATIONS_OFF] });
    fixture = TestBed.createComponent(RefreshCodeButton);
    loader = TestbedHarnessEnvironment.loader(fixture);
  });

  it('says what a new code means, and takes one only where it is still wanted', async () => {
    const dialogs = TestbedHarnessEnvironment.documentRootLoader(fixture);
    const isShown = async () => (await dialogs.getHarnessOrNull(MatDialogHarness)) !== null;
    const old = TestBed.inject(FakeWebSocketService).userCode();
    const button = await loader.getHarness(MatButtonHarness);
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
    expect(TestBed.inject(Notices).current()).toBe('已换用新的用户码 7c9e…0ae7；旧用户码下的对话不再更新');
  });
});
