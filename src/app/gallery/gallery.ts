import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

import { WorkCard } from './work-card.ts';
import { Works } from './works.ts';

/** The page 作品: everything that has been finished since the application started. */
@Component({
  selector: 'kitten-gallery',
  imports: [AsyncPipe, MatButton, RouterLink, WorkCard],
  template: `
    <div class="page">
      <h1>作品</h1>
      @if (works$ | async; as works) {
        <ul>
          @for (work of works; track work.id) {
            <li><kitten-work-card [work]="work" /></li>
          } @empty {
            <li class="empty">
              <img src="favicon.svg" alt="" width="72" height="72" />
              <p>还没有作品。完成的视频和图片会出现在这里。</p>
              <a matButton="tonal" routerLink="/">去聊天</a>
            </li>
          }
        </ul>
      }
    </div>
  `,
  styleUrl: './gallery.scss',
})
export class Gallery {
  protected readonly works$ = inject(Works).works$;
}
