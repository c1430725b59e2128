import { MediaStoreError } from '../media-stores/media-store-error.ts';

/** What work fails with, as an operator looks it up, `ENOSPC`, or the database's own words; undefined where it does not. */
export async function faultOf(work: () => void | Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    // Its line names the bucket and where it is, which strangers who ask for the health need not know.
    if (error instanceof MediaStoreError) return error.code;
    const { code, message } = error as NodeJS.ErrnoException;
    // A system's code says what it is; SQLite has one for everything, and PostgreSQL's are digits.
    return code !== undefined && /^E[A-Z]+$/.test(code) ? code : message;
  }
}
