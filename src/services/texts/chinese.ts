import { faultText } from '../../protocol/index.ts';
import type { Texts } from './texts.ts';

/** The layer's sentences in Chinese; they apply where nothing else is said. */
export const CHINESE: Texts = {
  reconnecting: ({ attempt, maxAttempts, isRefused }) =>
    `${isRefused ? '服务器上此用户码的连接或消息太多' : '与服务器的连接中断'}，正在重连（第 ${attempt}${maxAttempts === Infinity ? '' : `/${maxAttempts}`} 次）。`,
  problems: {
    exhausted: (max) => `重连 ${max} 次仍未成功。请检查网络和服务器，然后重新连接。`,
    'too-many': () => '服务器上此用户码的连接或消息太多。请关闭一些标签页，然后重新连接。',
    'code-revoked': () => '当前用户码已失效，请刷新用户码。',
    malformed: () => '服务器不接受这次连接请求，请刷新用户码或检查服务器地址。',
    refused: () => '服务器拒绝了这个客户端的连接。请向服务器的管理员确认访问权限。',
    'invalid-url': () => '服务器地址无效，请检查 config.json 中的 baseUrl。',
    'no-websocket': () => '此环境不支持 WebSocket。',
  },
  failures: {
    outbox_full: '等待发送的消息太多。',
    cancelled: '已取消。',
    unencodable: '这条消息无法编码。',
    too_large: '这条消息太大。',
    not_connected: '没有连接，消息未发送。',
  },
  unreadable: (fault) => `收到一条无法解析的消息（${fault === undefined ? '格式不正确' : faultText(fault)}）。`,
};
