import { inject, Injector, Service } from '@angular/core';

import { Language } from '../language/language.ts';

/** Shows the sheet of shortcuts, which loads when it is first asked for. */
@Service()
export class ShortcutSheetOpener {
  private readonly injector = inject(Injector);
  private readonly language = inject(Language);

  /** Resolves once it stands there. */
  async openSheet(): Promise<void> {
    const [{ openShortcutSheet }] = await Promise.all([import('./shortcut-sheet.ts'), this.language.loadAll()]);
    openShortcutSheet(this.injector);
  }
}
