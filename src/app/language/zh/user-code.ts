/** The user code: copying it, and taking a new one. */
export const userCode = {
  name: '用户码',
  about: '服务器凭用户码认出这个浏览器，请勿告诉他人。',
  copy: '复制用户码',
  copied: '用户码已复制，请勿告诉他人',
  notCopied: '无法复制用户码',
  refresh: '刷新用户码',
  refreshed: '已换用新的用户码 {{code}}；旧用户码下的对话不再更新',
  followed: '用户码已在另一个窗口刷新，这里已换用 {{code}}',
  askTitle: '要刷新用户码吗？',
  askAbout: '服务器凭用户码 {{code}} 认出这个浏览器。怀疑它被别人看到时，换一个新的。',
  askHappens: '会换用新的用户码并重新连接，本浏览器的其他标签页一起换。',
  askStays: '这台设备上的对话和作品都会留下，还没发出的消息会用新用户码发出。',
  askGone: '旧用户码下还在生成的视频不会再送到这里。',
  confirm: '刷新',
  cancel: '取消',
} as const;
