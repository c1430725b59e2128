import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { flush, useFakeClock } from '../../../testing/index.ts';
import { ConversationSearch } from './conversation-search.ts';
import type { Hit } from './search-index.ts';
import { SearchResults } from './search-results.ts';

describe('SearchResults', () => {
  const clock = useFakeClock();
  const hit: Hit = {
    id: 'p',
    kind: 'prompt',
    text: '一座灯塔',
    at: 1,
    conversation: { id: 'c', createdAt: 1, changedAt: 1 },
    terms: ['灯塔'],
  };
  let fixture: ComponentFixture<SearchResults>;
  let answer: PromiseWithResolvers<readonly Hit[]>;

  beforeEach(() => {
    answer = Promise.withResolvers();
    const search = { find: () => answer.promise };
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: ConversationSearch, useValue: search }],
    });
    fixture = TestBed.createComponent(SearchResults);
    fixture.componentRef.setInput('query', '灯塔');
    fixture.detectChanges();
    clock.tick(150);
    fixture.detectChanges();
  });

  const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const status = (): string | undefined => element().querySelector('[role=status]')?.textContent;
  const line = (): Element | null => element().querySelector('mat-progress-bar');

  async function whenAnswered(): Promise<void> {
    await Promise.resolve(answer.promise).catch(() => undefined);
    await flush();
    fixture.detectChanges();
  }

  it('says that it is searching once that takes a while, and no longer when it has found something', async () => {
    expect([status(), line()]).toEqual(['', null]);
    clock.tick(250);
    fixture.detectChanges();
    expect(status()).toBe('正在搜索…');
    expect(line()).not.toBeNull();
    answer.resolve([hit]);
    await whenAnswered();
    expect(status()).toContain('1');
    expect(line()).toBeNull();
    expect(element().querySelector('mark')?.textContent).toBe('灯塔');
  });

  it('says nothing of a search that is quick', async () => {
    answer.resolve([]);
    await whenAnswered();
    clock.tick(1_000);
    fixture.detectChanges();
    expect([status(), line()]).toEqual(['没有找到相关内容', null]);
  });

  it('says that it could not search', async () => {
    answer.reject(new Error('offline'));
    await whenAnswered();
    expect(status()).toBe('暂时无法搜索，请稍后再试');
  });
});
