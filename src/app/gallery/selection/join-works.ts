import { inject, Service } from '@angular/core';

import { findBytes } from '../../history/export/exported-media.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { MediaCache } from '../../media-cache/media-cache.ts';
import { Notices } from '../../notices/notices.ts';
import { SAVE_FILE } from '../../saving/save-file.ts';
import type { Work } from '../collect-works.ts';

/** Hands several clips over as one file, in the order in which they were made. */
@Service()
export class JoinWorks {
  private readonly mediaCache = inject(MediaCache);
  private readonly notices = inject(Notices);
  private readonly saveFile = inject(SAVE_FILE);
  private readonly text = injectText();
  private readonly count = injectCountText();

  /** Resolves when that is done. Clips that can't be had, or were not made alike, are not joined: that is said. */
  async join(clips: readonly Work[]): Promise<void> {
    this.notices.show(this.text('gallery.joining'));
    const inOrder = clips.toSorted((one, other) => one.at - other.at);
    const bodies = await Promise.all(
      inOrder.map(({ message }) => findBytes(message, (address) => this.mediaCache.find(address))),
    );
    const found = bodies.filter((body) => body !== null);
    if (found.length < clips.length) {
      return this.notices.show(this.count('gallery.notFetched', clips.length - found.length));
    }
    try {
      const { joinClips } = await import('../../media/conversion/join-clips.ts');
      const joined = await joinClips(found);
      this.saveFile(new File([joined], `${this.text('gallery.title')}.mp4`, { type: joined.type }));
      this.notices.show(this.text('gallery.joined'));
    } catch {
      this.notices.show(this.text('gallery.notAlike'));
    }
  }
}
