/**
 * What each room of `src` may import: other rooms, through their index.ts, and packages. `*` ends a prefix.
 * @type {Readonly<Record<string, { rooms: readonly string[], packages: readonly string[] }>>}
 */
export const ROOMS = {
  protocol: { rooms: [], packages: [] },
  services: { rooms: ['protocol'], packages: ['@angular/common', '@angular/core', '@angular/core/*', 'rxjs', 'rxjs/*', 'idb', 'uuid'] },
  app: { rooms: ['services'], packages: ['@angular/*', '@mdi/js', 'rxjs', 'rxjs/*'] },
  server: {
    rooms: ['protocol'],
    packages: ['node:*', '@fastify/*', '@napi-rs/canvas', 'fastify', 'h264-mp4-encoder', 'mediabunny', 'ws'],
  },
};
