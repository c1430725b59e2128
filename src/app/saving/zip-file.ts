/** A file in an archive: its path there, and what is in it. */
export interface ZipEntry {
  readonly name: string;
  readonly input: string | Blob | ReadableStream<Uint8Array>;
}

/** An archive of files. What packs it is loaded at the first call. Rejects where that or an entry can't be read. */
export async function zipFile(name: string, entries: readonly ZipEntry[]): Promise<File> {
  const { downloadZip } = await import('client-zip');
  return new File([await downloadZip(entries).blob()], name, { type: 'application/zip' });
}

/** A name that keeps the order, counted from 1, and names apart: `001 cat.mp4`. */
export function numberedName(number: number, name: string): string {
  return `${String(number).padStart(3, '0')} ${name}`;
}
