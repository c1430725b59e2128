/** A fenced block of the protocol document that claims something of the decoders. */
export interface Example {
  /** Where it begins, from 1. */
  readonly line: number;
  /** Its info string. */
  readonly title: string;
  /** Who sends it; `upload`: it answers an upload. */
  readonly direction: 'client' | 'server' | 'upload';
  /**
   * `basic`: fields are filled in or ignored; `binary`: it is the header of a binary frame;
   * `unknown`: it has a type that this version does not know. None of them: it reads exactly as it is written.
   */
  readonly words: readonly ('basic' | 'binary' | 'unknown')[];
  /** The fault that it must have, empty for one without a code; absent where it must be read. */
  readonly fault?: string;
  readonly source: string;
}

const INFO = /^(?:json|text) (client|server|upload)((?: basic| binary| unknown)*)(?: invalid=([a-z_]+)|( invalid))?$/;

/** Every fenced block of a document. Throws where one does not say what it is, so that none goes unchecked. */
export function examples(document: string): readonly Example[] {
  const found: Example[] = [];
  const lines = document.split('\n');
  for (let start = 0; start < lines.length; start++) {
    if (lines[start]?.startsWith('```') !== true) continue;
    const end = lines.indexOf('```', start + 1);
    found.push(example(lines.slice(start, end === -1 ? start : end), start + 1));
    start = end;
  }
  return found;
}

function example([fence = '', ...source]: readonly string[], line: number): Example {
  const title = fence.slice(3);
  const [, direction, words = '', code, isInvalid] = INFO.exec(title) ?? [];
  const fault = isInvalid === undefined ? code : '';
  if (direction === undefined) throw new Error(`the block in line ${line} does not say what it is, or does not end`);
  return {
    line,
    title,
    direction: direction as Example['direction'],
    words: words.split(' ').filter(Boolean) as unknown as Example['words'],
    ...(fault !== undefined && { fault }),
    source: source.join('\n'),
  };
}
