import { TestBed } from '@angular/core/testing';

import { provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { translatePage } from '../../testing/translate-page.ts';
import { MessageTime } from '../messages/message-time.ts';
import { DeliveryState } from './delivery-state.ts';

describe('what stands below a prompt, on a page that the browser has translated', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] }));

  it('goes on with the delivery and its cause', async () => {
    const fixture = TestBed.createComponent(DeliveryState);
    const element = fixture.nativeElement as HTMLElement;
    fixture.componentRef.setInput('promptId', undefined);
    fixture.componentRef.setInput('failure', { reason: 'too_large', cause: '' });
    await fixture.whenStable();
    expect(element.textContent).toContain('消息太长');
    translatePage(element);
    fixture.componentRef.setInput('failure', { reason: 'queue_full', cause: '' });
    fixture.componentRef.setInput('setAside', 'resent');
    await fixture.whenStable();
    expect(element.textContent).toContain('已重新发送');
    expect(element.textContent).not.toContain('An orange cat');
  });

  it('goes on with the time', async () => {
    const fixture = TestBed.createComponent(MessageTime);
    const element = fixture.nativeElement as HTMLElement;
    const minutes = (count: number): number => new Date(2026, 4, 20, 15, count).getTime();
    fixture.componentRef.setInput('at', minutes(0));
    await fixture.whenStable();
    translatePage(element);
    fixture.componentRef.setInput('at', minutes(7));
    await fixture.whenStable();
    expect(element.textContent).toBe('15:07');
  });
});
