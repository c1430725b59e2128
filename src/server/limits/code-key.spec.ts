import { codeKey } from './code-key.ts';

describe('codeKey', () => {
  it('is the same for the same code, another for another, and holds nothing of it', () => {
    const code = '5a0c1f0e-0000-4000-8000-00000000000a';
    expect(codeKey(code)).toBe('Bf_DcjpwFiKNhguaNRq4TA1g3FxbKeHCUanG6bQmiMM');
    expect(codeKey(code)).not.toBe(codeKey(code.replace('a', 'b')));
  });
});
