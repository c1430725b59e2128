import { randomUUID } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isMediaName } from '../media/media-name.ts';
import { databasePath, mediaPath } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { SqliteFile } from './sqlite-file.ts';
import { revokeCode } from './sqlite-revocations.ts';
import { positionPath } from './told-position.ts';

/** For this user only. */
const OWN = 0o700;

/** What a copy is made of. */
export interface BackupFacts {
  readonly folder: string;
  readonly media: number;
}

/**
 * Copies the data of a gateway, which may be running, into a new folder: the database as it is at one moment, and every
 * medium that it mentions. What is not whole does not have the folder's name.
 * Rejects with the system's or SQLite's error, and where the folder is there already.
 */
export async function backUp(dataFolder: string, folder: string): Promise<BackupFacts> {
  if (!existsSync(databasePath(dataFolder))) throw new Error(`There are no data in ${dataFolder}.`);
  if (existsSync(folder)) throw new Error(`${folder} is there already: name another folder.`);
  const draft = `${folder}.partial`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(mediaPath(draft), { recursive: true, mode: OWN });
  // Once before the database, since what it mentions may be trimmed, and once after it, for what has come meanwhile.
  await copyMedia(dataFolder, draft);
  const file = SqliteFile.open(databasePath(dataFolder));
  try {
    file.copyTo(databasePath(draft));
  } finally {
    file.close();
  }
  await copyMedia(dataFolder, draft);
  await rename(draft, folder);
  return { folder, media: (await readdir(mediaPath(folder))).length };
}

/**
 * Puts a copy in the place of a gateway's data, which are kept in a folder beside them. The log gets a new epoch: clients
 * have seen what came after the copy, and are to notice that it is gone.
 * Rejects with a `FolderTakenError` while a gateway uses the data, and before anything is moved where the copy is none.
 * @returns the folder with the data that were there; undefined where there were none
 */
export async function restore(folder: string, dataFolder: string): Promise<string | undefined> {
  if (!existsSync(databasePath(folder))) throw new Error(`${folder} is no backup: it has no database.`);
  await mkdir(dataFolder, { recursive: true, mode: OWN });
  const lock = lockFolder(dataFolder);
  const draft = join(dataFolder, 'restored.partial');
  try {
    // Whole before anything is moved: there may be no room for it.
    await copyAnew(folder, draft, forbiddenIn(databasePath(dataFolder)));
    const replaced = await moveAside(dataFolder);
    for (const place of [databasePath, mediaPath]) await rename(place(draft), place(dataFolder));
    await rm(positionPath(dataFolder), { force: true });
    return replaced;
  } finally {
    await rm(draft, { recursive: true, force: true });
    lock.close();
  }
}

/** What operators have forbidden, in whichever table: codes, addresses, everybody. */
interface Forbidden {
  readonly codes: readonly string[];
  readonly subjects: readonly string[];
}

/** A code that fell into wrong hands after the copy is not to be good again. What can't be read is what is to be replaced. */
function forbiddenIn(database: string): Forbidden {
  try {
    const file = SqliteFile.openToRead(database);
    try {
      const codes = file.prepare('SELECT code FROM revoked_codes ORDER BY place').all();
      const subjects = file.prepare('SELECT subject FROM restrictions').all();
      return { codes: codes.map(({ code }) => String(code)), subjects: subjects.map(({ subject }) => String(subject)) };
    } finally {
      file.close();
    }
  } catch {
    return { codes: [], subjects: [] };
  }
}

/** Copies a backup under a new epoch, with what is forbidden by now. */
async function copyAnew(folder: string, draft: string, { codes, subjects }: Forbidden): Promise<void> {
  await rm(draft, { recursive: true, force: true });
  await mkdir(mediaPath(draft), { recursive: true, mode: OWN });
  await copyFile(databasePath(folder), databasePath(draft), constants.COPYFILE_EXCL);
  await chmod(databasePath(draft), 0o600);
  await copyMedia(folder, draft);
  const file = SqliteFile.open(databasePath(draft));
  file.prepare('UPDATE log SET epoch = ?').run(randomUUID());
  for (const code of codes) revokeCode(file, code);
  for (const subject of subjects) file.prepare('INSERT OR IGNORE INTO restrictions (subject) VALUES (?)').run(subject);
  file.close();
}

async function moveAside(dataFolder: string): Promise<string | undefined> {
  const names = (await readdir(dataFolder)).filter((name) => /^(?:kitten\.sqlite(?:-wal|-shm)?|media)$/.test(name));
  if (names.length === 0) return undefined;
  const replaced = join(dataFolder, `replaced-${new Date().toISOString().replace(/[:.]/g, '-')}`);
  await mkdir(replaced, { mode: OWN });
  for (const name of names) await rename(join(dataFolder, name), join(replaced, name));
  return replaced;
}

/** Copies the media that are not there yet; one that goes meanwhile is no longer mentioned. */
async function copyMedia(from: string, to: string): Promise<void> {
  const there = new Set(await readdir(mediaPath(to)));
  const names = existsSync(mediaPath(from)) ? await readdir(mediaPath(from)) : [];
  for (const name of names.filter((each) => isMediaName(each) && !there.has(each))) {
    await copyFile(join(mediaPath(from), name), join(mediaPath(to), name), constants.COPYFILE_FICLONE).catch(
      (error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      },
    );
  }
}
