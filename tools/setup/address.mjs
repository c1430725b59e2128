import { createServer } from 'node:net';
import { SetupError } from './setup-error.mjs';

const DEFAULT_PORT = 9943;

/**
 * Where the gateway is to listen, as the environment says it.
 * @param {NodeJS.ProcessEnv} env
 * @throws {SetupError} where `PORT` is no port
 */
export function gatewayAddress(env) {
  const port = env.PORT ? Number(env.PORT) : DEFAULT_PORT;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SetupError(`PORT is ${JSON.stringify(env.PORT)}; it must be a number from 0 to 65535.`);
  }
  return { host: env.HOST || '127.0.0.1', port };
}

/**
 * Tells before a long build that the gateway would not be able to listen after it.
 * @param {{ host: string, port: number }} address
 * @throws {SetupError} where nobody can listen there
 */
export async function ensureFree({ host, port }) {
  const probe = createServer();
  const failure = await new Promise((resolve) => {
    probe.once('error', resolve);
    probe.listen({ host, port, exclusive: true }, () => resolve(undefined));
  });
  if (failure !== undefined)
    throw new SetupError(`${reason(failure, host, port)} Choose another one with HOST and PORT.`);
  await new Promise((resolve) => probe.close(resolve));
}

function reason({ code, message }, host, port) {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${host} is taken.`;
    case 'EACCES':
      return `Port ${port} of ${host} may not be used by you.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine.`;
    default:
      return `Nothing can listen on port ${port} of ${host}: ${message}.`;
  }
}
