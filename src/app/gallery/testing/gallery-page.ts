import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import type { ImageMessage, VideoMessage } from '../../../services/index.ts';
import { until } from '../../../testing/index.ts';
import { HISTORY_STORE } from '../../history/store/history-token.ts';
import { MemoryHistoryStore } from '../../history/store/memory-history-store.ts';
import { provideMemoryMediaCache } from '../../media-cache/testing/provide-memory-media-cache.ts';
import { provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { PROMPT } from '../../testing/messages.ts';
import { painted } from '../../testing/painted.ts';
import { Gallery } from '../gallery.ts';

/** The gallery in a page of its own, 900 by 600 pixels, above a history in which {@link PROMPT} was asked. */
export class GalleryPage {
  element!: HTMLElement;
  loader!: HarnessLoader;
  harness!: RouterTestingHarness;
  private readonly store = new MemoryHistoryStore();
  private readonly asked = this.store.addPrompt({ id: PROMPT.id, conversationId: 'c', at: 1, prompt: PROMPT });

  constructor() {
    TestBed.configureTestingModule({
      providers: [
        [provideFakeWebSocket(), provideMemoryMediaCache()],
        provideRouter([{ path: 'gallery', component: Gallery }]),
        { provide: HISTORY_STORE, useValue: this.store },
      ],
    });
  }

  /** The history gets what was made. */
  async make(...messages: readonly (ImageMessage | VideoMessage)[]): Promise<void> {
    await this.asked;
    await this.store.append(
      messages.map((message) => ({ id: message.id, conversationId: 'c', event: { kind: 'received', message } })),
    );
  }

  /** Goes there, and resolves once the works are shown, or that there are none. */
  async visit(address = '/gallery'): Promise<void> {
    await this.asked;
    this.harness = await RouterTestingHarness.create(address);
    this.element = this.harness.routeNativeElement!;
    this.loader = TestbedHarnessEnvironment.loader(this.harness.fixture);
    // It scrolls by itself, in the room that the page has for it.
    Object.assign(this.element.style, { display: 'block', width: '900px', height: '600px' });
    await until(async () => {
      await this.harness.fixture.whenStable();
      return this.element.querySelector('kitten-work-card, .empty') !== null;
    });
    await this.whenStable();
  }

  async whenStable(): Promise<void> {
    await painted();
    await this.harness.fixture.whenStable();
  }

  async scrollTo(top: number): Promise<void> {
    this.element.scrollTop = top;
    await this.whenStable();
    await this.whenStable();
  }

  /** The works that are in the page. */
  items(): readonly HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('[role=listitem]')];
  }

  captions(): readonly (string | undefined)[] {
    return [...this.element.querySelectorAll('.caption')].map(({ textContent }) => textContent);
  }

  /** The menu of the first work. */
  async openMenu(): Promise<MatMenuHarness> {
    const menu = await this.loader.getHarness(MatMenuHarness);
    await menu.open();
    return menu;
  }
}
