import type { ImageMessage, VideoMessage } from '../../services/index.ts';
import { numberFormat } from '../language/formats.ts';
import { byteText } from '../language/quantity-text.ts';

/** How long a clip is, as its language says it: `4 sec`; with the space that the texts of the application have in Chinese, too. */
export function lengthText(durationMs: number, language: string): string {
  const options = { style: 'unit', unit: 'second', unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return numberFormat(language, options)
    .format(durationMs / 1_000)
    .replace(/(?<=\d)(?=\p{Script=Han})/u, ' ');
}

/** The length, the pixels and the bytes of a medium, as far as they are known, in a few words. */
export function mediumFacts(medium: ImageMessage | VideoMessage, language: string): string {
  const { width, height, bytes } = medium;
  const facts: string[] = [];
  if (medium.type === 'video' && medium.durationMs !== undefined) facts.push(lengthText(medium.durationMs, language));
  if (width && height) facts.push(`${width}×${height}`);
  if (bytes !== undefined) facts.push(byteText(bytes, language));
  // Where there are two lines of it, each fact is on one, with the dot after it.
  return facts.map((fact) => fact.replaceAll(' ', '\u00a0')).join('\u00a0· ');
}
