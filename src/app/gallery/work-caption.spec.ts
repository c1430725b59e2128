import { TestBed } from '@angular/core/testing';

import type { SceneData } from '../../services/index.ts';
import { LOCAL } from '../engines/testing/engine-profiles.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { PROMPT, video, welcome } from '../testing/messages.ts';
import type { Work } from './collect-works.ts';
import { injectWorkNames, type WorkNames } from './work-caption.ts';

const SCENE: SceneData = { subjects: [{ subject: 'cat', colour: 'blue' }] };
const WORDS = { subject: { cat: { zh: '猫' } }, colour: { blue: { zh: '蓝色' } } };

describe('the names of works', () => {
  let names: WorkNames;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    TestBed.inject(FakeWebSocketService).setWelcome(welcome({ engines: [{ ...LOCAL, scene: WORDS }] }));
    names = TestBed.runInInjectionContext(injectWorkNames);
  });

  afterEach(() => localStorage.clear());

  function work(scene?: SceneData): Work {
    const prompt = { ...PROMPT, content: '一只橘猫', ...(scene !== undefined && { options: { scene } }) };
    return { kind: 'video', id: 'v', at: 1, conversationId: 'c', message: video({ id: 'v' }), prompt };
  }

  it('are the prompt', () => {
    expect(names.captionOf(work())).toBe('一只橘猫');
  });

  it('are the scene, of what was drawn again with another word; it is found by both', () => {
    expect(names.captionOf(work(SCENE))).toBe('猫 · 蓝色');
    expect(names.wordsOf(work(SCENE))).toBe('一只橘猫 猫 · 蓝色');
  });

  it('are the same without a connection, also after a reload', () => {
    TestBed.tick();
    TestBed.inject(FakeWebSocketService).setWelcome(null);
    expect(names.captionOf(work(SCENE))).toBe('猫 · 蓝色');
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    names = TestBed.runInInjectionContext(injectWorkNames);
    expect(names.captionOf(work(SCENE))).toBe('猫 · 蓝色');
  });

  it('are the prompt where nobody has told the words of a scene', () => {
    TestBed.inject(FakeWebSocketService).setWelcome(welcome({ engines: [LOCAL] }));
    expect(names.captionOf(work(SCENE))).toBe('一只橘猫');
  });

  it('are the prompt where something else is kept', () => {
    for (const json of ['null', '[]', '{"":7}', '{"":{"subject":7}}', '{"":{"subject":{"cat":{"zh":7}}}}']) {
      localStorage.setItem('ask-kitten.scene-words', json);
      TestBed.resetTestingModule();
      TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
      names = TestBed.runInInjectionContext(injectWorkNames);
      expect(names.captionOf(work(SCENE)))
        .withContext(json)
        .toBeTruthy();
    }
  });
});
