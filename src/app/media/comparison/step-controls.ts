import { Component, computed, input, output, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { mdiPause, mdiPlay, mdiSkipNext, mdiSkipPrevious } from '@mdi/js';

import { Icon } from '../../icon/icon.ts';
import { Label } from '../../icon/label.ts';
import { injectText } from '../../language/text.ts';
import { injectMediumState } from '../player/medium-state.ts';
import type { PlayerCommand } from '../player/player-keys.ts';
import { cycledSpeed } from '../player/speeds.ts';

/** One set of controls for clips that play in step: what it does with the first, the others do. */
@Component({
  selector: 'kitten-step-controls',
  imports: [Icon, Label, MatIconButton],
  template: `
    <button
      matIconButton
      type="button"
      [kittenLabel]="text(state.isPaused() ? 'player.play' : 'player.pause')"
      (click)="commanded.emit({ kind: 'toggle' })"
    >
      <kitten-icon [path]="state.isPaused() ? icons.play : icons.pause" />
    </button>
    <button
      matIconButton
      type="button"
      [kittenLabel]="text('player.frameBefore')"
      (click)="commanded.emit({ kind: 'frame', by: -1 })"
    >
      <kitten-icon [path]="icons.before" />
    </button>
    <button
      matIconButton
      type="button"
      [kittenLabel]="text('player.frameAfter')"
      (click)="commanded.emit({ kind: 'frame', by: 1 })"
    >
      <kitten-icon [path]="icons.after" />
    </button>
    <input
      type="range"
      min="0"
      step="any"
      [attr.aria-label]="text('player.place')"
      [attr.aria-valuetext]="state.clock()"
      [max]="state.duration() || 1"
      [value]="state.time()"
      (input)="seek($event)"
    />
    <span class="clock" aria-hidden="true">{{ state.clock() }}</span>
    <button
      class="speed"
      matIconButton
      type="button"
      [kittenLabel]="text('player.speed', { speed: speed() })"
      (click)="changeSpeed()"
    >
      {{ speed() }}
    </button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
    }
    kitten-icon {
      width: 24px;
      height: 24px;
    }
    input {
      flex: 1;
      min-width: 60px;
      height: 36px;
      margin-inline: 8px;
      accent-color: #ff9d4d;
      cursor: pointer;
    }
    .clock,
    .speed {
      font: var(--mat-sys-label-medium);
      font-variant-numeric: tabular-nums;
    }
  `,
  host: { role: 'group', '[attr.aria-label]': "text('player.controls')" },
})
export class StepControls {
  /** The clip that the others follow. */
  readonly medium = input.required<HTMLVideoElement>();
  /** The person wants something of the clips. */
  readonly commanded = output<PlayerCommand>();

  protected readonly text = injectText();
  protected readonly icons = { play: mdiPlay, pause: mdiPause, before: mdiSkipPrevious, after: mdiSkipNext };
  protected readonly state = injectMediumState(this.medium, signal(true));
  protected readonly speed = computed(() => `${this.state.speed()}×`);

  protected seek({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.medium().currentTime = target.valueAsNumber;
  }

  protected changeSpeed(): void {
    this.medium().playbackRate = cycledSpeed(this.state.speed());
  }
}
