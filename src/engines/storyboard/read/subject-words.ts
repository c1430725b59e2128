import { readFileSync } from 'node:fs';
import { isPainted } from '../library/subject-kinds.ts';
import { drawingOf } from '../library/library.ts';
import type { Language } from '../scene.ts';

/** The words of ours for a figure or a drawing. */
export interface SubjectWords {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

let words: ReadonlyMap<string, SubjectWords> | undefined;

/**
 * Words for figures and drawings, where the names of CLDR are not what people write; the first of a language is the name.
 * They are in `subjects.tsv` beside this file.
 */
export function subjectWords(): ReadonlyMap<string, SubjectWords> {
  words ??= read();
  return words;
}

/** What a subject is called: by us first, then by CLDR. */
export function subjectNames(subject: string): Readonly<Record<Language, string>> {
  const ours = subjectWords().get(subject);
  const { zh, en } = isPainted(subject) ? { zh: subject, en: subject } : drawingOf(subject);
  return { zh: ours?.zh[0] || zh, en: ours?.en[0] || en };
}

function read(): ReadonlyMap<string, SubjectWords> {
  const [, ...rows] = readFileSync(new URL('subjects.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return new Map(
    rows.map((row) => {
      const [name = '', zh = '', en = ''] = row.split('\t');
      return [name, { zh: zh.split(' '), en: en.split(', ') }];
    }),
  );
}

/** Words that hold another word in them, or look like one, and do not mean it. */
export const OTHER_WORDS =
  '金属 马上 风景 风格 人工 人类 花费 黄河 飞快 停车 山水 灰尘 青春 青年 水龙头 黑板 白板 红包 宁静 画面 镜头 一幅 现代 正视图 ' +
  '梵高自画 云集 中国 里程 上述 背景 天使 大家 小时 大约 点缀 时间 中心 心中 其中 空中大 火车头 鱼尾 马力 海报 重要 金融 花样 走秀 聚光灯 灯光';
