/** What the engine has read in a prompt, and other words for it. */
export const scene = {
  label: '画面里有',
  labelOfShot: '镜头 {{number}} 里有',
  shot: '镜头 {{number}}',
  change: '{{kind}}：{{word}}，换一个',
  given: '按选定的画面',
  subject: '主体',
  action: '动作',
  place: '地点',
  weather: '天气',
  time: '时间',
  camera: '镜头',
  style: '画风',
  colour: '颜色',
} as const;
