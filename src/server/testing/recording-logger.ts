import type { ServerLogger } from '../ports/index.ts';

/** A logger that records what it is given. */
export class RecordingLogger implements ServerLogger {
  readonly entries: { readonly level: string; readonly details: object; readonly message: string }[] = [];

  info(details: object, message: string): void {
    this.entries.push({ level: 'info', details, message });
  }

  warn(details: object, message: string): void {
    this.entries.push({ level: 'warn', details, message });
  }

  error(details: object, message: string): void {
    this.entries.push({ level: 'error', details, message });
  }
}
