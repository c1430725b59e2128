import { Component, inject, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { WebSocketService } from '@ask-kitten/streams';

@Component({
  selector: 'app-root',
  template: `
    <p id="status">{{ status() }}</p>
    <p id="code">{{ code() }}</p>
    <button type="button" (click)="draw()">draw</button>
    @for (url of clips(); track $index) {
      <video [src]="url"></video>
    }
  `,
})
export class App {
  private readonly socket = inject(WebSocketService);
  protected readonly status = toSignal(this.socket.status$, { requireSync: true });
  protected readonly code = toSignal(this.socket.userCode$);
  protected readonly clips = signal<readonly string[]>([]);

  constructor() {
    this.socket.video$.pipe(takeUntilDestroyed()).subscribe(({ url }) => {
      if (url !== undefined) this.clips.update((clips) => [...clips, url]);
    });
  }

  protected draw(): void {
    this.socket.send('一只橘猫在雨夜的霓虹街头散步');
  }
}
