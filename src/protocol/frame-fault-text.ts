import type { FrameFault } from './decode/decoding.ts';

/** What each reason is in Chinese; the first that fits counts. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^the frame looks like JSON/, '不是合法的 JSON'],
  [/^a batch holds/, '一批消息中有一项不是消息'],
  [/^(type|content|epoch|fromSeq)\b.* is missing/, '缺少 $1'],
  [/^(id|replyTo) is no UUID/, '$1 不是 UUID'],
  [/^(url|posterUrl)\b.* has a scheme/, '$1 的协议不被允许'],
  [/has neither url nor data/, '既没有地址也没有数据'],
  [/^data of/, 'data 不是 base64'],
  [/^mimeType/, 'mimeType 与类型不符'],
  [/^(options[.\w]*|attachments|progress) is/, '$1 的值不正确'],
  [/is empty$/, '没有内容'],
  [/binary frame/, '二进制帧不完整'],
];

/** Why a frame was refused, for people, in Chinese: half a sentence without an end. */
export function faultText({ reason }: FrameFault): string {
  for (const [pattern, text] of TEXTS) {
    const found = pattern.exec(reason);
    if (found !== null) return text.replace('$1', found[1] ?? '');
  }
  return '格式不正确';
}
