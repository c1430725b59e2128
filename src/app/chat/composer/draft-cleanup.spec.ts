import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';

import { Conversations } from '../../history/conversations.ts';
import { Draft } from './draft.ts';
import { DraftCleanup } from './draft-cleanup.ts';

describe('DraftCleanup', () => {
  it('deletes the draft of a conversation that is erased', () => {
    const erased = new Subject<string>();
    const forget = jasmine.createSpy('forget');
    TestBed.configureTestingModule({
      providers: [
        { provide: Conversations, useValue: { erased$: erased } },
        { provide: Draft, useValue: { forget } },
      ],
    });
    TestBed.inject(DraftCleanup);
    erased.next('one');
    expect(forget).toHaveBeenCalledOnceWith('one');
  });
});
