import { dateFormat, numberFormat } from './formats.ts';

describe('the formats', () => {
  it('are made once for each language and kind', () => {
    const short = dateFormat('en', { dateStyle: 'short' });
    expect(dateFormat('en', { dateStyle: 'short' })).toBe(short);
    expect(dateFormat('zh-CN', { dateStyle: 'short' })).not.toBe(short);
    expect(dateFormat('en', { dateStyle: 'long' })).not.toBe(short);
    expect(dateFormat('en', { timeStyle: 'short' }).format(new Date(2026, 4, 20, 21, 7))).toBe('21:07');
    expect(numberFormat('en', { style: 'percent' }).format(0.5)).toBe('50%');
    expect(numberFormat('en', { style: 'percent' })).toBe(numberFormat('en', { style: 'percent' }));
  });
});
