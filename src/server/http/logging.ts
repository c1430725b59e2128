import type { FastifyRequest, FastifyServerOptions } from 'fastify';

/** How much is logged, from nothing to everything. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where log lines go. */
export interface LogDestination {
  write(line: string): void;
}

type LoggerOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>;

/** An address without its query: the user code in it is a secret. */
function withoutQuery(url: string): string {
  return url.split('?', 1).join();
}

/** Options for Fastify's logger: one JSON object a line, without any query. */
export function loggerOptions(level: LogLevel, stream: LogDestination): LoggerOptions {
  return {
    level,
    stream,
    serializers: {
      req: ({ method, url, ip }: FastifyRequest) => ({ method, url: withoutQuery(url), remoteAddress: ip }),
    },
  };
}
