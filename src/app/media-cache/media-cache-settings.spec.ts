import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatProgressBarHarness } from '@angular/material/progress-bar/testing';
import { MatSlideToggleHarness } from '@angular/material/slide-toggle/testing';

import { Notices } from '../notices/notices.ts';
import { BROWSER_STORAGE } from './browser-storage.ts';
import { MediaCache } from './media-cache.ts';
import { MediaCacheSettings } from './media-cache-settings.ts';
import { MemoryMediaStore } from './testing/memory-media-store.ts';
import { provideMemoryMediaCache } from './testing/provide-memory-media-cache.ts';

describe('MediaCacheSettings', () => {
  let element: HTMLElement;
  let loader: HarnessLoader;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: provideMemoryMediaCache(10_000_000) });
  });

  afterEach(() => localStorage.removeItem('ask-kitten.shelf'));

  async function open(): Promise<void> {
    const fixture = TestBed.createComponent(MediaCacheSettings);
    element = fixture.nativeElement as HTMLElement;
    loader = TestbedHarnessEnvironment.loader(fixture);
    await fixture.whenStable();
  }

  async function keepTwo(): Promise<void> {
    const store = TestBed.inject(MemoryMediaStore);
    for (const name of ['1', '2']) await store.save(name, new Blob([new Uint8Array(1_250_000)]), 1);
  }

  async function press(text: string): Promise<void> {
    await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
  }

  it('shows how much of its room is used', async () => {
    await keepTwo();
    await open();
    expect(element.textContent).toMatch(/2 个文件，已用 2\.5 ?MB，最多 10 ?MB/);
    expect(await (await loader.getHarness(MatProgressBarHarness)).getValue()).toBe(25);
  });

  it('clears everything, once asked twice', async () => {
    await keepTwo();
    await open();
    await press('全部清除');
    await press('不清除');
    expect(TestBed.inject(MediaCache).count()).toBe(2);
    await press('全部清除');
    await press('清除');
    expect(await TestBed.inject(MemoryMediaStore).list()).toEqual([]);
    expect(element.textContent).toContain('还没有保存任何文件');
    expect(TestBed.inject(Notices).current()).toBe('本机保存的文件已清除');
    expect(await (await loader.getHarness(MatButtonHarness.with({ text: '全部清除' }))).isDisabled()).toBeTrue();
  });

  it('has the focus go with the question', async () => {
    await keepTwo();
    await open();
    const focused = (): string | undefined => document.activeElement?.textContent.trim();
    await press('全部清除');
    expect(focused()).toMatch(/^.+？.*不清除$/s);
    await press('不清除');
    expect(focused()).toBe(element.querySelector('h2')?.textContent);
    await press('全部清除');
    await press('清除');
    expect(focused()).toBe(element.querySelector('h2')?.textContent);
  });

  it('turns the keeping off, and on', async () => {
    await open();
    const toggle = await loader.getHarness(MatSlideToggleHarness);
    expect(await toggle.isChecked()).toBeTrue();
    await toggle.toggle();
    expect(TestBed.inject(MediaCache).isAutomatic()).toBeFalse();
    await toggle.toggle();
    expect(TestBed.inject(MediaCache).isAutomatic()).toBeTrue();
  });

  it('asks the browser to keep the files only when told to, and says what it answered', async () => {
    const persist = spyOn(TestBed.inject(BROWSER_STORAGE)!, 'persist').and.resolveTo(false);
    await open();
    expect(persist).not.toHaveBeenCalled();
    await press('请浏览器长期保留');
    expect(element.textContent).toContain('浏览器没有同意');
    persist.and.resolveTo(true);
    await press('请浏览器长期保留');
    expect(element.textContent).toContain('浏览器会长期保留这些文件');
  });

  it('says where nothing can be kept', async () => {
    TestBed.configureTestingModule({ providers: [{ provide: BROWSER_STORAGE, useValue: undefined }] });
    await open();
    expect(element.textContent).toContain('需要 HTTPS');
    expect(element.querySelector('button')).toBeNull();
  });
});
