import { userInfo } from 'node:os';
import { join } from 'node:path';

import { filledIn, type Replacement } from './examples.ts';
import type { MiddleBoxKind, MiddleBoxPlace } from './middle-box.ts';

/** How long the middle boxes let a connection be silent, in seconds. */
export const IDLE_SECONDS = 5;

/** How long the old workers of nginx go on after a reload, in seconds. */
const OLD_WORKER_SECONDS = 1;

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

/** What a site of nginx needs around it. */
export function nginxAround({ folder }: MiddleBoxPlace, site: string): string {
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

/** The log of Caddy, in its folder. */
export const CADDY_LOG = 'caddy.log';

/** Caddy, with what `docs/deploy/Caddyfile` shows; what it does by itself on a host of its own is off. */
export const CADDY: MiddleBoxKind = {
  program: 'caddy',
  configuration: async (place) => {
    const {
      port,
      gatewayPort,
      certificate: { certificate, key },
    } = place;
    return filledIn('Caddyfile', [
      caddyOptions(place),
      ['kitten.example {', `https://127.0.0.1:${port} {\n\tbind 127.0.0.1\n\ttls ${certificate} ${key}`],
      ['127.0.0.1:9943', `127.0.0.1:${gatewayPort}`],
    ]);
  },
  args: (configFile) => ['run', '--adapter', 'caddyfile', '--config', configFile],
};

/** What is off in Caddy where it is not the machine's own, and where it logs. */
export function caddyOptions({ folder }: MiddleBoxPlace): Replacement {
  const options = ['admin off', 'auto_https off', `storage file_system ${folder}`, 'log {'].join('\n\t');
  return ['log {', `${options}\n\t\toutput file ${join(folder, CADDY_LOG)}`];
}

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
