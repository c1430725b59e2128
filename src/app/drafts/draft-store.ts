import { inject, Service } from '@angular/core';
import { filter, map, type Observable } from 'rxjs';

import { STORAGE_EVENTS } from '../preferences/preference.ts';
import { DEVICE_STORAGE, readText, TAB_STORAGE, writeText } from '../preferences/text-storage.ts';
import { isEmptyDraft, parseDraft, type StoredDraft } from './stored-draft.ts';
import { PendingFiles } from './pending-files.ts';

const NAME = 'ask-kitten.draft';

/** What stands for a moment in place of a draft that is emptied by hand, so that other tabs don't take it for sent. */
const EMPTIED = '{"emptied":true}';

/** A draft that another tab has sent or emptied. */
export interface RemovedDraft {
  /** The conversation's id; null for one that has not begun. */
  readonly key: string | null;
  readonly reason: 'sent' | 'emptied';
  /** What was written in it by the end, and where a tab begins with a copy, what it was then. */
  readonly drafts: readonly StoredDraft[];
}

/**
 * Saves drafts over a reload: each tab has its own, in which no other one writes. A new tab begins with what was last
 * written in any, so that nothing is lost with a tab that is closed; what this tab has not begun with stays until its own tab, or a new one, goes on.
 */
@Service()
export class DraftStore {
  private readonly shared = inject(DEVICE_STORAGE);
  private readonly own = inject(TAB_STORAGE);
  private readonly files = inject(PendingFiles);
  private readonly changes$ = inject(STORAGE_EVENTS);
  /** What this tab has written for all, by its name. */
  private readonly written = new Map<string, string | null>();
  /** What this tab began with, of what another had written by then, by its name. */
  private readonly copied = new Map<string, string | null>();

  /**
   * Another tab has sent, or emptied, what was written in a conversation, or in one that has not begun. Emits what
   * this tab may have of it; hot; replays nothing; never errors or completes.
   */
  readonly removed$: Observable<RemovedDraft> = this.changes$.pipe(
    filter(({ key, newValue }) => newValue === null && (key === NAME || key?.startsWith(`${NAME}.`) === true)),
    map(({ key, oldValue }) => ({
      key: key === NAME ? null : (key ?? '').slice(NAME.length + 1),
      reason: oldValue === EMPTIED ? 'emptied' : 'sent',
      drafts: [oldValue, this.copied.get(key ?? '') ?? null].map(parseDraft),
    })),
  );

  /** The draft of a conversation, or of the one that has not begun for null; an empty one where there is none. */
  read(key: string | null): StoredDraft {
    const name = nameOf(key);
    const own = readText(this.own, name);
    const shared = readText(this.shared, name);
    if (own === null) this.copied.set(name, shared);
    if (own === null || own === shared) this.written.set(name, shared);
    return parseDraft(own ?? shared);
  }

  /** Saves a draft; an empty one leaves none. */
  save(key: string | null, draft: StoredDraft): void {
    if (isEmptyDraft(draft)) this.drop(key, 'emptied');
    else this.write(nameOf(key), JSON.stringify(draft));
  }

  /** What was written is being sent: it is a draft no more, in other tabs that began with it neither. */
  markSent(key: string | null): void {
    this.drop(key, 'sent');
  }

  /** Deletes the draft of a conversation, with the files that were to be uploaded for it. */
  remove(key: string): void {
    for (const file of this.read(key).waiting) void this.files.remove(file);
    writeText(this.own, nameOf(key), null);
    this.empty(nameOf(key));
  }

  private write(name: string, json: string): void {
    writeText(this.own, name, json);
    if (this.isOfAnother(name)) return;
    this.written.set(name, json);
    writeText(this.shared, name, json);
  }

  /** Another tab has written what a new one begins with, and may be closed: this one's place is only its own. */
  private isOfAnother(name: string): boolean {
    const shared = readText(this.shared, name);
    return shared !== (this.written.get(name) ?? null) && !isEmptyDraft(parseDraft(shared));
  }

  private drop(key: string | null, reason: RemovedDraft['reason']): void {
    const name = nameOf(key);
    const shared = readText(this.shared, name);
    const isOwn = shared === (this.written.get(name) ?? null);
    if (isOwn) {
      if (reason === 'emptied') this.empty(name);
      else writeText(this.shared, name, null);
      this.written.set(name, null);
    }
    // An empty text says that the tab has none, and does not want that of another one after a reload.
    writeText(this.own, name, isOwn && key !== null ? null : '');
  }

  private empty(name: string): void {
    if (readText(this.shared, name) !== null) writeText(this.shared, name, EMPTIED);
    writeText(this.shared, name, null);
  }
}

function nameOf(key: string | null): string {
  return key === null ? NAME : `${NAME}.${key}`;
}
