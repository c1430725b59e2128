/** Draws a clip's frames, one after the other, apart from the page. */
export class ClipFrames {
  private readonly clip = document.createElement('video');
  private readonly canvas = document.createElement('canvas');
  private readonly address: string;

  constructor(source: Blob) {
    this.address = URL.createObjectURL(source);
    Object.assign(this.clip, { muted: true, playsInline: true, preload: 'auto', src: this.address });
  }

  /** Resolves with the clip's size in pixels and its length in seconds; rejects where the browser can't play it. */
  async open(): Promise<{ readonly width: number; readonly height: number; readonly seconds: number }> {
    const { clip } = this;
    if (clip.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) await this.when('loadeddata');
    const { videoWidth: width, videoHeight: height, duration: seconds } = clip;
    if (width === 0 || !Number.isFinite(seconds)) throw new Error('The clip has no pictures.');
    return { width, height, seconds };
  }

  /** The pixels at a moment in seconds, in a size of the caller's. */
  async pixelsAt(time: number, width: number, height: number): Promise<Uint8ClampedArray> {
    const { clip, canvas } = this;
    if (clip.currentTime !== time) {
      const arrived = this.when('seeked');
      clip.currentTime = time;
      await arrived;
    }
    Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('There is nothing to draw on.');
    context.drawImage(clip, 0, 0, width, height);
    return context.getImageData(0, 0, width, height).data;
  }

  /** Lets go of the clip. */
  close(): void {
    this.clip.removeAttribute('src');
    this.clip.load();
    URL.revokeObjectURL(this.address);
  }

  private when(name: 'loadeddata' | 'seeked'): Promise<void> {
    return new Promise((resolve, reject) => {
      this.clip.addEventListener(name, () => resolve(), { once: true });
      this.clip.addEventListener('error', () => reject(new Error('The clip can’t be played.')), { once: true });
    });
  }
}
