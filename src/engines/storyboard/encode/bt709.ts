// Studio-range BT.709 in 16.16 fixed point; one half, for rounding, is part of each offset.
const LUMA_OFFSET = (16 << 16) + 32_768;
const CHROMA_OFFSET = (128 << 16) + 32_768;

/** Bytes of one 4:2:0 frame. */
export function yuvLength(width: number, height: number): number {
  return (width * height * 3) / 2;
}

/**
 * Turns opaque RGBA pixels into planar 4:2:0 BT.709 at studio range: Y, then U, then V.
 * @param width Pixels, even.
 * @param height Pixels, even.
 * @param yuv Takes the result; {@link yuvLength} bytes.
 */
export function rgbaToYuv(rgba: Uint8Array, width: number, height: number, yuv: Uint8Array): void {
  const chromaWidth = width >> 1;
  let u = width * height;
  let v = u + chromaWidth * (height >> 1);
  for (let row = 0; row < height; row += 2) {
    let luma = row * width;
    let pixel = luma * 4;
    for (let column = 0; column < chromaWidth; column++, luma += 2, pixel += 8) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let corner = 0; corner < 4; corner++) {
        const right = corner & 1;
        const below = corner >> 1;
        const at = pixel + right * 4 + below * width * 4;
        const r = rgba[at] as number;
        const g = rgba[at + 1] as number;
        const b = rgba[at + 2] as number;
        yuv[luma + right + below * width] = (11_966 * r + 40_254 * g + 4_064 * b + LUMA_OFFSET) >> 16;
        red += r;
        green += g;
        blue += b;
      }
      yuv[u++] = (-6_596 * red - 22_189 * green + 28_785 * blue + 4 * CHROMA_OFFSET) >> 18;
      yuv[v++] = (28_785 * red - 26_145 * green - 2_640 * blue + 4 * CHROMA_OFFSET) >> 18;
    }
  }
}
