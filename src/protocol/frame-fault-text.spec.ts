import { decodeClientFrame } from './decode/decode-client-frame.ts';
import { decodeServerFrame } from './decode/decode-server-frame.ts';
import { faultText } from './frame-fault-text.ts';

const CONTEXT = { newId: () => 'new', now: () => 0 };

/** What people read of a frame that does not decode. */
function textOf(results: ReturnType<typeof decodeClientFrame> | ReturnType<typeof decodeServerFrame>): string {
  const [first] = results;
  if (first === undefined || first.ok) throw new Error('it decodes');
  return faultText(first.fault);
}

describe('faultText', () => {
  const fromClients: readonly (readonly [string, string])[] = [
    ['{"type":', '不是合法的 JSON'],
    ['[[]]', '一批消息中有一项不是消息'],
    ['{}', '缺少 type'],
    ['{"type":"text"}', '缺少 content'],
    ['{"type":"text","content":"a","id":"b"}', 'id 不是 UUID'],
    ['{"type":"cancel"}', 'replyTo 不是 UUID'],
    ['{"type":"text","content":"a","options":{"seed":-1}}', 'options.seed 的值不正确'],
    ['{"type":"text","content":"a","attachments":5}', 'attachments 的值不正确'],
  ];
  for (const [frame, text] of fromClients) {
    it(`says ${text} of a client's ${frame}`, () => expect(textOf(decodeClientFrame(frame, CONTEXT))).toBe(text));
  }

  const fromServers: readonly (readonly [string | ArrayBuffer, string])[] = [
    ['{"type":"text"}', '缺少 content'],
    ['{"type":"video","url":"javascript:alert(1)"}', 'url 的协议不被允许'],
    ['{"type":"image","url":"https://a.example/","mimeType":"video/mp4"}', 'mimeType 与类型不符'],
    ['{"type":"image"}', '既没有地址也没有数据'],
    ['{"type":"image","data":"?"}', 'data 不是 base64'],
    [new ArrayBuffer(2), '二进制帧不完整'],
  ];
  for (const [frame, text] of fromServers) {
    it(`says ${text} of a server's ${typeof frame === 'string' ? frame : 'two bytes'}`, () => {
      expect(textOf(decodeServerFrame(frame, CONTEXT))).toBe(text);
    });
  }

  it('has a word for a reason that it does not know', () => {
    expect(faultText({ code: 'bad_frame', reason: 'something else' })).toBe('格式不正确');
  });
});
