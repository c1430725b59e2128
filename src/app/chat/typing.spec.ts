import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { until } from '../../testing/index.ts';
import { atRest } from '../testing/at-rest.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { OF_JOB, text } from '../testing/messages.ts';
import { Chat } from './chat.ts';
import { Composer } from './composer/composer.ts';
import { MessageLog } from './log/message-log.ts';
import { TurnView } from './log/turn-view.ts';

interface Definition {
  template: (...values: unknown[]) => unknown;
  tView: object | null;
}

/** Counts how often the template of a component runs from now on; returns how often it has, and what ends the count. */
function countRenders(component: Type<unknown>): { readonly count: () => number; readonly end: () => void } {
  const definition = (component as unknown as { readonly ɵcmp: Definition }).ɵcmp;
  const { template } = definition;
  let count = 0;
  definition.template = (...values) => {
    count++;
    return template(...values);
  };
  // The view that was made of it before holds on to the old one.
  definition.tView = null;
  return {
    count: () => count,
    end: () => Object.assign(definition, { template, tView: null }),
  };
}

/** Resolves once something has been rendered, and nothing more is for some frames. */
async function settled(count: () => number): Promise<void> {
  await until(() => document.querySelector('kitten-turn') !== null);
  await atRest(count);
}

describe('typing', () => {
  const counters: ReturnType<typeof countRenders>[] = [];

  afterEach(() => {
    for (const { end } of counters.splice(0)) end();
    localStorage.clear();
    sessionStorage.clear();
  });

  it('renders nothing of the conversation', async () => {
    const [turns, logs, composers] = [TurnView, MessageLog, Composer].map(countRenders) as [
      ReturnType<typeof countRenders>,
      ReturnType<typeof countRenders>,
      ReturnType<typeof countRenders>,
    ];
    counters.push(turns, logs, composers);
    localStorage.clear();
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideRouter([])] });
    const socket = TestBed.inject(FakeWebSocketService);
    const fixture = TestBed.createComponent(Chat);
    const element = fixture.nativeElement as HTMLElement;
    // A page of one height, where rows are measured once.
    element.style.height = '640px';
    document.body.append(element);
    async function press(field: HTMLTextAreaElement, value: string): Promise<void> {
      field.value = value;
      field.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    }
    await fixture.whenStable();
    const ids = Array.from({ length: 5 }, (_, index) => socket.send(`第 ${index} 句`));
    socket.receive(text({ ...OF_JOB, replyTo: ids[0]!, content: '你好' }));
    await settled(() => turns.count() + logs.count());
    expect(element.querySelectorAll('kitten-turn').length).toBe(5);
    // What has waited for any event at all comes with the first.
    await press(element.querySelector('textarea')!, '零');
    const before = [turns.count(), logs.count()];
    const written = composers.count();
    const field = element.querySelector('textarea')!;
    for (const value of ['一', '一只', '/', '/时长 5', '一只猫', '']) {
      await press(field, value);
    }
    expect(composers.count()).toBeGreaterThan(written);
    expect([turns.count(), logs.count()]).toEqual(before);
    fixture.destroy();
    element.remove();
  });
});
