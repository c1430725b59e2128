import { ErrorHandler, inject, Injectable } from '@angular/core';

import { Journal } from '../../services/index.ts';

/** Has the journal know that something was thrown, besides telling the console. */
@Injectable()
export class ErrorRecorder extends ErrorHandler {
  private readonly journal = inject(Journal);

  override handleError(thrown: unknown): void {
    this.journal.fault(thrown);
    super.handleError(thrown);
  }
}
