import type { PartialScene } from './partial-scene.ts';
import { readScene } from './read-scene.ts';

const CAR = { subject: 'automobile' } as const;
const COUCH = { subject: 'couch-and-lamp' } as const;

describe('what is said otherwise than its words say', () => {
  const said: readonly (readonly [string, Partial<PartialScene>])[] = [
    ['雨停后的街道', { place: 'street', weather: 'clear' }],
    ['雪停了，一只狗在院子里', { weather: 'clear' }],
    ['after the rain stops, a cat on the street', { weather: 'clear' }],
    ['多云转小雨', { weather: 'cloudy', motion: undefined }],
    ['一座城堡，推', { camera: 'pushIn', motion: undefined }],
    ['一座城堡，缓缓拉', { camera: 'pullOut' }],
    ['一座城堡，摇', { camera: 'panRight', motion: undefined }],
    ['a castle, push', { camera: 'pushIn' }],
    ['no people, a quiet beach at sunset', { cast: [], place: 'beach', time: 'dusk' }],
    ['a cat, no dogs', { cast: [{ subject: 'cat' }] }],
    ['不要人物，一片安静的海滩', { cast: [], place: 'beach' }],
    ['第3只猫', { cast: [{ subject: 'cat' }] }],
    ['第三个男孩', { cast: [{ subject: 'boy' }] }],
    ['a cat with a green background', { cast: [{ subject: 'cat' }], place: 'studio' }],
    ['绿色背景的猫', { cast: [{ subject: 'cat' }], place: 'studio' }],
    ['背景是绿色的猫', { cast: [{ subject: 'cat' }], place: 'studio' }],
    ['无人机航拍的梯田', { cast: [], camera: 'aerial', place: 'farm' }],
    ['航拍城市', { camera: 'aerial', place: 'city' }],
    ['一碗热腾腾的牛肉面', { cast: [{ subject: 'steaming-bowl' }] }],
    ['一部手机，蓝色光线', { cast: [{ subject: 'mobile-phone' }] }],
    ['蓝天白云，绿草地，一群羊', { place: 'meadow' }],
    ['妈妈我想看小兔子', { cast: [{ subject: 'rabbit', size: 'small' }], motion: undefined }],
    ['皮卡丘在草地上奔跑', { cast: [], unknown: ['皮卡丘'] }],
    ['Mario jumping on mushrooms', { unknown: ['mario'] }],
    ['there is a tree', { unknown: [] }],
    ['knight runs in the forest', { cast: [], unknown: ['knight'] }],
    ['一只猫，竖屏，加点音乐', { cast: [{ subject: 'cat' }], unknown: [] }],
    [
      '狗旁边有一个穿红裙子的女孩',
      {
        cast: [
          { subject: 'dog' },
          { subject: 'girl', stands: { side: 'right', of: 0 } },
          { subject: 'dress', colour: 'red', stands: { side: 'on', of: 1 } },
        ],
      },
    ],
    ['a vintage car on a road', { cast: [{ subject: 'automobile' }], style: undefined }],
    ['a vintage film of a car', { style: 'film' }],
    ['墙上挂着两幅画', { cast: [{ subject: 'framed-picture', count: 2 }], place: 'room', motion: undefined }],
    ['两个机器人跳探戈', { motion: 'dance' }],
    ['小女孩走进花园', { motion: 'walk', place: 'garden' }],
    ['一只松鼠爬上大树', { motion: 'climb' }],
    ['猫跳到沙发上', { motion: 'jump', cast: [{ subject: 'cat', stands: { side: 'on', of: 1 } }, COUCH] }],
    ['猫从屋顶跳下来', { motion: 'jump' }],
    ['小鸟飞回鸟巢', { motion: 'fly' }],
    ['一群孩子冲进教室', { motion: 'run', place: 'classroom' }],
    ['汽车开进隧道', { motion: 'drive', unknown: ['隧道'] }],
    ['猫走进衣柜', { motion: 'walk', unknown: ['衣柜'] }],
    ['苹果落到地上', { motion: 'fall' }],
    ['鲜花开满山坡', { motion: undefined }],
    ['走廊里的猫', { motion: undefined }],
    ['滚烫的茶', { motion: undefined }],
    ['a man driving a car', { motion: 'drive', cast: [{ subject: 'man', stands: { side: 'inside', of: 1 } }, CAR] }],
    ['一个男人开车', { motion: 'drive', cast: [{ subject: 'man', stands: { side: 'inside', of: 1 } }, CAR] }],
    ['开车去海边', { motion: 'drive', cast: [CAR], place: 'beach' }],
    ['一个女孩在地铁里听音乐', { cast: [{ subject: 'girl' }], place: 'station' }],
    ['a boy flies a paper airplane', { motion: 'play', unknown: ['paper airplane'] }],
    ['fireworks over the harbor', { cast: [{ subject: 'fireworks' }], place: 'harbour', time: 'night' }],
  ];
  for (const [prompt, read] of said) {
    it(`is read as it is meant: ${prompt}`, () => expect(readScene(prompt)).toEqual(jasmine.objectContaining(read)));
  }
});
