/** What is used of the encoder; it brings no types of its own. */
declare module 'gifenc/dist/gifenc.esm.js' {
  type Palette = readonly (readonly number[])[];

  export function quantize(rgba: Uint8ClampedArray | Uint8Array, maxColors: number): Palette;
  export function applyPalette(rgba: Uint8ClampedArray | Uint8Array, palette: Palette): Uint8Array;
  function gifEncoder(): {
    /** `delay` is in milliseconds; frames without a palette take that of the first one. */
    writeFrame(
      indices: Uint8Array,
      width: number,
      height: number,
      options?: { readonly palette?: Palette; readonly delay?: number },
    ): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };
  export { gifEncoder as GIFEncoder };
}
