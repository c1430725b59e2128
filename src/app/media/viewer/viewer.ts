import { inject, Injector, Service } from '@angular/core';

import { injectText } from '../../language/text.ts';
import { Notices } from '../../notices/notices.ts';
import { Shortcuts } from '../../shortcuts/shortcuts.ts';
import type { ViewerItem } from './viewer-item.ts';

/** Shows media large, one after the other, over the page. It loads when it is first wanted. */
@Service()
export class Viewer {
  private readonly injector = inject(Injector);
  private readonly notices = inject(Notices);
  private readonly text = injectText();

  constructor() {
    // For the sheet, which people look at before they open anything; the viewer listens for them itself.
    const shortcuts = inject(Shortcuts);
    shortcuts.add({ keys: ['ArrowLeft', 'ArrowRight'], description: 'player.stepKeys' });
    shortcuts.add({ keys: ['Home', 'End'], description: 'player.endKeys' });
    shortcuts.add({ keys: ['+', '-'], description: 'player.zoomKeys' });
    shortcuts.add({ keys: ['0'], description: 'player.wholeKey' });
  }

  /** Loads it ahead, so that it opens without a network later. */
  async prepare(): Promise<void> {
    await import('./viewer-dialog.ts').catch(() => undefined);
  }

  /** Opens at the medium of this `id`; the focus comes back to where it was when the viewer closes. */
  async openAt(items: readonly ViewerItem[], id: string): Promise<void> {
    try {
      const { openViewer } = await import('./viewer-dialog.ts');
      openViewer(this.injector, { items, id, label: this.text('media.viewer') });
    } catch {
      this.notices.show(this.text('player.viewerFailed'));
    }
  }
}
