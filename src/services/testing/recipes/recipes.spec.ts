import { TestBed } from '@angular/core/testing';

import { injectWebSocket, provideWebSocket, WebSocketService, WebSocketStatus } from '../../index.ts';
import {
  FakeGateway,
  FakeNetwork,
  provideFakeNetwork,
  provideScriptedWebSocket,
  ScriptedBackend,
  ScriptedWebSocketService,
} from '../index.ts';
import { ConnectionToolbar } from './connection-toolbar.ts';
import { ACCESS_TOKEN, provideVideo } from './expiring-token.ts';
import { GATEWAY, GatewayPass, isPasswordWanted, provideGateway } from './gateway-pass.ts';
import { JobDashboard } from './job-dashboard.ts';
import { ORDER_CODEC, type OrderMessage, provideOrders, ShippedOrders } from './own-codec.ts';
import { appConfig, TwoBackends } from './two-backends.ts';
import { UserCodeLabel } from './user-code-label.ts';

function envelope(jobId: string): { id: string; ts: number; jobId: string } {
  return { id: crypto.randomUUID(), ts: 1, jobId };
}

describe('the recipes of docs/streams', () => {
  it('have a toolbar that connects, and refreshes the user code', async () => {
    TestBed.configureTestingModule({ providers: [provideScriptedWebSocket()] });
    const fixture = TestBed.createComponent(ConnectionToolbar);
    const socket = TestBed.inject(ScriptedWebSocketService);
    const page = fixture.nativeElement as HTMLElement;
    socket.setConnection({ status: WebSocketStatus.ERROR }, 'no network');
    await fixture.whenStable();
    expect(page.querySelector('[role=status]')?.textContent).toBe('no network');
    for (const button of page.querySelectorAll('button')) button.click();
    expect(socket.calls).toEqual(['connect', 'refreshUserCode']);
  });

  it('have a dashboard that shows how far each job is', async () => {
    TestBed.configureTestingModule({ providers: [provideScriptedWebSocket()] });
    const fixture = TestBed.createComponent(JobDashboard);
    const socket = TestBed.inject(ScriptedWebSocketService);
    socket.receive(
      { type: 'system', event: 'started', ...envelope('a') },
      { type: 'system', event: 'progress', progress: 0.4, ...envelope('b') },
      { type: 'system', event: 'completed', ...envelope('a') },
    );
    await fixture.whenStable();
    const items = (fixture.nativeElement as HTMLElement).querySelectorAll('li');
    expect([...items].map(({ textContent }) => textContent)).toEqual(['completed 100%', 'progress 40%']);
  });

  it('have a gateway with a password, whose pass goes into the address', async () => {
    const network = new FakeNetwork();
    TestBed.configureTestingModule({ providers: [provideGateway(), provideFakeNetwork(network)] });
    const socket = TestBed.inject(WebSocketService);
    expect(isPasswordWanted(socket)).toBeFalse();
    const pass = TestBed.inject(GatewayPass);
    spyOn(globalThis, 'fetch').and.resolveTo(new Response('{"pass":"1.a.b"}'));
    expect(await pass.enter('一只橘猫在窗台上')).toBeTrue();
    expect(fetch).toHaveBeenCalledOnceWith(`${TestBed.inject(GATEWAY)}/api/access`, jasmine.anything());
    expect(pass.address).toBe('wss://kitten.example/api/ws/video-generation?pass=1.a.b');
  });

  it('have two backends in one application', async () => {
    TestBed.configureTestingModule({ providers: [...appConfig.providers, provideFakeNetwork(new FakeNetwork())] });
    const fixture = TestBed.createComponent(TwoBackends);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toBe('video disconnected · music disconnected');
  });

  it('have a fake gateway that answers through the whole layer', async () => {
    const gateway = new FakeGateway();
    TestBed.configureTestingModule({
      providers: [provideWebSocket(), provideFakeNetwork(new FakeNetwork(gateway.server))],
    });
    const socket = TestBed.inject(WebSocketService);
    const video = new Promise((resolve) => socket.video$.subscribe(({ replyTo }) => resolve(replyTo)));
    await socket.connect();
    const id = socket.send('一只橘猫');
    expect(await video).toBe(id);
  });

  it('have a codec that reads frames of another form, and goes on after what it can not read', async () => {
    const network = new FakeNetwork();
    TestBed.configureTestingModule({ providers: [provideOrders(), provideFakeNetwork(network)] });
    const fixture = TestBed.createComponent(ShippedOrders);
    const orders = TestBed.runInInjectionContext(() => injectWebSocket<OrderMessage>('orders'));
    const unreadable: unknown[] = [];
    orders.unreadable$.subscribe(({ raw }) => unreadable.push(raw));
    await orders.connect();
    expect(network.peer.url.href).toBe('wss://orders.example.com/live');
    for (const frame of ['ping', '{ "event"', '{ "event": "shipped" }']) network.peer.send(frame);
    network.peer.send('{ "event": "shipped", "payload": { "order": "tea", "carrier": "ship" } }');
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toBe('connected: tea by ship');
    expect(unreadable).toEqual(['{ "event"', '{ "event": "shipped" }']);
    orders.send('where is it?');
    expect(ORDER_CODEC.encode({ type: 'text', id: '', content: 'where is it?' })).toBe(network.peer.received[0]);
  });

  it('have a backend of its own in a component without a socket', async () => {
    const orders = new ScriptedBackend<OrderMessage>();
    TestBed.configureTestingModule({ providers: [provideScriptedWebSocket('orders', orders)] });
    const fixture = TestBed.createComponent(ShippedOrders);
    await fixture.whenStable();
    orders.receive({ type: 'placed', order: 'tea' }, { type: 'shipped', order: 'tea', carrier: 'ship' });
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toBe('connected: tea by ship');
  });

  it('have a token that is fetched for each attempt, anew after a failure', async () => {
    const network = new FakeNetwork((peer) => (network.peers.length === 1 ? peer.refuse() : peer.accept()));
    const wishes: string[] = [];
    const accessToken = (wish: string): Promise<string> => Promise.resolve(`${wish} ${wishes.push(wish)}`);
    TestBed.configureTestingModule({
      providers: [provideVideo(), provideFakeNetwork(network), { provide: ACCESS_TOKEN, useValue: accessToken }],
    });
    const socket = TestBed.inject(WebSocketService);
    await socket.connect().catch(() => undefined);
    await socket.connect();
    expect(network.peers.map((peer) => peer.url.searchParams.get('token'))).toEqual(['known 1', 'new 2']);
  });

  it("have a label that shows what is the visitor's own in the browser", async () => {
    TestBed.configureTestingModule({ providers: [provideScriptedWebSocket()] });
    const hydrated = TestBed.createComponent(UserCodeLabel);
    await hydrated.whenStable();
    expect((hydrated.nativeElement as HTMLElement).textContent).toContain(TestBed.inject(WebSocketService).userCode());
  });
});
