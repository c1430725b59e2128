import { TestBed } from '@angular/core/testing';

import { BUILT_IN, WAN } from '../../../engines/testing/engine-profiles.ts';
import { OpenConversation } from '../../../history/open-conversation.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../../../testing/fake-web-socket-service.ts';
import { error, welcome } from '../../../testing/messages.ts';
import { EngineReplacement } from './engine-replacement.ts';

describe('EngineReplacement', () => {
  let socket: FakeWebSocketService;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    socket = TestBed.inject(FakeWebSocketService);
    TestBed.inject(OpenConversation);
    TestBed.inject(EngineReplacement);
  });

  /** What is asked again once the server has refused a prompt for an engine. */
  function refuse(engine: string, attachments: readonly string[] = []): object | undefined {
    const id = socket.send('一只橘猫', { engine, seconds: 5 }, attachments);
    socket.receive(error({ code: 'engine_unknown', replyTo: id, retryable: false }));
    return socket.prompts[1];
  }

  it('has the first engine make what was asked of one that is gone', () => {
    socket.setWelcome(welcome({ engines: [BUILT_IN, WAN] }));
    expect(refuse('gone')).toEqual(
      jasmine.objectContaining({ content: '一只橘猫', options: { seconds: 5, engine: 'storyboard' } }),
    );
    socket.receive(error({ code: 'engine_unknown', replyTo: 'sent-1', retryable: false }));
    expect(socket.prompts.length).toBe(2);
  });

  it('leaves it to the person where that costs money, or leaves images out', () => {
    socket.setWelcome(welcome({ engines: [WAN, BUILT_IN] }));
    expect(refuse('gone')).toBeUndefined();
    socket.setWelcome(welcome({ engines: [{ ...BUILT_IN, images: 0 }] }));
    refuse('gone', ['/media/1.png']);
    expect(socket.prompts.length).toBe(2);
  });

  it('asks nobody else where the engine is there', () => {
    socket.setWelcome(welcome({ engines: [BUILT_IN, WAN] }));
    expect(refuse('wan')).toBeUndefined();
  });
});
