import type { TokenizerExtension } from 'marked';

/** Faces that are written with the signs of markdown: (*^_^*), >_<, _(:з」∠)_, ¯\_(ツ)_/¯. */
const FACE = /[(（]\*[^\p{L}\p{N}\s*]{1,8}\*[)）]|[<>^=@;~-]_[<>^=@;~-]|_\(:[^\n)]{1,6}\)_|[¯￣]\\?_\(ツ\)_\/[¯￣]/u;
const FACE_AT_START = new RegExp(`^(?:${FACE.source})`, 'u');

/** Faces stay as they are drawn. */
export const FACES: TokenizerExtension = {
  name: 'face',
  level: 'inline',
  start: (text) => FACE.exec(text)?.index,
  tokenizer(text) {
    const [raw] = FACE_AT_START.exec(text) ?? [];
    return raw === undefined ? undefined : { type: 'escape', raw, text: raw };
  },
};
