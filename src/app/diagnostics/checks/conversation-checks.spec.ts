import { TestBed } from '@angular/core/testing';

import { EMPTY_CONNECTION_LOG } from '../../../services/index.ts';
import { injectText } from '../../language/text.ts';
import { errorsCheck } from './conversation-checks.ts';

describe('the check of the conversation', () => {
  const { counts } = EMPTY_CONNECTION_LOG;

  it('is well where there was no error', () => {
    expect(errorsCheck(EMPTY_CONNECTION_LOG, true, 'zh-CN').state).toBe('ok');
  });

  it('warns of errors, of unreadable frames and of lost messages alike', () => {
    const lastError = { code: 'bad_frame', at: 1 } as const;
    expect(errorsCheck({ counts: { ...counts, errors: 1 }, lastError }, true, 'zh-CN').state).toBe('warning');
    expect(errorsCheck({ counts: { ...counts, unreadable: 1 }, lastError }, true, 'zh-CN').state).toBe('warning');
    expect(errorsCheck({ counts: { ...counts, missed: 4 }, lastError: null }, true, 'zh-CN').state).toBe('warning');
    expect(errorsCheck({ counts: { ...counts, missed: 4 }, lastError: null }, false, 'zh-CN').state).toBe('problem');
  });

  it('says how many, which was the last, and what to do', () => {
    const text = TestBed.runInInjectionContext(injectText);
    const lastError = { code: 'queue_full', at: new Date(2026, 0, 2, 15, 4, 5).getTime() } as const;
    const check = errorsCheck({ counts: { ...counts, errors: 3, missed: 2 }, lastError }, true, 'zh-CN');
    expect(check.finding(text)).toBe('服务器报错 3 次。最近一次：queue_full（15:04:05）。有 2 条消息无法补回。');
    expect(check.remedy?.(text)).toContain('重试');
  });
});
