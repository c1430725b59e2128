import type { ServerMessage } from '../../protocol/index.ts';
import { MessageStreams } from './inbox.ts';

const NAMED = { id: 'i', ts: 0 };
const MESSAGES: readonly ServerMessage[] = [
  { ...NAMED, type: 'text', content: 'a' },
  { ...NAMED, type: 'system', event: 'started' },
  { ...NAMED, type: 'unknown', sourceType: 'sticker', raw: {} },
  { ...NAMED, type: 'video', url: 'https://a.example/', mimeType: 'video/mp4' },
  { ...NAMED, type: 'text', content: 'b' },
];

describe('MessageStreams', () => {
  it('gives everything to all, in order, and each type to its own', () => {
    const streams = new MessageStreams();
    const all: ServerMessage[] = [];
    const texts: ServerMessage[] = [];
    const errors: ServerMessage[] = [];
    streams.messages$.subscribe((message) => all.push(message));
    streams.ofType('text').subscribe((message) => texts.push(message));
    streams.ofType('error').subscribe((message) => errors.push(message));
    for (const message of MESSAGES) streams.emit({ message, isReplay: false, log: undefined });
    expect(all).toEqual([...MESSAGES]);
    expect(texts).toEqual([MESSAGES[0]!, MESSAGES[4]!]);
    expect(errors).toEqual([]);
  });

  it('replays nothing to whoever comes late', () => {
    const streams = new MessageStreams();
    const late: ServerMessage[] = [];
    for (const message of MESSAGES) streams.emit({ message, isReplay: false, log: undefined });
    streams.messages$.subscribe((message) => late.push(message));
    streams.ofType('text').subscribe((message) => late.push(message));
    expect(late).toEqual([]);
  });

  it('outlives subscribers that come, go and come back', () => {
    const streams = new MessageStreams();
    const texts$ = streams.ofType('text');
    const received: ServerMessage[] = [];
    texts$.subscribe().unsubscribe();
    texts$.subscribe((message) => received.push(message));
    for (const message of MESSAGES) streams.emit({ message, isReplay: false, log: undefined });
    expect(received.length).toBe(2);
  });
});
