import { entry } from './lexicon-entry.ts';

export const WEATHERS = {
  clear: entry('晴朗 晴天 晴 阳光 艳阳 晴空 阳光明媚 万里无云', 'clear, sunny, sunshine, sunlit, clear sky'),
  cloudy: entry('多云 阴天 阴 乌云 阴沉 白云', 'cloudy, overcast, cloudy sky, gray sky, grey sky'),
  rain: entry(
    '下雨 雨 雨天 雨中 小雨 大雨 细雨 雨水 淋湿 下着大雨 下着雨 雨滴',
    'rain, rainy, drizzle, rainfall, downpour, wet',
  ),
  thunder: entry(
    '雷雨 暴雨 雷电 闪电 打雷 雷 暴风雨 雷暴 龙卷风',
    'thunderstorm, thunder, storm, stormy, lightning, tornado',
  ),
  snow: entry(
    '下雪 雪 雪天 飘雪 大雪 雪花 暴雪 暴风雪 冬天 冬季 冬日 雪中 雪覆盖的 白雪',
    'snow, snowy, blizzard, snowfall, winter, snowstorm, snow-covered, snow covered, covered in snow',
  ),
  fog: entry('起雾 雾 大雾 薄雾 雾气 迷雾 云雾 雾中 烟雾', 'fog, foggy, mist, misty, haze, hazy, smoke'),
  wind: entry('刮风 风 大风 微风 狂风 风中 秋风', 'wind, windy, breeze, breezy'),
} as const;

export const TIMES = {
  dawn: entry('清晨 黎明 日出 早晨 早上 拂晓 朝霞 晨 日出时分', 'dawn, sunrise, morning, daybreak'),
  day: entry('白天 中午 上午 下午 午后 正午', 'day, daytime, noon, afternoon, midday, during daytime'),
  dusk: entry('黄昏 傍晚 日落 夕阳 晚霞 落日 日落时分 夕阳映衬', 'dusk, sunset, evening, twilight, golden hour'),
  night: entry(
    '夜晚 夜 夜里 黑夜 深夜 半夜 晚上 夜色 月光 月夜 夜空 雪夜 星空 满月 星空下 黑暗 黑暗中 夜间',
    'night, midnight, nighttime, moonlight, moonlit, starry, starry sky, full moon, in the dark, dark',
  ),
} as const;

export const CAMERAS = {
  drift: entry('缓慢推近', 'a slow drift'),
  static: entry(
    '固定镜头 静态镜头 静止的画面 静止画面 静态视图 镜头固定 摄像机固定 相机保持静止 固定机位 定格',
    'static, static shot, still video, fixed camera, locked camera, still frame, tripod',
  ),
  pushIn: entry(
    '推近 推进 拉近 推镜头 镜头推进 放大 镜头推近 缓缓推近 变焦 放大查看 镜头拉进',
    'push in, zoom in, dolly in, push-in',
  ),
  pullOut: entry(
    '拉远 拉镜头 镜头拉远 缩小 拉远镜头 缩小视角 缩小视野 缩小视图 镜头缓缓拉远',
    'pull out, zoom out, dolly out, pull back',
  ),
  closeUp: entry(
    '特写 近景 近距离 微距 特写镜头',
    'close-up, close up, closeup, macro, close view, close video, clos up, macro shot, medium close up',
  ),
  wide: entry('远景 全景 广角 大全景', 'wide shot, wide angle, panorama, panoramic, long shot, full shot'),
  panLeft: entry('左移 向左平移 向左移镜头 向左移动镜头 左摇 向左移动 镜头左移', 'pan left, move left, truck left'),
  panRight: entry(
    '平移 摇镜头 横移 镜头平移 右移 向右平移 向右移镜头 右摇 向右移动 镜头右移',
    'pan right, pan, move right, truck right',
  ),
  tiltUp: entry(
    '上移 向上倾斜 向上移镜头 抬头 上摇 镜头升起 镜头上升',
    'tilt up, crane up, pan up, tilt, tilt shot, low angle, low angle shot, low angle view',
  ),
  tiltDown: entry(
    '下移 向下倾斜 向下移镜头 下摇 俯视 镜头下降',
    'tilt down, crane down, pan down, high angle, high angle shot, top view, top-down, flat lay',
  ),
  orbit: entry(
    '环绕 环绕拍摄 顺时针环绕 环绕镜头 环绕着 环拍 镜头环绕',
    'orbit, orbiting, circle around, arc shot, 360, revolve around, camera circle',
  ),
  aerial: entry(
    '航拍 无人机视角 鸟瞰 俯拍 无人机拍摄 空中俯瞰 空中滑轨 第一人称视角',
    "aerial, drone shot, drone view, drone footage, drone video, bird's eye view, aerial footage, aerial view, aerial video, fpv",
  ),
  follow: entry('跟随 跟拍 镜头跟随 跟踪拍摄', 'follow, tracking shot, track shot, moving camera, follow shot'),
  shake: entry(
    '剧烈抖动 镜头剧烈抖动 手持 晃动镜头 手持镜头',
    'handheld, shaky, shaking effect, intense shaking effect, hand-held',
  ),
} as const;

