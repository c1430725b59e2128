import { computed, DOCUMENT, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { EMPTY, fromEvent, merge } from 'rxjs';

/** What Chromium's browsers send when the application could be installed. No standard, and so in no type library. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** Puts the application among those of the device, where the browser offers that. */
@Service()
export class Installation {
  private readonly offer = signal<InstallPromptEvent | null>(null);

  /** Whether the browser would install it now. Safari and Firefox never say so. */
  readonly canInstall = computed(() => this.offer() !== null);

  constructor() {
    const { defaultView } = inject(DOCUMENT);
    const events$ =
      defaultView === null
        ? EMPTY
        : merge(
            fromEvent<InstallPromptEvent>(defaultView, 'beforeinstallprompt'),
            fromEvent(defaultView, 'appinstalled'),
          );
    events$.pipe(takeUntilDestroyed()).subscribe((event) => {
      // The application has an entry of its own; the browser's would cover the conversation.
      event.preventDefault();
      this.offer.set('prompt' in event ? event : null);
    });
  }

  /** Has the browser ask the person. Resolves with whether it was installed; an offer can be used once. */
  async install(): Promise<boolean> {
    const offer = this.offer();
    this.offer.set(null);
    return (await offer?.prompt())?.outcome === 'accepted';
  }
}
