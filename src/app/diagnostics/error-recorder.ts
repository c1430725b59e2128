import { ErrorHandler, inject, Injectable } from '@angular/core';

import { ConnectionLog } from '../../services/index.ts';

/** Records in the connection log that something was thrown, besides writing it to the console. */
@Injectable()
export class ErrorRecorder extends ErrorHandler {
  private readonly log = inject(ConnectionLog);

  override handleError(thrown: unknown): void {
    this.log.recordFault(thrown);
    super.handleError(thrown);
  }
}
