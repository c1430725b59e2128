import { type ComponentFixture, TestBed } from '@angular/core/testing';

import type { ServerMessage } from '../../../services/index.ts';
import { after, ASKED } from '../../conversation-model/testing/conversation-states.ts';
import { BUILT_IN, WAN } from '../../engines/testing/engine-profiles.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { error, OF_JOB, system, text, video, welcome } from '../../testing/messages.ts';
import { TurnView } from './turn-view.ts';

describe('TurnView, with an engine that takes money', () => {
  const wan = { id: 'wan', name: '通义万相', isModel: true };
  const begun = [system('accepted', { ...OF_JOB, madeWith: wan }), system('started', OF_JOB)];
  let fixture: ComponentFixture<TurnView>;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    TestBed.inject(FakeWebSocketService).setWelcome(welcome({ engines: [WAN, BUILT_IN] }));
    fixture = TestBed.createComponent(TurnView);
  });

  async function show(...messages: readonly ServerMessage[]): Promise<HTMLElement> {
    fixture.componentRef.setInput('turn', after(ASKED, ...messages).turns[0]);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  async function actions(...messages: readonly ServerMessage[]): Promise<readonly string[]> {
    const buttons = (await show(...messages)).querySelectorAll('kitten-turn-actions button');
    return [...buttons].map(({ textContent }) => textContent.trim());
  }

  it('says before what another clip costs, which is as long as this one', async () => {
    const clip = video({ ...OF_JOB, madeWith: wan, durationMs: 5_000 });
    expect(await actions(...begun, clip, system('completed', OF_JOB))).toContain('再画一次 · 约 ¥3.00');
  });

  it('says before what its engine takes, where nobody knows how long a clip becomes', async () => {
    expect(await actions(...begun, error(OF_JOB))).toContain('重试 · ¥0.60/秒');
  });

  it('says what all shots of a story cost, once it is known how many they are', async () => {
    const madeWith = { ...wan, options: { seconds: 5 } };
    const story = text({ ...OF_JOB, content: '分成两个镜头：', shots: ['小船出海', '小船归来'], seq: 2 });
    expect((await show(system('accepted', { ...OF_JOB, madeWith }), story)).textContent).toContain(
      '2 个镜头 · 约 ¥6.00',
    );
  });

  it('counts only the shots that had room', async () => {
    const madeWith = { ...wan, options: { seconds: 5 } };
    const story = text({ ...OF_JOB, content: '分成两个镜头：', shots: ['小船出海', '小船归来'], seq: 2 });
    const left = text({ ...OF_JOB, content: '最后 1 个镜头没有排上。', shots: ['小船出海'], seq: 3 });
    const shown = await show(system('accepted', { ...OF_JOB, madeWith }), story, left);
    expect(shown.textContent).toContain('1 个镜头 · 约 ¥3.00');
    const none = text({ ...OF_JOB, content: '最后 2 个镜头没有排上。', shots: [], seq: 3 });
    expect((await show(system('accepted', { ...OF_JOB, madeWith }), story, none)).textContent).not.toContain(
      '个镜头 ·',
    );
  });

  it('says nothing of shots that cost nothing', async () => {
    const madeWith = { id: 'storyboard', name: '内置引擎', isModel: false };
    const story = text({ ...OF_JOB, shots: ['小船出海', '小船归来'], seq: 2 });
    expect((await show(system('accepted', { ...OF_JOB, madeWith }), story)).textContent).not.toContain('个镜头');
  });
});
