import { TestBed } from '@angular/core/testing';

import { injectCountText, injectText } from '../../language/text.ts';
import type { Delivery } from '../../../services/index.ts';
import { type DeliveryContext, type DeliveryText, deliveryText as describeDelivery } from './delivery-text.ts';

describe('deliveryText', () => {
  const full = { setAside: undefined, acknowledges: true, language: 'zh-CN' } as const;

  function deliveryText(delivery: Delivery, context: Omit<DeliveryContext, 'countText'>): DeliveryText {
    const countText = TestBed.runInInjectionContext(injectCountText);
    return describeDelivery(delivery, { ...context, countText }, TestBed.runInInjectionContext(injectText));
  }

  const failed = { state: 'failed', reason: 'too_large', cause: '这条消息太大。' } as const;

  it('has a word for each state, and a remedy where there is one', () => {
    expect(deliveryText({ state: 'queued' }, full)).toEqual({ word: '等待发送', tone: 'waiting', remedy: 'withdraw' });
    expect(deliveryText({ state: 'sent' }, full)).toEqual({ word: '发送中' });
    expect(deliveryText({ state: 'accepted' }, full)).toEqual({ word: '已送达' });
    expect(deliveryText(failed, full)).toEqual({
      word: '失败',
      tone: 'bad',
      cause: '消息太长，服务器没有接受。',
      remedy: 'resend',
    });
  });

  it('says why a server does not take it now, and when it goes out again', () => {
    const refusal = { reason: 'queue_full', waitMs: 29_400 };
    expect(deliveryText({ state: 'sent', refusal }, full)).toEqual({
      word: '30 秒后自动重发',
      tone: 'waiting',
      cause: '排队的任务太多，请等其中一个完成。',
    });
    const moment = { reason: 'rate_limited', waitMs: 400 };
    expect(deliveryText({ state: 'sent', refusal: moment }, full)).toEqual({ word: '发送中' });
  });

  it('names the server that a prompt waits for where it is not the one at hand', () => {
    const elsewhere = { state: 'queued', endpoint: 'wss://a.example:9943/socket' } as const;
    expect(deliveryText(elsewhere, full)).toEqual({
      word: '等待发往 a.example:9943',
      tone: 'waiting',
      remedy: 'withdraw',
    });
  });

  it('waits for no answer that a basic server never gives', () => {
    expect(deliveryText({ state: 'sent' }, { ...full, acknowledges: false }).word).toBe('已发出');
  });

  it('calls a withdrawn prompt withdrawn, and not failed', () => {
    const withdrawn = { ...full, setAside: 'withdrawn' } as const;
    expect(deliveryText(failed, withdrawn)).toEqual({ word: '已撤回', remedy: 'resend' });
    expect(deliveryText({ state: 'queued' }, withdrawn).remedy).toBeUndefined();
    expect(deliveryText({ state: 'accepted' }, withdrawn).word).toBe('已送达');
  });

  it('offers to send a prompt again only once', () => {
    expect(deliveryText(failed, { ...full, setAside: 'resent' })).toEqual({ word: '已重新发送' });
  });
});
