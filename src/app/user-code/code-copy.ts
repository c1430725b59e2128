import { Clipboard } from '@angular/cdk/clipboard';
import { inject, Service } from '@angular/core';

import { injectText } from '../language/text.ts';
import { Notices } from '../notices/notices.ts';

/** Copies the user code, and tells so. */
@Service()
export class CodeCopy {
  private readonly clipboard = inject(Clipboard);
  private readonly notices = inject(Notices);
  private readonly text = injectText();

  copy(code: string): void {
    this.notices.show(this.text(this.clipboard.copy(code) ? 'userCode.copied' : 'userCode.notCopied'));
  }
}
