import { DEFAULT_PORT, ENDPOINT_PATH, QueryParameter, serverAddress } from './endpoint.ts';

describe('the endpoint', () => {
  it('is where the guide says', () => {
    expect(ENDPOINT_PATH).toBe('/api/ws/video-generation');
    expect(DEFAULT_PORT).toBe(9943);
    expect(QueryParameter).toEqual({ Code: 'code', After: 'after', Epoch: 'epoch', Pass: 'pass' });
  });

  it('is below the page of its server, or anywhere on a server that has its page at the root', () => {
    const ways = {
      'ws://localhost:9943/api/ws/video-generation': 'http://localhost:9943/',
      'wss://home.example/kitten/api/ws/video-generation?pass=x': 'https://home.example/kitten/',
      'wss://home.example/a/b/api/ws/video-generation': 'https://home.example/a/b/',
      'wss://server.example/socket': 'https://server.example/',
      'wss://server.example/api/ws/video-generation/v2': 'https://server.example/',
    };
    for (const [endpoint, address] of Object.entries(ways)) expect(serverAddress(endpoint)).toBe(address);
  });
});
