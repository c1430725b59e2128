import { entry } from './entry.ts';

/** What the engine can draw as the hero of a picture. */
export const SUBJECTS = {
  cat: entry('猫 猫咪 小猫 猫儿 花猫 喵星人 喵 貓', 'cat, kitten, kitty, tabby'),
  dog: entry('小狗 狗 狗狗 犬 柯基 柴犬 金毛犬 狗子', 'dog, puppy, doggy, corgi, hound'),
  fox: entry('狐狸 狐', 'fox, foxes'),
  rabbit: entry('兔子 兔 小兔 白兔 兔兔', 'rabbit, bunny, bunnies, hare'),
  panda: entry('熊猫 大熊猫 熊貓', 'panda, panda bear'),
  bear: entry('熊 小熊 狗熊 棕熊 北极熊', 'bear, teddy, polar bear'),
  tiger: entry('老虎 虎 小老虎', 'tiger'),
  bird: entry('小鸟 鸟 鸟儿 鸟群 麻雀 燕子 海鸥 鳥', 'bird, sparrow, swallow, seagull, birdie'),
  penguin: entry('企鹅', 'penguin'),
  butterfly: entry('蝴蝶', 'butterfly, butterflies'),
  dragon: entry('龙 飞龙 巨龙 龍', 'dragon'),
  fish: entry('鱼 小鱼 鱼儿 金鱼 鱼群 锦鲤 魚', 'fish, fishes, goldfish, koi'),
  whale: entry('鲸鱼 鲸 蓝鲸', 'whale'),
  turtle: entry('乌龟 海龟 龟', 'turtle, tortoise'),
  person: entry(
    '人 女孩 男孩 姑娘 少女 少年 孩子 小孩 女人 男人 老人 行人 旅人 宇航员 人们 人物',
    'person, people, girl, boy, woman, man, kid, child, children, traveler, traveller, astronaut, hiker, dancer',
  ),
  robot: entry('机器人', 'robot, android, droid'),
  snowman: entry('雪人', 'snowman, snowmen'),
  car: entry('汽车 轿车 跑车 小汽车 小车 出租车 车 車', 'car, taxi, automobile'),
  train: entry('火车 列车 高铁 地铁', 'train, locomotive, subway'),
  boat: entry('小船 船 帆船 轮船 渔船 船只', 'boat, ship, sailboat'),
  rocket: entry('火箭 飞船 太空船 宇宙飞船', 'rocket, spaceship, spacecraft'),
  plane: entry('飞机 客机', 'plane, airplane, aeroplane, aircraft, jet'),
  balloon: entry('热气球 气球', 'hot air balloon, hot-air balloon, balloon'),
  tree: entry('树 大树 树木 小树 樱花树 樹', 'tree'),
  flower: entry('花 花朵 鲜花 向日葵 玫瑰 郁金香 小花', 'flower, rose, sunflower, tulip, blossom'),
  house: entry('房子 小屋 木屋 房屋 小房子', 'house, cottage, cabin, hut'),
} as const;
