import { inject, Injector, Service } from '@angular/core';

import { injectText } from '../../language/text.ts';
import { Notices } from '../../notices/notices.ts';
import { Shortcuts } from '../../shortcuts/shortcuts.ts';
import type { ViewerItem } from '../viewer/viewer-item.ts';

/** Shows two works side by side, over the page. It loads when it is first wanted. */
@Service()
export class Comparison {
  private readonly injector = inject(Injector);
  private readonly notices = inject(Notices);
  private readonly text = injectText();

  constructor() {
    // For the sheet; the comparison listens for them itself.
    inject(Shortcuts).add({ keys: ['1', '2'], description: 'player.starKeys' });
  }

  /** Opens with the first two of at least two; where there are more, either side may show another one. */
  async open(items: readonly ViewerItem[]): Promise<void> {
    try {
      const { openComparison } = await import('./comparison-dialog.ts');
      openComparison(this.injector, { items, label: this.text('player.comparison') });
    } catch {
      this.notices.show(this.text('player.compareFailed'));
    }
  }
}
