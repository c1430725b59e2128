/** One object URL at a time: the next revokes the one before. */
export class ObjectUrl {
  private current: string | undefined;

  /** The address of a blob, good until the next one or {@link revoke}. */
  create(blob: Blob): string {
    this.revoke();
    this.current = URL.createObjectURL(blob);
    return this.current;
  }

  /** Lets the browser free the blob. */
  revoke(): void {
    if (this.current !== undefined) URL.revokeObjectURL(this.current);
    this.current = undefined;
  }
}
