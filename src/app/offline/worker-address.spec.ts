import { type TrustedTypes, workerAddress } from './worker-address.ts';

interface Rules {
  readonly createScriptURL: (address: string) => string;
}

describe('workerAddress', () => {
  it('makes a policy that admits the worker alone', () => {
    const policies: { readonly name: string; readonly rules: Rules }[] = [];
    const trustedTypes: TrustedTypes = {
      createPolicy: (name, rules) => {
        policies.push({ name, rules });
        return { createScriptURL: (address) => `trusted ${rules.createScriptURL(address)}` };
      },
    };
    expect(workerAddress(trustedTypes)).toBe('trusted ngsw-worker.js');
    expect(policies.map(({ name }) => name)).toEqual(['kitten-worker']);
    for (const address of [
      'https://elsewhere.example/ngsw-worker.js',
      'ngsw-worker.js?',
      '',
      'data:text/javascript,1',
    ]) {
      expect(() => policies[0]?.rules.createScriptURL(address))
        .withContext(address)
        .toThrowError(TypeError);
    }
  });

  it('is an address that the browser itself takes', () => {
    const address: unknown = workerAddress();
    expect(String(address)).toBe('ngsw-worker.js');
  });
});
