import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { atRest } from '../../testing/at-rest.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { painted } from '../../testing/painted.ts';
import { until } from '../../../testing/index.ts';
import type { Turn } from '../../conversation-model/turn.ts';
import { MessageLog } from './message-log.ts';

function turnOf(index: number, content: string): Turn {
  return {
    id: `turn-${index}`,
    at: index,
    replies: [{ kind: 'text', id: `text-${index}`, at: index, content, isGrowing: false }],
  };
}

function turns(count: number): readonly Turn[] {
  return Array.from({ length: count }, (_, index) => turnOf(index, '一行\n两行\n三行'));
}

describe('MessageLog', () => {
  let fixture: ComponentFixture<MessageLog>;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    fixture = TestBed.createComponent(MessageLog);
    const element = fixture.nativeElement as HTMLElement;
    // The log itself has 300 of them.
    element.style.height = '340px';
    document.body.append(element);
    await show(10);
  });

  afterEach(() => (fixture.nativeElement as HTMLElement).remove());

  function log(): HTMLElement {
    return (fixture.nativeElement as HTMLElement).querySelector('[role=log]') as HTMLElement;
  }

  function button(): HTMLButtonElement | null {
    return (fixture.nativeElement as HTMLElement).querySelector('.shelf button');
  }

  function distanceToEnd(): number {
    return Math.round(log().scrollHeight - log().clientHeight - log().scrollTop);
  }

  async function whenPainted(): Promise<void> {
    await painted();
    await fixture.whenStable();
  }

  async function show(count: number): Promise<void> {
    fixture.componentRef.setInput('turns', turns(count));
    await fixture.whenStable();
    await whenPainted();
  }

  async function scrollTo(top: number): Promise<void> {
    log().scrollTop = top;
    await whenPainted();
  }

  async function goToEnd(): Promise<void> {
    // It is there once the list knows that it is not at its end.
    await until(() => button() !== null);
    button()?.click();
    await until(() => distanceToEnd() === 0);
  }

  it('is a silent log named 聊天记录', () => {
    expect(log().getAttribute('aria-label')).toBe('聊天记录');
    expect(log().getAttribute('aria-live')).toBe('off');
  });

  it('follows the end', async () => {
    expect(distanceToEnd()).toBe(0);
    await show(20);
    expect(distanceToEnd()).toBe(0);
    expect(button()).toBeNull();
  });

  it('does not move what is being pressed', async () => {
    const pressed = log().querySelector('p')!;
    const point = (type: string, buttons: number): boolean =>
      pressed.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'mouse', buttons }));
    point('pointerdown', 1);
    await show(20);
    point('pointermove', 1);
    await whenPainted();
    expect(distanceToEnd()).toBeGreaterThan(100);
    point('pointerup', 0);
    await whenPainted();
    expect(distanceToEnd()).toBe(0);
    expect(button()).toBeNull();
  });

  it('moves under a press on the scrollbar, whose end nobody hears of', async () => {
    log().dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'mouse', buttons: 1 }));
    await show(20);
    expect(distanceToEnd()).toBe(0);
  });

  it('begins at the top where nothing has been said, also where there is more than can be seen', async () => {
    await show(0);
    const empty = log().querySelector<HTMLElement>('.empty')!;
    empty.style.height = '800px';
    (fixture.nativeElement as HTMLElement).style.height = '250px';
    await whenPainted();
    expect(log().scrollHeight).toBeGreaterThan(log().clientHeight);
    expect(log().scrollTop).toBe(0);
    await scrollTo(200);
    await scrollTo(100);
    await show(10);
    expect(distanceToEnd()).toBe(0);
  });

  it('stays where people have scrolled to, however little', async () => {
    const top = log().scrollTop - 20;
    await scrollTo(top);
    await show(12);
    expect(log().scrollTop).toBeCloseTo(top, -1);
    expect(button()?.textContent).toMatch(/^\s*2 条新消息\s*$/);
  });

  it('counts nothing where nothing has come', async () => {
    await scrollTo(0);
    expect(button()?.textContent.trim()).toBe('回到底部');
  });

  it('goes back to the end with the button, and follows again', async () => {
    await scrollTo(0);
    await goToEnd();
    expect(distanceToEnd()).toBe(0);
    await show(14);
    expect(distanceToEnd()).toBe(0);
    expect(button()).toBeNull();
  });

  it('follows again when people come back to the end themselves', async () => {
    await scrollTo(0);
    await scrollTo(log().scrollHeight);
    await show(14);
    expect(distanceToEnd()).toBe(0);
  });

  it('lets go at the first turn of the wheel', async () => {
    log().dispatchEvent(new WheelEvent('wheel', { deltaY: -1 }));
    await show(14);
    expect(distanceToEnd()).toBeGreaterThan(0);
  });

  it('lets go where something above gets the focus, whatever grows before that is told as a scroll', async () => {
    const first = log().querySelector<HTMLElement>('kitten-turn')!;
    expect(first.getBoundingClientRect().top).toBeLessThan(log().getBoundingClientRect().top);
    first.focus({ preventScroll: true });
    await show(14);
    expect(distanceToEnd()).toBeGreaterThan(0);
  });

  it('holds ten thousand turns as it holds a hundred', async () => {
    const rows = (): readonly Element[] => [...log().querySelectorAll('[role=listitem]')];
    await show(100);
    // What touches the visible part, or the 600 pixels before and after it that are mounted as well.
    const most = Math.ceil((log().clientHeight + 2 * 600) / (rows()[0]?.getBoundingClientRect().height ?? 0)) + 1;
    await show(10_000);
    expect(distanceToEnd()).toBe(0);
    expect(rows().at(-1)?.getAttribute('aria-posinset')).toBe('10000');
    for (const top of [log().scrollHeight, 0, log().scrollHeight / 2]) {
      await scrollTo(top);
      const counts: number[] = [];
      // Those out of sight come a few frames later.
      await atRest(() => {
        counts.push(rows().length);
        return [log().scrollTop, rows().map((row) => row.getAttribute('data-row'))];
      });
      expect(Math.max(...counts))
        .withContext(String(top))
        .toBeLessThanOrEqual(most);
    }
  });

  it('goes to a turn that it is sent to once, and leaves people alone from then on', async () => {
    let reached = 0;
    fixture.componentInstance.reached.subscribe(() => reached++);
    fixture.componentRef.setInput('target', 'turn-2');
    const row = (): string | null | undefined =>
      document.activeElement?.closest('[data-row]')?.getAttribute('data-row');
    await until(() => row() === 'turn-2');
    (document.activeElement as HTMLElement).blur();
    await goToEnd();
    await show(12);
    expect(distanceToEnd()).toBe(0);
    expect(document.activeElement).toBe(document.body);
    expect(reached).toBe(1);
  });

  for (const [name, act] of [
    ['the button', (): void => button()?.click()],
    ['what is sent', (): void => void TestBed.inject(FakeWebSocketService).send('一只猫')],
  ] as const) {
    it(`goes to the end for ${name} also while it goes to a turn`, async () => {
      fixture.componentRef.setInput('target', 'turn-2');
      await until(() => button() !== null && log().scrollTop > 0);
      act();
      // What comes is measured, which is no reason to go to that turn again.
      fixture.componentRef.setInput('turns', [...turns(10), turnOf(10, '一段\n\n'.repeat(9))]);
      await until(() => log().textContent.includes('一段'));
      await whenPainted();
      expect(distanceToEnd()).toBe(0);
      expect(button()).toBeNull();
    });
  }

  it('goes to the end for what people send themselves', async () => {
    await scrollTo(0);
    TestBed.inject(FakeWebSocketService).send('一只猫');
    await show(11);
    expect(distanceToEnd()).toBe(0);
  });
});
