import { TestBed } from '@angular/core/testing';

import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { EncryptionWarning } from './encryption-warning.ts';

describe('EncryptionWarning', () => {
  it('warns as soon as the address is one that others can read', async () => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    const fixture = TestBed.createComponent(EncryptionWarning);
    const element = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
    expect(element.textContent.trim()).toBe('');
    TestBed.inject(FakeWebSocketService).setEndpoint('ws://kitten.example/api');
    await fixture.whenStable();
    expect(element.textContent.trim()).toBe('连接未加密，请勿发送敏感信息');
  });
});
