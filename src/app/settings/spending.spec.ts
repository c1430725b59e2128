import { type ComponentFixture, TestBed } from '@angular/core/testing';

import type { VideoMessage } from '../../services/index.ts';
import { LOCAL, SKETCH, WAN } from '../engines/testing/engine-profiles.ts';
import { HISTORY_STORE } from '../history/store/history-token.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { PROMPT, video, welcome } from '../testing/messages.ts';
import { Spending } from './spending.ts';

const PAID = { ...LOCAL, price: { amount: 0.25, currency: 'USD', per: 'clip' } } as const;

describe('Spending', () => {
  let fixture: ComponentFixture<Spending>;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    TestBed.inject(FakeWebSocketService).setWelcome(welcome({ engines: [SKETCH, WAN, PAID] }));
  });

  async function rows(...clips: readonly VideoMessage[]): Promise<readonly string[]> {
    const store = TestBed.inject(HISTORY_STORE);
    await store.addPrompt({ id: PROMPT.id, conversationId: 'c', at: 1, prompt: PROMPT });
    await store.append(
      clips.map((message) => ({ id: message.id, conversationId: 'c', event: { kind: 'received', message } })),
    );
    fixture = TestBed.createComponent(Spending);
    await fixture.whenStable();
    const lines = [...(fixture.nativeElement as HTMLElement).querySelectorAll('dl > div')];
    return lines.map(({ children }) => [...children].map(({ textContent }) => textContent.trim()).join(': '));
  }

  it('sums what was made with each engine that takes money, by length or by clip, and by currency', async () => {
    const wan = { id: 'wan', name: '通义万相', isModel: true };
    const clips = [
      video({ madeWith: { ...wan, options: { seconds: 5 } } }),
      video({ madeWith: wan, durationMs: 8_000 }),
      video({ madeWith: { id: 'local', name: 'Wan 2.2 5B', isModel: true } }),
      video({ madeWith: { id: 'storyboard', name: '内置草图', isModel: false } }),
      video(),
    ];
    expect(await rows(...clips)).toEqual([
      '通义万相: 2 条 · 约 ¥7.80',
      'Wan 2.2 5B: 1 条 · 约 $0.25',
      '合计: 约 ¥7.80 + $0.25',
    ]);
  });

  it('goes by what was taken then, also by engines that are gone', async () => {
    const wan = { id: 'wan', name: '通义万相', isModel: true, options: { seconds: 5 } };
    const clips = [
      video({ madeWith: { ...wan, price: { amount: 0.1, currency: 'CNY', per: 'second' } } }),
      video({ madeWith: { ...wan, price: { amount: 2, currency: 'CNY', per: 'clip' } } }),
      video({
        madeWith: { id: 'old', name: '旧引擎', isModel: true, price: { amount: 1, currency: 'CNY', per: 'clip' } },
      }),
    ];
    expect(await rows(...clips)).toEqual(['通义万相: 2 条 · 约 ¥2.50', '旧引擎: 1 条 · 约 ¥1.00', '合计: 约 ¥3.50']);
  });

  it('says that there is nothing yet', async () => {
    expect(await rows()).toEqual(['合计: 还没有']);
  });
});
