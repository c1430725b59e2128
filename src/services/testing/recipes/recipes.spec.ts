import { TestBed } from '@angular/core/testing';

import { provideWebSocket, WebSocketService, WebSocketStatus } from '../../index.ts';
import {
  FakeGateway,
  FakeNetwork,
  provideFakeNetwork,
  provideScriptedWebSocket,
  ScriptedWebSocketService,
} from '../index.ts';
import { ConnectionToolbar } from './connection-toolbar.ts';
import { JobDashboard } from './job-dashboard.ts';
import { appConfig, TwoBackends } from './two-backends.ts';

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

  it('have two backends in one application', async () => {
    TestBed.configureTestingModule({ providers: [...appConfig.providers, provideFakeNetwork(new FakeNetwork())] });
    const fixture = TestBed.createComponent(TwoBackends);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toBe('video disconnected · orders disconnected');
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
});
