import { entry } from './lexicon-entry.ts';

/** What somebody in a picture can do. */
export const MOTIONS = {
  walk: entry(
    '散步 走 行走 漫步 走路 走过 徘徊 走在 游荡 遛 走来 行进 逛 巡逻 踱步 走着 走向',
    'walk, stroll, wander, hike, march, roam, trot, pace, graze',
  ),
  run: entry(
    '奔跑 跑 跑步 飞奔 狂奔 疾驰 飞驰 慢跑 驰骋 疾行 冲 奔驰 冲刺 奔腾 快跑 奔',
    'run, race, sprint, dash, gallop, jog, rush, scurry',
  ),
  fly: entry(
    '飞翔 飞 飞行 飞过 飞舞 翱翔 升空 发射 飞越 盘旋 起飞 滑翔 飞向 腾飞 展翅 飞往 降落 着陆 飞来飞去 跳伞',
    'fly, soar, glide, launch, take off, land, take flight, hover over, skydive',
  ),
  jump: entry(
    '跳跃 跳 蹦 蹦跳 蹦蹦跳跳 跃 跳过 跃起 跳起来 蹦极 扣篮 投篮 跳绳',
    'jump, hop, leap, bounce, dunk, skip, bungee jump, jump up and down',
  ),
  dance: entry(
    '跳舞 舞蹈 起舞 舞动 共舞 旋转跳跃 霹雳舞 芭蕾 芭蕾舞 跳霹雳舞 跳现代舞 街舞 扭动',
    'dance, breakdance, ballet, waltz, sway, twist',
  ),
  swim: entry('游泳 游 游动 畅游 游来游去 潜水 游弋 在水中滑行', 'swim, dive, snorkel'),
  float: entry(
    '漂浮 漂 飘 飘浮 悬浮 漂流 航行 飘动 飘扬 飘过 浮 漂着 划船 驶向 冲浪 摇曳 摇摆 划独木舟 泛舟 荡漾',
    'float, drift, hover, sail, row, surf, wave in the wind, flutter, flow, swirl',
  ),
  sleep: entry('睡觉 睡 熟睡 打盹 打瞌睡 休息 午睡 睡着 躺 躺着 沉睡 趴着睡', 'sleep, nap, asleep, rest, lie, doze'),
  drive: entry(
    '行驶 开车 驶过 驾驶 巡航 滑行 加速 转弯 减速 移动 行进中 开过 穿越 穿过 越过 驶来 停泊',
    'drive, cruise, speed, accelerate, turn a corner, slow down, speed up, cross, travel, move, pass',
  ),
  ride: entry('骑 骑着 骑马 骑车 骑行 乘坐 坐在车里', 'ride, horseback'),
  stay: entry(
    '停留 坐 坐着 站 站着 趴 等待 静静 蹲 靠 停 伫立 矗立 坐落 站立 停在 栖息 坐在 站在 静止 蹲着 倒立 盘腿 停靠',
    'stay, sit, stand, wait, perch, pose, lean, park, squat, kneel, seat, overlook, oversee',
  ),
  look: entry(
    '看 望 看着 望着 注视 发呆 观看 环顾 凝视 回头 仰望 俯瞰 摇头 嗅 闻 寻找 探头 照镜子',
    'look, watch, stare, gaze, look around, sniff, search, observe, peek, hunt, smell',
  ),
  eat: entry(
    '吃 吃着 进食 品尝 咀嚼 啃 喂 吃饭 吃东西 咬 舔 烧烤 吃草 觅食 野餐',
    'eat, chew, feed, bite, taste, lick, nibble, munch, have breakfast, have lunch, have dinner, dine, snack, brunch, picnic',
  ),
  drink: entry('喝 喝水 喝着 饮 品茶 喝茶 喝咖啡 干杯 品尝啤酒', 'drink, sip, toast'),
  play: entry(
    '弹 弹奏 演奏 玩 玩耍 打鼓 敲鼓 弹吉他 弹钢琴 拉小提琴 吹 吹奏 打球 踢足球 踢 打篮球 玩游戏 下棋 放风筝 嬉戏 拉琴 弹琴 打高尔夫 玩转盘 敲 打太鼓 射门 抛 投 接',
    'play, strum, kick, play guitar, play piano, drum, perform, throw, catch, juggle, bowl a ball',
  ),
  read: entry('看书 读书 阅读 读 看报 读报 翻书', 'read'),
  write: entry(
    '写 写字 写作 打字 记录 编程 使用电脑 敲键盘 工作',
    'write, type, work, draw a letter, code, edit, take notes, study',
  ),
  paint: entry('画 画画 作画 绘画 涂 填色', 'paint, draw, sketch, colour in, color'),
  cook: entry('做饭 烹饪 煮 炒 炒菜 烤 煎 做菜 烘焙', 'cook, bake, fry, grill, prepare, stir, brew, mix, boil'),
  clean: entry(
    '洗 擦 打扫 扫地 清扫 洗碗 洗手 刷 刷牙 擦窗户 洗澡 梳理 洗衣 熨烫 拖地 整理 叠',
    'clean, wash, sweep, wipe, brush, scrub, groom, mop, iron, wash the dish, dust, arrange',
  ),
  cut: entry('切 剪 削 砍 切菜 剪指甲 修剪 理发', 'cut, slice, chop, carve, peel, trim'),
  dig: entry('挖 挖掘 种 种树 种植 堆 浇水 筑巢', 'dig, plant a tree, shovel, harvest, build, pick'),
  climb: entry('爬 攀爬 攀岩 登山 爬山 爬树 攀登', 'climb, clamber, mountaineer'),
  crawl: entry('爬行 匍匐 蠕动', 'crawl, slither, creep, emerge, wallow'),
  fall: entry('掉 落下 坠落 掉落 下落 飘落 摔倒 跌落 落入 落', 'fall, drop, tumble, plunge, crash'),
  roll: entry('滚 滚动 滚下来 翻滚 滚下 滚落', 'roll, roll down'),
  spin: entry('旋转 转 转动 转圈 自转 回旋 翻转', 'spin, rotate, twirl, turn around, revolve, whirl'),
  shake: entry('摇 摇晃 颤抖 抖动 震动 摇摆着', 'shake, tremble, vibrate, shiver, wiggle, wag'),
  fight: entry(
    '打架 对打 战斗 搏斗 打 拳击 格斗 决斗 摔跤 激烈对打 打斗 保卫 攻击 打剑',
    'fight, box, battle, wrestle, duel, attack, punch, spar',
  ),
  chase: entry('追逐 追 追赶 互相追逐 追着 捉迷藏 捕猎 追捕', 'chase, pursue, hide and seek, run after'),
  talk: entry(
    '说话 聊天 讨论 交谈 谈话 对话 演讲 说 讲 交流 争论 演示 开会 打电话',
    'talk, chat, speak, discuss, argue, converse, give a speech, tell, explain, call',
  ),
  sing: entry('唱歌 唱 歌唱 合唱 喊 叫', 'sing, howl, roar, bark, meow, shout, hum'),
  laugh: entry(
    '笑 大笑 微笑 开心地笑 鼓掌 欢呼 庆祝 露出微笑',
    'laugh, smile, giggle, clap, applaud, cheer, celebrate',
  ),
  cry: entry('哭 哭泣 流泪', 'cry, weep, sob'),
  wave: entry('挥手 招手 打招呼 握手 致意', 'wave hand, wave, greet, shake hand, salute, wave goodbye'),
  hug: entry('拥抱 抱 抱着 接吻 亲吻 依偎 抚摸 牵手', 'hug, embrace, kiss, cuddle, pet, hold hand, pat'),
  exercise: entry(
    '打太极 锻炼 健身 做瑜伽 瑜伽 俯卧撑 做俯卧撑 举重 拉伸 伸展 做运动 有氧运动 太极',
    'exercise, do yoga, yoga, stretch, lift weight, do push-up, tai chi, train, work out, warm up',
  ),
  burn: entry('燃烧 点燃 爆炸 喷发 熊熊燃烧', 'burn, explode, erupt, blaze'),
  grow: entry(
    '生长 长大 变大 绽放 盛开 发芽 成长 从小长大 从小变大 膨胀',
    'grow, bloom, blossom, sprout, inflate, expand',
  ),
  shrink: entry('变小 融化 缩小变 消失 从大变小', 'shrink, melt, fade away, disappear, vanish'),
} as const;
