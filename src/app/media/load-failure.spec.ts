import { loadFailure } from './load-failure.ts';

const ADDRESS = 'https://kitten.example/a.mp4';

describe('loadFailure', () => {
  let asked: jasmine.Spy<typeof fetch>;

  beforeEach(() => {
    asked = spyOn(window, 'fetch');
  });

  it('tells a link that is no more', async () => {
    for (const status of [401, 403, 404, 410]) {
      asked.and.resolveTo(new Response(null, { status }));
      expect(await loadFailure(ADDRESS))
        .withContext(`${status}`)
        .toBe('gone');
    }
  });

  it('blames the format where the server has the file, and where it came with its message', async () => {
    asked.and.resolveTo(new Response(null, { status: 200 }));
    expect(await loadFailure(ADDRESS)).toBe('format');
    expect(asked).toHaveBeenCalledTimes(1);
    expect([await loadFailure(undefined), await loadFailure('data:video/mp4,')]).toEqual(['format', 'format']);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('blames the network where nothing answers', async () => {
    asked.and.rejectWith(new TypeError('Failed to fetch'));
    expect(await loadFailure(ADDRESS)).toBe('network');
  });

  it('blames nothing where the server is at fault, or does not tell this page', async () => {
    asked.and.resolveTo(new Response(null, { status: 503 }));
    expect(await loadFailure(ADDRESS)).toBe('unknown');
    asked.and.callFake((_, { mode } = {}) =>
      mode === 'no-cors' ? Promise.resolve(new Response()) : Promise.reject(new TypeError('Failed to fetch')),
    );
    expect(await loadFailure(ADDRESS)).toBe('unknown');
  });
});
