import { inject, Injector, Service } from '@angular/core';

import { injectText } from '../../language/text.ts';
import type { ViewerItem } from './viewer-item.ts';

/** Shows media large, one after the other, over the page. It loads when it is first wanted. */
@Service()
export class Viewer {
  private readonly injector = inject(Injector);
  private readonly text = injectText();

  /** Opens at the medium of this `id`; the focus comes back to where it was when the viewer closes. */
  async open(items: readonly ViewerItem[], id: string): Promise<void> {
    const { openViewer } = await import('./viewer-dialog.ts');
    openViewer(this.injector, { items, id, label: this.text('media.viewer') });
  }
}
