import { TestBed } from '@angular/core/testing';

import type { ConnectionLogEntry } from '../../../services/index.ts';
import { injectText } from '../../language/text.ts';
import type { TextSource } from '../../language/texts.ts';
import { eventDetails, eventText, eventTone } from './event-text.ts';

const ENTRIES: readonly ConnectionLogEntry[] = [
  { kind: 'connecting', attempt: 0, at: 0 },
  { kind: 'connecting', attempt: 2, at: 0 },
  { kind: 'open', at: 0 },
  { kind: 'received', type: 'system', event: 'started', as: 'new', id: '0f8fad5b', seq: 7, bytes: 120, at: 0 },
  { kind: 'received', type: 'system', event: 'progress', as: 'new', bytes: 1_500, times: 3, at: 0 },
  { kind: 'received', type: 'video', as: 'duplicate', bytes: 9, at: 0 },
  { kind: 'received', type: 'text', as: 'early', bytes: 9, at: 0 },
  { kind: 'received', type: 'error', as: 'new', code: 'engine_failed', bytes: 9, at: 0 },
  { kind: 'sent', type: 'text', id: '0f8fad5b', bytes: 90, at: 0 },
  { kind: 'sent', type: 'cancel', bytes: 9, at: 0 },
  { kind: 'waiting', attempt: 1, closeCode: 1006, at: 0 },
  { kind: 'missing-range', count: 2, at: 0 },
  { kind: 'missed', count: 2, at: 0 },
  { kind: 'lost', problem: 'code-revoked', closeCode: 4401, at: 0 },
  { kind: 'disconnected', at: 0 },
  { kind: 'code-refreshed', at: 0 },
  { kind: 'fault', name: 'TypeError', at: 0 },
  { kind: 'unreadable', code: 'bad_frame', bytes: 7, at: 0 },
];

describe('an event in words', () => {
  let text: TextSource;

  beforeEach(() => {
    text = TestBed.runInInjectionContext(injectText);
  });

  it('says what happened, each in its own way', () => {
    const words = ENTRIES.map((entry) => eventText(entry, text));
    expect(new Set(words).size).toBe(ENTRIES.length);
    expect(words.slice(0, 5)).toEqual(['开始连接', '开始第 2 次重连', '已连接', '收到系统消息', '收到系统消息 × 3']);
    for (const line of words) expect(line).not.toMatch(/undefined|\{\{|diagnostics\./);
  });

  it('has names and numbers beside it', () => {
    const details = ENTRIES.map((entry) => eventDetails(entry, text, 'zh-CN').join(' '));
    expect(details[3]).toBe('started #7 0f8fad5b… 120 B');
    expect(details[7]).toBe('engine_failed 9 B');
    expect(details[17]).toBe('bad_frame 7 B');
    expect(details[10]).toBe('1006 · 连接中断，或没有建立起来');
    expect(details[13]).toBe('4401 · 用户码已失效');
  });

  it('tells good news from bad', () => {
    const tones = ENTRIES.map(eventTone);
    expect(tones.filter((tone) => tone === 'good').length).toBe(1);
    expect(tones.filter((tone) => tone === 'bad').length).toBe(7);
  });
});
