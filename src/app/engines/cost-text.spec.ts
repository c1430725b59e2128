import { TestBed } from '@angular/core/testing';

import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { welcome } from '../testing/messages.ts';
import { injectCostText } from './cost-text.ts';
import { LOCAL, WAN } from './testing/engine-profiles.ts';

describe('the cost of what is asked', () => {
  let costText: ReturnType<typeof injectCostText>;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    costText = TestBed.runInInjectionContext(injectCostText);
  });

  it('is that of all of them', () => {
    const wan = { engine: WAN, seconds: 5 };
    expect([1, 2, 4].map((count) => costText(wan, count))).toEqual(['约 ¥3.00', '约 ¥6.00', '约 ¥12.00']);
    const clip = { ...LOCAL, price: { amount: 0.25, currency: 'USD', per: 'clip' } } as const;
    expect(costText({ engine: clip, seconds: undefined }, 4)).toMatch(/^约 .*\$1\.00$/);
  });

  it('is the price, so many times, where nobody knows how long they become', () => {
    const wan = { engine: WAN, seconds: undefined };
    expect([1, 4].map((count) => costText(wan, count))).toEqual(['¥0.60/秒', '4 × ¥0.60/秒']);
  });

  it('is that of each clip where a bot may make several of a wish', () => {
    TestBed.inject(FakeWebSocketService).setWelcome(welcome({ features: ['talk'] }));
    expect(costText({ engine: WAN, seconds: 5 })).toBe('每条约 ¥3.00');
    expect(costText({ engine: WAN, seconds: 5, verbatim: true }, 2)).toBe('约 ¥6.00');
  });

  it('is not spoken of where nothing is taken', () => {
    expect(costText({ engine: LOCAL, seconds: 5 })).toBeNull();
    expect(costText({ engine: undefined, seconds: 5 })).toBeNull();
    const free = { ...LOCAL, price: { amount: 0, currency: 'CNY', per: 'clip' } } as const;
    expect(costText({ engine: free, seconds: 5 }, 4)).toBe('免费');
  });
});
