import { isLoopback } from './loopback.ts';

describe('isLoopback', () => {
  for (const address of [
    'ws://localhost:9943/',
    'ws://127.0.0.1/',
    'ws://127.8.0.1/',
    'ws://[::1]:1/',
    'ws://a.localhost/',
  ]) {
    it(`finds this machine in ${address}`, () => expect(isLoopback(address)).toBeTrue());
  }

  for (const address of [
    'ws://server.example/',
    'ws://10.0.0.1/',
    'ws://localhost.example/',
    'ws://127.example.com/',
    'none',
  ]) {
    it(`finds another in ${address}`, () => expect(isLoopback(address)).toBeFalse());
  }
});
