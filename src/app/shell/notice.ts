import { Component, inject } from '@angular/core';

import { Notices } from './notices.ts';

/** The notice of the moment; at the top, because the composer is at the bottom. Notices are read aloud by themselves. */
@Component({
  selector: 'kitten-notice',
  template: `
    @if (text(); as text) {
      <p>{{ text }}</p>
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
    p {
      margin: 0;
      padding: 14px 16px;
      border-radius: 4px;
      background: var(--mat-sys-inverse-surface);
      box-shadow: var(--mat-sys-level3);
      color: var(--mat-sys-inverse-on-surface);
      font: var(--mat-sys-body-medium);
      overflow-wrap: anywhere;
      animation: appear 0.15s ease-out;
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
  protected readonly text = inject(Notices).current;
}
