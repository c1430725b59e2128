import { TestBed } from '@angular/core/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MatMenuHarness } from '@angular/material/menu/testing';

import { until } from '../../../testing/index.ts';
import { ComposerPage } from './testing/composer-page.ts';
import { Draft } from '../../drafts/draft.ts';

describe('Composer, with commands', () => {
  let page: ComposerPage;

  beforeEach(async () => {
    page = new ComposerPage();
    await until(() => page.element.querySelector('kitten-composer-menu button') !== null);
  });

  afterEach(() => page.leave());

  const labels = () => page.texts('[role=option] .label');
  const chips = () => page.texts('kitten-option-chips li');
  const activeText = () => document.getElementById(page.field.getAttribute('aria-activedescendant') ?? '')?.textContent;

  it('opens the commands at a slash, as a list that the field names', async () => {
    expect(page.field.getAttribute('aria-activedescendant')).toBeNull();
    await page.write('/');
    expect(labels()).toEqual(['/时长', '/画幅', '/种子']);
    const list = document.getElementById(page.field.getAttribute('aria-controls')!);
    expect([list?.role, list?.ariaLabel]).toEqual(['listbox', '命令']);
    expect(activeText()).toContain('/时长');
    await page.press('ArrowUp');
    expect(activeText()).toContain('/种子');
    await page.press('ArrowDown');
    expect(activeText()).toContain('/时长');
  });

  it('goes from the name to the value and to a chip, and sends it', async () => {
    await page.write('/');
    await page.press('ArrowDown');
    await page.press('Enter');
    expect(page.field.value).toBe('/画幅 ');
    expect(page.field.selectionStart).toBe(4);
    expect(labels()).toEqual(['16:9', '9:16', '1:1', '4:3', '3:4']);
    await page.press('ArrowDown');
    await page.press('Tab');
    expect(page.field.value).toBe('');
    expect(chips()).toEqual(['画幅 9:16 · 360p']);
    expect(page.sent).toEqual([]);
    await page.write('一只猫');
    await page.press('Enter');
    expect(page.sent).toEqual([{ content: '一只猫', options: { size: '360x640' } }]);
    expect(chips()).toEqual([]);
  });

  it('understands a whole command, in either language, and the last one counts', async () => {
    for (const command of ['/时长 3', '/duration 5', '/seed 42']) {
      await page.write(command);
      await page.press('Enter');
    }
    expect(chips()).toEqual(['时长 5 秒', '种子 42']);
  });

  it('takes the nearest that there is, and says so', async () => {
    await page.write('/时长 30');
    await page.press('Enter');
    expect(chips()).toEqual(['时长 10 秒']);
    expect(page.texts('#composer-note')).toEqual(['时长只能是 1 到 10 秒，已改为 10 秒']);
  });

  it('says what a value is where it can’t read one, and does not send that', async () => {
    await page.write('/时长 很久');
    expect(page.texts('.hint')).toEqual(['时长是秒数，例如 5']);
    expect(page.texts('.way-out')).toEqual(['要把这句话原样发送，先按 Esc，再按发送']);
    await page.press('Enter');
    expect(page.sent).toEqual([]);
    expect(page.field.value).toBe('/时长 很久');
  });

  it('takes a command typed in one line with its prompt, by Enter or the button', async () => {
    for (const go of [() => page.press('Enter'), () => page.click('发送')]) {
      await page.write('/时长 2 海边的小船');
      await go();
      expect(chips()).toEqual(['时长 2 秒']);
      expect(page.field.value).toBe('海边的小船');
      expect(document.activeElement).toBe(page.field);
      await go();
      expect(page.sent.splice(0)).toEqual([{ content: '海边的小船', options: { seconds: 2 } }]);
    }
  });

  it('does not send a value that can’t be read by the button either', async () => {
    await page.write('/时长 很久');
    await page.click('发送');
    expect(page.sent).toEqual([]);
    expect(page.field.value).toBe('/时长 很久');
    await page.press('Escape');
    await page.click('发送');
    expect(page.sent).toEqual([{ content: '/时长 很久' }]);
  });

  it('closes with Escape, and stays so until there is another command', async () => {
    await page.write('/');
    await page.press('Escape');
    await page.write('/时');
    expect(labels()).toEqual([]);
    await page.press('Enter');
    expect(page.sent).toEqual([{ content: '/时' }]);
    await page.write('/时');
    expect(labels()).toEqual(['/时长']);
  });

  it('is a prompt after Escape, where its words are none, and leaves a path alone', async () => {
    await page.write('/duration of a day');
    await page.press('Enter');
    expect(page.sent).toEqual([]);
    await page.press('Escape');
    await page.press('Enter');
    await page.write('/home/me');
    await page.press('Enter');
    expect(page.sent).toEqual([{ content: '/duration of a day' }, { content: '/home/me' }]);
  });

  it('can be typed before a text that is there, and leaves that text', async () => {
    await page.write('/时长 5一只猫', 5);
    await page.press('Enter');
    expect(page.field.value).toBe('一只猫');
    expect(chips()).toEqual(['时长 5 秒']);
  });

  it('gives a choice to a click, and takes a chip out again', async () => {
    await page.write('/种子 ');
    page.element.querySelector<HTMLElement>('[role=option]')!.click();
    await page.whenStable();
    expect(chips()).toEqual([jasmine.stringMatching(/^种子 \d+$/)]);
    expect(document.activeElement).toBe(page.field);
    await page.click(`移除${chips()[0]}`);
    expect(chips()).toEqual([]);
    expect(TestBed.inject(Draft).options()).toEqual({});
    expect(document.activeElement).toBe(page.field);
  });

  it('has what the chips do not choose in a menu for who types no commands, and leaves the text alone', async () => {
    await page.write('一只猫');
    const menu = await TestbedHarnessEnvironment.loader(page.fixture).getHarness(MatMenuHarness);
    await menu.open();
    expect(await Promise.all((await menu.getItems()).map((item) => item.getText()))).toEqual([
      '添加参考图…',
      '种子',
      'Enter 发送',
      jasmine.stringMatching(/\+Enter 发送$/),
    ]);
    await menu.clickItem({ text: '种子' }, { text: /^随机/ });
    expect(chips()).toEqual([jasmine.stringMatching(/^种子 \d+$/)]);
    expect(page.field.value).toBe('一只猫');
    await page.whenStable();
    expect(document.activeElement).toBe(page.field);
  });

  it('has the key that sends in the menu too', async () => {
    const menu = await TestbedHarnessEnvironment.loader(page.fixture).getHarness(MatMenuHarness);
    await menu.open();
    await menu.clickItem({ text: /\+Enter 发送$/ });
    await page.write('一只猫');
    expect((await page.press('Enter')).defaultPrevented).toBeFalse();
    expect(page.sent).toEqual([]);
    expect(page.field.enterKeyHint).toBe('enter');
    await page.press('Enter', { ctrlKey: true });
    expect(page.sent).toEqual([{ content: '一只猫' }]);
  });
});
