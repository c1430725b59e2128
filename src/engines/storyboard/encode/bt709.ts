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
  // A pixel at a time is read in half the time of its bytes: red is its lowest byte.
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  let u = width * height;
  let v = u + (u >> 2);
  for (let row = 0; row < height; row += 2) {
    const end = (row + 1) * width;
    for (let at = row * width; at < end; at += 2) {
      const below = at + width;
      const one = pixels[at] as number;
      const two = pixels[at + 1] as number;
      const three = pixels[below] as number;
      const four = pixels[below + 1] as number;
      yuv[at] = lumaOf(one);
      yuv[at + 1] = lumaOf(two);
      yuv[below] = lumaOf(three);
      yuv[below + 1] = lumaOf(four);
      // Four times two bytes with a byte of room between them: red and blue are summed in one number.
      const sum = (one & 0xff00ff) + (two & 0xff00ff) + (three & 0xff00ff) + (four & 0xff00ff);
      const red = sum & 0xffff;
      const blue = sum >>> 16;
      const green = ((one >> 8) & 255) + ((two >> 8) & 255) + ((three >> 8) & 255) + ((four >> 8) & 255);
      yuv[u++] = (-6_596 * red - 22_189 * green + 28_785 * blue + 4 * CHROMA_OFFSET) >> 18;
      yuv[v++] = (28_785 * red - 26_145 * green - 2_640 * blue + 4 * CHROMA_OFFSET) >> 18;
    }
  }
}

function lumaOf(pixel: number): number {
  return (11_966 * (pixel & 255) + 40_254 * ((pixel >> 8) & 255) + 4_064 * ((pixel >> 16) & 255) + LUMA_OFFSET) >> 16;
}
