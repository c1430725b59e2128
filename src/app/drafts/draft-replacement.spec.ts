import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { CurrentConversation } from '../history/current-conversation.ts';
import { Notices } from '../notices/notices.ts';
import { provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { Draft } from './draft.ts';
import { DraftReplacement } from './draft-replacement.ts';

describe('DraftReplacement', () => {
  const written = { text: '写了一半', options: { seconds: 5 }, attachments: ['https://kitten.example/media/1.png'] };
  let draft: Draft;
  let notices: Notices;
  let replacement: DraftReplacement;

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideRouter([])] });
    draft = TestBed.inject(Draft);
    notices = TestBed.inject(Notices);
    replacement = TestBed.inject(DraftReplacement);
  });

  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('offers what was being written back', () => {
    draft.fill(written);
    replacement.replace({ text: '一只猫' });
    expect(draft.content()).toEqual({ text: '一只猫', options: {}, attachments: [] });
    expect([notices.current(), notices.action()?.label]).toEqual(['输入框里没发出的内容已被替换', '撤销']);
    notices.act();
    expect(draft.content()).toEqual(written);
  });

  it('gives back what the person wrote, not what was put there since and left as it was', () => {
    draft.fill(written);
    replacement.replace({ text: '一只猫' });
    replacement.replace({ text: '一只狗' });
    notices.act();
    expect(draft.content()).toEqual(written);
    replacement.replace({ text: '一只猫' });
    draft.text.set('一只黑猫');
    replacement.replace({ text: '一只狗' });
    notices.act();
    expect(draft.text()).toBe('一只黑猫');
  });

  it('says nothing where nothing is lost', () => {
    replacement.replace({ text: '一只猫' });
    replacement.replace({ text: '一只狗' });
    draft.fill({ ...written, text: '' });
    replacement.replace(written);
    expect(notices.current()).toBeNull();
  });

  it('gives it back to the conversation that it was written in', () => {
    draft.fill(written);
    replacement.replace({ text: '一只猫' });
    const current = TestBed.inject(CurrentConversation);
    current.begin();
    draft.fill({ text: '另一段' });
    TestBed.tick();
    notices.act();
    expect(draft.text()).toBe('另一段');
    current.leave(current.id()!);
    expect(draft.content()).toEqual(written);
  });
});
