import { LiveAnnouncer } from '@angular/cdk/a11y';
import { effect, inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, map, merge } from 'rxjs';

import { WebSocketService } from '../../../services/index.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { Milestones } from './milestones.ts';

/**
 * Tells people who can't see the page what matters: a job's start, each quarter of it, its end, and errors.
 * The log itself is silent: read aloud token by token, it would be of no use.
 */
@Service()
export class Announcer {
  constructor() {
    const socket = inject(WebSocketService);
    const live = inject(LiveAnnouncer);
    const language = inject(Language).current;
    const milestones = new Milestones(injectText(), language);
    // What was said in another language is said no more.
    effect(() => {
      language();
      live.clear();
    });
    merge(socket.system$, socket.error$)
      .pipe(
        map((message) => milestones.sentence(message)),
        filter((sentence) => sentence !== null),
        takeUntilDestroyed(),
      )
      .subscribe((text) => void live.announce(text));
  }
}
