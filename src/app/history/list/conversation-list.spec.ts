import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { HarnessLoader } from '@angular/cdk/testing';
import { Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter, Router } from '@angular/router';

import { provideMemoryMediaCache } from '../../media-cache/testing/provide-memory-media-cache.ts';
import { provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { until } from '../../../testing/index.ts';
import { matchConversation } from '../conversation-route.ts';
import { SHOWS_CONVERSATION } from '../current-conversation.ts';
import { SAVE_FILE } from '../../saving/save-file.ts';
import { HISTORY_STORE } from '../store/history-token.ts';
import { MemoryHistoryStore } from '../store/memory-history-store.ts';
import { ConversationList } from './conversation-list.ts';
import { ConversationItemHarness } from './testing/conversation-item-harness.ts';

@Component({ selector: 'kitten-page', template: '' })
class Page {}

const UNDO = MatButtonHarness.with({ text: '撤销' });

describe('ConversationList', () => {
  const noon = new Date(2026, 2, 8, 12).getTime();
  const day = 86_400_000;
  let store: MemoryHistoryStore;
  let saved: File[];
  let fixture: ComponentFixture<ConversationList>;
  let loader: HarnessLoader;

  beforeEach(() => {
    spyOn(Date, 'now').and.returnValue(noon);
    store = new MemoryHistoryStore();
    saved = [];
    const route = { matcher: matchConversation, component: Page, data: { [SHOWS_CONVERSATION]: true } };
    TestBed.configureTestingModule({
      providers: [
        provideFakeWebSocket(),
        provideMemoryMediaCache(),
        provideRouter([route]),
        { provide: HISTORY_STORE, useValue: store },
        { provide: SAVE_FILE, useValue: (file: File) => saved.push(file) },
      ],
    });
  });

  afterEach(() => (fixture.nativeElement as HTMLElement).remove());

  async function ask(id: string, content: string, at: number): Promise<void> {
    await store.addPrompt({ id: `prompt of ${id}`, conversationId: id, at, prompt: { type: 'text', id, content } });
  }

  /** A whale of yesterday, and a cat of today that is open. */
  async function open(): Promise<void> {
    await ask('whale', '蓝鲸', noon - day);
    await ask('cat', '橘猫', noon);
    await show();
    await TestBed.inject(Router).navigateByUrl('/c/cat');
  }

  async function show(): Promise<void> {
    fixture = TestBed.createComponent(ConversationList);
    document.body.append(fixture.nativeElement as HTMLElement);
    loader = TestbedHarnessEnvironment.loader(fixture);
    await until(async () => {
      await fixture.whenStable();
      return element().querySelector('li, .empty') !== null;
    });
  }

  function element(): HTMLElement {
    return fixture.nativeElement as HTMLElement;
  }

  function item(title: string): Promise<ConversationItemHarness> {
    return loader.getHarness(ConversationItemHarness.with({ title }));
  }

  async function titles(): Promise<readonly string[]> {
    return Promise.all((await loader.getAllHarnesses(ConversationItemHarness)).map((each) => each.title()));
  }

  /** Waits for what the list reads again. */
  async function untilTitled(...expected: readonly string[]): Promise<void> {
    await until(async () => (await titles()).join() === expected.join());
  }

  it('says where conversations will be while there are none', async () => {
    await show();
    expect(element().querySelector('.empty')?.textContent).toContain('还没有对话');
    expect(await titles()).toEqual([]);
    expect(element().querySelector('h2')).toBeNull();
  });

  it('groups them by their day, the newest first', async () => {
    await ask('a', '上个月', noon - 30 * day);
    await ask('b', '昨天夜里', noon - 13 * 3_600_000);
    await ask('c', '今天早上', noon - 11 * 3_600_000);
    await ask('d', '刚才', noon - 1);
    await ask('e', '大前天', noon - 3 * day);
    await show();
    const groups = [...element().querySelectorAll('ul')].map((list) => [
      element().querySelector(`#${list.getAttribute('aria-labelledby') ?? ''}`)?.textContent,
      [...list.querySelectorAll('.title')].map(({ textContent }) => textContent),
    ]);
    expect(groups).toEqual([
      ['今天', ['刚才', '今天早上']],
      ['昨天', ['昨天夜里']],
      ['7 天内', ['大前天']],
      ['更早', ['上个月']],
    ]);
  });

  it('shows which one is open', async () => {
    await open();
    expect(await (await item('橘猫')).isOpen()).toBeTrue();
    expect(await (await item('蓝鲸')).isOpen()).toBeFalse();
  });

  it('renames one from its menu', async () => {
    await open();
    const cat = await item('橘猫');
    await cat.choose('重命名');
    expect(await (await cat.nameField())?.getAttribute('aria-label')).toBe('“橘猫”的名称');
    await cat.write('雨夜');
    await untilTitled('雨夜', '蓝鲸');
    expect(await (await item('雨夜')).isFocused()).toBeTrue();
    expect((await store.conversations()).find(({ id }) => id === 'cat')?.title).toBe('雨夜');
  });

  it('exports one from its menu', async () => {
    await open();
    await (await item('蓝鲸')).choose('导出为 JSON');
    await until(() => saved.length > 0);
    expect(saved.map(({ name }) => name)).toEqual(['蓝鲸.json']);
  });

  it('deletes one, and opens it again where that is undone', async () => {
    await open();
    await (await item('橘猫')).choose('删除');
    await untilTitled('蓝鲸');
    expect(TestBed.inject(Router).url).toBe('/');
    expect(element().querySelector('.undo')?.textContent).toContain('已删除“橘猫”');
    const undo = await loader.getHarness(UNDO);
    expect(await undo.isFocused()).toBeTrue();
    await undo.click();
    await untilTitled('橘猫', '蓝鲸');
    expect(TestBed.inject(Router).url).toBe('/c/cat');
    expect(await (await item('橘猫')).isFocused()).toBeTrue();
    expect(await (await item('橘猫')).isOpen()).toBeTrue();
    expect(await loader.getHarnessOrNull(UNDO)).toBeNull();
  });

  it('looks for no half word of an input method', async () => {
    await open();
    const field = element().querySelector<HTMLInputElement>('input[type=search]')!;
    field.value = "xiao'mao";
    field.dispatchEvent(new InputEvent('input', { isComposing: true }));
    await fixture.whenStable();
    expect(element().querySelector('kitten-search-results')).toBeNull();
    field.value = '小猫';
    field.dispatchEvent(new CompositionEvent('compositionend'));
    await fixture.whenStable();
    expect(element().querySelector('kitten-search-results')).not.toBeNull();
  });

  it('ends a search by Escape, unless that ends a composition', async () => {
    await open();
    const field = element().querySelector<HTMLInputElement>('input[type=search]')!;
    field.value = '猫';
    field.dispatchEvent(new Event('input'));
    const outside = jasmine.createSpy('outside');
    element().addEventListener('keydown', outside);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true }));
    await fixture.whenStable();
    expect(field.value).toBe('猫');
    expect(element().querySelector('kitten-search-results')).not.toBeNull();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await fixture.whenStable();
    expect(element().querySelector('kitten-search-results')).toBeNull();
  });

  it('has a trash, from which one comes back or goes for good', async () => {
    await open();
    const trash = (): HTMLButtonElement | null => element().querySelector('.trash');
    expect(trash()).toBeNull();
    await (await item('橘猫')).choose('删除');
    await (await item('蓝鲸')).choose('删除');
    await until(() => trash()?.textContent.includes('回收站（2）') === true);
    expect(element().querySelectorAll('.undo p').length).toBe(2);
    trash()?.click();
    await fixture.whenStable();
    const press = async (name: string, { detail = 1, at = 0 } = {}): Promise<void> => {
      const all = [...element().querySelectorAll<HTMLButtonElement>('kitten-trash-view button')];
      const found = all.find((button) => (button.ariaLabel ?? button.textContent.trim()) === name);
      const event = new MouseEvent('click', { detail, bubbles: true });
      Object.defineProperty(event, 'timeStamp', { value: at });
      found?.dispatchEvent(event);
      await fixture.whenStable();
    };
    const whenRead = 550;
    expect(element().querySelector('kitten-trash-view')?.textContent).toContain('还剩 30 天');
    await press('彻底删除“蓝鲸”');
    // The second of a double click, at which nobody has read the question.
    await press('确定彻底删除');
    expect((await store.deleted()).map(({ id }) => id).sort()).toEqual(['cat', 'whale']);
    await press('确定彻底删除', { detail: 2, at: whenRead });
    expect((await store.deleted()).map(({ id }) => id).sort()).toEqual(['cat', 'whale']);
    await press('确定彻底删除', { at: whenRead });
    await until(() => trash()?.textContent.includes('返回') === true && !element().textContent.includes('蓝鲸'));
    await press('恢复“橘猫”');
    await untilTitled('橘猫');
    expect(trash()).toBeNull();
  });

  it('stays with the one that is open where another is deleted and brought back', async () => {
    await open();
    await (await item('蓝鲸')).choose('删除');
    await untilTitled('橘猫');
    await (await loader.getHarness(UNDO)).click();
    await untilTitled('橘猫', '蓝鲸');
    expect(TestBed.inject(Router).url).toBe('/c/cat');
    expect(await (await item('蓝鲸')).isFocused()).toBeTrue();
  });
});
