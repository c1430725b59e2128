import { TestBed } from '@angular/core/testing';

import { elapse, useFakeClock } from '../testing/index.ts';
import { WebSocketStatus } from './socket/status.ts';
import { FakeGateway } from './testing/fake-gateway.ts';
import { collect, newBrowser, ServiceHarness } from './testing/service-harness.ts';

describe('WebSocketService, in twenty tabs of a server that takes sixteen', () => {
  let gateway: FakeGateway;
  let tabs: ServiceHarness[];

  useFakeClock();
  beforeEach(async () => {
    gateway = new FakeGateway();
    gateway.maxSockets = 16;
    const browser = newBrowser();
    tabs = [new ServiceHarness(gateway.server, {}, browser)];
    while (tabs.length < 20) tabs.push(new ServiceHarness(gateway.server, {}, browser, 'further'));
    for (const tab of tabs) await tab.connect();
  });
  afterEach(() => TestBed.resetTestingModule());

  /** Lets the five tries pass, of which each is far from the one before. */
  async function giveUp(): Promise<void> {
    for (let turn = 0; turn < 12; turn++) await elapse(15_001);
  }

  function countOf(status: WebSocketStatus): number {
    return tabs.filter((tab) => tab.status === status).length;
  }

  it('says in the four others why they have no connection, from the first', async () => {
    expect(countOf(WebSocketStatus.CONNECTED)).toBe(16);
    for (const tab of tabs.slice(16)) expect(collect(tab.service.errorMessage$)[0]).toContain('连接或消息太多');
    await giveUp();
    expect(tabs.slice(16).map((tab) => tab.service.connection().problem)).toEqual(Array(4).fill('too-many'));
  });

  it('sends what is asked there over the connection of another tab, once and in the order of its tab', async () => {
    const ids = tabs.slice(16).flatMap(({ service }) => [service.send('一只猫'), service.send('一只狗')]);
    await elapse(100);
    await giveUp();
    const late = tabs.slice(16).map(({ service }) => service.send('一条鱼'));
    await giveUp();
    expect(gateway.prompts.toSorted()).toEqual([...ids, ...late].toSorted());
    for (const [index, tab] of tabs.slice(16).entries()) {
      const own = [ids[2 * index], ids[2 * index + 1], late[index]];
      expect(gateway.prompts.filter((id) => own.includes(id))).toEqual(own as string[]);
      const states = own.map((id = '') => collect(tab.service.delivery$(id)).at(-1)?.state);
      expect(states).toEqual(['accepted', 'accepted', 'accepted']);
    }
  });

  it('connects the four once eight others have closed and somebody looks at them', async () => {
    await giveUp();
    for (const tab of tabs.slice(1, 9)) tab.leave();
    for (const tab of tabs.slice(16)) tab.pageReturned.next();
    await elapse(10);
    expect(tabs.slice(16).map(({ status }) => status)).toEqual(Array(4).fill(WebSocketStatus.CONNECTED));
  });

  it('connects them by themselves within a minute or so', async () => {
    await giveUp();
    for (const tab of tabs.slice(1, 9)) tab.leave();
    await elapse(60_001);
    await elapse(10);
    expect(tabs.slice(16).map(({ status }) => status)).toEqual(Array(4).fill(WebSocketStatus.CONNECTED));
  });
});
