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
  confirm: '刷新',
  cancel: '取消',
} as const;
