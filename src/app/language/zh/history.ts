/** The conversations: their list, search, export. */
export const history = {
  notKept: '浏览器无法保存聊天记录，关闭页面后新的记录会丢失',
} as const;
