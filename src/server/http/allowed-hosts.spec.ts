import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { ENDPOINT_PATH } from '../../protocol/index.ts';
import { statusOfUpgrade } from '../testing/raw-upgrade.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';
import { isAllowedHost } from './allowed-hosts.ts';

describe('isAllowedHost', () => {
  const loopback = { listensOn: '127.0.0.1', allowed: [] };
  const everywhere = { listensOn: '0.0.0.0', allowed: [] };

  it('on a loopback listener knows only the names of this machine, with any port', () => {
    for (const host of ['localhost', 'LOCALHOST:9943', '127.0.0.1:1', '[::1]:9943', 'kitten.localhost']) {
      expect(isAllowedHost(host, loopback)).withContext(host).toBeTrue();
    }
    for (const host of [
      'evil.example:9943',
      'localhost.evil.example',
      '192.168.1.5',
      '127.evil.example',
      '',
      undefined,
    ]) {
      expect(isAllowedHost(host, loopback)).withContext(`${host}`).toBeFalse();
    }
  });

  it('on every other knows addresses too, which cannot be led elsewhere, but no name that was not given', () => {
    for (const host of ['192.168.1.5:9943', '[fe80::1]', 'localhost']) {
      expect(isAllowedHost(host, everywhere)).withContext(host).toBeTrue();
    }
    expect(isAllowedHost('kitten.example', everywhere)).toBeFalse();
  });

  it('knows the names that were given, in any case, and every name where all are', () => {
    expect(isAllowedHost('Kitten.Example:443', { ...loopback, allowed: ['kitten.example'] })).toBeTrue();
    expect(isAllowedHost('other.example', { ...loopback, allowed: ['kitten.example'] })).toBeFalse();
    expect(isAllowedHost('other.example', { ...loopback, allowed: ['*'] })).toBeTrue();
  });
});

describe('a host that is not allowed', () => {
  afterEach(stopTestGateways);

  it('gets neither page nor health nor socket, and reads which setting lets it in', async () => {
    const gateway = await startTestGateway();
    const host = `evil.example:${gateway.port}`;
    for (const path of ['/', '/api/health', '/media/x.mp4']) {
      const { status, body } = await get(gateway.url + path, host);
      expect(status).withContext(path).toBe(403);
      expect(body).toContain('ALLOWED_HOSTS=evil.example');
    }
    const upgrade = { host, origin: `http://${host}` };
    expect(await statusOfUpgrade(gateway, `${ENDPOINT_PATH}?code=${randomUUID()}`, upgrade)).toBe(403);
  });

  it('gets everything once it is', async () => {
    const gateway = await startTestGateway({ allowedHosts: ['kitten.example'] });
    expect((await get(`${gateway.url}/api/health`, 'kitten.example')).status).toBe(200);
    expect(await statusOfUpgrade(gateway, `${ENDPOINT_PATH}?code=${randomUUID()}`, { host: 'kitten.example' })).toBe(
      101,
    );
  });
});

/** `fetch` does not let its caller choose the `Host`. */
function get(url: string, host: string): Promise<{ readonly status: number | undefined; readonly body: string }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host, accept: 'text/html' } }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode, body }));
    })
      .on('error', reject)
      .end();
  });
}
