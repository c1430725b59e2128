import { TestBed } from '@angular/core/testing';

import { Viewer } from '../../media/viewer/viewer.ts';
import { provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { image } from '../../testing/messages.ts';
import { Attachments } from './attachments.ts';

describe('Attachments', () => {
  it('opens a reference image in the viewer, among the others of its prompt', async () => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    const open = spyOn(TestBed.inject(Viewer), 'openAt').and.resolveTo();
    const fixture = TestBed.createComponent(Attachments);
    const urls = [image().url!, `${image().url}#2`];
    fixture.componentRef.setInput('urls', urls);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    expect([...element.querySelectorAll('img')].map(({ alt, src }) => [alt, src])).toEqual([
      ['参考图 1', urls[0]!],
      ['参考图 2', urls[1]!],
    ]);
    element.querySelectorAll('button')[1]!.click();
    const [items, id] = open.calls.mostRecent().args;
    expect(items.map(({ message }) => message.url)).toEqual(urls);
    expect(items.find(({ message }) => message.id === id)?.caption).toBe('参考图 2');
  });
});
