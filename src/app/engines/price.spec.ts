import { WAN } from './testing/engine-profiles.ts';
import { costOf, moneyText, mostCostOf, sumOf } from './price.ts';

describe('the price of a clip', () => {
  it('is written as the language writes money, small amounts with all their digits', () => {
    expect(moneyText({ amount: 3, currency: 'CNY' }, 'zh-CN')).toBe('¥3.00');
    expect(moneyText({ amount: 0.0042, currency: 'USD' }, 'en')).toBe('$0.0042');
    expect(moneyText({ amount: 12, currency: 'JPY' }, 'en')).toBe('¥12');
  });

  it('goes by the length where the engine takes it by the second', () => {
    expect(costOf(WAN, { seconds: 5 })).toEqual({ amount: 3, currency: 'CNY' });
    expect(costOf({ price: { amount: 2, currency: 'USD', per: 'clip' } }, {})).toEqual({ amount: 2, currency: 'USD' });
  });

  it('is not known where there is none, or no length', () => {
    expect(costOf({}, { seconds: 5 })).toBeUndefined();
    expect(costOf(WAN, {})).toBeUndefined();
    expect(costOf({ ...WAN, seconds: [8] }, {})).toEqual({ amount: 4.8, currency: 'CNY' });
  });

  it('is at most that of the longest, where no length was asked for', () => {
    expect(mostCostOf(WAN, {})).toEqual({ amount: 4.8, currency: 'CNY' });
    expect(mostCostOf({ ...WAN, seconds: { min: 1, max: 10 } }, {})).toEqual({ amount: 6, currency: 'CNY' });
    expect(mostCostOf(WAN, { seconds: 5 })).toEqual({ amount: 3, currency: 'CNY' });
    expect(mostCostOf({ price: { amount: 1, currency: 'CNY', per: 'second' } }, {})).toBeUndefined();
    expect(mostCostOf({}, { seconds: 5 })).toBeUndefined();
  });

  it('is summed for each currency', () => {
    const moneys = [
      { amount: 1, currency: 'CNY' },
      { amount: 2, currency: 'USD' },
      { amount: 3, currency: 'CNY' },
    ];
    expect(sumOf(moneys)).toEqual([
      { amount: 4, currency: 'CNY' },
      { amount: 2, currency: 'USD' },
    ]);
  });
});
