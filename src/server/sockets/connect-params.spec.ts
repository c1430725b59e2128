import { readConnectParams } from './connect-params.ts';

const CODE = '5a0c1f0e-0000-4000-8000-00000000000a';

describe('readConnectParams', () => {
  it('reads a first visit', () => {
    expect(readConnectParams({ code: CODE })).toEqual({ code: CODE });
  });

  it('reads where a client goes on', () => {
    const query = readConnectParams({ code: CODE, after: '12', epoch: 'e' });
    expect(query).toEqual({ code: CODE, resume: { after: 12, epoch: 'e' } });
  });

  it('leaves a code as it is written', () => {
    expect(readConnectParams({ code: CODE.toUpperCase() })?.code).toBe(CODE.toUpperCase());
  });

  it('refuses what is no code', () => {
    for (const code of [undefined, '', 'me', `${CODE}0`, [CODE, CODE]]) {
      expect(readConnectParams({ code })).withContext(String(code)).toBeUndefined();
    }
  });

  it('gives everything to a client that asks for what it can’t mean', () => {
    for (const after of ['-1', '1.5', 'x', '', '9'.repeat(40), ['1', '2']]) {
      const query = readConnectParams({ code: CODE, after, epoch: 'e' });
      expect(query?.resume).withContext(String(after)).toEqual({ after: 0, epoch: undefined });
    }
  });
});
