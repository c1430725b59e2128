import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { provideRouter } from '@angular/router';

import { injectLanguageChoice } from '../../choices/language-choice.ts';
import { injectThemeChoice } from '../../choices/theme-choice.ts';
import { Language } from '../../language/language.ts';
import { Theme } from '../../theme/theme.ts';
import { provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { until } from '../../../testing/index.ts';
import { SidePanelState } from '../side-panel/side-panel-state.ts';
import { ChoiceMenu } from './choice-menu.ts';
import { OverflowMenu } from './overflow-menu.ts';
import { Toolbar } from './toolbar.ts';

@Component({ imports: [ChoiceMenu], template: `<kitten-choice-menu [choice]="language()" />` })
class LanguageMenu {
  protected readonly language = injectLanguageChoice();
}

@Component({ imports: [ChoiceMenu], template: `<kitten-choice-menu [choice]="theme()" />` })
class ThemeMenu {
  protected readonly theme = injectThemeChoice();
}

describe('Toolbar', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideRouter([])] });
  });

  afterEach(() => {
    for (const key of ['language', 'theme', 'panel']) localStorage.removeItem(`ask-kitten.${key}`);
    document.documentElement.lang = 'zh-CN';
    delete document.documentElement.dataset['theme'];
  });

  function load<Shown>(component: new () => Shown): { fixture: ComponentFixture<Shown>; loader: HarnessLoader } {
    const fixture = TestBed.createComponent(component);
    return { fixture, loader: TestbedHarnessEnvironment.loader(fixture) };
  }

  it('opens the panel, which it gives way to', async () => {
    const { loader } = load(Toolbar);
    const panel = TestBed.inject(SidePanelState);
    if (panel.isOpen()) panel.toggle();
    const selector = '[aria-label=打开侧边栏]';
    await (await loader.getHarness(MatButtonHarness.with({ selector }))).click();
    expect(panel.isOpen()).toBeTrue();
  });

  it('speaks the language that is chosen in its menu, at once', async () => {
    const { loader, fixture } = load(LanguageMenu);
    const menu = await loader.getHarness(MatMenuHarness);
    await menu.clickItem({ text: 'English' });
    await until(() => TestBed.inject(Language).current() === 'en');
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).querySelector('button')?.ariaLabel).toBe('Language');
  });

  it('has the theme that is chosen in its menu', async () => {
    const { loader } = load(ThemeMenu);
    const menu = await loader.getHarness(MatMenuHarness);
    await menu.open();
    const items = await menu.getItems();
    expect(await Promise.all(items.map((item) => item.getText()))).toEqual(['浅色', '深色', '跟随系统']);
    await items[1]?.click();
    expect(TestBed.inject(Theme).current()).toBe('dark');
    await menu.open();
    const checked = await Promise.all(
      (await menu.getItems()).map(async (item) => (await item.host()).getAttribute('aria-checked')),
    );
    expect(checked).toEqual(['false', 'true', 'false']);
  });

  it('gathers in one menu what it has no room for', async () => {
    const { loader } = load(OverflowMenu);
    const menu = await loader.getHarness(MatMenuHarness);
    await menu.open();
    const texts = await Promise.all((await menu.getItems()).map((item) => item.getText()));
    expect(texts.map((text) => text.replace(/\s+/g, ' '))).toEqual([
      '刷新用户码',
      '浅色',
      '深色',
      '跟随系统',
      '中文',
      'English',
      '设置',
      '快捷键',
    ]);
  });
});
