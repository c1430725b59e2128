import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Gateway } from '../gateway.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { CLIP } from '../../engines/testing/scripted-engine.ts';
import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';
import { openTestFolder } from '../testing/test-storage.ts';

describe('the security headers', () => {
  let gateway: Gateway;
  let medium: string;

  beforeAll(async () => {
    const appFolder = await makeTemporaryFolder();
    await writeFile(join(appFolder, 'index.html'), '<title>问小猫</title>');
    await writeFile(join(appFolder, 'ngsw-worker.js'), 'self');
    await writeFile(join(appFolder, 'main-5F3KQ2XA.js'), 'export {}');
    await writeFile(join(appFolder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const storage = await openTestFolder();
    medium = (await storage.media.save(CLIP)).url;
    gateway = await startTestGateway({ storage, appFolder });
  });

  afterAll(stopTestGateways);

  async function directives(path: string): Promise<ReadonlyMap<string, readonly string[]>> {
    const { headers } = await fetch(gateway.url + path);
    const policy = headers.get('content-security-policy') ?? '';
    return new Map(
      policy.split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources];
      }),
    );
  }

  it('come with every answer: pages, files, media, the API, refusals', async () => {
    const paths = ['/', '/ngsw-worker.js', medium, '/api/health', '/api/ws/video-generation', '/no.js', '/..%2fno.js'];
    for (const path of paths) {
      const { headers } = await fetch(gateway.url + path);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
        expect(headers.get(name)).withContext(`${path} ${name}`).toBe(value);
      }
    }
  });

  it('leave out of a module what only a page or a worker is held to', async () => {
    const { headers } = await fetch(`${gateway.url}/main-5F3KQ2XA.js`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBeNull();
    expect(headers.get('permissions-policy')).toBeNull();
  });

  it('leave out of a picture what only a page may ask for, and hold what it may run', async () => {
    const { headers } = await fetch(`${gateway.url}/favicon.svg`);
    expect(headers.get('permissions-policy')).toBeNull();
    expect(headers.get('content-security-policy')).toBe(SECURITY_HEADERS['content-security-policy'] ?? null);
  });

  /** Which opener policy a page gets that reaches the gateway, or a proxy before it, by this name. */
  function openerPolicy(at: Gateway, headers: Readonly<Record<string, string>>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      request(at.url, { headers }, (response) => {
        response.resume();
        resolve(response.headers['cross-origin-opener-policy']);
      })
        .on('error', reject)
        .end();
    });
  }

  it('have an opener policy only where browsers take it: over https, and on this machine', async () => {
    expect(await openerPolicy(gateway, {})).toBe('same-origin');
    for (const host of ['localhost:8000', '[::1]:8000'])
      expect(await openerPolicy(gateway, { host })).toBe('same-origin');
    for (const host of ['kitten.example', '192.168.1.7:8000'])
      expect(await openerPolicy(gateway, { host })).toBeUndefined();
    const proxied = await startTestGateway({ storage: await openTestFolder(), trustedProxies: ['127.0.0.1'] });
    const headers = { host: 'kitten.example', 'x-forwarded-proto': 'https' };
    expect(await openerPolicy(proxied, headers)).toBe('same-origin');
    expect(await openerPolicy(gateway, headers)).toBeUndefined();
  });

  it('let nothing run but the files of the app', async () => {
    const policy = await directives('/');
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('worker-src')).toEqual(["'self'"]);
    expect(policy.get('object-src')).toEqual(["'none'"]);
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
  });

  it('let no other page frame the app, and no form or base lead away', async () => {
    const policy = await directives('/');
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'self'"]);
  });

  it('let media and sockets come from a server elsewhere, which config.json may name', async () => {
    const policy = await directives('/');
    for (const name of ['img-src', 'media-src']) {
      expect(policy.get(name)).withContext(name).toEqual(["'self'", 'blob:', 'data:', 'http:', 'https:']);
    }
    expect(policy.get('connect-src')).toContain('ws:');
    expect(policy.get('connect-src')).toContain('wss:');
  });

  it('name each ability of a browser once', () => {
    const names = SECURITY_HEADERS['permissions-policy']!.split(', ').map((entry) => entry.split('=')[0]);
    expect(new Set(names).size).toBe(names.length);
  });
});
