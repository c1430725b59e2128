import { TestBed } from '@angular/core/testing';

import { provideScriptedWebSocket, ScriptedWebSocketService } from '../index.ts';
import { ClipCount } from './clip-count.ts';

describe('ClipCount', () => {
  it('counts clips as they come', async () => {
    TestBed.configureTestingModule({ providers: [provideScriptedWebSocket()] });
    const fixture = TestBed.createComponent(ClipCount);
    const socket = TestBed.inject(ScriptedWebSocketService);
    await fixture.whenStable();
    socket.receive({ type: 'video', id: 'a', ts: 1, url: '/clip.mp4', mimeType: 'video/mp4' });
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toBe('connected · 1');
  });
});
