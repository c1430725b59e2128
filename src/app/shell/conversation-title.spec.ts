import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { Conversations } from '../history/conversations.ts';
import { ConversationTitle } from './conversation-title.ts';
import { PageTitle } from './page-title.ts';

describe('ConversationTitle', () => {
  it('has the page called as the conversation is that is open', () => {
    const openName = signal<string | null>('一只猫');
    TestBed.configureTestingModule({ providers: [{ provide: Conversations, useValue: { openName } }] });
    TestBed.inject(ConversationTitle);
    TestBed.tick();
    expect(TestBed.inject(PageTitle).heading()).toBe('一只猫');
    openName.set(null);
    TestBed.tick();
    expect(TestBed.inject(PageTitle).heading()).toBe('问小猫');
  });
});
