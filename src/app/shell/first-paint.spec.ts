import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import { until } from '../../testing/index.ts';
import { FirstPaint } from './first-paint.ts';

@Component({ template: '' })
class Page {}

describe('FirstPaint', () => {
  it('stays until the first page is there, and then goes', async () => {
    const painted = document.createElement('div');
    painted.id = 'first-paint';
    document.body.append(painted);
    document.documentElement.dataset['firstPaint'] = '';
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '', component: Page }])] });
    TestBed.inject(FirstPaint);
    expect(painted.isConnected).toBeTrue();
    await TestBed.inject(Router).navigateByUrl('/');
    TestBed.tick();
    await until(() => !painted.isConnected);
    expect(document.documentElement.dataset['firstPaint']).toBeUndefined();
  });
});
