import { TestBed } from '@angular/core/testing';

import { ASK_SERVER, healthAddress, type ServerAnswer } from './server-probe.ts';

const HERE = `${location.origin.replace('http', 'ws')}/api/ws/video-generation`;
const ELSEWHERE = 'wss://server.example/kitten/socket';

describe('asking a server whether it is there', () => {
  let fetching: jasmine.Spy<typeof fetch>;

  beforeEach(() => {
    fetching = spyOn(globalThis, 'fetch');
  });

  function ask(endpoint: string): Promise<ServerAnswer> {
    return TestBed.inject(ASK_SERVER)(endpoint);
  }

  it('asks at the origin of the socket, around the service worker', () => {
    expect(healthAddress(ELSEWHERE).href).toBe('https://server.example/api/health?ngsw-bypass');
    expect(healthAddress('ws://127.0.0.1:9943/api/ws/video-generation').href).toBe(
      'http://127.0.0.1:9943/api/health?ngsw-bypass',
    );
  });

  it('takes any answer for a sign of life, that of a server without the page included', async () => {
    for (const status of [200, 404, 426]) {
      fetching.and.resolveTo(new Response(null, { status }));
      expect((await ask(HERE)).kind)
        .withContext(String(status))
        .toBe('answered');
    }
  });

  it('tells a proxy that can not reach it', async () => {
    fetching.and.resolveTo(new Response(null, { status: 502 }));
    expect(await ask(HERE)).toEqual({ kind: 'failing', status: 502 });
  });

  it('needs no leave of another origin', async () => {
    fetching.and.resolveTo(Response.error());
    await ask(ELSEWHERE);
    expect(fetching.calls.mostRecent().args[1]?.mode).toBe('no-cors');
    await ask(HERE);
    expect(fetching.calls.mostRecent().args[1]?.mode).toBe('same-origin');
  });

  it('takes silence for silence, after a while', async () => {
    fetching.and.rejectWith(new TypeError('failed to fetch'));
    expect(await ask(HERE)).toEqual({ kind: 'silent' });
    expect(fetching.calls.mostRecent().args[1]?.signal).toBeInstanceOf(AbortSignal);
  });
});
