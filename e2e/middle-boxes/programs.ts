import { spawnSync } from 'node:child_process';

/** Debian keeps servers where the path of most users does not look. */
export const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`;

/** Why a test can't run here, for a program that it needs; undefined where the program is there. */
export function missing(...programs: readonly string[]): string | undefined {
  const absent = programs.filter(
    (program) => spawnSync(program, ['-v'], { env: { ...process.env, PATH }, stdio: 'ignore' }).error !== undefined,
  );
  return absent.length === 0 ? undefined : `${absent.join(' and ')} can't be run on this machine`;
}
