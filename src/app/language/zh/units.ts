/** Lengths of time. */
export const units = {
  secondsOne: '{{count}} 秒',
  secondsOther: '{{count}} 秒',
  minutesOne: '{{count}} 分钟',
  minutesOther: '{{count}} 分钟',
  hoursOne: '{{count}} 小时',
  hoursOther: '{{count}} 小时',
} as const;