/** Words that slow everything down. */
export const SLOW_MOTION = entry(
  '慢动作 慢速播放 慢镜头 极慢动作 升格',
  'slow motion, slow-motion, slow mo, super slow motion',
);

export const STYLES = {
  plain: entry('扁平插画 扁平风格', 'flat illustration, flat design'),
  watercolour: entry('水彩 水彩画 水彩画风格 水彩风格', 'watercolour, watercolor, watercolor painting, aquarelle'),
  ink: entry(
    '水墨 水墨画 国画 水墨风格 中国画 水墨风',
    'ink wash, ink painting, ink, chinese painting, sumi-e, calligraphy',
  ),
  oil: entry('油画 油画风格', 'oil painting, oil, oil on canvas, impressionist, impressionism'),
  vanGogh: entry('梵高风格 梵高 梵高的', 'van gogh, van gogh style, starry night style'),
  ukiyoe: entry(
    '浮世绘 浮世绘风格 北斋 由北斋创作',
    'ukiyo-e, ukiyo, hokusai, by hokusai, ukiyo-e style, woodblock print',
  ),
  pixel: entry('像素 像素艺术 像素风 像素画 像素风格', 'pixel art, pixel, 8-bit, 16-bit, voxel'),
  film: entry(
    '胶片 复古 老电影 电影感 胶片颗粒 胶片风格 怀旧 老照片',
    'film grain, vintage, retro, old film, 35mm, 8mm, analog film, sepia, super 8',
  ),
  blackWhite: entry('黑白 黑白电影 单色 黑白照片', 'black and white, monochrome, noir, grayscale, black-and-white'),
  sketch: entry(
    '素描 铅笔画 手绘 线稿 速写 简笔画',
    'pencil sketch, pencil drawing, line art, hand-drawn, hand drawn, charcoal, doodle',
  ),
  neonGlow: entry(
    '赛博朋克 赛博朋克风格 霓虹风格 科幻 未来主义',
    'cyberpunk, cyberpunk style, in cyberpunk style, synthwave, vaporwave, futuristic, sci-fi',
  ),
  anime: entry(
    '动画风格 动漫 日漫 动漫风格 卡通 动画 宫崎骏 吉卜力 动画画',
    'anime, anime style, animated style, animated, cartoon, ghibli, animation, disney, pixar',
  ),
} as const;

export const PROPS = {
  umbrella: entry('撑伞 打着伞 打伞 撑着伞 手持雨伞', 'under an umbrella, holding an umbrella, with umbrella'),
  scarf: entry('戴围巾 围着围巾', 'wearing a scarf'),
} as const;
