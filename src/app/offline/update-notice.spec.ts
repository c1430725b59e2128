import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';

import { AppUpdate, type UpdateState } from './app-update.ts';
import { UpdateNotice } from './update-notice.ts';

describe('UpdateNotice', () => {
  const state = signal<UpdateState | null>(null);
  const apply = jasmine.createSpy('apply');
  const postpone = jasmine.createSpy('postpone');
  let loader: HarnessLoader;
  let element: HTMLElement;

  beforeEach(() => {
    state.set(null);
    apply.calls.reset();
    postpone.calls.reset();
    TestBed.configureTestingModule({ providers: [{ provide: AppUpdate, useValue: { state, apply, postpone } }] });
    const fixture = TestBed.createComponent(UpdateNotice);
    loader = TestbedHarnessEnvironment.loader(fixture);
    element = fixture.nativeElement as HTMLElement;
  });

  it('is silent while there is nothing new', async () => {
    expect(await loader.getAllHarnesses(MatButtonHarness)).toEqual([]);
    expect(element.textContent.trim()).toBe('');
  });

  it('offers the new version, and to wait', async () => {
    state.set('ready');
    await (await loader.getHarness(MatButtonHarness.with({ text: '更新' }))).click();
    await (await loader.getHarness(MatButtonHarness.with({ text: '稍后' }))).click();
    expect(apply).toHaveBeenCalledTimes(1);
    expect(postpone).toHaveBeenCalledTimes(1);
    expect(element.querySelector('[role=status]')?.textContent).toContain('新版本');
  });

  it('offers a reload where the kept version has a hole', async () => {
    state.set('broken');
    await (await loader.getHarness(MatButtonHarness.with({ text: '重新加载' }))).click();
    expect(apply).toHaveBeenCalledTimes(1);
  });
});
