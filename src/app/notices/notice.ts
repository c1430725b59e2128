import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { injectText } from '../language/text.ts';
import { Notices } from './notices.ts';

/**
 * The notice of the moment; at the top, because the composer is at the bottom. Notices are read aloud by themselves.
 */
@Component({
  selector: 'kitten-notice',
  imports: [MatButton],
  template: `
    @if (notices.current(); as words) {
      <div class="notice" role="region" [attr.aria-label]="text('shell.notices')">
        <p dir="auto">{{ words }}</p>
        @if (notices.action(); as action) {
          <button matButton type="button" (click)="notices.act()">{{ action.label }}</button>
        }
      </div>
    }
  `,
  styles: `
    :host {
      position: fixed;
      top: calc(64px + env(safe-area-inset-top));
      right: 16px;
      left: 16px;
      z-index: 1;
      display: flex;
      justify-content: center;
      pointer-events: none;
    }
    .notice {
      display: flex;
      align-items: center;
      border-radius: 4px;
      background: var(--mat-sys-inverse-surface);
      box-shadow: var(--mat-sys-level3);
      color: var(--mat-sys-inverse-on-surface);
      animation: appear 0.15s ease-out;
    }
    p {
      margin: 0;
      padding: 14px 16px;
      font: var(--mat-sys-body-medium);
      overflow-wrap: anywhere;
    }
    button {
      --mat-button-text-label-text-color: var(--mat-sys-inverse-primary);
      --mat-button-text-state-layer-color: var(--mat-sys-inverse-primary);

      flex: none;
      margin-inline: -8px 8px;
      pointer-events: auto;
    }
    @keyframes appear {
      from {
        opacity: 0;
        transform: translateY(-8px);
      }
    }
  `,
})
export class Notice {
  protected readonly notices = inject(Notices);
  protected readonly text = injectText();
}
