import { isAllowedOrigin, isLoopbackName } from './origin.ts';

describe('isAllowedOrigin', () => {
  const allows = (origin: string | undefined, host: string, allowed: readonly string[] = []): boolean =>
    isAllowedOrigin({ origin, host }, allowed);

  it('allows a program that sends none', () => {
    expect(allows(undefined, 'kitten.example')).toBeTrue();
  });

  it('allows the gateway’s own host, whatever encrypts it', () => {
    expect(allows('http://kitten.example:9943', 'kitten.example:9943')).toBeTrue();
    expect(allows('https://kitten.example', 'kitten.example')).toBeTrue();
    expect(allows('https://kitten.example', 'kitten.example:443')).toBeTrue();
  });

  it('allows a page of this machine on another port', () => {
    expect(allows('http://localhost:4200', '127.0.0.1:9943')).toBeTrue();
    expect(allows('http://[::1]:4200', 'localhost:9943')).toBeTrue();
  });

  it('allows what it was told to', () => {
    expect(allows('https://app.example', 'kitten.example', ['https://app.example'])).toBeTrue();
    expect(allows('https://app.example', 'kitten.example', ['*'])).toBeTrue();
  });

  it('refuses every other page', () => {
    expect(allows('https://evil.example', 'kitten.example', ['https://app.example'])).toBeFalse();
    expect(allows('http://kitten.example:8080', 'kitten.example:9943')).toBeFalse();
    expect(allows('http://localhost:4200', 'kitten.example')).toBeFalse();
    expect(allows('http://evil.example', 'localhost:9943')).toBeFalse();
    expect(allows('http://localhost.evil.example', 'localhost:9943')).toBeFalse();
    expect(allows('null', 'localhost:9943')).toBeFalse();
    expect(allows('', 'localhost:9943')).toBeFalse();
    expect(allows('file://', 'localhost:9943')).toBeFalse();
  });
});

describe('isLoopbackName', () => {
  it('knows this machine', () => {
    for (const name of ['localhost', 'app.localhost', '127.0.0.1', '127.8.8.8', '::1', '[::1]']) {
      expect(isLoopbackName(name)).withContext(name).toBeTrue();
    }
  });

  it('knows others', () => {
    for (const name of ['0.0.0.0', '::', 'localhost.example', '127.0.0.1.example', '10.0.0.1', '']) {
      expect(isLoopbackName(name)).withContext(name).toBeFalse();
    }
  });
});
