import { Dialog, DIALOG_DATA, DialogConfig, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, type Injector, linkedSignal, signal, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { mdiChevronLeft, mdiChevronRight, mdiClose, mdiMagnifyMinusOutline, mdiMagnifyPlusOutline } from '@mdi/js';

import { OverlayHistory } from '../../overlays/overlay-history.ts';
import { Icon } from '../../icon/icon.ts';
import { Label } from '../../icon/label.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { ClipDetails } from '../clip-details.ts';
import { givenWords } from '../given-prompt.ts';
import { MediumWaysView } from '../medium-ways.ts';
import { CopyLink } from '../actions/copy-link.ts';
import { DownloadLink } from '../actions/download-link.ts';
import { playerCommand } from '../player/player-keys.ts';
import { VideoPlayer } from '../player/video-player.ts';
import { VideoActions } from '../actions/video-actions.ts';
import type { ViewerItem } from './viewer-item.ts';
import { ViewerStage } from './viewer-stage.ts';
import { WHOLE, type Zoom } from './zoom.ts';

interface ViewerData {
  readonly items: readonly ViewerItem[];
  /** Of the message to begin with. */
  readonly id: string;
  /** What the viewer is called. */
  readonly label: string;
}

const STEP = 1.5;

/** The viewer itself: a medium, and around it what can be done with it. */
@Component({
  selector: 'kitten-viewer-dialog',
  imports: [
    ClipDetails,
    CopyLink,
    DownloadLink,
    Icon,
    Label,
    MatButton,
    MatIconButton,
    MediumWaysView,
    VideoActions,
    VideoPlayer,
    ViewerStage,
  ],
  templateUrl: './viewer-dialog.html',
  styleUrl: './viewer-dialog.scss',
  // The focus begins here rather than at a button, so that no key presses one unawares.
  host: { tabindex: '-1', '(keydown)': 'press($event)' },
})
class ViewerDialog {
  private readonly data = inject<ViewerData>(DIALOG_DATA);
  private readonly dialog = inject(DialogRef);
  protected readonly language = inject(Language);
  private readonly stage = viewChild(ViewerStage);
  protected readonly player = viewChild(VideoPlayer);

  protected readonly text = injectText();
  protected readonly wordsOf = givenWords;
  protected readonly closeIcon = mdiClose;
  protected readonly previousIcon = mdiChevronLeft;
  protected readonly nextIcon = mdiChevronRight;
  protected readonly zoomInIcon = mdiMagnifyPlusOutline;
  protected readonly zoomOutIcon = mdiMagnifyMinusOutline;
  protected readonly items = this.data.items;
  protected readonly index = signal(
    Math.max(
      0,
      this.items.findIndex(({ message }) => message.id === this.data.id),
    ),
  );
  /** One at a time in a list, so that the next begins afresh. */
  protected readonly shown = computed(() => this.items.slice(this.index(), this.index() + 1));
  protected readonly zoom = linkedSignal<number, Zoom>({ source: this.index, computation: () => WHOLE });
  protected readonly place = computed(() =>
    this.text('media.place', { index: this.index() + 1, count: this.items.length }),
  );
  protected readonly percent = computed(() =>
    new Intl.NumberFormat(this.language.current(), { style: 'percent' }).format(this.zoom().scale),
  );

  protected step(by: -1 | 1): void {
    this.index.update((index) => Math.min(Math.max(index + by, 0), this.items.length - 1));
  }

  protected zoomIn(): void {
    this.stage()?.zoomBy(STEP);
  }

  protected zoomOut(): void {
    this.stage()?.zoomBy(1 / STEP);
  }

  protected reset(): void {
    this.zoom.set(WHOLE);
  }

  protected close(): void {
    this.dialog.close();
  }

  /** What it leads to comes once the page is there again, with its focus. */
  protected leave(way: () => void): void {
    this.dialog.closed.subscribe(way);
    this.close();
  }

  protected press(event: KeyboardEvent): void {
    // A clip's own arrows move within it.
    if (event.ctrlKey || event.metaKey || event.altKey || isOfPlayer(event.target)) return;
    const actions: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => this.step(-1),
      ArrowRight: () => this.step(1),
      Home: () => this.index.set(0),
      End: () => this.index.set(this.items.length - 1),
      '+': () => this.zoomIn(),
      '=': () => this.zoomIn(),
      '-': () => this.zoomOut(),
      '0': () => this.reset(),
    };
    const action = actions[event.key] ?? this.playerAction(event);
    if (action === undefined) return;
    event.preventDefault();
    action();
  }

  /** The focus begins outside the clip, and its keys are for it all the same; up and down are nobody's here. */
  private playerAction(event: KeyboardEvent): (() => void) | undefined {
    const [player, command] = [this.player(), playerCommand(event)];
    if (player === undefined || command === undefined || command.kind === 'none') return undefined;
    return () => player.obey(command);
  }
}

function isOfPlayer(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('kitten-video-player') !== null;
}

/** Opens the viewer over the page. */
export function openViewer(injector: Injector, data: ViewerData): void {
  const config = Object.assign(new DialogConfig<ViewerData, DialogRef<unknown, ViewerDialog>>(), {
    data,
    ariaLabel: data.label,
    ariaModal: true,
    // The sheet of shortcuts opens over it.
    panelClass: 'kitten-viewer',
    autoFocus: 'kitten-viewer-dialog',
    width: '100vw',
    maxWidth: '100vw',
    height: '100dvh',
    // Back closes it: see below.
    closeOnNavigation: false,
  });
  // Not injected by the caller, which would then load the CDK's dialog too: this file is loaded on demand.
  const dialog = injector.get(Dialog).open(ViewerDialog, config);
  dialog.closed.subscribe(injector.get(OverlayHistory).add(() => dialog.close()));
}
