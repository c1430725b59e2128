/** What could be made: the examples, and ideas for whoever wants a surprise. */
export const making = {
  exampleCat: '一只橘猫在雨夜的霓虹街头散步',
  exampleBoat: '清晨的海边，一艘红色小船慢慢驶过',
  exampleRabbit: '雪后的森林里，一只白兔在月光下奔跑',
  surprise: '随便来一个',
  ideas:
    '黄昏的麦田里，一只金毛犬追着蝴蝶跑|月光下的湖面上，两只天鹅慢慢游过|热气球飘过开满薰衣草的山谷|下雪的小镇上，一列红色火车驶过|竹林里，一只熊猫在吃竹子|海底，一只海龟游过珊瑚|秋天的公园里，一只松鼠捡起松果|星空下的沙漠里，一队骆驼慢慢走过|雨后的街角，一只黑猫在窗台上打盹|春天的樱花树下，一只小狐狸在散步',
} as const;
