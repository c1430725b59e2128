import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { Observable, Subject } from 'rxjs';

import { Uploads, type UploadState } from '../../../../services/index.ts';
import { zh } from '../../../language/zh/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../../../testing/fake-web-socket-service.ts';
import { welcome } from '../../../testing/messages.ts';
import { until } from '../../../../testing/index.ts';
import { Composer } from '../composer.ts';

/** An upload that a spec lets go on. */
export interface FakeUpload {
  readonly file: Blob;
  readonly states: Subject<UploadState>;
  isEnded: boolean;
}

/** What the server answers to an upload. */
export function uploaded(url: string): UploadState {
  return { kind: 'done', image: { url, mimeType: 'image/png', width: 1, height: 1, bytes: 70 } };
}

/** A picture of one pixel. */
export function picture(name = 'cat.png'): File {
  const base64 = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAfbLI3wAAAABJRU5ErkJggg==';
  return new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name, { type: 'image/png' });
}

/** The composer in a page, as a person handles it. */
export class ComposerPage {
  readonly sent: object[] = [];
  readonly uploads: FakeUpload[] = [];
  readonly socket: FakeWebSocketService;
  readonly fixture: ComponentFixture<Composer>;

  /** A server that takes reference images. Kept drafts are forgotten. */
  constructor() {
    localStorage.clear();
    sessionStorage.clear();
    const upload = (file: Blob) =>
      new Observable<UploadState>((subscriber) => {
        const fake: FakeUpload = { file, states: new Subject(), isEnded: false };
        this.uploads.push(fake);
        subscriber.add(fake.states.subscribe(subscriber));
        subscriber.add(() => (fake.isEnded = true));
      });
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), { provide: Uploads, useValue: { upload } }] });
    // They come by the time that anything of it is shown.
    TestBed.inject(TranslocoService).setTranslation(zh, 'zh-CN');
    this.socket = TestBed.inject(FakeWebSocketService);
    this.socket.setWelcome(welcome({ features: ['uploads'] }));
    this.socket.sent$.subscribe(({ content, options, attachments }) =>
      this.sent.push({ content, ...(options && { options }), ...(attachments && { attachments }) }),
    );
    this.fixture = TestBed.createComponent(Composer);
    document.body.append(this.element);
  }

  get element(): HTMLElement {
    return this.fixture.nativeElement as HTMLElement;
  }

  get field(): HTMLTextAreaElement {
    return this.element.querySelector('textarea') as HTMLTextAreaElement;
  }

  /** Removes it and what it has kept. */
  leave(): void {
    this.element.remove();
    localStorage.clear();
    sessionStorage.clear();
  }

  whenStable(): Promise<unknown> {
    return this.fixture.whenStable();
  }

  /** Puts a text into the field as typing does, the cursor behind it. */
  async write(text: string, caret = text.length): Promise<void> {
    this.field.value = text;
    this.field.setSelectionRange(caret, caret);
    this.field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await this.whenStable();
  }

  async press(key: string, init: KeyboardEventInit = {}): Promise<KeyboardEvent> {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...init });
    this.field.dispatchEvent(event);
    this.field.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, ...init }));
    await this.whenStable();
    return event;
  }

  /** The texts of all elements that match. */
  texts(selector: string): readonly string[] {
    return [...this.element.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
  }

  async click(name: string): Promise<void> {
    const named = (): HTMLElement | undefined =>
      [...document.querySelectorAll<HTMLElement>('button')].find(
        (each) => (each.ariaLabel ?? each.textContent.trim()) === name,
      );
    // Some are loaded only when there is time.
    await until(() => named() !== undefined);
    named()?.click();
    await this.whenStable();
  }

  async pickFiles(...files: readonly File[]): Promise<void> {
    const input = this.element.querySelector<HTMLInputElement>('input[type=file]')!;
    input.files = transfer(...files).files;
    input.dispatchEvent(new Event('change'));
    await this.whenStable();
  }
}

/** What a drag or the clipboard holds. */
export function transfer(...items: readonly (File | string)[]): DataTransfer {
  const data = new DataTransfer();
  for (const item of items) {
    if (typeof item === 'string') data.setData('text/plain', item);
    else data.items.add(item);
  }
  return data;
}
