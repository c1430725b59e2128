import { inject, Service } from '@angular/core';
import { filter, map, type Observable } from 'rxjs';

import { STORAGE_EVENTS } from '../preferences/preference.ts';
import { DEVICE_STORAGE, readText, TAB_STORAGE, writeText } from '../preferences/text-storage.ts';
import { isEmptyDraft, parseDraft, type StoredDraft } from './stored-draft.ts';
import { PendingFiles } from './pending-files.ts';

const NAME = 'ask-kitten.draft';

/** A draft that another tab has sent or emptied. */
export interface RemovedDraft {
  /** The conversation's id; null for one that has not begun. */
  readonly key: string | null;
  /** What was written in it by the end, and where a tab begins with a copy, what it was then. */
  readonly drafts: readonly StoredDraft[];
}

/**
 * Saves drafts over a reload: that of a conversation for all tabs, that of one which has not begun for its tab. A new
 * tab begins with what was last written in any, so that nothing is lost with a tab that is closed.
 */
@Service()
export class DraftStore {
  private readonly shared = inject(DEVICE_STORAGE);
  private readonly own = inject(TAB_STORAGE);
  private readonly files = inject(PendingFiles);
  private readonly changes$ = inject(STORAGE_EVENTS);
  /** What this tab has written for all, of a conversation that has not begun. */
  private written: string | null = null;
  /** What this tab began with, of what another had written by then. */
  private copied: string | null = null;

  /**
   * Another tab has sent, or emptied, what was written in a conversation, or in one that has not begun. Emits what
   * this tab may have of it; hot; replays nothing; never errors or completes.
   */
  readonly removed$: Observable<RemovedDraft> = this.changes$.pipe(
    filter(({ key, newValue }) => newValue === null && (key === NAME || key?.startsWith(`${NAME}.`) === true)),
    map(({ key, oldValue }) =>
      key === NAME
        ? { key: null, drafts: [oldValue, this.copied].map(parseDraft) }
        : { key: (key ?? '').slice(NAME.length + 1), drafts: [parseDraft(oldValue)] },
    ),
  );

  /** The draft of a conversation, or of the one that has not begun for null; an empty one where there is none. */
  read(key: string | null): StoredDraft {
    return parseDraft(key === null ? this.readUnbegun() : readText(this.shared, nameOf(key)));
  }

  /** Saves a draft; an empty one leaves none. */
  save(key: string | null, draft: StoredDraft): void {
    const json = isEmptyDraft(draft) ? null : JSON.stringify(draft);
    if (key === null) this.saveUnbegun(json);
    else writeText(this.shared, nameOf(key), json);
  }

  /** Deletes the draft of a conversation, with the files that were to be uploaded for it. */
  remove(key: string): void {
    for (const file of this.read(key).waiting) void this.files.remove(file);
    writeText(this.shared, nameOf(key), null);
  }

  private readUnbegun(): string | null {
    const own = readText(this.own, NAME);
    const shared = readText(this.shared, NAME);
    if (own === null || own === shared) this.written = this.copied = shared;
    return own ?? shared;
  }

  private saveUnbegun(json: string | null): void {
    // An empty text says that the tab has none, and does not want that of another one after a reload.
    writeText(this.own, NAME, json ?? '');
    if (json === null && readText(this.shared, NAME) !== this.written) return;
    this.written = json;
    writeText(this.shared, NAME, json);
  }
}

function nameOf(key: string): string {
  return `${NAME}.${key}`;
}
