import { PercentPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { scan } from 'rxjs';

import { type SystemMessage, WebSocketService } from '../../index.ts';

interface Job {
  readonly id: string;
  readonly state: string;
  readonly progress: number;
}

function withMessage(jobs: readonly Job[], { event, jobId: id, ...rest }: SystemMessage): readonly Job[] {
  if (id === undefined) return jobs;
  const progress = 'progress' in rest ? rest.progress : event === 'completed' ? 1 : 0;
  const job: Job = { id, state: event, progress };
  return jobs.some((other) => other.id === id) ? jobs.map((other) => (other.id === id ? job : other)) : [...jobs, job];
}

@Component({
  selector: 'kitten-job-dashboard',
  imports: [PercentPipe],
  template: `
    <ul>
      @for (job of jobs(); track job.id) {
        <li>{{ job.state }} {{ job.progress | percent }}</li>
      }
    </ul>
  `,
})
export class JobDashboard {
  private readonly jobs$ = inject(WebSocketService).system$.pipe(scan(withMessage, []));
  protected readonly jobs = toSignal(this.jobs$, { initialValue: [] });
}
