import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { injectText } from '../language/text.ts';
import { Mover } from './mover.ts';

/** Moves what is in this browser to another one, by a file. */
@Component({
  selector: 'kitten-moving-settings',
  imports: [MatButton],
  template: `
    <h2 id="settings-history">{{ text('settings.history') }}</h2>
    <div class="row">
      <p>{{ text('settings.exportNote') }}</p>
      <button matButton="tonal" type="button" [disabled]="isPacking()" (click)="moveOut()">
        {{ text('settings.exportNow') }}
      </button>
    </div>
    <div class="row">
      <p>{{ text('settings.importNote') }}</p>
      <button matButton="tonal" type="button" (click)="picker.click()">{{ text('settings.importNow') }}</button>
      <input #picker hidden type="file" multiple [accept]="accepted" (change)="moveIn(picker)" />
    </div>
  `,
  styleUrl: './moving.scss',
})
export class MovingSettings {
  private readonly mover = inject(Mover);

  protected readonly text = injectText();
  protected readonly accepted = '.json,.zip,application/json,application/zip';
  protected readonly isPacking = signal(false);

  protected async moveOut(): Promise<void> {
    this.isPacking.set(true);
    await this.mover.moveOut();
    this.isPacking.set(false);
  }

  protected moveIn(input: HTMLInputElement): void {
    void this.mover.moveIn([...(input.files ?? [])]);
    // So that the same file can be picked again.
    input.value = '';
  }
}
