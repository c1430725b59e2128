import { inject, Service } from '@angular/core';
import { MatSnackBar, MatSnackBarConfig } from '@angular/material/snack-bar';

const DURATION = 4_000;

/** Tells people in passing what has happened; at the top, because the composer is at the bottom. */
@Service()
export class Notices {
  private readonly snackBar = inject(MatSnackBar);

  /** Shows a text for some seconds, in place of the one before. */
  show(text: string): void {
    const config = new MatSnackBarConfig();
    config.duration = DURATION;
    config.verticalPosition = 'top';
    config.panelClass = 'kitten-notice';
    this.snackBar.open(text, undefined, config);
  }
}
