import { Cluster } from './cluster.ts';

/**
 * `npm run cluster`: PostgreSQL, two gateways, two workers and a proxy on this machine, for a look. Ctrl-C ends all of them,
 * and nothing of it stays.
 */
const cluster = await Cluster.start({
  port: Number(process.env['PORT'] ?? 9943),
  environment: { LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn', ALLOWED_HOSTS: '*' },
});
const lines = [
  `问小猫 · Ask Kitten: open ${cluster.url}`,
  ...cluster.nodes.map(({ role, port }) => `  a ${role} at http://127.0.0.1:${port}/readyz`),
  `  PostgreSQL at ${cluster.postgres.url()}`,
];
process.stdout.write(`${lines.join('\n')}\n`);

let stopping: Promise<void> | undefined;
const stop = (): void => void (stopping ??= cluster.remove().then(() => process.exit(0)));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
process.on('disconnect', stop);
