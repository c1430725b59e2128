/**
 * Tells of a place in a bundle which source file it comes from. An unminified bundle of esbuild's has the name of each
 * module in a comment before its code. That is surer than a source map, which says nothing of what a compiler has added:
 * a template's functions stand before the class of their component, and count as its file.
 */
export class Bundle {
  /** @type {{ start: number, file: string }[]} */
  #modules;

  /** @param {string} text the script */
  constructor(text) {
    const names = text.matchAll(/^\/\/ (\S+\.[cm]?[jt]s)$/gm);
    this.#modules = [...names].map(({ index: start, 1: file }) => ({ start, file }));
  }

  /**
   * The file, as `src/app/app.ts`, or undefined where it is none of the project's.
   * @param {number} offset
   */
  sourceOf(offset) {
    const file = this.#modules.findLast(({ start }) => start <= offset)?.file;
    return file?.startsWith('src/') ? file : undefined;
  }
}
