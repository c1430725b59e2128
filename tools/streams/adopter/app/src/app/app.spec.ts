import { TestBed } from '@angular/core/testing';
import { provideWebSocket, WebSocketService } from '@ask-kitten/streams';
import {
  FakeGateway,
  FakeNetwork,
  provideFakeNetwork,
  provideScriptedWebSocket,
  ScriptedWebSocketService,
} from '@ask-kitten/streams/testing';
import { firstValueFrom } from 'rxjs';
import { App } from './app';

describe('App', () => {
  it('shows a clip of a scripted service', async () => {
    TestBed.configureTestingModule({ providers: [provideScriptedWebSocket()] });
    const fixture = TestBed.createComponent(App);
    const page = fixture.nativeElement as HTMLElement;
    const socket = TestBed.inject(ScriptedWebSocketService);
    await fixture.whenStable();
    expect(page.querySelector('#status')?.textContent).toBe('connected');
    page.querySelector('button')?.click();
    expect(socket.prompts.length).toBe(1);
    socket.receive({ type: 'video', id: 'a', ts: 1, url: 'https://cdn.example/clip.mp4', mimeType: 'video/mp4' });
    await fixture.whenStable();
    expect(page.querySelector('video')?.getAttribute('src')).toBe('https://cdn.example/clip.mp4');
  });

  it('speaks to a fake gateway through the whole layer', async () => {
    const gateway = new FakeGateway();
    TestBed.configureTestingModule({
      providers: [provideWebSocket(), provideFakeNetwork(new FakeNetwork(gateway.server))],
    });
    const socket = TestBed.inject(WebSocketService);
    const video = firstValueFrom(socket.video$);
    await socket.connect();
    const id = socket.send('一只橘猫');
    expect((await video).replyTo).toBe(id);
    expect(gateway.prompts).toEqual([id]);
  });
});
