import { DOCUMENT } from '@angular/common';
import { Component, inject, output, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { mdiImagePlusOutline } from '@mdi/js';
import { fromEvent } from 'rxjs';

import { Icon } from '../../../icon/icon.ts';
import { injectText } from '../../../language/text.ts';
import { MAX_MEGABYTES } from './reference-text.ts';
import { References } from './references.ts';

/** Takes files that are dragged onto the page, or pasted, and shows that it does. */
@Component({
  selector: 'kitten-drop-target',
  imports: [Icon],
  template: `
    @if (isOver()) {
      <div class="target">
        <div class="words">
          <kitten-icon [path]="icon" />
          @if (references.isOffered()) {
            <strong>{{ text('composer.dropHere') }}</strong>
            <span>{{ text('composer.dropFormats', { size: size }) }}</span>
          } @else {
            <strong>{{ text('composer.dropNotOffered') }}</strong>
          }
        </div>
      </div>
    }
  `,
  styleUrl: './drop-target.scss',
})
export class DropTarget {
  /** Files of whatever kind. */
  readonly files = output<readonly File[]>();
  /** A folder was among them, of which nothing is taken. */
  readonly folderDropped = output();

  protected readonly references = inject(References);
  protected readonly text = injectText();
  protected readonly icon = mdiImagePlusOutline;
  protected readonly size = MAX_MEGABYTES;
  protected readonly isOver = signal(false);
  /** A pointer enters each element on its way before it leaves the one before. */
  private depth = 0;

  constructor() {
    const document = inject(DOCUMENT);
    const on = <Name extends keyof DocumentEventMap>(
      name: Name,
      handle: (event: DocumentEventMap[Name]) => void,
    ): void => {
      fromEvent<DocumentEventMap[Name]>(document, name).pipe(takeUntilDestroyed()).subscribe(handle);
    };
    on('dragenter', (event) => this.enter(event, 1));
    on('dragleave', (event) => this.enter(event, -1));
    on('dragover', (event) => {
      if (!hasFiles(event.dataTransfer)) return;
      // Without it the browser would open the file in place of the page.
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = this.references.isOffered() ? 'copy' : 'none';
    });
    on('drop', (event) => this.drop(event));
    on('paste', (event) => this.paste(event));
  }

  private enter(event: DragEvent, step: 1 | -1): void {
    if (!hasFiles(event.dataTransfer)) return;
    if (step === 1) event.preventDefault();
    this.depth = Math.max(0, this.depth + step);
    this.isOver.set(this.depth > 0);
  }

  private drop(event: DragEvent): void {
    this.depth = 0;
    this.isOver.set(false);
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    // Files of it are known only to who asks for them one by one, and a folder looks like a file without a type.
    const items = [...(event.dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file');
    const folders = items.filter((item) => item.webkitGetAsEntry()?.isDirectory === true);
    const files = items.filter((item) => !folders.includes(item)).flatMap((item) => item.getAsFile() ?? []);
    this.emitFiles(files);
    if (folders.length > 0 && this.references.isOffered()) this.folderDropped.emit();
  }

  private paste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    // What is copied from a document comes as text and as a picture of it: there the text is meant.
    if (!hasFiles(data) || data?.getData('text/plain') !== '' || isElsewhere(event.target)) return;
    event.preventDefault();
    this.emitFiles([...data.files]);
  }

  private emitFiles(files: readonly File[]): void {
    if (files.length > 0 && this.references.isOffered()) this.files.emit(files);
  }
}

function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') === true;
}

/** Whether somebody pastes into another field: a search, a name. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, [contenteditable], textarea:not([data-composer])') !== null
  );
}
