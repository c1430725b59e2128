import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { isLoopbackName } from './origin.ts';

/**
 * What pages of the gateway may load and run. The README says why for each.
 *
 * No nonce: a page that differs with each answer would not have the hash that the app's service worker knows it by.
 */
const CONTENT_SECURITY_POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' blob: data: http: https:",
  'media-src': "'self' blob: data: http: https:",
  'connect-src': "'self' blob: data: ws: wss: http: https:",
  'font-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'self'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'angular kitten-worker',
};

/** Abilities of browsers by who has them: no page needs the first ones, and only the app's own the others. */
const PERMISSIONS = {
  '()': [
    'accelerometer',
    'camera',
    'clipboard-read',
    'display-capture',
    'encrypted-media',
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'publickey-credentials-get',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ],
  '(self)': ['autoplay', 'clipboard-write', 'fullscreen', 'picture-in-picture', 'screen-wake-lock'],
} as const;

/** The headers by which browsers hold pages of the gateway to what the app needs, by their lower-case names. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': Object.entries(CONTENT_SECURITY_POLICY)
    .map(([name, value]) => `${name} ${value}`)
    .join('; '),
  'permissions-policy': Object.entries(PERMISSIONS)
    .flatMap(([allowed, names]) => names.map((name) => `${name}=${allowed}`))
    .join(', '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** What an embedded page may do, and who may open it: a picture that is opened by itself asks for none of it. */
const PAGE_ABILITIES = ['permissions-policy', 'cross-origin-opener-policy'];
/** Addresses of the app's own scripts hold no secret that the next one could be told. */
const PAGE_HEADERS = [...PAGE_ABILITIES, 'content-security-policy', 'referrer-policy'];

/**
 * Only for origins that browsers trust: over plain http from elsewhere they leave it out, and complain of it at each
 * load.
 */
const OPENER_POLICY = { 'cross-origin-opener-policy': 'same-origin' } as const;

/**
 * Has every answer carry {@link SECURITY_HEADERS}, errors and media included; what is only ever a part of a page may drop
 * the page's by {@link withoutPageHeaders}. To be called before routes are added.
 */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    if (isTrustworthy(request)) reply.headers(OPENER_POLICY);
  });
  // Node refuses by itself what expects anything but `100-continue`, without our headers and limits: it is answered as if it
  // expected nothing, which a server may do.
  app.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    app.routing(request, response),
  );
}

/**
 * Leaves out what holds pages and workers to something, which a module or a style sheet is not: browsers don't read it
 * there, and with thirty of them it would be a fifth of a first visit.
 */
export function withoutPageHeaders(reply: FastifyReply): FastifyReply {
  for (const name of PAGE_HEADERS) reply.removeHeader(name);
  return reply;
}

/** Leaves out what a page may ask a browser for; a picture keeps the rest, since an SVG can run scripts where it is opened. */
export function withoutPageAbilities(reply: FastifyReply): FastifyReply {
  for (const name of PAGE_ABILITIES) reply.removeHeader(name);
  return reply;
}

function isTrustworthy({ protocol, hostname }: FastifyRequest): boolean {
  return protocol === 'https' || isLoopbackName(hostname);
}
