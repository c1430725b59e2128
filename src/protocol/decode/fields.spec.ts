import { filledText } from './decoding.ts';
import { count, Fields } from './fields.ts';

const CAT = new Fields<{ readonly name: string; readonly lives?: number; readonly photo?: string }>({
  name: filledText,
  lives: count,
  photo: (value, origin) => (typeof value === 'string' && origin !== undefined ? `${origin}${value}` : undefined),
});

describe('the fields of an object', () => {
  it('are not copied where the object has nothing else', () => {
    const json = { name: '橘猫', lives: 9 };
    expect(CAT.read(json)).toBe(json);
    expect(json).toEqual({ name: '橘猫', lives: 9 });
  });

  it('are what is known, and of the right shape', () => {
    expect(CAT.read({ name: '橘猫', lives: '9', tail: true })).toEqual({ name: '橘猫' });
    expect(CAT.read({ name: '' })).toEqual({});
  });

  it('are read with the origin that addresses belong to', () => {
    expect(CAT.read({ photo: '/cat.png' }, 'https://cat.example')).toEqual({ photo: 'https://cat.example/cat.png' });
    expect(CAT.read({ photo: '/cat.png' })).toEqual({});
  });

  it('are none of those that every object has, nor one that would be its prototype', () => {
    const json = JSON.parse('{"name":"a","__proto__":{"lives":1},"constructor":7,"toString":8}') as object;
    const read = CAT.read(json as Record<string, unknown>);
    expect(Object.keys(read)).toEqual(['name']);
    expect(read.lives).toBeUndefined();
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });
});
