import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';

import { DraftStore } from './draft-store.ts';
import { Trash } from '../history/trash.ts';

import { DraftCleanup } from './draft-cleanup.ts';

describe('DraftCleanup', () => {
  it('deletes the draft of a conversation that is erased', () => {
    const erased = new Subject<string>();
    const remove = jasmine.createSpy('remove');
    TestBed.configureTestingModule({
      providers: [
        { provide: Trash, useValue: { erased$: erased } },
        { provide: DraftStore, useValue: { remove } },
      ],
    });
    TestBed.inject(DraftCleanup);
    erased.next('one');
    expect(remove).toHaveBeenCalledOnceWith('one');
  });
});
