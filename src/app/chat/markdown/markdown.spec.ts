import { Clipboard } from '@angular/cdk/clipboard';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';

import { until } from '../../../testing/index.ts';
import { Markdown } from './markdown.ts';

describe('Markdown', () => {
  let fixture: ComponentFixture<Markdown>;
  const copy = jasmine.createSpy('copy').and.returnValue(true);

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [{ provide: Clipboard, useValue: { copy } }] });
    fixture = TestBed.createComponent(Markdown);
  });

  async function show(content: string, isGrowing = false): Promise<HTMLElement> {
    fixture.componentRef.setInput('content', content);
    fixture.componentRef.setInput('isGrowing', isGrowing);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('keeps the elements of what is settled while the end grows', async () => {
    const element = await show('# 题\n\n一段\n\n又', true);
    const settled = [...element.querySelectorAll('.heading, p')].slice(0, 2);
    const tail = element.querySelector('kitten-markdown-blocks:last-child');
    await show('# 题\n\n一段\n\n又一段\n\n再', true);
    expect([...element.querySelectorAll('.heading, p')].slice(0, 2)).toEqual(settled);
    expect(tail?.isConnected).toBeTrue();
    expect(tail?.textContent.trim()).toBe('又一段');
  });

  it('renders a long answer piece by piece without rendering its beginning again', async () => {
    const paragraph = '小猫在窗台上看雨，**看了很久**很久，看到 `雨` 停了。\n\n';
    const whole = paragraph.repeat(Math.ceil((128 * 1_024) / new TextEncoder().encode(paragraph).length));
    const element = await show(whole.slice(0, 200), true);
    const first = element.querySelector('p');
    const written: number[] = [];
    let count = 0;
    const observer = new MutationObserver((records) => (count += records.length));
    observer.observe(element, { childList: true, characterData: true, subtree: true });
    for (let end = 4_000; end < whole.length; end += 4_000) {
      await show(whole.slice(0, end), true);
      written.push(count);
      count = 0;
    }
    observer.disconnect();
    expect(first?.isConnected).toBeTrue();
    // What a piece costs does not depend on how much comes before it.
    expect(written.at(-1)).toBeLessThan((written[1] ?? 0) * 1.2);
    expect(element.querySelectorAll('p').length).toBeGreaterThan(1_000);
  });

  it('sets each block in the direction of its own words', async () => {
    const arabic = 'قطة برتقالية';
    const element = await show(
      `# ${arabic}\n\n${arabic}\n\n小猫\n\n- ${arabic}\n- cat\n\n> ${arabic}\n\n| ${arabic} | cat |\n|-|-|\n| cat | ${arabic} |`,
    );
    const directions = (blocks: string): readonly string[] =>
      [...element.querySelectorAll(blocks)].map((block) => getComputedStyle(block).direction);
    expect(directions('.heading, p')).toEqual(['rtl', 'rtl', 'ltr', 'rtl']);
    // Their markers, bars and columns stand where reading begins.
    expect(directions('ul, li, blockquote, table')).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'rtl']);
    const left = (part: string, at = 0): number => {
      const range = document.createRange();
      range.selectNodeContents(element.querySelectorAll(part)[at]!);
      return range.getBoundingClientRect().left;
    };
    expect(left('th', 0)).toBeGreaterThan(left('th', 1));
  });

  it('aligns what stands in a list as the list, and keeps each item in the order of its own words', async () => {
    const element = await show('- قطة برتقالية\n- cat (orange)!\n\n> قطة برتقالية\n>\n> cat!');
    const rectOf = (part: Element | undefined, from: number, to: number): DOMRect => {
      const walker = document.createTreeWalker(part!, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()?.nodeValue?.includes('cat') === false);
      const range = document.createRange();
      range.setStart(walker.currentNode, from);
      range.setEnd(walker.currentNode, to);
      return range.getBoundingClientRect();
    };
    const item = element.querySelectorAll('li')[1];
    const whole = item!.getBoundingClientRect();
    const [first, last] = [rectOf(item, 0, 1), rectOf(item, 12, 13)];
    expect(last.left).toBeGreaterThan(first.left);
    expect(Math.abs(whole.right - last.right)).toBeLessThan(2);
    const quoted = element.querySelectorAll('blockquote p')[1];
    expect(Math.abs(quoted!.getBoundingClientRect().right - rectOf(quoted, 3, 4).right)).toBeLessThan(2);
  });

  it('numbers a list as it is written, with room for a year, and counts where all numbers are the same', async () => {
    const element = await show('1998. 长野\n2002. 盐湖城\n2006. 都灵\n\n文字\n\n1. 甲\n1. 乙');
    expect([...element.querySelectorAll('li')].map(({ value }) => value)).toEqual([1998, 2002, 2006, 1, 2]);
    const [years, counted] = [...element.querySelectorAll('ol')].map((list) =>
      Number.parseFloat(getComputedStyle(list).paddingInlineStart),
    );
    const context = document.createElement('canvas').getContext('2d')!;
    const { font } = getComputedStyle(element.querySelector('li')!);
    context.font = font;
    expect(years).toBeGreaterThan(context.measureText('2006. ').width);
    expect(counted).toBeLessThan(years!);
  });

  it('lets a table of many columns scroll, and breaks none of its words', async () => {
    const row = `|${' streetlamp |'.repeat(14)}`;
    const element = await show(`${row}\n|${'-|'.repeat(14)}\n${row}`);
    element.style.cssText = 'display: block; width: 400px';
    const region = element.querySelector('.table')!;
    expect(region.clientWidth).toBeLessThanOrEqual(400);
    expect(region.scrollWidth).toBeGreaterThan(region.clientWidth);
    const lines = [...element.querySelectorAll('td')].map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return new Set([...range.getClientRects()].map(({ top }) => top)).size;
    });
    expect(lines).toEqual(new Array<number>(14).fill(1));
  });

  it('opens links beside the page, and gives them no way back', async () => {
    const element = await show('[名](https://a.example/)');
    const link = element.querySelector('a');
    expect(link?.target).toBe('_blank');
    expect(link?.rel).toBe('noopener noreferrer');
    expect(link?.textContent).toBe('名');
  });

  it('shows images as links, and HTML as text', async () => {
    const element = await show('![猫](https://a.example/cat.png)\n\n<b>粗</b><script>alert(1)</script>');
    expect(element.querySelector('img, b, script')).toBeNull();
    expect(element.querySelector('a')?.textContent).toBe('猫');
    expect(element.textContent).toContain('<script>alert(1)</script>');
  });

  it('copies code, names its language, and colours it', async () => {
    const element = await show('```ts\nconst cat = "猫";\n```');
    expect(element.querySelector('.bar')?.textContent).toContain('ts');
    const button = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatButtonHarness.with({ text: /复制/ }));
    await button.click();
    expect(copy).toHaveBeenCalledWith('const cat = "猫";');
    expect(await button.getText()).toContain('已复制');
    await until(() => element.querySelector('[data-scope=keyword]') !== null);
    expect(element.querySelector('[data-scope=keyword]')?.textContent).toBe('const');
    expect(element.querySelector('code')?.textContent).toBe('const cat = "猫";');
  });
});
