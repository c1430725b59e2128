import { computed, Service, signal } from '@angular/core';

/** A clip that plays. */
export interface PlayingClip {
  /** The `id` of its message. */
  readonly id: string;
  readonly element: HTMLMediaElement;
  /** Clips of one group may play side by side. */
  readonly group?: string | undefined;
  /** Whether a person began it, or it plays because it is in view. */
  readonly startedBy?: 'person' | 'view';
}

/** Lets one clip play at a time, wherever it is shown; those of one group, that are to be compared, together. */
@Service()
export class Playback {
  private readonly playing = signal<readonly PlayingClip[]>([]);

  /** The clip that began last of those that play; one in a picture-in-picture window counts while it is paused as well. */
  readonly current = computed(() => this.playing().at(-1) ?? null);

  /** Pauses whatever else plays, but for the same group. */
  begin(clip: PlayingClip): void {
    const others = this.playing().filter(({ element }) => element !== clip.element);
    const beside = others.filter(({ group }) => group !== undefined && group === clip.group);
    this.playing.set([...beside, clip]);
    for (const other of others) if (!beside.includes(other)) other.element.pause();
  }

  /** A clip has come to rest, or leaves the page. */
  end(element: HTMLMediaElement): void {
    if (this.playing().some((clip) => clip.element === element)) {
      this.playing.update((clips) => clips.filter((clip) => clip.element !== element));
    }
  }

  /** Whether a clip may begin by itself: not while a person watches another one. */
  isFreeFor(group: string | undefined): boolean {
    return !this.playing().some((clip) => clip.startedBy === 'person' && (group === undefined || clip.group !== group));
  }
}
