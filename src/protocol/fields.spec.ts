import { filledText, integer, isJsonObject, number, optional, text } from './fields.ts';

describe('fields of a JSON object', () => {
  it('tells objects from everything else', () => {
    expect(isJsonObject({})).toBeTrue();
    for (const other of [null, undefined, [], 'text', 7, true]) expect(isJsonObject(other)).toBeFalse();
  });

  it('reads a text', () => {
    expect(text({ a: '' }, 'a')).toBe('');
    expect(text({ a: 7 }, 'a')).toBeUndefined();
    expect(text({}, 'a')).toBeUndefined();
  });

  it('reads an empty text as missing where only a filled one makes sense', () => {
    expect(filledText({ a: 'x' }, 'a')).toBe('x');
    expect(filledText({ a: '' }, 'a')).toBeUndefined();
  });

  it('reads a number from its least on', () => {
    expect(number({ a: -1.5 }, 'a')).toBe(-1.5);
    expect(number({ a: 0 }, 'a', 0)).toBe(0);
    expect(number({ a: -1 }, 'a', 0)).toBeUndefined();
    for (const other of [NaN, Infinity, '7', null]) expect(number({ a: other }, 'a')).toBeUndefined();
  });

  it('reads a whole number from its least on, 0 unless told', () => {
    expect(integer({ a: 0 }, 'a')).toBe(0);
    expect(integer({ a: 0 }, 'a', 1)).toBeUndefined();
    for (const other of [-1, 1.5, 2 ** 53]) expect(integer({ a: other }, 'a')).toBeUndefined();
  });

  it('leaves out a field without a value', () => {
    expect(optional('a', 0)).toEqual({ a: 0 });
    expect(Object.keys(optional('a', undefined))).toEqual([]);
  });
});
