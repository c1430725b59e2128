/** The page that asks for a password. */
export const access = {
  title: '请输入密码',
  about: '这个问小猫只对收到密码或邀请链接的人开放。',
  password: '密码',
  enter: '进入',
  entering: '正在进入…',
  later: '先看看这台设备上已有的内容',
  wrong: '密码不对，请再试一次。',
  tooMany: '试得太多了，请在 {{seconds}} 秒后再试。',
  unreachable: '没有连上服务器，请再试一次。',
  over: '这个邀请链接已失效。请输入密码，或者要一个新的链接。',
  elsewhere: '密码只能在服务器自己的页面上输入：',
} as const;
