import { AddressPolicy } from '../downloads/index.ts';
import { classifyingFetch, type Fetch } from './classifying-fetch.ts';
import { permittedFetch } from './permitted-fetch.ts';

const ADDRESSES: Readonly<Record<string, string>> = {
  'queue.example': '93.184.216.34',
  'inside.example': '10.0.0.7',
  'own.example': '10.0.0.8',
};

describe('permittedFetch', () => {
  let sent: (readonly [string, string | null])[];
  let answers: Record<string, Response>;

  const fetching: Fetch = (input, init) => {
    const address = input instanceof Request ? input.url : input.toString();
    sent.push([address, new Headers(init?.headers).get('authorization')]);
    return Promise.resolve(answers[address] ?? new Response('{}'));
  };
  const ask = permittedFetch(new AddressPolicy({ origins: ['http://own.example'] }), {
    fetch: fetching,
    resolver: async (name) => {
      const address = ADDRESSES[name];
      if (address === undefined) throw new Error(`${name} is not known`);
      return [{ address, family: 4 }];
    },
  });
  const KEY = { headers: { authorization: 'Key secret' } };
  const leadTo = (location: string): Response => new Response(null, { status: 302, headers: { location } });

  beforeEach(() => {
    sent = [];
    answers = {};
  });

  it('asks at a public address, and at a private one that is the configured one', async () => {
    await ask('https://queue.example/status', KEY);
    await ask('http://own.example/status', KEY);
    expect(sent).toEqual([
      ['https://queue.example/status', 'Key secret'],
      ['http://own.example/status', 'Key secret'],
    ]);
  });

  for (const address of ['https://inside.example/status', 'http://169.254.169.254/latest', 'file:///etc/passwd']) {
    it(`does not ask at ${address}`, async () => {
      await expectAsync(ask(address, KEY)).toBeRejectedWith(jasmine.objectContaining({ code: 'engine_failed' }));
      expect(sent).toEqual([]);
    });
  }

  it('is a fault that stays, whatever connections are tried again for', async () => {
    const classified = classifyingFetch((text) => text, ask);
    const refused = jasmine.objectContaining({ name: 'EngineFault', code: 'engine_failed' });
    await expectAsync(classified('https://inside.example/status')).toBeRejectedWith(refused);
  });

  it('does not follow where it would not ask', async () => {
    answers['https://queue.example/status'] = leadTo('http://inside.example/');
    await expectAsync(ask('https://queue.example/status', KEY)).toBeRejectedWith(
      jasmine.objectContaining({ code: 'engine_failed' }),
    );
    expect(sent.length).toBe(1);
  });

  it('follows elsewhere, without the key', async () => {
    answers['https://queue.example/a'] = leadTo('/b');
    answers['https://queue.example/b'] = leadTo('http://own.example/c');
    await ask('https://queue.example/a', KEY);
    expect(sent.map(([, key]) => key)).toEqual(['Key secret', 'Key secret', null]);
  });

  it('gives up where it is sent in circles', async () => {
    answers['https://queue.example/a'] = leadTo('/a');
    await expectAsync(ask('https://queue.example/a')).toBeRejectedWithError(/redirects on and on/);
    expect(sent.length).toBe(6);
  });

  it('leaves to the machine what has no address, and what begins something', async () => {
    await ask('https://unknown.example/', { method: 'GET' });
    await ask('https://inside.example/', { method: 'POST' });
    expect(sent.length).toBe(2);
  });
});
