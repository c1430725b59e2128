import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { until } from '../../../testing/index.ts';
import type { Turn } from '../../conversation-model/turn.ts';
import { CurrentConversation } from '../../history/current-conversation.ts';
import { atRest } from '../../testing/at-rest.ts';
import { provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { painted } from '../../testing/painted.ts';
import { MessageLog } from './message-log.ts';

function turns(): readonly Turn[] {
  return Array.from({ length: 40 }, (_, index) => ({
    id: `turn-${index}`,
    at: index,
    replies: [{ kind: 'text', id: `text-${index}`, at: index, content: `第${index}段\n两行\n三行`, isGrowing: false }],
  }));
}

describe('the reading place of a conversation', () => {
  let fixture: ComponentFixture<MessageLog>;

  beforeEach(async () => {
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    await TestBed.inject(CurrentConversation).reopen('one');
  });

  afterEach(() => {
    leave();
    sessionStorage.clear();
  });

  const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const log = (): HTMLElement => element().querySelector<HTMLElement>('[role=log]')!;
  const button = (): HTMLButtonElement | null => element().querySelector<HTMLButtonElement>('.shelf button');

  async function open(target: string | null = null): Promise<void> {
    fixture = TestBed.createComponent(MessageLog);
    element().style.height = '300px';
    document.body.append(element());
    fixture.componentRef.setInput('target', target);
    fixture.componentRef.setInput('turns', turns());
    await fixture.whenStable();
    await atRest(() => [log().scrollTop, log().scrollHeight]);
  }

  function leave(): void {
    element().remove();
    fixture.destroy();
  }

  async function read(top: number): Promise<void> {
    log().dispatchEvent(new WheelEvent('wheel', { deltaY: -1 }));
    log().scrollTop = top;
    await until(() => sessionStorage.getItem('ask-kitten.place.one') !== null);
    await painted();
  }

  it('is the end again for who went back there', async () => {
    await open();
    await read(log().scrollHeight / 2);
    button()?.click();
    await until(() => sessionStorage.getItem('ask-kitten.place.one') === null);
    leave();
    await open();
    expect(button()).toBeNull();
  });

  it('gives way to a link that leads elsewhere', async () => {
    await open();
    await read(log().scrollHeight / 2);
    leave();
    await open('turn-2');
    await until(() => element().querySelector('kitten-turn.marked')?.textContent.includes('第2段') === true);
    expect(log().textContent).toContain('第2段');
  });

  it('is another one in each conversation', async () => {
    await open();
    await read(log().scrollHeight / 2);
    leave();
    const current = TestBed.inject(CurrentConversation);
    current.leave('one');
    await current.reopen('two');
    await open();
    expect(button()).toBeNull();
  });
});
