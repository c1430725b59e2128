/** The system's, and PostgreSQL's. */
const FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT', '53100'];
/** SQLite's: it is full; there is no room for the index of the log that those who share a file have. */
const FULL_OF_SQLITE: readonly unknown[] = [13, 4874];

/** Something was not stored, for the disk is full. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError';
  /** As the system calls it. */
  readonly code = 'ENOSPC';
}

/** Whether something was not stored for want of room on a disk, or of a quota on it. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errcode } = error as NodeJS.ErrnoException & { readonly errcode?: unknown };
  return FULL.includes(code) || FULL_OF_SQLITE.includes(errcode);
}
