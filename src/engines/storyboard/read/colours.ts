import { entry, type LexiconEntry } from './lexicon-entry.ts';

function colour(hex: string, zh: string, en: string): LexiconEntry & { readonly hex: string } {
  return { ...entry(zh, en), hex };
}

/** Colours that a subject can have, as `#rrggbb`. */
export const COLOURS = {
  orange: colour('#f28c28', '橘色 橘 橙色 橙 橘黄 橘黄色 姜黄', 'orange, ginger, tangerine'),
  red: colour('#e0403a', '红色 红 大红 赤色 火红 鲜红 紅', 'red, crimson, scarlet'),
  pink: colour('#f48fb1', '粉色 粉 粉红 粉红色 粉嫩', 'pink'),
  yellow: colour('#f7c93e', '黄色 黄 明黄 黃 亮黄色', 'yellow'),
  gold: colour('#e6b03a', '金色 金 金黄 金黄色', 'golden, gold'),
  green: colour('#5aae5b', '绿色 绿 翠绿 碧绿 青色 青绿', 'green, emerald'),
  cyan: colour('#3fb8c4', '青蓝 青蓝色 湖蓝 天青 绿松石', 'teal, cyan, turquoise'),
  blue: colour('#4a80d9', '蓝色 蓝 天蓝 深蓝 蔚蓝 宝蓝 藍', 'blue, azure, navy'),
  purple: colour('#9266cc', '紫色 紫 淡紫', 'purple, violet, lavender'),
  brown: colour('#96694a', '棕色 棕 褐色 咖啡色 棕褐色', 'brown, chestnut'),
  grey: colour('#8d95a3', '灰色 灰 银灰 银色 银', 'grey, gray, silver'),
  black: colour('#3a3a48', '黑色 黑 漆黑 墨色', 'black'),
  white: colour('#f6f3ec', '白色 白 雪白 洁白 纯白', 'white, snow-white'),
} as const;

/** Words of size, which go with what is named next. */
export const SIZES = {
  small: entry('小 小小的 迷你 微型 幼 小型', 'small, tiny, little, baby, mini, miniature'),
  large: entry('大 巨大 巨型 庞大 高大 巨', 'big, large, huge, giant, enormous, massive, gigantic, tall'),
} as const;
