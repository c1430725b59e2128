/**
 * Cuts a text into small pieces at word boundaries; joined they are the text again.
 * @param most At most so many pieces.
 */
export function textPieces(text: string, most: number): readonly string[] {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
  const count = Math.max(1, Math.min(most, words.length));
  const pieces: string[] = [];
  for (let piece = 0; piece < count; piece++) {
    const from = Math.floor((piece * words.length) / count);
    const to = Math.floor(((piece + 1) * words.length) / count);
    pieces.push(words.slice(from, to).join(''));
  }
  return pieces;
}
