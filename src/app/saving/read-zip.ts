/** A file in an archive. */
export interface ZippedFile {
  /** Its path there. */
  readonly name: string;
  /** What is in it. Rejects where that is damaged, or packed in a way that browsers don't know. */
  read(): Promise<Blob>;
}

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** How many bytes they have before what is as long as it likes. */
const [END_BYTES, ENTRY_BYTES, HEADER_BYTES] = [22, 46, 30];
/** What may stand behind the directory. */
const MOST_COMMENT = 0xffff;
const [STORED, DEFLATED] = [0, 8];

/**
 * The files of an archive, in their order; none where it is none, or has 4 GiB or more. Only its directory is read: each
 * file stays on the disk until it is wanted.
 */
export async function readZip(archive: Blob): Promise<readonly ZippedFile[]> {
  const tail = await viewOf(archive.slice(Math.max(0, archive.size - END_BYTES - MOST_COMMENT)));
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    const [bytes, start] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
    return filesIn(archive, await viewOf(archive.slice(start, start + bytes)));
  }
  return [];
}

function filesIn(archive: Blob, directory: DataView): readonly ZippedFile[] {
  const files: ZippedFile[] = [];
  const decoder = new TextDecoder();
  for (let at = 0; at + ENTRY_BYTES <= directory.byteLength;) {
    if (directory.getUint32(at, true) !== ENTRY) break;
    const [method, bytes, start] = [at + 10, at + 20, at + 42].map((place, index) =>
      index === 0 ? directory.getUint16(place, true) : directory.getUint32(place, true),
    ) as [number, number, number];
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((place) =>
      directory.getUint16(at + place, true),
    ) as [number, number, number];
    const next = at + ENTRY_BYTES + nameBytes + extraBytes + commentBytes;
    if (next > directory.byteLength) break;
    const name = decoder.decode(new Uint8Array(directory.buffer, at + ENTRY_BYTES, nameBytes));
    files.push({ name, read: () => unpack(archive, { method, bytes, start }) });
    at = next;
  }
  return files;
}

async function unpack(
  archive: Blob,
  { method, bytes, start }: { readonly method: number; readonly bytes: number; readonly start: number },
): Promise<Blob> {
  const header = await viewOf(archive.slice(start, start + HEADER_BYTES));
  if (header.byteLength < HEADER_BYTES || header.getUint32(0, true) !== LOCAL_HEADER) throw new Error('It is damaged.');
  const from = start + HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = archive.slice(from, from + bytes);
  if (packed.size < bytes) throw new Error('It is cut off.');
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new Error('It is packed in an unknown way.');
  return new Response(packed.stream().pipeThrough(new DecompressionStream('deflate-raw'))).blob();
}

async function viewOf(blob: Blob): Promise<DataView> {
  return new DataView(await blob.arrayBuffer());
}
