import type { H264MP4Encoder } from 'h264-mp4-encoder';
import { FRAME_RATE } from '../clip-format.ts';
import { rgbaToYuv, yuvLength } from './bt709.ts';
import { loadH264 } from './h264-package.ts';

const { createH264MP4Encoder } = loadH264();

// A key frame each second: a seek decodes 24 frames at most.
const KEY_FRAME_EVERY = FRAME_RATE;
const QUANTIZER = 29;
// Half the time of 6, in files that are a sixth to a third larger and look the same.
const SPEED = 9;

/** Makes an H.264 MP4 of frames. Call {@link dispose} at the end, whatever happened. */
export class ClipEncoder {
  readonly #encoder: H264MP4Encoder;
  readonly #yuv: Uint8Array;
  #isFinished = false;

  private constructor(encoder: H264MP4Encoder, width: number, height: number) {
    encoder.width = width;
    encoder.height = height;
    encoder.frameRate = FRAME_RATE;
    encoder.groupOfPictures = KEY_FRAME_EVERY;
    encoder.quantizationParameter = QUANTIZER;
    encoder.speed = SPEED;
    encoder.initialize();
    this.#encoder = encoder;
    this.#yuv = new Uint8Array(yuvLength(width, height));
  }

  /**
   * @param width Pixels, even.
   * @param height Pixels, even.
   */
  static async create(width: number, height: number): Promise<ClipEncoder> {
    return new ClipEncoder(await createH264MP4Encoder(), width, height);
  }

  /** Adds a frame of opaque RGBA pixels. */
  add(rgba: Uint8Array): void {
    rgbaToYuv(rgba, this.#encoder.width, this.#encoder.height, this.#yuv);
    this.#encoder.addFrameYuv(this.#yuv);
  }

  /** The MP4 as the encoder leaves it; browsers seek wrongly in it until it has been through `packageClip`. */
  finish(): Uint8Array {
    this.#finalize();
    return this.#encoder.FS.readFile(this.#encoder.outputFilename);
  }

  /** Frees the encoder and its file, which would otherwise stay in memory as long as the thread. */
  dispose(): void {
    const { FS, outputFilename } = this.#encoder;
    // An encoder deleted before it is finalized aborts the whole WebAssembly module.
    this.#finalize();
    this.#encoder.delete();
    FS.unlink(outputFilename);
  }

  #finalize(): void {
    if (this.#isFinished) return;
    this.#isFinished = true;
    this.#encoder.finalize();
  }
}
