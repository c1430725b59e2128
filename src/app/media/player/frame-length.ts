/** What is taken for the length of a frame until it is known, in seconds. */
const USUAL = 1 / 24;

/** A medium that tells of each of its frames. */
type Framed = Pick<HTMLVideoElement, 'requestVideoFrameCallback'>;

/** Learns how long a frame of a clip is, while it plays. */
export class FrameLength {
  private before: { readonly time: number; readonly count: number } | undefined;
  private shortest: number | undefined;

  /** In seconds. */
  get seconds(): number {
    return this.shortest ?? USUAL;
  }

  /** Begins anew, with another clip. */
  follow(medium: Partial<Framed>): void {
    this.before = undefined;
    this.shortest = undefined;
    this.await(medium);
  }

  private await(medium: Partial<Framed>): void {
    medium.requestVideoFrameCallback?.((_, { mediaTime, presentedFrames }) => {
      this.measure(mediaTime, presentedFrames);
      if (this.shortest === undefined) this.await(medium);
    });
  }

  private measure(time: number, count: number): void {
    const { before } = this;
    this.before = { time, count };
    if (before === undefined || count <= before.count || time <= before.time) return;
    const length = (time - before.time) / (count - before.count);
    // A seek may lie between the two: what no frame rate has is no length of a frame.
    if (length >= 1 / 240 && length <= 1 / 5) this.shortest = length;
  }
}
