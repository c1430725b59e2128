import { homedir } from 'node:os';
import { join } from 'node:path';

/** A path in which `~` is the home folder: a shell resolves that, but neither a file of settings nor a unit of systemd does. */
export function atHome(path: string): string {
  return path === '~' || path.startsWith('~/') ? join(homedir(), path.slice(1)) : path;
}
