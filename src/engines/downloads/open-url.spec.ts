import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { AddressPolicy } from './address-policy.ts';
import type { Resolver } from './checked-lookup.ts';
import { openUrl, type OpenUrlOptions } from './open-url.ts';
import { FileServer } from './testing/file-server.ts';

/** A public address and a private one, for specs that leave no machine: the policy permits the first alone. */
const PUBLIC = '127.0.0.2';
const PRIVATE = '127.0.0.1';
const REFUSED = jasmine.objectContaining({ code: 'address_refused' });

describe('openUrl()', () => {
  const policy = new AddressPolicy({ networks: [`${PUBLIC}/32`] });
  const resolver: Resolver = () => Promise.reject(new Error('no name is resolved here'));
  const signal = new AbortController().signal;

  function open(url: string, options: Partial<OpenUrlOptions> = {}) {
    return openUrl(new URL(url), { policy, resolver, idleMs: 5_000, signal, ...options });
  }

  /** Resolves a name to one set of addresses after another; the last one stays. */
  function resolvesTo(...turns: readonly (readonly string[])[]): { resolver: Resolver; names: string[] } {
    const names: string[] = [];
    const resolve: Resolver = (name) => {
      const addresses = turns[Math.min(names.length, turns.length - 1)] ?? [];
      names.push(name);
      return Promise.resolve(addresses.map((address) => ({ address, family: 4 })));
    };
    return { resolver: resolve, names };
  }

  /** Two servers at one port: of the public address, and of the private one, which nobody may reach. */
  async function twoServers(respond: RequestListener) {
    const outside = await FileServer.start(respond, { host: PUBLIC });
    let visits = 0;
    const inside = await FileServer.start((_, response) => (visits++, response.end('inside')), {
      host: PRIVATE,
      port: outside.port,
    });
    return {
      origin: `http://files.example:${outside.port}`,
      visitsInside: () => visits,
      [Symbol.asyncDispose]: async () => {
        await outside[Symbol.asyncDispose]();
        await inside[Symbol.asyncDispose]();
      },
    };
  }

  it('connects to the address that was checked, though the name leads elsewhere a moment later', async () => {
    await using servers = await twoServers((_, response) => response.end('outside'));
    const { resolver: rebinding, names } = resolvesTo([PUBLIC], [PRIVATE]);
    expect(await text(await open(servers.origin, { resolver: rebinding }))).toBe('outside');
    expect(names).toEqual(['files.example']);
    await expectAsync(open(servers.origin, { resolver: rebinding })).toBeRejectedWith(REFUSED);
    expect(servers.visitsInside()).toBe(0);
  });

  it('checks the same name again at a redirect', async () => {
    await using servers = await twoServers((_, response) => response.writeHead(302, { location: '/again' }).end());
    const { resolver: rebinding } = resolvesTo([PUBLIC], [PRIVATE]);
    await expectAsync(open(servers.origin, { resolver: rebinding })).toBeRejectedWith(REFUSED);
    expect(servers.visitsInside()).toBe(0);
  });

  it('refuses a name with a private address among its addresses', async () => {
    await using servers = await twoServers((_, response) => response.end('outside'));
    const { resolver: mixed } = resolvesTo([PUBLIC, PRIVATE]);
    await expectAsync(open(servers.origin, { resolver: mixed })).toBeRejectedWith(REFUSED);
  });

  it('refuses a redirect into a private network', async () => {
    await using inside = await FileServer.start((_, response) => response.end('inside'));
    for (const location of [inside.origin, `http://2130706433:${inside.port}/`, 'http://169.254.169.254/latest/']) {
      await using server = await FileServer.start((_, response) => response.writeHead(302, { location }).end(), {
        host: PUBLIC,
      });
      await expectAsync(open(server.origin)).withContext(location).toBeRejectedWith(REFUSED);
    }
  });

  for (const location of ['file:///etc/passwd', 'ftp://files.example/']) {
    it(`refuses a redirect to ${location}`, async () => {
      await using server = await FileServer.start((_, response) => response.writeHead(302, { location }).end(), {
        host: PUBLIC,
      });
      await expectAsync(open(server.origin)).toBeRejectedWith(REFUSED);
    });
  }

  it('follows redirects, and no more than five', async () => {
    await using server = await FileServer.start(
      ({ url }, response) => {
        const left = Number(url?.slice(1));
        if (left === 0) response.end('here');
        else response.writeHead(307, { location: `/${left - 1}` }).end();
      },
      { host: PUBLIC },
    );
    expect(await text(await open(`${server.origin}/5`))).toBe('here');
    const tooMany = jasmine.objectContaining({ code: 'bad_answer' });
    await expectAsync(open(`${server.origin}/6`)).toBeRejectedWith(tooMany);
  });

  it('reports a redirect to nowhere', async () => {
    await using server = await FileServer.start((_, response) => response.writeHead(302).end(), { host: PUBLIC });
    const nowhere = jasmine.objectContaining({ code: 'bad_answer' });
    await expectAsync(open(`${server.origin}/a`)).toBeRejectedWith(nowhere);
  });

  it('sends what proves its right to the first origin alone', async () => {
    const seen: IncomingHttpHeaders[] = [];
    await using store = await FileServer.start(({ headers }, response) => (seen.push(headers), response.end('file')), {
      host: PUBLIC,
    });
    await using engine = await FileServer.start(
      ({ headers, url }, response) => {
        seen.push(headers);
        response.writeHead(302, { location: url === '/a' ? '/b' : store.origin }).end();
      },
      { host: PUBLIC },
    );
    const headers = { authorization: 'Bearer secret' };
    expect(await text(await open(`${engine.origin}/a`, { headers }))).toBe('file');
    expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer secret', 'Bearer secret', undefined]);
  });

  it('asks for the file unpacked, and refuses one that is packed nevertheless', async () => {
    let asked: string | undefined;
    await using server = await FileServer.start(
      ({ headers }, response) => {
        asked = String(headers['accept-encoding']);
        response.writeHead(200, { 'content-encoding': 'gzip' }).end('bomb');
      },
      { host: PUBLIC },
    );
    const packed = jasmine.objectContaining({ code: 'bad_answer' });
    await expectAsync(open(server.origin)).toBeRejectedWith(packed);
    expect(asked).toBe('identity');
  });

  it('reports a name that does not resolve, and a port where nobody listens, as faults that may pass', async () => {
    const passing = jasmine.objectContaining({ code: 'unreachable', isTransient: true });
    await expectAsync(open('http://files.example/')).toBeRejectedWith(passing);
    const server = await FileServer.start((_, response) => response.end(), { host: PUBLIC });
    const { origin } = server;
    await server[Symbol.asyncDispose]();
    await expectAsync(open(origin)).toBeRejectedWith(passing);
  });
});
