import { NoRoomForUpgradeError } from '../storage/sqlite-file.ts';
import { FolderTakenError } from '../storage/folder-lock.ts';
import { EngineConfigError } from '../../engines/index.ts';
import { MediaStoreError } from '../media-stores/media-store-error.ts';
import { ROOT_PATH } from '../media/media-address.ts';
import { isLoopbackName } from '../http/origin.ts';
import { isDiskFull } from '../ports/index.ts';
import { explainDatabaseFault } from '../postgres/database/explain-fault.ts';
import { UnfinishedMoveError } from '../postgres/move/unfinished-move.ts';
import type { Settings } from './settings.ts';

/** What people call this machine, where the gateway listens at that name or everywhere. */
const HERE: readonly string[] = ['localhost', '127.0.0.1', '::1', '0.0.0.0', '::'];

/** The address at which people on this machine open the gateway. */
export function openAddress({ host, port, basePath }: Pick<Settings, 'host' | 'port' | 'basePath'>): string {
  const isLocal = HERE.includes(host);
  const name = host.includes(':') ? `[${host}]` : host;
  // Without a slash where it is at the root, as it is typed.
  return `http://${isLocal ? 'localhost' : name}:${port}${basePath === ROOT_PATH ? '' : basePath}`;
}

/** A line for who starts a gateway that other machines reach; undefined where only this one does. */
export function openToAllWarning({ host, access }: Pick<Settings, 'host' | 'access'>): string | undefined {
  if (isLoopbackName(host) || access !== undefined) return undefined;
  return `Anybody who reaches ${host} can use it. ACCESS=password has it ask for one: docs/operate.md.`;
}

/** A line for who has other machines reach a gateway of root's; undefined where it is not, or the system has no users. */
export function rootWarning(
  { host }: Pick<Settings, 'host'>,
  user: number | undefined = process.getuid?.(),
): string | undefined {
  if (isLoopbackName(host) || user !== 0) return undefined;
  return 'It runs as root, with every right on this machine. Give it a user of its own: docs/operate.md.';
}

/** A line for who starts a gateway on a disk that is full, where there are data to be read. */
export function readOnlyWarning({ dataFolder }: Pick<Settings, 'dataFolder'>): string {
  return `The disk of ${dataFolder} is full: what is there can be read, and nothing is taken until there is room.`;
}

const UNWRITABLE: readonly string[] = ['EROFS', 'EACCES', 'EPERM'];
/** It is read-only; it can't be opened, as where its journal can't be made. */
const UNWRITABLE_OF_SQLITE: readonly number[] = [8, 14];
/** What of a code of SQLite says the kind; the rest says more. */
const PRIMARY_CODE = 0xff;

/** Why the gateway could not start, in a line for people; of engines in one for each. */
export function explainFailure(error: unknown, settings: Settings): string {
  const { host, port, dataFolder, databaseUrl, metrics } = settings;
  const { code, errcode, syscall, message, port: failed } = systemError(error);
  const isOfMetrics = metrics !== undefined && failed === metrics.port && failed !== port;
  if (error instanceof EngineConfigError || error instanceof MediaStoreError) return message;
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    const [at, portName, hostName] = isOfMetrics
      ? [metrics, 'METRICS_PORT', 'METRICS_HOST']
      : [{ host, port }, 'PORT', 'HOST'];
    switch (code) {
      case 'EADDRINUSE':
        return `Port ${at.port} on ${at.host} is taken: stop what listens there, or choose another with ${portName}.`;
      case 'EACCES':
        return `Port ${at.port} on ${at.host} is not allowed for this user: choose one above 1023 with ${portName}.`;
      case 'EADDRNOTAVAIL':
      case 'ENOTFOUND':
        return `${at.host} is no address of this machine: choose another with ${hostName}.`;
    }
  }
  if (error instanceof UnfinishedMoveError)
    return 'The move into the database has not finished: run ask-kitten move again.';
  const ofDatabase = databaseUrl === undefined ? undefined : explainDatabaseFault(error, databaseUrl);
  if (ofDatabase !== undefined) return ofDatabase;
  if (error instanceof FolderTakenError) {
    return `${dataFolder} is in use by another gateway: stop that, or choose another folder with DATA_DIR.`;
  }
  if (error instanceof NoRoomForUpgradeError) {
    const room = `${Math.ceil(error.bytes / 1e6)} MB`;
    return `There is no room to upgrade the data in ${dataFolder}: make ${room} on its disk, and start again. They are as they were.`;
  }
  if (isDiskFull(error))
    return `The disk of ${dataFolder} is full: make room on it, or choose another folder with DATA_DIR.`;
  if (UNWRITABLE.includes(code) || UNWRITABLE_OF_SQLITE.includes(errcode & PRIMARY_CODE))
    return `Nothing can be written in ${dataFolder}: give it to the user who runs this, on a disk that is not read-only, or choose another with DATA_DIR.`;
  if (code === 'ERR_SQLITE_ERROR') return `The data in ${dataFolder} can't be used: ${message}.`;
  if (syscall === 'mkdir' || syscall === 'open')
    return `${dataFolder} can't hold data (${code}): choose another with DATA_DIR.`;
  return `Could not start: ${message.split('\n', 1).join()}`;
}

interface SystemError {
  readonly code: string;
  /** SQLite's; 0 where it is no error of its. */
  readonly errcode: number;
  readonly syscall: string;
  readonly message: string;
  /** Where it could not listen. */
  readonly port?: number | undefined;
}

function systemError(error: unknown): SystemError {
  if (!(error instanceof Error)) return { code: '', errcode: 0, syscall: '', message: String(error) };
  const {
    code = '',
    errcode = 0,
    syscall = '',
    message,
    port,
  } = error as NodeJS.ErrnoException & Partial<Pick<SystemError, 'port' | 'errcode'>>;
  return { code, errcode, syscall, message, port };
}
