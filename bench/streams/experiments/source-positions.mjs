import { SourceMap } from 'node:module';

/** What a function is called where it is declared: a name before its parameters, or before `=`. */
const DECLARED_NAME = /([\w$#]+)\s*(?:<[^>]*>)?\s*(?:\(|=(?!=)|:)/;

/** Finds the sources of what stands in a bundle, by its source map. */
export class SourcePositions {
  #map;
  #lines = new Map();

  /** @param {string} json the source map */
  constructor(json) {
    const payload = JSON.parse(json);
    this.#map = new SourceMap(payload);
    payload.sources.forEach((source, index) => {
      this.#lines.set(source, payload.sourcesContent?.[index]?.split('\n') ?? []);
    });
  }

  /**
   * The source of a function in the bundle; undefined where there is none, as for what the browser itself does.
   * @param {{ functionName: string, url: string, lineNumber: number, columnNumber: number }} frame
   * @returns {{ file: string, line: number, name: string } | undefined} `line` from 1
   */
  find({ functionName, url, lineNumber, columnNumber }) {
    if (!url.endsWith('.js')) return undefined;
    const { originalSource, originalLine } = this.#map.findEntry(lineNumber, columnNumber);
    if (originalSource === undefined) return undefined;
    const [, declared] = DECLARED_NAME.exec(this.#lines.get(originalSource)?.[originalLine] ?? '') ?? [];
    return {
      file: shortened(originalSource),
      line: originalLine + 1,
      name: declared ?? (functionName || '(anonymous)'),
    };
  }
}

function shortened(source) {
  return source.replace(/^(\.\.\/)+/, '').replace(/^node_modules\//, '');
}
