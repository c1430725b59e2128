/** A download that takes longer has stopped, and others wait behind it. In milliseconds. */
const LIMIT = 300_000;

/** Loads a medium, whole; undefined where there is none, or where its server lets no other page read it. */
export async function download(address: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(LIMIT) });
    return response.ok ? await response.blob() : undefined;
  } catch {
    return undefined;
  }
}
