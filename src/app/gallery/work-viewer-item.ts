import { inject } from '@angular/core';

import { WorkWays } from '../drafts/work-ways.ts';
import { injectText } from '../language/text.ts';
import type { ViewerItem } from '../media/viewer/viewer-item.ts';
import { placed, type Work } from './collect-works.ts';
import { captionOf } from './work-caption.ts';

/** A work as it is shown large. In an injection context. */
export function injectViewerItem(): (work: Work) => ViewerItem {
  const text = injectText();
  const ways = inject(WorkWays);
  return (work) => ({ ...work, caption: captionOf(work, text), ways: ways.of(placed(work)) });
}
