/**
 * What each room of `src` may import: other rooms, through their index.ts, and packages. `*` ends a prefix.
 * @type {Readonly<Record<string, { rooms: readonly string[], packages: readonly string[] }>>}
 */
export const ROOMS = {
  testing: { rooms: [], packages: [] },
  protocol: { rooms: ['testing'], packages: [] },
  services: {
    rooms: ['protocol', 'testing'],
    packages: ['@angular/common', '@angular/core', '@angular/core/*', 'rxjs', 'rxjs/*', 'idb', 'uuid'],
  },
  app: {
    rooms: ['services', 'testing'],
    packages: [
      '@angular/*',
      '@jsverse/transloco',
      '@mdi/js',
      'client-zip',
      'highlight.js',
      'highlight.js/*',
      'idb',
      'marked',
      'minisearch',
      'remend',
      'rxjs',
      'rxjs/*',
      'virtua/angular',
    ],
  },
  engines: {
    rooms: ['protocol', 'testing'],
    packages: ['node:*', '@napi-rs/canvas', 'h264-mp4-encoder', 'mediabunny'],
  },
  server: {
    rooms: ['protocol', 'engines', 'testing'],
    packages: ['node:*', '@fastify/*', '@napi-rs/canvas', 'fastify', 'ws'],
  },
};
