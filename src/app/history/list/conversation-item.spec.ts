import { TestKey } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import type { ListedConversation } from '../conversations.ts';
import { ConversationItem } from './conversation-item.ts';
import { ConversationItemHarness } from './testing/conversation-item-harness.ts';

describe('ConversationItem', () => {
  const cat: ListedConversation = { id: 'cat', createdAt: 1, changedAt: 1, opening: '一只猫', isUnread: false };
  let fixture: ComponentFixture<ConversationItem>;
  let names: string[];
  let removed: number;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    fixture = TestBed.createComponent(ConversationItem);
    names = [];
    removed = 0;
    fixture.componentInstance.renamed.subscribe((name) => names.push(name));
    fixture.componentInstance.removed.subscribe(() => removed++);
  });

  function show(fields: Partial<ListedConversation> = {}): Promise<ConversationItemHarness> {
    fixture.componentRef.setInput('conversation', { ...cat, ...fields });
    fixture.componentRef.setInput('isOpen', false);
    return TestbedHarnessEnvironment.harnessForFixture(fixture, ConversationItemHarness);
  }

  it('is called by its name, or else after its first prompt', async () => {
    expect(await (await show({ title: '雨夜' })).title()).toBe('雨夜');
    expect(await (await show()).title()).toBe('一只猫');
    const { opening: _opening, ...nameless } = cat;
    fixture.componentRef.setInput('conversation', nameless);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('未命名的对话');
  });

  it('tells how far its job is, and that there is something new', async () => {
    const job = { jobId: 'job-1', percent: 42 };
    expect(await (await show({ job, isUnread: true })).line()).toMatch(/^一只猫\s*42%\s*正在生成$/);
    expect(await (await show({ job: { jobId: 'job-1', percent: null } })).line()).toMatch(/^一只猫\s*正在生成$/);
    expect(await (await show({ isUnread: true })).line()).toMatch(/^一只猫\s*有新结果$/);
  });

  it('has in its menu what can be done with it', async () => {
    const menu = await (await show()).menu();
    expect(await menu.getTriggerText()).toBe('');
    expect(await (await menu.host()).getAttribute('aria-label')).toBe('“一只猫”的更多操作');
    await menu.open();
    expect(await Promise.all((await menu.getItems()).map((item) => item.getText()))).toEqual([
      '重命名',
      '置顶',
      '导出为 Markdown',
      '导出为 JSON',
      '连同媒体导出为 ZIP',
      '删除',
    ]);
  });

  it('is renamed and deleted by the keyboard', async () => {
    const item = await show();
    await item.press(TestKey.F2);
    await item.write('雨夜');
    expect(names).toEqual(['雨夜']);
    expect(await item.isFocused()).toBeTrue();
    await item.press(TestKey.DELETE);
    expect(removed).toBe(1);
  });

  it('keeps its name with Esc, and where it is written again as it was', async () => {
    const item = await show();
    await item.press(TestKey.F2);
    await item.write('雨夜', TestKey.ESCAPE);
    expect(await item.nameField()).toBeNull();
    expect(await item.isFocused()).toBeTrue();
    await item.press(TestKey.F2);
    await item.write('一只猫');
    expect(names).toEqual([]);
  });

  it('takes the name when people go on elsewhere', async () => {
    const item = await show();
    await item.press(TestKey.F2);
    const field = await item.nameField();
    await field?.setInputValue('雨夜');
    await field?.blur();
    expect(names).toEqual(['雨夜']);
  });

  it('does not take the Enter of an input method for the end of the name', async () => {
    const item = await show();
    await item.press(TestKey.F2);
    const input = (fixture.nativeElement as HTMLElement).querySelector('input');
    input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }));
    expect(await item.nameField()).not.toBeNull();
    expect(names).toEqual([]);
  });

  it('does not take the Escape of an input method for giving up the name', async () => {
    const item = await show();
    await item.press(TestKey.F2);
    const input = (fixture.nativeElement as HTMLElement).querySelector('input');
    input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true }));
    expect(await item.nameField()).not.toBeNull();
  });
});
