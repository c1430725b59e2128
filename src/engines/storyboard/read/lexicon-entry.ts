/** Something that a prompt can name. */
export interface LexiconEntry {
  /** Its name in a Chinese sentence. */
  readonly zh: string;
  /** Its name in an English sentence. */
  readonly en: string;
  /** The words that mean it; English ones in lower case and in their first form. */
  readonly words: readonly string[];
}

/**
 * @param zh Chinese words, a space between them; the first is the name.
 * @param en English words or phrases, a comma between them; the first is the name.
 */
export function entry(zh: string, en: string): LexiconEntry {
  const chinese = zh.split(' ');
  const english = en.split(', ');
  return { zh: chinese[0] ?? zh, en: english[0] ?? en, words: [...chinese, ...english] };
}
