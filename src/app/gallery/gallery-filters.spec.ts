import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatButtonToggleHarness } from '@angular/material/button-toggle/testing';
import { Router } from '@angular/router';

import { until } from '../../testing/index.ts';
import { image, video } from '../testing/messages.ts';
import { GalleryPage } from './testing/gallery-page.ts';

describe('GalleryFilters', () => {
  let page: GalleryPage;

  beforeEach(() => {
    page = new GalleryPage();
  });

  it('chooses by kind, and says so in its address', async () => {
    await page.make(image({ name: '1.png' }), video({ name: '2.mp4' }));
    await page.visit();
    await (await page.loader.getHarness(MatButtonToggleHarness.with({ text: '图片' }))).check();
    expect(page.captions()).toEqual(['1.png']);
    await until(() => TestBed.inject(Router).url === '/gallery?kind=image');
    expect(page.element.querySelector('.count')?.textContent).toBe('1 个作品');
  });

  it('begins with what its address says, and offers everything where that is nothing', async () => {
    await page.make(image({ name: '1.png' }));
    await page.visit('/gallery?kind=image&time=month&q=%E7%8C%AB');
    expect(page.element.textContent).toContain('没有符合条件的作品');
    expect(page.element.querySelector('input')?.value).toBe('猫');
    await (await page.loader.getHarness(MatButtonHarness.with({ text: '显示全部' }))).click();
    await page.whenStable();
    expect(page.captions()).toEqual(['1.png']);
  });

  it('follows another address, as from the panel, and lets go of what was still to be written there', async () => {
    await page.make(video({ name: '1.mp4' }), image({ name: '2.png' }));
    await page.visit('/gallery?kind=image');
    expect(page.element.querySelector('.count')?.textContent).toBe('1 个作品');
    const field = page.element.querySelector('input')!;
    field.value = '狗';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await page.whenStable();
    await page.harness.navigateByUrl('/gallery');
    await page.whenStable();
    expect(page.element.querySelector('.count')?.textContent).toBe('2 个作品');
    expect(page.element.querySelector('input')?.value).toBe('');
  });

  it('has its search at a key', async () => {
    await page.make(image());
    await page.visit();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
    const field = page.element.querySelector('input')!;
    expect(document.activeElement).toBe(field);
    field.value = 'قطة';
    expect(getComputedStyle(field).direction).toBe('rtl');
  });

  it('has its search at the keys of the browser, which finds only what is about the visible part', async () => {
    await page.make(image());
    await page.visit();
    const press = (target: Element): boolean =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true }));
    expect(press(document.body)).toBeFalse();
    const field = page.element.querySelector('input')!;
    expect(document.activeElement).toBe(field);
    // Pressed once more they are the browser's own.
    expect(press(field)).toBeTrue();
  });

  it('leaves these keys to the browser where there is nothing to search', async () => {
    await page.visit();
    const press = new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true });
    expect(document.body.dispatchEvent(press)).toBeTrue();
  });

  it('looks for words, but for no half ones', async () => {
    await page.make(image({ name: 'cat.png' }), image({ name: 'dog.png' }));
    await page.visit();
    const input = page.element.querySelector('input')!;
    const write = async (words: string, isComposing: boolean): Promise<void> => {
      input.value = words;
      input.dispatchEvent(new InputEvent('input', { isComposing }));
      await page.harness.fixture.whenStable();
    };
    await write('do', true);
    expect(page.captions().length).toBe(2);
    await write('dog', false);
    expect(page.captions()).toEqual(['dog.png']);
  });
});
