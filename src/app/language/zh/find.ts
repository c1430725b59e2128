/** The search within a conversation. */
export const find = {
  label: '在对话中查找',
  previous: '上一处',
  next: '下一处',
  close: '关闭查找',
  nothing: '没有找到',
} as const;
