import { FolderTakenError } from '../storage/folder-lock.ts';
import { EngineConfigError } from '../../engines/index.ts';
import { isLoopbackName } from '../http/origin.ts';
import type { Settings } from './settings.ts';

/** The address at which people on this machine open the gateway. */
export function openAddress(host: string, port: number): string {
  const isLocal = isLoopbackName(host) || host === '0.0.0.0' || host === '::';
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${isLocal ? 'localhost' : name}:${port}`;
}

/** Why the gateway could not start, in a line for people; of engines in one for each. */
export function explainFailure(error: unknown, { host, port, dataFolder }: Settings): string {
  const { code, syscall, message } = systemError(error);
  if (error instanceof EngineConfigError) return message;
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    switch (code) {
      case 'EADDRINUSE':
        return `Port ${port} on ${host} is taken: stop what listens there, or choose another with PORT.`;
      case 'EACCES':
        return `Port ${port} on ${host} is not allowed for this user: choose one above 1023 with PORT.`;
      case 'EADDRNOTAVAIL':
      case 'ENOTFOUND':
        return `${host} is no address of this machine: choose another with HOST.`;
    }
  }
  if (error instanceof FolderTakenError) {
    return `${dataFolder} is in use by another gateway: stop that, or choose another folder with DATA_DIR.`;
  }
  if (code === 'ERR_SQLITE_ERROR') return `The data in ${dataFolder} can't be used: ${message}.`;
  if (syscall === 'mkdir' || syscall === 'open')
    return `${dataFolder} can't hold data (${code}): choose another with DATA_DIR.`;
  return `Could not start: ${message.split('\n', 1).join()}`;
}

function systemError(error: unknown): { code: string; syscall: string; message: string } {
  if (!(error instanceof Error)) return { code: '', syscall: '', message: String(error) };
  const { code = '', syscall = '', message } = error as NodeJS.ErrnoException;
  return { code, syscall, message };
}
