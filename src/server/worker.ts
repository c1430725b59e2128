import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import type { Gateway, GatewayOptions } from './gateway.ts';
import { type LogDestination, loggerOptions, type LogLevel } from './http/logging.ts';
import { addJobService, type JobServiceOptions } from './job-service.ts';

/** The parts and settings of a worker. It owns its engines and its storage: closing the worker closes them. */
export interface WorkerOptions extends JobServiceOptions, Pick<GatewayOptions, 'host' | 'port'> {
  /** Default `warn`. */
  readonly logLevel?: LogLevel;
  /** Default: standard error. */
  readonly logDestination?: LogDestination;
}

/**
 * Starts a worker: it runs the jobs that gateways take in, and says over HTTP whether it is well, and nothing else.
 * Rejects with the system's error where it can't listen, having closed what it was given.
 */
export async function createWorker(options: WorkerOptions): Promise<Gateway> {
  const { storage, engines, host = '127.0.0.1', port = 0, logLevel = 'warn' } = options;
  const app = fastify({
    logger: loggerOptions(logLevel, options.logDestination ?? process.stderr),
    forceCloseConnections: true,
  });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAll());
  /** Jobs first: others take them. */
  const closeAll = async (): Promise<void> => {
    await app.close();
    await storage.close();
    await engines.close();
  };
  try {
    const jobs = await addJobService(app, options);
    jobs.start();
    const url = await app.listen({ host, port });
    return { url, port: (app.server.address() as AddressInfo).port, metricsPort: jobs.metricsPort, close };
  } catch (error) {
    await close();
    throw error;
  }
}
