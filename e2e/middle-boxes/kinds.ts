import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';

import type { MiddleBoxKind, MiddleBoxPlace } from './middle-box.ts';

/** How long the middle boxes let a connection be silent, in seconds. */
export const IDLE_SECONDS = 5;

/** How long the old workers of nginx go on after a reload, in seconds. */
const OLD_WORKER_SECONDS = 1;

/** Where the gateway is below a path, as the documents have it. */
export const BASE_PATH = '/kitten/';

/** The logs of nginx, in its folder. */
export const NGINX_LOGS = { access: 'access.log', error: 'error.log' } as const;

/** nginx, with the site that `docs/deploy/nginx.conf` shows. */
export const NGINX: MiddleBoxKind = {
  program: 'nginx',
  configuration: async (place) => {
    const { folder, port, gatewayPort, certificate } = place;
    return nginxAround(
      place,
      await filledIn('nginx.conf', [
        ['listen 443 ssl', `listen 127.0.0.1:${port} ssl`],
        ['/etc/ssl/kitten.example/fullchain.pem', certificate.certificate],
        ['/etc/ssl/kitten.example/privkey.pem', certificate.key],
        ['/var/log/nginx/kitten.log', join(folder, NGINX_LOGS.access)],
        ['/var/log/nginx/kitten-error.log', join(folder, NGINX_LOGS.error)],
        ['127.0.0.1:9943', `127.0.0.1:${gatewayPort}`],
        ['proxy_read_timeout 60s', `proxy_read_timeout ${IDLE_SECONDS}s`],
        ['proxy_send_timeout 60s', `proxy_send_timeout ${IDLE_SECONDS}s`],
      ]),
    );
  },
  args: nginxArgs,
};

/**
 * nginx with the same site below a path, where others may be beside it; without TLS, because browsers have no service
 * worker from a certificate that nobody has signed.
 */
export const NGINX_SUB_PATH: MiddleBoxKind = {
  program: 'nginx',
  scheme: 'http',
  configuration: async (place) => {
    const { folder, port, gatewayPort } = place;
    return nginxAround(
      place,
      await filledIn('nginx.conf', [
        ['listen 443 ssl', `listen 127.0.0.1:${port}`],
        ['ssl_certificate     /etc/ssl/kitten.example/fullchain.pem;', ''],
        ['ssl_certificate_key /etc/ssl/kitten.example/privkey.pem;', ''],
        ['/var/log/nginx/kitten.log', join(folder, NGINX_LOGS.access)],
        ['/var/log/nginx/kitten-error.log', join(folder, NGINX_LOGS.error)],
        ['location / {', `location ${BASE_PATH} {`],
        ['127.0.0.1:9943', `127.0.0.1:${gatewayPort}`],
      ]),
    );
  },
  args: nginxArgs,
};
/** What a site of nginx needs around it. */
function nginxAround({ folder }: MiddleBoxPlace, site: string): string {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    // Started as root, its workers would be somebody else, who can't write here.
    `user ${userInfo().username};`,
    `daemon off; pid ${join(folder, 'nginx.pid')}; error_log stderr crit;`,
    `worker_shutdown_timeout ${OLD_WORKER_SECONDS}s;`,
    'events { worker_connections 256; }',
    'http {',
    ...folders.map((name) => `${name}_temp_path ${join(folder, name)};`),
    site,
    '}',
  ].join('\n');
}

function nginxArgs(configFile: string, folder: string): readonly string[] {
  return ['-p', folder, '-c', configFile, '-e', 'stderr'];
}

/** Caddy, with what `docs/deploy/Caddyfile` shows; what it does by itself on a host of its own is off. */
export const CADDY: MiddleBoxKind = {
  program: 'caddy',
  configuration: async ({ folder, port, gatewayPort, certificate: { certificate, key } }) => {
    const site = await filledIn('Caddyfile', [
      ['kitten.example {', `https://127.0.0.1:${port} {\n\tbind 127.0.0.1\n\ttls ${certificate} ${key}`],
      ['127.0.0.1:9943', `127.0.0.1:${gatewayPort}`],
    ]);
    return `{\n\tadmin off\n\tauto_https off\n\tstorage file_system ${folder}\n}\n${site}`;
  },
  args: (configFile) => ['run', '--adapter', 'caddyfile', '--config', configFile],
};

/** HAProxy, with what `docs/deploy/haproxy.cfg` shows. */
export const HAPROXY: MiddleBoxKind = {
  program: 'haproxy',
  configuration: ({ port, gatewayPort, certificate }) =>
    filledIn('haproxy.cfg', [
      ['bind :443', `bind 127.0.0.1:${port}`],
      ['/etc/ssl/kitten.example/combined.pem', certificate.combined],
      ['127.0.0.1:9943', `127.0.0.1:${gatewayPort}`],
      ['timeout client  60s', `timeout client ${IDLE_SECONDS}s`],
      ['timeout server  60s', `timeout server ${IDLE_SECONDS}s`],
      ['timeout tunnel  60s', `timeout tunnel ${IDLE_SECONDS}s`],
    ]),
  args: (configFile) => ['-db', '-q', '-f', configFile],
};

/**
 * The text of a file in `docs/deploy` with other values in some places: tests run what users are shown.
 * Throws where a value is not there to be replaced.
 */
async function filledIn(file: string, values: readonly (readonly [string, string])[]): Promise<string> {
  const text = await readFile(new URL(`../../docs/deploy/${file}`, import.meta.url), 'utf8');
  return values.reduce((filled, [from, to]) => {
    if (!filled.includes(from)) throw new Error(`${file} holds no ${JSON.stringify(from)}`);
    return filled.replaceAll(from, to);
  }, text);
}
