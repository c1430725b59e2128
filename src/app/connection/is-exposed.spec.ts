import { isExposed } from './is-exposed.ts';

describe('isExposed', () => {
  for (const address of ['ws://119.97.185.162:9943/api', 'ws://kitten.example/api', 'ws://localhost.example/api']) {
    it(`warns of ${address}`, () => expect(isExposed(address)).toBeTrue());
  }

  for (const address of [
    'wss://kitten.example/api',
    'ws://localhost:9943/api',
    'ws://127.0.0.1:9943/api',
    'ws://127.1.2.3/api',
    'ws://[::1]:9943/api',
    'no address',
  ]) {
    it(`does not warn of ${address}`, () => expect(isExposed(address)).toBeFalse());
  }
});
