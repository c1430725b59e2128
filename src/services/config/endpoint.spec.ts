import { isLoopback, mediaOrigin, socketEndpoint } from './endpoint.ts';

const PATH = '/api/ws/video-generation';

describe('socketEndpoint', () => {
  const cases: readonly [string, string, string | undefined][] = [
    [PATH, 'http://localhost:9943/gallery', `ws://localhost:9943${PATH}`],
    [PATH, 'https://kitten.example/', `wss://kitten.example${PATH}`],
    ['ws://server.example:9943/api', 'https://kitten.example/', 'ws://server.example:9943/api'],
    ['wss://server.example/api?zone=2', 'http://localhost/', 'wss://server.example/api?zone=2'],
    ['http://server.example/api', 'http://localhost/', 'ws://server.example/api'],
    ['https://server.example/api#part', 'http://localhost/', 'wss://server.example/api'],
    ['ftp://server.example/api', 'http://localhost/', undefined],
    ['ws://', 'http://localhost/', undefined],
    ['http://:80', 'http://localhost/', undefined],
  ];
  for (const [baseUrl, pageUrl, endpoint] of cases) {
    it(`makes ${endpoint ?? 'nothing'} of ${baseUrl} on ${pageUrl}`, () => {
      expect(socketEndpoint(baseUrl, pageUrl)).toBe(endpoint);
    });
  }
});

describe('mediaOrigin', () => {
  it('is the host of the socket, by the scheme that is as safe', () => {
    expect(mediaOrigin('ws://127.0.0.1:9943/api')).toBe('http://127.0.0.1:9943');
    expect(mediaOrigin('wss://server.example/api')).toBe('https://server.example');
  });
});

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
