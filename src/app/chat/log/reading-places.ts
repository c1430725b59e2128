import { inject, Service } from '@angular/core';

import { readText, TAB_STORAGE, writeText } from '../../preferences/text-storage.ts';

const NAME = 'ask-kitten.place';

/** Where somebody reads in a conversation. */
export interface ReadingPlace {
  /** The id of the turn at the upper edge. */
  readonly turnId: string;
  /** How far below the edge it begins, in pixels; negative where its beginning is above. */
  readonly top: number;
}

/** Where somebody reads in each conversation who is not at its end; outlives a reload of the tab. */
@Service()
export class ReadingPlaces {
  private readonly storage = inject(TAB_STORAGE);

  /** The place in a conversation; null for its end. */
  read(conversationId: string): ReadingPlace | null {
    try {
      const { turnId, top } = JSON.parse(
        readText(this.storage, nameOf(conversationId)) ?? '{}',
      ) as Partial<ReadingPlace>;
      return typeof turnId === 'string' && typeof top === 'number' ? { turnId, top } : null;
    } catch {
      return null;
    }
  }

  /** Remembers a place; null for the end. */
  save(conversationId: string, place: ReadingPlace | null): void {
    writeText(this.storage, nameOf(conversationId), place === null ? null : JSON.stringify(place));
  }
}

function nameOf(conversationId: string): string {
  return `${NAME}.${conversationId}`;
}
