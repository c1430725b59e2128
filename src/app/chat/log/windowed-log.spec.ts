import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { until } from '../../../testing/index.ts';
import type { Turn } from '../../conversation-model/turn.ts';
import { Language } from '../../language/language.ts';
import { provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { painted } from '../../testing/painted.ts';
import { MessageLog } from './message-log.ts';

const COUNT = 40;

function turns(): readonly Turn[] {
  return Array.from({ length: COUNT }, (_, index) => ({
    id: `turn-${index}`,
    at: index,
    prompt: { type: 'text', id: `turn-${index}`, content: `问题${index}号` },
    replies: [{ kind: 'text', id: `text-${index}`, at: index, content: `回答${index}号 Café`, isGrowing: false }],
  }));
}

/** What people do with a whole conversation, of which a part is in the page. */
describe('MessageLog, of which only the visible part is in the page', () => {
  let fixture: ComponentFixture<MessageLog>;
  let element: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    await TestBed.inject(Language).loadAll();
    fixture = TestBed.createComponent(MessageLog);
    element = fixture.nativeElement as HTMLElement;
    element.style.height = '300px';
    document.body.append(element);
    fixture.componentRef.setInput('turns', turns());
    await fixture.whenStable();
    await painted();
    expect(rows().length).toBeLessThan(COUNT / 2);
  });

  afterEach(() => {
    document.getSelection()?.removeAllRanges();
    element.remove();
  });

  const log = (): HTMLElement => element.querySelector<HTMLElement>('[role=log]')!;
  const rows = (): readonly Element[] => [...element.querySelectorAll('[data-row]')];

  function copied(): string | null {
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
    log().dispatchEvent(event);
    return event.defaultPrevented ? clipboardData.getData('text/plain') : null;
  }

  async function scrollTo(top: number): Promise<void> {
    log().scrollTop = top;
    await painted();
    await fixture.whenStable();
    await painted();
  }

  async function paragraph(words: string): Promise<Text> {
    const find = (): Element | undefined =>
      [...element.querySelectorAll('p')].find((p) => p.textContent.includes(words));
    await until(() => find() !== undefined);
    const walker = document.createTreeWalker(find()!, NodeFilter.SHOW_TEXT);
    walker.nextNode();
    return walker.currentNode as Text;
  }

  it('copies all that is selected, from within one turn into another far away', async () => {
    await scrollTo(0);
    const from = await paragraph('问题1号');
    document.getSelection()!.setBaseAndExtent(from, 2, from, 3);
    await scrollTo(log().scrollHeight);
    const to = await paragraph('问题39号');
    document.getSelection()!.extend(to, 3);
    const text = copied() ?? '';
    expect(text.startsWith('1号')).withContext(text).toBeTrue();
    for (let index = 2; index < COUNT - 1; index++) {
      expect(text).toContain(`问题${index}号\n\n回答${index}号 Café`);
    }
    expect(text.endsWith('问题3')).withContext(text).toBeTrue();
    expect(text).not.toContain('问题0号');
  });

  it('copies of an end what is said there, line by line, without buttons and times', async () => {
    const [first, ...others] = turns();
    const reply = {
      kind: 'text',
      id: 'r',
      at: 0,
      content: '**重点。**然后\n看\n\n- 甲\n- 乙',
      isGrowing: false,
    } as const;
    fixture.componentRef.setInput('turns', [{ ...first!, replies: [reply] }, ...others]);
    await fixture.whenStable();
    await scrollTo(0);
    const from = await paragraph('问题0号');
    await until(() => element.querySelector('[data-row=turn-0] li') !== null);
    document.getSelection()!.setBaseAndExtent(from, 2, from, 3);
    await scrollTo(log().scrollHeight);
    const to = await paragraph('问题39号');
    const answer = await paragraph('回答39号');
    document.getSelection()!.extend(answer, 4);
    expect(copied()?.startsWith('0号\n\n重点。然后\n看\n甲\n乙\n\n问题1号\n\n回答1号'))
      .withContext(copied() ?? '')
      .toBeTrue();
    expect(copied()?.endsWith('回答38号 Café\n\n问题39号\n\n回答39'))
      .withContext(copied() ?? '')
      .toBeTrue();
    // A turn that is selected as a whole is copied as one.
    document.getSelection()!.setBaseAndExtent(document.querySelector('[data-row=turn-0]')!, 0, to, 2);
    expect(copied()?.startsWith('问题0号\n\n**重点。**然后\n看'))
      .withContext(copied() ?? '')
      .toBeTrue();
  });

  it('leaves a selection of what is in the page to the browser', async () => {
    const [from, to] = [await paragraph('问题38号'), await paragraph('问题39号')];
    document.getSelection()!.setBaseAndExtent(from, 0, to, 2);
    expect(copied()).toBeNull();
  });

  it('selects and copies the whole conversation by Ctrl+A', () => {
    const key = new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true, cancelable: true });
    log().dispatchEvent(key);
    expect(key.defaultPrevented).toBeTrue();
    expect(copied()?.match(/问题\d+号/g)?.length).toBe(COUNT);
  });

  it('prints all turns', async () => {
    dispatchEvent(new Event('beforeprint'));
    const printed = element.querySelectorAll('.printed > [role=listitem]');
    expect(printed.length).toBe(COUNT);
    expect(printed[3]?.textContent).toContain('问题3号');
    dispatchEvent(new Event('afterprint'));
    await fixture.whenStable();
    expect(element.querySelector('.printed')).toBeNull();
  });

  describe('its search', () => {
    function press(key: string, target: Element = log(), init: KeyboardEventInit = {}): KeyboardEvent {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
      target.dispatchEvent(event);
      return event;
    }

    async function open(): Promise<HTMLInputElement> {
      press('f', document.body, { ctrlKey: true });
      const field = (): HTMLInputElement | null => element.querySelector('kitten-find-bar input');
      await until(() => field() !== null);
      return field()!;
    }

    async function type(words: string): Promise<HTMLInputElement> {
      const field = await open();
      field.value = words;
      field.dispatchEvent(new Event('input'));
      await until(() => element.querySelector('kitten-find-bar [role=status]')?.textContent !== '');
      return field;
    }

    const status = (): string | undefined => element.querySelector('kitten-find-bar [role=status]')?.textContent;

    it('opens by Ctrl+F, and leaves the keys to the browser when they are pressed again', async () => {
      const field = await open();
      expect(document.activeElement).toBe(field);
      expect(press('f', field, { ctrlKey: true }).defaultPrevented).toBeFalse();
    });

    it('goes to a turn that is not in the page', async () => {
      expect(log().textContent).not.toContain('问题3号');
      await type('问题3号');
      expect(status()).toBe('1/1');
      await until(() => log().textContent.includes('问题3号'));
    });

    it('goes through what it finds, the last first, round the ends, without accents', async () => {
      const field = await type('cafe');
      expect(status()).toBe('40/40');
      press('Enter', field);
      await fixture.whenStable();
      expect(status()).toBe('39/40');
      press('Enter', field, { shiftKey: true });
      press('Enter', field, { shiftKey: true });
      await fixture.whenStable();
      expect(status()).toBe('1/40');
    });

    it('finds what is seen, over emphasis and links, and marks it', async () => {
      const content = '**重点。**然后继续看[这里](https://a.example/)吧，don’t stop';
      const [first, ...others] = turns();
      const reply = { kind: 'text', id: 'r', at: 0, content, isGrowing: false } as const;
      fixture.componentRef.setInput('turns', [...others, { ...first!, replies: [reply] }]);
      await fixture.whenStable();
      await until(() => element.querySelector('[data-row=turn-0] strong') !== null);
      const marked = (): readonly string[] => [...(CSS.highlights.get('kitten-found') ?? [])].map(String);
      for (const [words, shown] of [
        ['重点。然后', '重点。然后'],
        ['继续看这里吧', '继续看这里吧'],
        ["don't", 'don’t'],
      ] as const) {
        await type(words);
        await until(() => marked().join() === shown);
        expect(status()).withContext(words).toBe('1/1');
      }
    });

    it('looks for no half word of an input method', async () => {
      const field = await type('问题3号');
      field.value = "问题3号xiao'mao";
      field.dispatchEvent(new InputEvent('input', { isComposing: true }));
      await fixture.whenStable();
      expect(status()).toBe('1/1');
      field.value = '问题3号小猫';
      field.dispatchEvent(new CompositionEvent('compositionend'));
      await fixture.whenStable();
      expect(status()).toBe('没有找到');
    });

    it('closes by Escape, and the focus is with the conversation again', async () => {
      const field = await type('没有这样的话');
      expect(status()).toBe('没有找到');
      press('Escape', field, { isComposing: true });
      await fixture.whenStable();
      expect(element.querySelector('kitten-find-bar')).not.toBeNull();
      press('Escape', field);
      await fixture.whenStable();
      expect(element.querySelector('kitten-find-bar')).toBeNull();
      expect(document.activeElement).toBe(log());
    });
  });
});
