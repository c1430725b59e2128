/** The frame around every page: the toolbar, the state of the connection, the user code. */
export const shell = {
  appName: '问小猫',
  chat: '聊天',
  gallery: '作品',
} as const;
