import { entry } from './entry.ts';

/** Where a scene can play. */
export const PLACES = {
  neon: entry(
    '霓虹街头 霓虹街 霓虹 霓虹灯 赛博朋克 夜市',
    'neon street, neon, neon lights, neon-lit, cyberpunk, night market',
  ),
  street: entry('街头 街道 街 街上 大街 小巷 巷子 马路 路上 公路 路边', 'street, road, alley, sidewalk, highway'),
  city: entry('城市 都市 高楼 楼顶 屋顶 天台', 'city, downtown, skyline, rooftop, town'),
  forest: entry('森林 树林 丛林 竹林 林间 林中', 'forest, wood, woods, jungle, bamboo'),
  meadow: entry('草地 草原 草坪 田野 山坡 原野 麦田 操场', 'meadow, grassland, field, grass, lawn, hill, prairie'),
  garden: entry('花园 公园 院子 庭院 花丛 花海', 'garden, park, yard, backyard'),
  beach: entry('海滩 沙滩 海边 海岸', 'beach, seaside, shore, coast'),
  sea: entry('大海 海 海上 海面 湖 湖面 湖上 河 河流 江面 海洋 池塘', 'sea, ocean, lake, river, pond, wave'),
  underwater: entry('海底 水下 水里 水中 深海 海里 珊瑚', 'underwater, seabed, coral reef, deep sea, aquarium'),
  mountain: entry('山间 山 高山 雪山 山谷 山顶 群山 山脉 山峰', 'mountain, valley, peak, cliff, alps'),
  desert: entry('沙漠 戈壁 沙丘', 'desert, dune'),
  snowfield: entry('雪地 雪原 冰原 冰雪 南极 北极 冰面', 'snowfield, snowy field, antarctica, arctic, ice, tundra'),
  space: entry('太空 宇宙 星空 银河 星球 外太空 星际', 'space, outer space, galaxy, universe, cosmos, planet'),
  moon: entry('月球 月球表面 月面', 'the moon, lunar surface'),
  sky: entry('天空 空中 云端 云上 云海 蓝天', 'sky, cloud, clouds, above the clouds'),
  room: entry(
    '房间 屋里 室内 客厅 卧室 家里 窗边 窗前 书房 沙发',
    'room, indoor, indoors, bedroom, living room, window, sofa',
  ),
} as const;
