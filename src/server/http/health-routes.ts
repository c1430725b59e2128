import type { FastifyInstance } from 'fastify';
import type { StorageCheck } from '../ports/index.ts';

export interface HealthRouteOptions {
  /** Looks whether what is stored can be. */
  readonly checkStorage: () => Promise<StorageCheck>;
  /** What is wrong with the engines; undefined where nothing is. */
  readonly engineFault: () => string | undefined;
}

/** What asks whether a process is well is answered wherever its page is, and however much else is asked. */
export const PROBE_PATHS: readonly string[] = ['/healthz', '/readyz'];

/** A check writes to the disk, and anybody may ask: so often at most, in milliseconds. */
const CHECK_INTERVAL_MS = 2_000;

/**
 * `/healthz` says that the process answers, for who restarts it; `/readyz` says with 503 that it can't do its work, and
 * which part is the reason, for who sends it people.
 */
export function addHealthRoutes(app: FastifyInstance, { checkStorage, engineFault }: HealthRouteOptions): void {
  let isClosing = false;
  let checked: { readonly at: number; readonly storage: Promise<StorageCheck> } | undefined;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').type('text/plain').send('ok\n'));
  app.get('/readyz', async (_request, reply) => {
    const now = performance.now();
    if (checked === undefined || now - checked.at > CHECK_INTERVAL_MS) checked = { at: now, storage: checkStorage() };
    const faults = {
      ...(await checked.storage),
      engine: engineFault(),
      process: isClosing ? 'is stopping' : undefined,
    };
    const isReady = Object.values(faults).every((fault) => fault === undefined);
    const parts = Object.entries(faults).map(([part, fault]) => [part, fault ?? 'ok']);
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ready' : 'not ready', ...Object.fromEntries(parts) });
  });
}
