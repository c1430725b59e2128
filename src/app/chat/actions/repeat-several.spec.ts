import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';

import type { AskedClip } from '../../engines/cost-text.ts';
import { BUILT_IN, WAN } from '../../engines/testing/engine-profiles.ts';
import { provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { RepeatSeveral } from './repeat-several.ts';

describe('RepeatSeveral', () => {
  async function offers(asked: AskedClip): Promise<readonly string[]> {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    const fixture = TestBed.createComponent(RepeatSeveral);
    fixture.componentRef.setInput('asked', asked);
    const menu = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatMenuHarness);
    await menu.open();
    return Promise.all((await menu.getItems()).map((item) => item.getText()));
  }

  it('says before what all of them cost', async () => {
    expect(await offers({ engine: WAN, seconds: 5 })).toEqual(['再画 2 个 · 约 ¥6.00', '再画 4 个 · 约 ¥12.00']);
  });

  it('speaks of no money where nothing is taken', async () => {
    expect(await offers({ engine: BUILT_IN, seconds: 5 })).toEqual(['再画 2 个', '再画 4 个']);
  });
});
