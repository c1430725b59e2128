/**
 * Cuts a text into small pieces at word boundaries; joined they are the text again.
 * @param most At most so many pieces.
 */
export function textPieces(text: string, most: number): readonly string[] {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
  const count = Math.max(1, Math.min(most, words.length));
  const start = (piece: number) => Math.floor((piece * words.length) / count);
  return Array.from({ length: count }, (_, piece) => words.slice(start(piece), start(piece + 1)).join(''));
}
