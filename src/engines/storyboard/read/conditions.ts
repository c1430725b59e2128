import { entry } from './entry.ts';

export const WEATHERS = {
  clear: entry('晴朗 晴天 晴 阳光 艳阳 晴空', 'clear, sunny, sunshine, sunlit'),
  rain: entry('下雨 雨 雨天 雨中 小雨 大雨 细雨 雨水', 'rain, rainy, raining, drizzle, rainfall'),
  thunder: entry('雷雨 暴雨 雷电 闪电 打雷 雷 暴风雨 雷暴', 'thunderstorm, thunder, storm, stormy, lightning'),
  snow: entry('下雪 雪 雪天 飘雪 大雪 雪花 暴雪', 'snow, snowy, snowing, blizzard, snowfall'),
  fog: entry('起雾 雾 大雾 薄雾 雾气 迷雾 云雾', 'fog, foggy, mist, misty, haze'),
  wind: entry('刮风 风 大风 微风 狂风 风中', 'wind, windy, breeze, breezy'),
} as const;

export const TIMES = {
  dawn: entry('清晨 黎明 日出 早晨 早上 拂晓 朝霞 晨', 'dawn, sunrise, morning'),
  day: entry('白天 中午 上午 下午 午后 正午', 'day, daytime, noon, afternoon, midday'),
  dusk: entry('黄昏 傍晚 日落 夕阳 晚霞 落日', 'dusk, sunset, evening, twilight, golden hour'),
  night: entry(
    '夜晚 夜 夜里 黑夜 深夜 半夜 晚上 夜色 月光 月夜 夜空 雪夜',
    'night, midnight, nighttime, moonlight, moonlit, starry',
  ),
} as const;

export const MOTIONS = {
  walk: entry(
    '散步 走 行走 漫步 走路 走过 徘徊',
    'walking, walk, walks, stroll, strolls, strolling, wandering, hiking',
  ),
  run: entry(
    '奔跑 跑 跑步 飞奔 狂奔 追逐 疾驰 飞驰',
    'running, run, runs, racing, sprinting, chasing, dashing, speeding',
  ),
  fly: entry('飞翔 飞 飞行 飞过 飞舞 翱翔 升空 发射', 'flying, fly, flies, soaring, soars, gliding, launching'),
  jump: entry('跳跃 跳 蹦 蹦跳', 'jumping, jump, jumps, hopping, hop, leaping, bouncing'),
  dance: entry('跳舞 舞蹈 起舞 舞动', 'dancing, dance, dances'),
  swim: entry('游泳 游 游动 畅游 游来游去', 'swimming, swim, swims, diving'),
  float: entry('漂浮 漂 飘 飘浮 悬浮 漂流 航行', 'floating, float, floats, drifting, hovering, sailing, sails'),
  sleep: entry('睡觉 睡 熟睡 打盹 打瞌睡 休息 午睡', 'sleeping, sleep, sleeps, napping, asleep, resting'),
  drive: entry('行驶 开车 驶过 驾驶', 'driving, drive, drives'),
  stay: entry(
    '停留 坐 坐着 站 站着 趴 看 望 发呆 等待 静静',
    'staying, sitting, sits, standing, stands, waiting, watching, looking',
  ),
} as const;

export const CAMERAS = {
  drift: entry('缓慢推近', 'a slow drift'),
  pushIn: entry('推近 推进 特写 拉近 推镜头 镜头推进', 'push in, zoom in, close-up, close up, closeup, dolly in'),
  pullOut: entry('拉远 拉镜头 远景 全景 镜头拉远', 'pull out, zoom out, wide shot, dolly out'),
  pan: entry('平移 摇镜头 横移 镜头平移', 'pan, panning, tracking shot'),
} as const;

export const PROPS = {
  umbrella: entry('雨伞 伞 撑伞', 'umbrella'),
  scarf: entry('围巾', 'scarf'),
} as const;

/** Words that hold another word in them but do not mean it. */
export const OTHER_WORDS = [
  ...'橘子 橙子 金属 马上 看见 看到 风景 风格 风铃 人工 人类 工人 花费 走廊 黄河 白云 红绿灯 飞快 游戏 停车'.split(' '),
  ...'山水 火山 雪山顶 风筝 灰尘 青春 青年 雨林 水龙头 恐龙 河马 海豚 海豹 车站 黑板 白板 红包'.split(' '),
  ...'fish tank, orange juice, fly ball, spring day, one day, cat fish, some day, blue sky'.split(', '),
] as const;
