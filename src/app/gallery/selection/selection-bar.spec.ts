import { MatButtonHarness } from '@angular/material/button/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { TestBed } from '@angular/core/testing';

import { until } from '../../../testing/index.ts';
import { Notices } from '../../notices/notices.ts';
import { SAVE_FILE } from '../../saving/save-file.ts';
import { image } from '../../testing/messages.ts';
import { GalleryPage } from '../testing/gallery-page.ts';

describe('SelectionBar', () => {
  let page: GalleryPage;
  let saved: File[];

  beforeEach(async () => {
    localStorage.clear();
    saved = [];
    page = new GalleryPage();
    TestBed.overrideProvider(SAVE_FILE, { useValue: (file: File) => saved.push(file) });
    await page.make(...[1, 2, 3].map((ts) => image({ ts, name: `${ts}.png` })));
    await page.visit();
    await press('选择');
  });

  afterEach(() => localStorage.clear());

  async function press(name: string): Promise<void> {
    const button = (): HTMLElement | undefined =>
      [...page.element.querySelectorAll<HTMLElement>('button')].find(
        (each) => (each.ariaLabel ?? each.textContent.trim()) === name,
      );
    await until(() => button() !== undefined);
    button()?.click();
    await page.whenStable();
  }

  function label(): string | undefined {
    return page.element.querySelector('kitten-selection-bar .count')?.textContent;
  }

  it('chooses by a click on a work, and lets go by another one', async () => {
    expect(label()).toBe('已选 0 个');
    await press('选择：3.png');
    await press('选择：1.png');
    expect(label()).toBe('已选 2 个');
    const pressed = [...page.element.querySelectorAll('.thumbnail')].map(({ ariaPressed }) => ariaPressed);
    expect(pressed).toEqual(['true', 'false', 'true']);
    await press('选择：3.png');
    expect(label()).toBe('已选 1 个');
    await press('完成选择');
    expect(page.element.querySelector('kitten-selection-bar')).toBeNull();
  });

  it('does nothing while nothing is chosen', async () => {
    for (const name of ['下载', '收藏', '加入合集', '删除']) {
      const selector = `kitten-selection-bar [aria-label="${name}"]`;
      const button = await page.loader.getHarness(MatButtonHarness.with({ selector }));
      expect(await button.isDisabled())
        .withContext(name)
        .toBeTrue();
    }
  });

  it('hands one over by itself, several in an archive', async () => {
    await press('选择：2.png');
    await press('下载');
    await until(() => saved.length === 1);
    await press('全选');
    await press('下载');
    await until(() => saved.length === 2);
    expect(saved.map(({ name }) => name)).toEqual(['2.png', '作品.zip']);
  });

  it('stars all of them, and takes the stars away where all have one', async () => {
    await press('选择：2.png');
    await press('收藏');
    await press('全选');
    await press('收藏');
    expect(JSON.parse(localStorage.getItem('ask-kitten.stars') ?? '[]')).toHaveSize(3);
    await press('收藏');
    expect(localStorage.getItem('ask-kitten.stars')).toBeNull();
  });

  it('deletes, undoes, and brings back out of the trash', async () => {
    await press('选择：2.png');
    await press('删除');
    expect(page.captions()).toEqual(['3.png', '1.png']);
    TestBed.inject(Notices).act();
    await page.whenStable();
    expect(page.captions()).toEqual(['3.png', '2.png', '1.png']);
    await press('选择');
    await press('选择：1.png');
    await press('删除');
    await press('回收站（1）');
    expect(page.captions()).toEqual(['1.png']);
    await press('选择');
    await press('全选');
    await press('恢复');
    await press('返回作品');
    expect(page.captions()).toEqual(['3.png', '2.png', '1.png']);
  });

  it('puts works into a collection, which is looked at, named, and dissolved', async () => {
    await press('选择：2.png');
    await press('选择：1.png');
    const menu = await page.loader.getHarness(MatMenuHarness.with({ ancestor: 'kitten-selection-bar' }));
    await menu.open();
    await menu.clickItem({ text: '新合集' });
    await page.whenStable();
    expect(page.captions()).toEqual(['2.png', '1.png']);
    const name = page.element.querySelector<HTMLInputElement>('[aria-label=合集名称]')!;
    expect(name.value).toBe('合集 1');
    name.value = '海边';
    name.dispatchEvent(new Event('change'));
    await page.whenStable();
    expect(page.element.querySelector('[aria-label=合集]')?.textContent).toContain('海边');
    await press('选择');
    await press('选择：1.png');
    await press('移出合集');
    expect(page.captions()).toEqual(['2.png']);
    await press('解散合集');
    expect(page.captions()).toEqual(['3.png', '2.png', '1.png']);
    TestBed.inject(Notices).act();
    await page.whenStable();
    expect(page.element.querySelector('[aria-label=合集]')?.textContent).toContain('海边');
  });
});
