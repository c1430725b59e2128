/** A job that was to end has ended before, was never stored, or is another process's by now. */
export class JobNotOpenError extends Error {
  override readonly name = 'JobNotOpenError';

  constructor() {
    super('the job is not open');
  }
}
