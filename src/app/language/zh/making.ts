/** What could be made: the examples, and ideas for whoever wants a surprise. */
export const making = {
  exampleCat: '一只橘猫在雨夜的霓虹街头散步',
  exampleBoat: '清晨的海边，一艘红色小船慢慢驶过',
  exampleRabbit: '雪后的森林里，一只白兔在月光下奔跑',
  surprise: '随便来一个',
  ideas:
    '黄昏的麦田里，一只金毛犬追着蝴蝶跑|月光下的湖面上，两只天鹅慢慢游过|热气球飘过开满薰衣草的山谷|下雪的小镇上，一列红色火车驶过|竹林里，一只熊猫在吃竹子|海底，一只海龟游过珊瑚|秋天的公园里，一只松鼠捡起松果|星空下的沙漠里，一队骆驼慢慢走过|雨后的街角，一只黑猫在窗台上打盹|春天的樱花树下，一只小狐狸在散步',
} as const;

/** What an engine can do, and what it can't do of a wish. */
export const engineFacts = {
  manySizes: '{{count}} 种画幅',
  noImages: '不用参考图',
  imagesOne: '参考图最多 {{count}} 张',
  imagesOther: '参考图最多 {{count}} 张',
  firstFrame: '参考图作首帧',
  firstAndLastFrame: '参考图作首尾帧',
  sound: '有声音',
  gone: '之前选的引擎“{{gone}}”已不在这台服务器上，将由“{{name}}”来做',
  misfit: '“{{name}}”做不了 {{wished}}，会改为 {{value}}',
  noSeed: '“{{name}}”不用种子，这次不会带上',
  tooManyImages: '“{{name}}”最多用 {{most}} 张参考图，请移除多出的，或换一个引擎',
  refusesImages: '“{{name}}”不用参考图，请先移除，或换一个引擎',
} as const;

/** What is wrong with a reference image. */
export const references = {
  network: '没有传上去，连上后会自动重传',
  code: '用户码已失效，刷新后重试',
  tooLarge: '图片太大，每张不超过 {{size}} MB、{{pixels}} 像素',
  type: '不是 PNG、JPEG 或 WebP 图片',
  broken: '这张图片打不开',
  busy: '上传得太快，请稍后重试',
  busyFor: '上传得太快，{{time}}后可以重试',
  noRoom: '服务器没有空间了，旧视频过期后可以重试',
  noRoomFor: '服务器没有空间了，{{time}}后可以重试',
  refused: '服务器没有收下这张图片',
  gone: '这张图片已不在服务器上，请重新添加',
  lost: '这张图片没能在此浏览器中留住，请重新添加',
  heic: '此浏览器读不了 HEIC 照片。请先存为 JPEG，或在相机设置的“格式”里选“兼容性最佳”',
} as const;
