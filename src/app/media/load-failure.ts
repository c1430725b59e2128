import type { TextSource } from '../language/texts.ts';

/** Why a medium did not load: no network, an address that is no more, a format the browser can't show, or who knows. */
export type LoadFailure = 'network' | 'gone' | 'format' | 'unknown';

const GONE: ReadonlySet<number> = new Set([401, 403, 404, 410]);

/** Asks the address itself why a medium did not load: the element that shows it does not tell. Never rejects. */
export async function loadFailure(address: string | undefined): Promise<LoadFailure> {
  if (!address?.startsWith('http')) return 'format';
  try {
    const { ok, status } = await fetch(address, { method: 'HEAD', cache: 'no-store' });
    if (ok) return 'format';
    return GONE.has(status) ? 'gone' : 'unknown';
  } catch {
    return (await isReachable(address)) ? 'unknown' : 'network';
  }
}

/** The cause in words. */
export function failureText(failure: LoadFailure, text: TextSource): string {
  switch (failure) {
    case 'network':
      return text('media.failedNetwork');
    case 'gone':
      return text('media.failedGone');
    case 'format':
      return text('media.failedFormat');
    case 'unknown':
      return text('media.failedUnknown');
  }
}

/** A server that lets no other page read its answer still answers. */
async function isReachable(address: string): Promise<boolean> {
  try {
    await fetch(address, { method: 'HEAD', mode: 'no-cors', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}
