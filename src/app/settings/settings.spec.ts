import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatButtonToggleHarness } from '@angular/material/button-toggle/testing';
import { MatSlideToggleHarness } from '@angular/material/slide-toggle/testing';
import { provideRouter } from '@angular/router';

import { SYSTEM_NOTIFICATIONS } from '../job-notifications/notification-preference.ts';
import { Shortcuts } from '../shortcuts/shortcuts.ts';
import { ENDPOINT, FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { welcome } from '../testing/messages.ts';
import { until } from '../../testing/index.ts';
import { Theme } from '../theme/theme.ts';
import { Settings } from './settings.ts';

describe('Settings', () => {
  let fixture: ComponentFixture<Settings>;
  let loader: HarnessLoader;
  let permission: NotificationPermission;
  let answer: NotificationPermission;

  beforeEach(() => {
    permission = 'default';
    answer = 'granted';
    const system = {
      permission: () => permission,
      ask: () => Promise.resolve((permission = answer)),
      onPermissionChange: () => undefined,
    };
    TestBed.configureTestingModule({
      providers: [provideFakeWebSocket(), provideRouter([]), { provide: SYSTEM_NOTIFICATIONS, useValue: system }],
    });
    fixture = TestBed.createComponent(Settings);
    loader = TestbedHarnessEnvironment.loader(fixture);
  });

  afterEach(() => {
    for (const key of ['language', 'theme', 'notifications', 'single-keys']) {
      localStorage.removeItem(`ask-kitten.${key}`);
    }
    document.documentElement.lang = 'zh-CN';
    delete document.documentElement.dataset['theme'];
  });

  function shown(): string {
    return (fixture.nativeElement as HTMLElement).textContent;
  }

  function toggle(ancestor: string): Promise<MatSlideToggleHarness> {
    return loader.getHarness(MatSlideToggleHarness.with({ ancestor }));
  }

  it('takes another theme and another language at once', async () => {
    await (await loader.getHarness(MatButtonToggleHarness.with({ text: '深色' }))).check();
    expect(TestBed.inject(Theme).current()).toBe('dark');
    await (await loader.getHarness(MatButtonToggleHarness.with({ text: 'English' }))).check();
    await until(async () => {
      await fixture.whenStable();
      return shown().includes('Appearance');
    });
    expect(shown()).toContain('Settings');
  });

  it('asks the browser for notifications when they are turned on', async () => {
    const tellMe = await toggle('kitten-notification-settings');
    expect(await tellMe.isChecked()).toBeFalse();
    await tellMe.check();
    expect(await tellMe.isChecked()).toBeTrue();
    expect(localStorage.getItem('ask-kitten.notifications')).toBe('on');
    await tellMe.uncheck();
    expect(localStorage.getItem('ask-kitten.notifications')).toBe('off');
  });

  it('says what to do where the browser is against notifications', async () => {
    answer = 'denied';
    const tellMe = await toggle('kitten-notification-settings');
    await tellMe.toggle();
    expect(await tellMe.isChecked()).toBeFalse();
    expect(await tellMe.isDisabled()).toBeTrue();
    expect(shown()).toContain('浏览器阻止了这个网站的通知');
  });

  it('turns single keys off', async () => {
    await (await toggle('.with-keyboard')).uncheck();
    expect(TestBed.inject(Shortcuts).singleKeys()).toBe('off');
  });

  it('offers to install where the browser does, once', async () => {
    const install = MatButtonHarness.with({ text: '安装到设备' });
    expect(await loader.getHarnessOrNull(install)).toBeNull();
    const prompt = jasmine.createSpy('prompt').and.resolveTo({ outcome: 'dismissed' });
    window.dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt }));
    document.body.append(fixture.nativeElement as HTMLElement);
    await (await loader.getHarness(install)).click();
    expect(prompt).toHaveBeenCalledTimes(1);
    expect(await loader.getHarnessOrNull(install)).toBeNull();
    expect(document.activeElement?.textContent).toBe('设置');
  });

  it('says plainly what draws, and where the server is', async () => {
    await fixture.whenStable();
    expect(shown()).toContain('连接后显示');
    TestBed.inject(FakeWebSocketService).setWelcome(welcome());
    await fixture.whenStable();
    expect(shown()).toContain('storyboard（按规则画的草图，并非 AI 模型）');
    expect(shown()).toContain(ENDPOINT);
  });
});
