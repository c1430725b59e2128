import { inject, Service } from '@angular/core';

import { findBytes } from '../../history/export/exported-media.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { fileNameOf } from '../../media/actions/file-name-of.ts';
import { MediaCache } from '../../media-cache/media-cache.ts';
import { Notices } from '../../notices/notices.ts';
import { SAVE_FILE } from '../../saving/save-file.ts';
import { numberedName, zipFile } from '../../saving/zip-file.ts';
import type { Work } from '../collect-works.ts';

/** Hands works over as files: one by itself, several in an archive. */
@Service()
export class SaveWorks {
  private readonly mediaCache = inject(MediaCache);
  private readonly notices = inject(Notices);
  private readonly saveFile = inject(SAVE_FILE);
  private readonly text = injectText();
  private readonly count = injectCountText();

  /** Resolves when that is done; what can't be had is left out, and said. */
  async save(works: readonly Work[]): Promise<void> {
    this.notices.show(this.text('gallery.fetching'));
    const files: File[] = [];
    for (const { message } of works) {
      const body = await findBytes(message, (address) => this.mediaCache.find(address));
      if (body !== null) files.push(new File([body], fileNameOf(message), { type: message.mimeType }));
    }
    const missing = works.length - files.length;
    const [first] = files;
    if (first === undefined) return this.notices.show(this.count('gallery.notFetched', missing));
    this.saveFile(files.length === 1 ? first : await this.archive(files));
    this.notices.show(
      missing > 0 ? this.count('gallery.notFetched', missing) : this.count('gallery.saved', files.length),
    );
  }

  private archive(files: readonly File[]): Promise<File> {
    const entries = files.map((input, index) => ({ name: numberedName(index + 1, input.name), input }));
    return zipFile(`${this.text('gallery.title')}.zip`, entries);
  }
}
