import { join } from 'node:path';

import { filledIn, subPathReplacement } from './examples.ts';
import { caddyOptions, HAPROXY, NGINX, NGINX_LOGS, nginxAround } from './kinds.ts';
import type { MiddleBoxKind } from './middle-box.ts';

/** Where the gateway is below a path, as the documents have it. */
export const BASE_PATH = '/kitten/';

/*
 * The same programs with the gateway below a path, where other sites may be beside it. Without TLS, because browsers have no
 * service worker from a certificate that nobody has signed.
 */

const NGINX_BELOW: MiddleBoxKind = {
  ...NGINX,
  scheme: 'http',
  configuration: async (place) => {
    const { folder, port, gatewayPort } = place;
    const site = await filledIn('nginx.conf', [
      ['listen 443 ssl', `listen 127.0.0.1:${port}`],
      ['ssl_certificate     /etc/ssl/kitten.example/fullchain.pem;', ''],
      ['ssl_certificate_key /etc/ssl/kitten.example/privkey.pem;', ''],
      ['/var/log/nginx/kitten.log', join(folder, NGINX_LOGS.access)],
      ['/var/log/nginx/kitten-error.log', join(folder, NGINX_LOGS.error)],
      await subPathReplacement('nginx'),
      ['127.0.0.1:9943', `127.0.0.1:${gatewayPort}`],
    ]);
    return nginxAround(place, site);
  },
};

const HAPROXY_BELOW: MiddleBoxKind = {
  ...HAPROXY,
  scheme: 'http',
  configuration: async ({ port, gatewayPort }) =>
    filledIn('haproxy.cfg', [
      ['bind :443 ssl crt /etc/ssl/kitten.example/combined.pem', `bind 127.0.0.1:${port}`],
      ['X-Forwarded-Proto https', 'X-Forwarded-Proto http'],
      await subPathReplacement('HAProxy'),
      ['127.0.0.1:9943', `127.0.0.1:${gatewayPort}`],
    ]),
};

const CADDY_BELOW: MiddleBoxKind = {
  program: 'caddy',
  scheme: 'http',
  configuration: async (place) =>
    filledIn('Caddyfile', [
      caddyOptions(place),
      ['kitten.example {', `http://127.0.0.1:${place.port} {\n\tbind 127.0.0.1`],
      await subPathReplacement('Caddy'),
      ['127.0.0.1:9943', `127.0.0.1:${place.gatewayPort}`],
    ]),
  args: (configFile) => ['run', '--adapter', 'caddyfile', '--config', configFile],
};

/** What a gateway below a path may stand behind. */
export const SUB_PATH_KINDS: readonly MiddleBoxKind[] = [NGINX_BELOW, HAPROXY_BELOW, CADDY_BELOW];
