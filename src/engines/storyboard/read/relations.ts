import type { Side } from '../scene.ts';

/** Said after what something stands at, as in Chinese: 床在电视的左边. */
export const AFTER: Readonly<Record<Side, string>> = {
  left: '左边 左侧 左面 左方',
  right: '右边 右侧 右面 右方 旁边 旁 身旁 身边',
  on: '上面 上 上方站',
  above: '上方 上空 顶上',
  under: '下面 下 底下 下方 树荫',
  behind: '后面 后 背后 后方 身后',
  front: '前面 前 面前 前方 对面',
  inside: '里面 里 中 内 里边 当中',
};

/** Said before what something stands at, as in English: a bed on the left of a tv. */
export const BEFORE: Readonly<Record<Side, string>> = {
  left: 'on the left of, on the left, to the left of, left of',
  right:
    'on the right of, on the right, to the right of, right of, next to, beside, near, by, by the side of, alongside',
  on: 'on, on top of, on the top of, over, onto, atop, upon',
  above: 'above',
  under: 'under, below, beneath, underneath, on the bottom of, at the bottom of, under the',
  behind: 'behind, at the back of, from behind, in background, in the background',
  front: 'in front of, before, in the front of',
  inside: 'inside, inside of, within, into, out of, in',
};
