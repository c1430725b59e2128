import { type ComponentFixture, TestBed } from '@angular/core/testing';

import type { EngineProfile } from '../../../services/index.ts';
import { BUILT_IN, LOCAL, WAN } from '../../engines/testing/engine-profiles.ts';
import { provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { PROMPT } from '../../testing/messages.ts';
import { RepeatWithEngine } from './repeat-with-engine.ts';

describe('RepeatWithEngine', () => {
  let fixture: ComponentFixture<RepeatWithEngine>;
  let chosen: EngineProfile[];

  async function clickWith(engines: readonly EngineProfile[]): Promise<void> {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    fixture = TestBed.createComponent(RepeatWithEngine);
    fixture.componentRef.setInput('engines', engines);
    fixture.componentRef.setInput('prompt', { ...PROMPT, options: { seconds: 8 } });
    chosen = [];
    fixture.componentInstance.chosen.subscribe((engine) => chosen.push(engine));
    await fixture.whenStable();
    (fixture.nativeElement as HTMLElement).querySelector('button')?.click();
    await fixture.whenStable();
  }

  it('asks the only other engine at one click', async () => {
    await clickWith([LOCAL]);
    expect(chosen).toEqual([LOCAL]);
  });

  it('says before what that costs', async () => {
    await clickWith([WAN]);
    expect((fixture.nativeElement as HTMLElement).innerText.trim()).toBe('用“通义万相”再画一次 · 约 ¥4.80');
  });

  it('offers what each can do and costs where there are several', async () => {
    await clickWith([LOCAL, BUILT_IN, WAN]);
    expect(chosen).toEqual([]);
    const offers = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
    expect(offers.map(({ innerText }) => innerText.split('\n')[0])).toEqual([LOCAL.name, BUILT_IN.name, WAN.name]);
    expect(offers[2]?.innerText).toContain('¥0.60/秒 · 约 ¥4.80');
    offers[1]?.click();
    expect(chosen).toEqual([BUILT_IN]);
  });
});
