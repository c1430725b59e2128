import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gateway } from './gateway.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { CLIP } from './testing/scripted-engine.ts';
import { makeTemporaryFolder } from './testing/temporary-folder.ts';
import { startTestGateway, stopTestGateways } from './testing/test-gateway.ts';
import { openTestFolder } from './testing/test-storage.ts';

describe('the security headers', () => {
  let gateway: Gateway;
  let medium: string;

  beforeAll(async () => {
    const appFolder = await makeTemporaryFolder();
    await writeFile(join(appFolder, 'index.html'), '<title>问小猫</title>');
    await writeFile(join(appFolder, 'ngsw-worker.js'), 'self');
    await writeFile(join(appFolder, 'main-5F3KQ2XA.js'), 'export {}');
    const storage = await openTestFolder();
    medium = (await storage.media.put(CLIP)).url;
    gateway = await startTestGateway({ storage, appFolder });
  });

  afterAll(stopTestGateways);

  async function directives(path: string): Promise<ReadonlyMap<string, readonly string[]>> {
    const { headers } = await fetch(gateway.url + path);
    const policy = headers.get('content-security-policy') ?? '';
    return new Map(policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }));
  }

  it('come with every answer: pages, files, media, the API, refusals', async () => {
    const paths = ['/', '/main-5F3KQ2XA.js', '/ngsw-worker.js', medium, '/api/health', '/api/ws/video-generation', '/no.js'];
    for (const path of paths) {
      const { headers } = await fetch(gateway.url + path);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
        expect(headers.get(name)).withContext(`${path} ${name}`).toBe(value);
      }
    }
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
