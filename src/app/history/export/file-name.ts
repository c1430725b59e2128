/** What some system does not take in a file's name: separators, wildcards, quotes, controls, marks of direction. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

/** Names that Windows reserves for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Short enough in bytes for every system, also where a character takes four. */
const MAX_LENGTH = 50;

/** A file's name, without its ending, that every system takes. */
export function safeFileName(title: string, otherwise: string): string {
  const plain = title.replaceAll(UNSAFE, ' ').replaceAll(/\s+/g, ' ').trim();
  const name = [...plain]
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  return name === '' || RESERVED.test(name) ? otherwise : name;
}
