import { inject, Injector, Service } from '@angular/core';

/** Shows the sheet of shortcuts, which loads when it is first asked for. */
@Service()
export class ShortcutSheetOpener {
  private readonly injector = inject(Injector);

  /** Resolves once it stands there. */
  async openSheet(): Promise<void> {
    const { openShortcutSheet } = await import('./shortcut-sheet.ts');
    openShortcutSheet(this.injector);
  }
}
