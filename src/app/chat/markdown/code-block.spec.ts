import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { until, useFakeClock } from '../../../testing/index.ts';
import { CodeBlock } from './code-block.ts';
import { Highlighter } from './highlighter.ts';

const LINE = 'const cat = "猫";\n';

describe('CodeBlock', () => {
  const clock = useFakeClock();
  let fixture: ComponentFixture<CodeBlock>;
  let highlighter: Highlighter;

  beforeEach(async () => {
    highlighter = TestBed.inject(Highlighter);
    await until(() => highlighter.spans('const', 'typescript').some(({ scope }) => scope === 'keyword'));
    fixture = TestBed.createComponent(CodeBlock);
    fixture.componentRef.setInput('language', 'typescript');
  });

  function show(code: string): HTMLElement {
    fixture.componentRef.setInput('code', code);
    fixture.detectChanges();
    return (fixture.nativeElement as HTMLElement).querySelector('code')!;
  }

  const keywords = (): number => (fixture.nativeElement as HTMLElement).querySelectorAll('[data-scope=keyword]').length;

  it('colours code that grows now and then, and shows all of it in every frame', () => {
    const spans = spyOn(highlighter, 'spans').and.callThrough();
    for (let lines = 1; lines <= 30; lines++) {
      const code = LINE.repeat(lines);
      expect(show(code).textContent).toBe(code);
    }
    expect(spans).toHaveBeenCalledTimes(1);
    expect(keywords()).toBe(1);
    clock.tick(300);
    fixture.detectChanges();
    expect(keywords()).toBe(30);
    clock.tick(5_000);
    fixture.detectChanges();
    expect(spans).toHaveBeenCalledTimes(2);
  });

  it('colours at once what takes the place of another code', () => {
    show(LINE);
    show('let dog = 1;\nlet cat = 2;');
    expect(keywords()).toBe(2);
  });

  it('keeps its colours however long it grows, and adds none behind what is much', () => {
    const much = LINE.repeat(Math.floor(20_000 / LINE.length));
    show(much);
    const before = keywords();
    const more = much + LINE.repeat(100);
    expect(show(more).textContent).toBe(more);
    clock.tick(5_000);
    fixture.detectChanges();
    expect(keywords()).toBe(before);
    expect(before).toBeGreaterThan(1_000);
    expect(show(more).textContent).toBe(more);
  });
});
