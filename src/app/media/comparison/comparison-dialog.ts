import { Dialog, DIALOG_DATA, DialogConfig, DialogRef } from '@angular/cdk/dialog';
import {
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  type Injector,
  signal,
  untracked,
  viewChildren,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { mdiClose } from '@mdi/js';

import { Icon } from '../../icon/icon.ts';
import { Label } from '../../icon/label.ts';
import { injectText } from '../../language/text.ts';
import { OverlayHistory } from '../../overlays/overlay-history.ts';
import { StarButton } from '../actions/star-button.ts';
import { Stars } from '../actions/stars.ts';
import { MediumWaysView } from '../medium-ways.ts';
import { MAY_MOVE } from '../player/play-in-view.ts';
import { FrameLength } from '../player/frame-length.ts';
import { Playback } from '../player/playback.ts';
import { type PlayerCommand, playerCommand } from '../player/player-keys.ts';
import { runCommand } from '../player/run-command.ts';
import type { ViewerItem } from '../viewer/viewer-item.ts';
import { injectWorkFacts } from '../work-facts.ts';
import { ComparedMedium } from './compared-medium.ts';
import { compareFacts } from './differences.ts';
import { keepInStep } from './keep-in-step.ts';
import { leaderOf } from './leader-of.ts';
import { StepControls } from './step-controls.ts';

interface ComparisonData {
  /** At least two. */
  readonly items: readonly ViewerItem[];
  /** What the comparison is called. */
  readonly label: string;
}

/** Two works side by side, or one above the other where it is narrow: they play in step, and what differs is marked. */
@Component({
  selector: 'kitten-comparison-dialog',
  imports: [ComparedMedium, Icon, Label, MatIconButton, MediumWaysView, StarButton, StepControls],
  templateUrl: './comparison-dialog.html',
  styleUrl: './comparison-dialog.scss',
  // The focus begins here rather than at a button, so that no key presses one unawares.
  host: { tabindex: '-1', '(keydown)': 'press($event)' },
})
class ComparisonDialog {
  private readonly data = inject<ComparisonData>(DIALOG_DATA);
  private readonly dialog = inject(DialogRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly stars = inject(Stars);
  private readonly playback = inject(Playback);
  private readonly mayMove = inject(MAY_MOVE);
  private readonly factsOf = injectWorkFacts();
  private readonly frameLength = new FrameLength();

  protected readonly text = injectText();
  protected readonly closeIcon = mdiClose;
  protected readonly items = this.data.items;
  /** The places of the two among all that there are. */
  private readonly places = signal<readonly [number, number]>([0, 1]);
  protected readonly sides = computed(() =>
    this.places().flatMap((place, at) => {
      const item = this.items[place];
      return item === undefined ? [] : [{ at, name: at === 0 ? 'A' : 'B', item }];
    }),
  );
  protected readonly facts = computed(() => {
    const [first = [], second = []] = this.sides().map(({ item }) => this.factsOf(item));
    return compareFacts(first, second);
  });
  private readonly media = viewChildren(ComparedMedium);
  /** The clip that the controls are for. */
  protected readonly leader = signal<HTMLVideoElement | undefined>(undefined);

  constructor() {
    effect((onCleanup) => {
      const clips = this.media().flatMap((each) => each.medium() ?? []);
      const controller = new AbortController();
      onCleanup(() => controller.abort());
      untracked(() => void this.begin(clips, controller.signal));
    });
    inject(DestroyRef).onDestroy(() => this.rest());
  }

  /** Shows another one on a side; where it is on the other side, the two change places. */
  protected show(at: number, id: string): void {
    const place = this.items.findIndex(({ message }) => message.id === id);
    const [first, second] = this.places();
    if (place === (at === 0 ? second : first)) this.places.set([second, first]);
    else this.places.set(at === 0 ? [place, second] : [first, place]);
  }

  protected press(event: KeyboardEvent): void {
    const side = ['1', '2'].indexOf(event.key);
    if (side >= 0 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const id = this.sides()[side]?.item.message.id;
      if (id !== undefined) this.stars.toggle(id);
      return;
    }
    // A list of choices and the place in the clip have keys of their own.
    if (event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement) return;
    const command = playerCommand(event);
    // Up and down scroll here; both are silent.
    if (command === undefined || command.kind === 'none' || command.kind === 'mute') return;
    event.preventDefault();
    this.obey(command);
  }

  protected obey(command: PlayerCommand): void {
    const medium = this.leader();
    if (medium === undefined) return;
    runCommand(command, { medium, frame: this.element, frameSeconds: this.frameLength.seconds });
  }

  protected close(): void {
    this.dialog.close();
  }

  /** What it leads to comes once the page is there again, with its focus. */
  protected leave(way: () => void): void {
    this.dialog.closed.subscribe(way);
    this.close();
  }

  /** Both begin together, once both can. */
  private async begin(clips: readonly HTMLVideoElement[], signal: AbortSignal): Promise<void> {
    this.rest();
    const leader = await leaderOf(clips);
    if (signal.aborted || leader === undefined) return;
    this.leader.set(leader);
    leader.loop = true;
    this.frameLength.follow(leader);
    for (const clip of clips) {
      clip.currentTime = 0;
      if (clip !== leader) signal.addEventListener('abort', keepInStep(leader, clip));
    }
    leader.addEventListener('play', () => this.playback.begin({ id: 'comparison', element: leader }), { signal });
    if (this.mayMove()) await leader.play().catch(() => undefined);
  }

  private rest(): void {
    const leader = this.leader();
    if (leader === undefined) return;
    leader.pause();
    this.playback.end(leader);
  }
}

/** Opens the comparison over the page. */
export function openComparison(injector: Injector, data: ComparisonData): void {
  const config = Object.assign(new DialogConfig<ComparisonData, DialogRef<unknown, ComparisonDialog>>(), {
    data,
    ariaLabel: data.label,
    ariaModal: true,
    // The sheet of shortcuts opens over it.
    panelClass: 'kitten-viewer',
    autoFocus: 'kitten-comparison-dialog',
    width: '100vw',
    maxWidth: '100vw',
    height: '100dvh',
    // Back closes it: see below.
    closeOnNavigation: false,
  });
  // Not injected by the caller, which would then load the CDK's dialog too: this file is loaded on demand.
  const dialog = injector.get(Dialog).open(ComparisonDialog, config);
  dialog.closed.subscribe(injector.get(OverlayHistory).add(() => dialog.close()));
}
