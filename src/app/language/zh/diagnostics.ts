/** The texts of diagnostics, and of what a reload would mend. */
export const diagnostics = {
  updateReady: '有新版本可用，重新加载即可使用。草稿会保留。',
  updateBroken: '保存在本机的应用不完整，需要重新加载。',
  updateNow: '更新',
  updateLater: '稍后',
  reload: '重新加载',
} as const;
