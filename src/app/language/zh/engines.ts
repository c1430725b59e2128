/** The engines: what they can do, what they take, what made a work. */
export const engines = {
  engine: '视频引擎',
  choose: '视频引擎：{{name}}',
  byRule: '按规则画的草图，并非 AI 模型',
  pricePerClip: '{{money}}/条',
  pricePerSecond: '{{money}}/秒',
  free: '免费',
  cost: '约 {{money}}',
  shotsOne: '{{count}} 个镜头',
  shotsOther: '{{count}} 个镜头',
  costEach: '每条约 {{money}}',
  times: '{{count}} × {{price}}',
  replaced: '引擎“{{gone}}”已不在这台服务器上，已改由“{{name}}”来做',
  repeatWith: '换引擎再画',
  repeatWithOne: '用“{{name}}”再画一次',
  madeWith: '由 {{maker}} 制作',
} as const;
