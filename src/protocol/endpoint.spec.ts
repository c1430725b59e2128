import { DEFAULT_PORT, ENDPOINT_PATH, QueryParameter } from './endpoint.ts';

describe('the endpoint', () => {
  it('is where the guide says', () => {
    expect(ENDPOINT_PATH).toBe('/api/ws/video-generation');
    expect(DEFAULT_PORT).toBe(9943);
    expect(QueryParameter).toEqual({ Code: 'code', After: 'after', Epoch: 'epoch', Pass: 'pass' });
  });
});
