import { DownloadFault } from './download-fault.ts';

/**
 * The bytes of a base64 text, of the plain or the URL alphabet.
 * @throws DownloadFault `too_large` before it is decoded; `not_a_video` where it is no base64
 */
export function decodeBase64(text: string, maxBytes: number): Uint8Array {
  if ((text.length * 3) / 4 > maxBytes + 2) throw tooLarge(maxBytes);
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text)) throw new DownloadFault('not_a_video', 'the result is no base64');
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

/**
 * The bytes of a `data:` URL.
 * @throws DownloadFault as {@link decodeBase64} does; `not_a_video` where it is not in base64
 */
export function decodeDataUrl(url: string, maxBytes: number): Uint8Array {
  const [, data] = /^data:[^,]*;base64,(.*)$/is.exec(url) ?? [];
  if (data === undefined) throw new DownloadFault('not_a_video', 'a data URL with a video is in base64');
  return decodeBase64(data, maxBytes);
}

/** A file is larger than it may be. */
export function tooLarge(maxBytes: number): DownloadFault {
  return new DownloadFault('too_large', `the file is larger than ${maxBytes} bytes`);
}
