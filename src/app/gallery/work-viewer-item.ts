import { inject } from '@angular/core';

import { WorkWays } from '../drafts/work-ways.ts';
import type { ViewerItem } from '../media/viewer/viewer-item.ts';
import { placed, type Work } from './collect-works.ts';
import { injectWorkNames } from './work-caption.ts';

/** A work as it is shown large. In an injection context. */
export function injectViewerItem(): (work: Work) => ViewerItem {
  const names = injectWorkNames();
  const ways = inject(WorkWays);
  return (work) => ({ ...work, caption: names.captionOf(work), ways: ways.of(placed(work)) });
}
