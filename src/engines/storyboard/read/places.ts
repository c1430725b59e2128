import { entry } from './lexicon-entry.ts';

/** Where a scene can play. */
export const PLACES = {
  neon: entry(
    '霓虹街头 霓虹街 霓虹 霓虹灯 霓虹灯光 赛博朋克城市',
    'neon street, neon, neon light, neon-lit, cyberpunk city, times square',
  ),
  street: entry(
    '街头 街道 街 街上 大街 马路 人行道 人行横道 时代广场 广场 步行街 商业街 上海街头 交通',
    'street, sidewalk, crosswalk, plaza, square, boulevard, downtown street, traffic, parking lot, driveway',
  ),
  oldTown: entry(
    '老城 古镇 老街 小巷 巷子 巷 胡同 古城 旧城 小镇 村庄 村子 乡村 鹅卵石街道 威尼斯',
    'old town, alley, village, cobblestone street, historic town, small town, countryside, medieval town, venice',
  ),
  city: entry(
    '城市 都市 高楼 楼顶 屋顶 天台 市区 天际线 外滩 上海外滩 纽约 东京 北京 上海 城市夜景 工业区',
    'city, downtown, skyline, rooftop, town, metropolis, the bund, new york, tokyo, london, paris, urban, industrial area',
  ),
  road: entry(
    '公路 路上 路边 高速公路 道路 乡间小路 小路 赛道 高速路 海岸公路 桥上 跑道 赛车场 机场',
    'road, highway, roadside, path, track, freeway, raceway, lane, runway, trail, coastal highway, airport',
  ),
  forest: entry(
    '森林 树林 丛林 林间 林中 雨林 热带雨林 树丛 森林道路 野外 灌木丛 露营地 营地',
    'forest, wood, woods, jungle, rainforest, woodland, forest road, campsite, camping site, wilderness, natural habitat',
  ),
  bamboo: entry('竹林 竹海', 'bamboo forest, bamboo grove, bamboo'),
  meadow: entry(
    '草地 草原 草坪 田野 山坡 原野 麦田 操场 平原 花田 稀树草原 草丛 高尔夫球场 球场 橄榄球场 牧场 山丘 稻田 花海 薰衣草田',
    'meadow, grassland, field, grass, lawn, hill, prairie, savanna, savannah, plain, pasture, golf course, football field, ' +
      'baseball field, hillside, flower field',
  ),
  garden: entry(
    '花园 院子 庭院 花丛 植物园 禅宗花园 后院',
    'garden, yard, backyard, courtyard, botanical garden, patio, zen garden',
  ),
  park: entry('公园 游乐场', 'park, playground'),
  fairground: entry('游乐园 游乐场地 嘉年华 马戏团', 'fairground, amusement park, carnival, theme park, circus'),
  beach: entry(
    '海滩 沙滩 海边 海岸 岸边 海滨 海湾 沙滩上 沿海沙滩 海岸线 热带沙滩',
    'beach, seaside, shore, coast, seashore, bay, coastal beach, coastline, sand',
  ),
  harbour: entry('港口 码头 渔港', 'harbour, harbor, pier, dock, port, marina'),
  sea: entry('大海 海 海上 海面 海洋 太平洋 波浪 海浪 加勒比海', 'sea, ocean, wave, pacific'),
  river: entry(
    '河边 河 河流 江面 江边 塞纳河 小溪 溪流 河上 江 小河 沼泽',
    'river, riverside, stream, creek, seine river, seine, swamp, marsh',
  ),
  lake: entry('湖边 湖 湖面 湖上 池塘 湖泊 泻湖 蓝色泻湖 水面 池水 水边', 'lake, lakeside, pond, lagoon, lakeshore'),
  pool: entry('泳池 游泳池 泳池边 室内游泳池', 'swimming pool, pool, poolside'),
  underwater: entry(
    '海底 水下 水里 水中 深海 海里 珊瑚礁 水族馆 鱼缸 水下珊瑚礁',
    'underwater, seabed, coral reef, deep sea, aquarium, under water, reef, sea floor',
  ),
  mountain: entry(
    '山间 山 高山 雪山 山谷 山顶 群山 山脉 山峰 山腰 岩石山 岩石山峰 阿尔卑斯山 滑雪坡道 悬崖山',
    'mountain, valley, peak, alps, mountainside, mountain valley, mountain landscape, ski slope',
  ),
  canyon: entry('峡谷 悬崖 崖 山崖 戈壁 石崖', 'canyon, cliff, gorge, ravine, bluff'),
  waterfall: entry('瀑布 大瀑布', 'waterfall, falls, cascade'),
  desert: entry('沙漠 沙丘 绿洲 荒漠', 'desert, dune, oasis, sahara'),
  snowfield: entry(
    '雪地 雪原 冰原 冰雪 南极 北极 冰面 冰川 冰山 雪覆盖',
    'snowfield, snowy field, antarctica, arctic, ice, tundra, glacier, iceberg, ice rink',
  ),
  farm: entry('农场 谷仓 农田 田里', 'farm, barn, farmland, ranch, farmyard'),
  space: entry(
    '太空 宇宙 银河 星际 外太空 星云 轨道 星球',
    'space, outer space, galaxy, universe, cosmos, in orbit, nebula',
  ),
  moon: entry('月球 月球表面 月面', 'the moon, lunar surface, moon surface'),
  mars: entry('火星', 'mars, red planet, martian'),
  sky: entry('天空 空中 云端 云上 云海 蓝天 高空 云中', 'sky, cloud, above the cloud, blue sky'),
  room: entry(
    '房间 屋里 室内 客厅 家里 窗边 窗前 在家 家中 走廊 地下室 屋内 屋子里',
    'room, indoor, living room, at home, lounge, hallway, interior, basement, house interior',
  ),
  bedroom: entry('卧室 托儿所 宿舍 床上', 'bedroom, nursery, dorm'),
  kitchen: entry('厨房 厨房里', 'kitchen, kitchen counter, countertop'),
  bathroom: entry('浴室 厕所里 卫生间 洗手间 淋浴间', 'bathroom, restroom, washroom, shower room'),
  office: entry(
    '办公室 会议室 公司 实验室 医院里 医院 药店',
    'office, meeting room, workplace, laboratory, lab, hospital, pharmacy',
  ),
  classroom: entry('教室 课堂 学校 校园 微积分课', 'classroom, school, class, campus, calculus class'),
  library: entry(
    '图书馆 书店 书房 室内图书馆 阅览室 博物馆 美术馆 艺术画廊',
    'library, bookstore, study room, museum, art gallery',
  ),
  cafe: entry(
    '咖啡馆 餐厅 酒吧 咖啡店 饭店 餐馆 茶馆 茶室 面包店 自助餐厅 食堂 小酒馆',
    'cafe, restaurant, bar, coffee shop, coffee house, pub, tea house, bakery, cafeteria, diner, food court',
  ),
  shop: entry('商店 超市 商场 店里 便利店里', 'shop, supermarket, store, mall, grocery store'),
  market: entry('集市 市场 菜市场 夜市 美食街', 'market, night market, bazaar, street market'),
  gasStation: entry('加油站', 'gas station, petrol station'),
  stage: entry(
    '舞台 台上 演唱会 音乐会 音乐厅 剧院 舞厅 拳击台 室内电影院',
    'stage, concert, theater, theatre, ballroom, boxing ring, concert hall, movie theater',
  ),
  studio: entry(
    '摄影棚 健身房 体育馆 工作室 室内体育馆 音乐工作室 录音室 练功房',
    'studio, gym, gymnasium, dance studio, recording studio, music studio, locker room, basketball court, black background, white background',
  ),
  tabletop: entry('桌上 桌面 餐桌上 盘子里 桌面上', 'tabletop, on a plate, plate, wooden table top, cutting board'),
  station: entry(
    '车站 火车站 站台 地铁站 火车站台 铁路 铁轨',
    'station, train station, platform, subway station, railway, railroad',
  ),
  temple: entry(
    '寺庙 庙 神庙 寺院 佛寺 宫殿 故宫 神社里 帕台农神庙 遗址 废墟 古迹',
    'temple, palace, shrine, buddhist temple, monastery, forbidden city, ruin, parthenon',
  ),
  graveyard: entry('墓地 坟场 墓园', 'graveyard, cemetery'),
} as const;
