/** What some system does not take in a file's name: separators, wildcards, quotes, controls, marks of direction. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

/** An emoji; it may be drawn as one of several, joined or tagged by characters that are unsafe elsewhere: 👨‍👩‍👧‍👦. */
const EMOJI = /^\p{Extended_Pictographic}/u;

/** Names that Windows reserves for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Short enough for people, in characters as they see them, and in bytes for every system and an ending. */
const MAX_LENGTH = 50;
const MAX_BYTES = 220;

/** A file's name, without its ending, that every system takes. */
export function safeFileName(title: string, otherwise: string): string {
  const plain = characters(title)
    .map((character) => (EMOJI.test(character) ? character : character.replaceAll(UNSAFE, ' ')))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const name = cut(plain)
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  return name === '' || RESERVED.test(name) ? otherwise : name;
}

function cut(text: string): string {
  const encoder = new TextEncoder();
  let result = '';
  for (const character of characters(text).slice(0, MAX_LENGTH)) {
    if (encoder.encode(result + character).length > MAX_BYTES) break;
    result += character;
  }
  return result;
}

/** The characters of a text as people see them; code points where the browser can't tell. */
function characters(text: string): readonly string[] {
  const { Segmenter } = Intl as Partial<typeof Intl>;
  if (Segmenter === undefined) return [...text];
  return Array.from(new Segmenter().segment(text), ({ segment }) => segment);
}
