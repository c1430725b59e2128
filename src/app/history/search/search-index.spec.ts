import { system, text } from '../../testing/messages.ts';
import type { HistoryContent } from '../store/history-store.ts';
import { eventRecord, promptRecord } from '../testing/records.ts';
import { SearchIndex } from './search-index.ts';

const CONVERSATION = { id: 'c', createdAt: 1, changedAt: 1 };

const CONTENT: HistoryContent = {
  conversations: [CONVERSATION, { id: 'gone', createdAt: 1, changedAt: 1, deletedAt: 2 }],
  prompts: [
    promptRecord('p', '一只橘猫在雨夜的霓虹街头散步'),
    promptRecord('q', 'A Blue Whale sings'),
    promptRecord('r', '橘猫', { conversationId: 'gone' }),
  ],
  events: [eventRecord(text({ id: 'reply', replyTo: 'p', content: '镜头缓慢推近' }))],
  logs: [],
};

describe('SearchIndex', () => {
  let index: SearchIndex;

  beforeEach(async () => {
    index = new SearchIndex();
    await index.update(CONTENT);
  });

  function turns(query: string): readonly (string | undefined)[] {
    return index.find(query).map(({ turnId }) => turnId);
  }

  it('finds Chinese words, characters of them, and words that are divided otherwise', () => {
    for (const query of ['霓虹', '橘猫', '猫', '街', '雨夜 散步', '夜的霓虹', '橘猫在雨夜']) {
      expect(turns(query)).withContext(query).toEqual(['p']);
    }
    expect(turns('恐龙')).toEqual([]);
    expect(turns('橘猫 恐龙')).toEqual([]);
    expect(turns(' ？')).toEqual([]);
  });

  it('finds the beginnings of other words, however they are written', () => {
    for (const query of ['whale', 'wha', 'BLUE w', 'ｂｌｕｅ']) expect(turns(query)).withContext(query).toEqual(['q']);
  });

  it('finds what stands within words, without accents, across scripts, and emoji', async () => {
    const texts = ['Un café à Paris', 'München', 'a dragonfly', '고양이', 'ピアノを弾く猫', '生日🎂快乐👍🏽', '100% 棉'];
    await index.update({ ...CONTENT, prompts: texts.map((content, at) => promptRecord(String(at), content)) });
    const cases = ['cafe', 'munchen', 'fly', '양이', 'ぴあの', '🎂', '👍', '100%', 'paris caf'];
    expect(cases.map((query) => turns(query))).toEqual([0, 1, 2, 3, 4, 5, 5, 6, 0].map((turn) => [String(turn)]));
  });

  it('finds words of other scripts without their points, and a sign where it belongs to its word', async () => {
    const texts = ['I don’t know', 'قصة مُحَمَّد', 'שָׁלוֹם', 'γάτος', 'C++ 教程', 'Un café, co-op', 'C# 教程'];
    await index.update({ ...CONTENT, prompts: texts.map((content, at) => promptRecord(String(at), content)) });
    const cases = ["don't", 'محمد', 'שלום', 'γατοσ', 'c++', 'c', '教程 c#', 'c＋＋'];
    expect(cases.map((query) => turns(query).toSorted())).toEqual([
      ['0'],
      ['1'],
      ['2'],
      ['3'],
      ['4'],
      ['4', '5', '6'],
      ['6'],
      ['4'],
    ]);
  });

  it('leads from a reply to the turn of its prompt', () => {
    expect(index.find('镜头').map(({ kind, turnId }) => [kind, turnId])).toEqual([['reply', 'p']]);
  });

  it('does not take scattered characters for their word', async () => {
    const prompts = [
      promptRecord('apart', '海岛的一边'),
      promptRecord('there', '清晨的海边'),
      promptRecord('rain', '雨落在夜里'),
    ];
    await index.update({ ...CONTENT, prompts: [...prompts, ...CONTENT.prompts] });
    expect(turns('海边')).toEqual(['there']);
    expect(turns('雨夜')).toEqual(['p']);
  });

  it('finds characters that are no word where they stand together, in their order', async () => {
    const prompts = [
      promptRecord('tower', '海边的灯塔'),
      promptRecord('lamp', '古塔灯会'),
      promptRecord('apart', '塔下有一盏灯'),
    ];
    await index.update({ ...CONTENT, prompts });
    expect(turns('塔灯')).toEqual(['lamp']);
    expect(turns('灯塔')).toEqual(['tower']);
    expect(turns('塔 灯').toSorted()).toEqual(['apart', 'lamp', 'tower']);
  });

  it('finds a word that the text is divided across', async () => {
    await index.update({ ...CONTENT, prompts: [promptRecord('s', '大海边上')] });
    expect(turns('海边')).toEqual(['s']);
  });

  it('follows names, what is new, and what is deleted', async () => {
    const named = { ...CONVERSATION, title: '旅行' };
    await index.update({ ...CONTENT, conversations: [named], events: [] });
    expect(index.find('旅行').map(({ kind, conversation }) => [kind, conversation.title])).toEqual([['title', '旅行']]);
    expect(turns('镜头')).toEqual([]);
    await index.update({ ...CONTENT, conversations: [{ ...named, title: '日记' }] });
    expect(turns('旅行')).toEqual([]);
    expect(index.find('日').length).toBe(1);
    await index.update({ ...CONTENT, conversations: [{ ...named, deletedAt: 3 }] });
    expect(turns('猫')).toEqual([]);
  });

  it('finds what another device asked, in the turn of its job', async () => {
    const accepted = system('accepted', { jobId: 'far job', replyTo: 'far', prompt: '北京胡同' });
    await index.update({ ...CONTENT, events: [eventRecord(accepted)] });
    expect(turns('胡同')).toEqual(['far job']);
  });
});
